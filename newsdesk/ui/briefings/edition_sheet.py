"""One edition: its title, the editor's note, and the running order."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from newsdesk.domain.briefing import Briefing, BriefingState
from newsdesk.domain.findings import Finding
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.summary import ArticleSummary
from newsdesk.ui.briefings.running_order import RunningOrder
from newsdesk.ui.theme import dress
from newsdesk.ui.widgets.told_text import ToldLine
from newsdesk.ui.widgets.wrapped_button import WrappedButton

_REST_MS = 400
_WORDS_A_MINUTE = 200


class EditionSheet(QWidget):
    """A finished edition is only read."""

    note_edited = Signal(str)
    ordered = Signal(object)
    export_requested = Signal(str)
    story_opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: object = None
        self._title, self._facts = QLabel(self), QLabel(self)
        self._note_label, self._note = QLabel(self.tr("Editor's note"), self), ToldLine(self, rest_ms=_REST_MS)
        self._order_label, self._empty = QLabel(self.tr("Running order"), self), QLabel(self)
        self._order = RunningOrder(self)
        self._tools, self._exports = self._order_tools(), self._export_links()
        self._build()
        self._note.told.connect(self.note_edited)
        self._order.ordered.connect(self.ordered)
        self._order.story_opened.connect(self.story_opened)
        self._order.itemSelectionChanged.connect(self._enable_tools)

    def _build(self) -> None:
        self._title.setProperty("role", "edition")
        self._title.setWordWrap(True)
        self._facts.setProperty("role", "muted")
        self._note_label.setProperty("role", "field")
        self._note_label.setBuddy(self._note)
        self._note.setPlaceholderText(self.tr("Good morning…"))
        self._note.setAccessibleName(self.tr("Editor's note"))
        self._order_label.setProperty("role", "section")
        self._empty.setProperty("role", "muted")
        self._empty.setText(self.tr("Add stories from the left."))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._order_label)
        head.addStretch(1)
        for tool in self._tools:
            head.addWidget(tool)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self._facts, 1)
        for link in self._exports:
            below.addWidget(link)
        layout.addLayout(below)
        layout.addSpacing(12)
        layout.addWidget(self._note_label)
        layout.addWidget(self._note)
        layout.addSpacing(8)
        layout.addLayout(head)
        # Always there, so that what is above stays at the top while the order is hidden.
        place = QVBoxLayout()
        place.addWidget(self._empty)
        place.addWidget(self._order, 1)
        place.addStretch(0)
        layout.addLayout(place, 1)

    def _order_tools(self) -> list[QToolButton]:
        tools = []
        for sign, text, slot in (
            ("arrow-up", self.tr("Move the story up (Alt+Up)"), self._on_up_clicked),
            ("arrow-down", self.tr("Move the story down (Alt+Down)"), self._on_down_clicked),
            ("x", self.tr("Take the story out (Delete)"), self._order.take_current_out),
        ):
            tool = QToolButton(self)
            tool.setProperty("kind", "close")
            dress(tool, sign, "soft", 16)
            tool.setToolTip(text)
            tool.setAccessibleName(text)
            tool.clicked.connect(slot)
            tools.append(tool)
        return tools

    def _export_links(self) -> list[WrappedButton]:
        links = []
        for form, text in (("html", self.tr("Export web page…")), ("md", self.tr("Export Markdown…"))):
            link = WrappedButton(self, text)
            link.setProperty("format", form)
            link.clicked.connect(self._on_export_clicked)
            links.append(link)
        return links

    def show_nothing(self) -> None:
        """Say how to begin."""
        self._shown = None
        self._title.setText(self.tr("No edition yet"))
        self._facts.setText(self.tr("Begin one with “New edition”, then add stories from the left."))
        parts = (self._note_label, self._note, self._order_label, self._order, self._empty)
        for widget in (*parts, *self._tools, *self._exports):
            widget.hide()

    def show_edition(
        self, edition: Briefing, series: str, stories: Mapping[ArticleId, ArticleSummary], stops: Sequence[Finding]
    ) -> None:
        """Show an edition with its stories and what stops it."""
        anew, self._shown = self._shown != edition.id, edition.id
        is_open = edition.state is BriefingState.OPEN
        date = QDate(edition.date.year, edition.date.month, edition.date.day)
        day = QLocale(QLocale.Language.English).toString(date, "dddd, d MMMM yyyy")
        title = self.tr("{series} No. {number} · {day}")
        self._title.setText(title.format(series=series, number=edition.number, day=day))
        self._note.show_value(edition.editors_note, anew=anew)
        self._note.setReadOnly(not is_open)
        self._order.show_items(edition.items, stories, stops, editable=is_open)
        for widget in (self._note_label, self._note, self._order_label, *self._exports):
            widget.show()
        self._order.setVisible(bool(edition.items))
        self._empty.setVisible(is_open and not edition.items)
        for tool in self._tools:
            tool.setVisible(is_open and bool(edition.items))
        self._enable_tools()
        self._show_facts(edition, stories, is_open=is_open)

    def tell(self) -> None:
        """Tell a note that is still being typed."""
        self._note.tell()

    def _show_facts(self, edition: Briefing, stories: Mapping[ArticleId, ArticleSummary], *, is_open: bool) -> None:
        words = sum(stories[item.article].word_count for item in edition.items if item.article in stories)
        count = len(edition.items)
        text = self.tr("{stories} · {words} words · {minutes} min · {state}")
        self._facts.setText(
            text.format(
                stories=self.tr("1 story") if count == 1 else self.tr("%n stories", "", count),
                words=f"{words:,}",
                minutes=max(1, round(words / _WORDS_A_MINUTE)) if words else 0,
                state=self.tr("open") if is_open else self.tr("finished"),
            )
        )

    def _enable_tools(self) -> None:
        chosen = self._order.currentRow()
        up, down, out = self._tools
        up.setEnabled(chosen > 0)
        down.setEnabled(0 <= chosen < self._order.count() - 1)
        out.setEnabled(chosen >= 0)

    def _on_export_clicked(self) -> None:
        link = self.sender()
        if link is not None:
            self.export_requested.emit(link.property("format"))

    def _on_up_clicked(self) -> None:
        self._order.move_current(-1)

    def _on_down_clicked(self) -> None:
        self._order.move_current(1)
