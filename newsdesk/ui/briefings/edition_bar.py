"""The bar over an edition: which one, a new one, and what becomes of it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from newsdesk.domain.briefing import Briefing, BriefingState, Series
from newsdesk.domain.ids import BriefingId
from newsdesk.ui.theme import mark
from newsdesk.ui.widgets.calm_combo import CalmComboBox

FIRST_SERIES = "Morning Briefing"
"""The series of a newsroom that has none yet: a name in its records, no word of the window."""

_EDITION_WIDTH = 300


class EditionBar(QWidget):
    """Shows editions by series, number and date."""

    new_requested = Signal(str)
    edition_chosen = Signal(object)
    finish_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._offered: tuple[tuple[str, BriefingId], ...] = ()
        self._series = FIRST_SERIES
        self._editions, self._new = CalmComboBox(self), QPushButton(self.tr("New edition"), self)
        self._finish = QPushButton(self.tr("Finish"), self)
        self._editions.setAccessibleName(self.tr("Edition"))
        self._editions.setMaximumWidth(_EDITION_WIDTH)
        self._editions.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._editions.setMinimumContentsLength(14)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._editions, 10)
        row.addWidget(self._new)
        row.addStretch(1)
        row.addWidget(self._finish)
        self._editions.activated.connect(self._on_edition_activated)
        self._new.clicked.connect(self._on_new_clicked)
        self._finish.clicked.connect(self.finish_requested)
        self.show_none()

    def show_editions(self, editions: Sequence[Briefing], series: Mapping[int, Series]) -> None:
        """Offer the editions, newest first; the same ones again leave an open list alone."""
        names = {number: line.name for number, line in series.items()}
        told_apart = len({edition.series for edition in editions}) > 1
        self._series = next(iter(names.values()), FIRST_SERIES)
        offered = tuple(
            (self._text(edition, names.get(edition.series, "") if told_apart else ""), edition.id)
            for edition in editions
        )
        if offered == self._offered:
            return
        chosen = self._editions.currentData()
        self._offered = offered
        self._editions.clear()
        for text, briefing in offered:
            self._editions.addItem(text, briefing)
        self._editions.setCurrentIndex(self._editions.findData(chosen))
        self._editions.setVisible(bool(offered))

    def show_none(self) -> None:
        """Hide what belongs to an edition."""
        self._finish.hide()
        self._editions.setVisible(bool(self._offered))
        mark(self._new, kind="primary")

    def show_edition(self, edition: Briefing, series: str, stops: int) -> None:
        """Show what can be done with an edition that so many findings stop."""
        self._series = series
        self._editions.setCurrentIndex(self._editions.findData(edition.id))
        mark(self._new, kind="")
        self._finish.setVisible(edition.state is BriefingState.OPEN)
        text = self.tr("Finish · {count} to fix").format(count=stops) if stops else self.tr("Finish")
        self._finish.setText(text)
        mark(self._finish, kind="warning" if stops else "primary")

    def _text(self, edition: Briefing, series: str) -> str:
        is_open = edition.state is BriefingState.OPEN
        text = self.tr("{series} No. {number}, {date}, open") if is_open else self.tr("{series} No. {number}, {date}")
        return text.format(series=series, number=edition.number, date=f"{edition.date:%d.%m.%y}").strip()

    def _on_edition_activated(self, row: int) -> None:
        self.edition_chosen.emit(self._offered[row][1])

    def _on_new_clicked(self) -> None:
        self.new_requested.emit(self._series)
