"""The History panel: every version with who, when and why; one can be brought back as a new version."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from newsdesk.domain.summary import Version
from newsdesk.ui.theme import dress
from newsdesk.ui.widgets.layouts import clear_layout

_MOST = 100


class HistoryPanel(QScrollArea):
    """A row a version, newest first."""

    restore_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("History"))
        body = QWidget(self)
        self._rows = QVBoxLayout(body)
        self._rows.setContentsMargins(16, 14, 16, 16)
        self._rows.setSpacing(2)
        self.setWidget(body)
        self.show_versions((), "UTC")

    def show_versions(self, versions: Sequence[Version], time_zone: str) -> None:
        """Show a story's versions, newest first, with times in a zone."""
        clear_layout(self._rows)
        zone = ZoneInfo(time_zone)
        shown = versions[:_MOST]
        for position, version in enumerate(shown):
            older = versions[position + 1] if position + 1 < len(versions) else None
            grown = version.word_count - older.word_count if older else 0
            self._rows.addWidget(self._row(version, grown, zone, newest=position == 0))
        if not shown:
            words = QLabel(self.tr("Every version of the story will stand here."), self)
            words.setProperty("role", "hint")
            self._rows.addWidget(words)
        self._rows.addStretch(1)

    def _row(self, version: Version, grown: int, zone: ZoneInfo, *, newest: bool) -> QWidget:
        row = QWidget(self)
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(9)
        grid.setVerticalSpacing(1)
        dot, title, facts = QLabel(row), QLabel(self._title(version), row), QLabel(row)
        dress(dot, "circle-dot" if newest else "circle", "accent" if newest else "faint", 12)
        title.setProperty("role", "strong")
        title.setWordWrap(True)
        facts.setProperty("role", "hint")
        moment = version.at.astimezone(zone)
        facts.setText(
            self.tr("{who} · {when} · {words} words{grown}").format(
                who=version.by_name,
                when=moment.strftime("%d.%m.%y %H:%M:%S"),
                words=f"{version.word_count:,}",
                grown=f", {grown:+,}" if grown else "",
            )
        )
        grid.addWidget(dot, 0, 0, Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(title, 0, 1)
        grid.addWidget(facts, 1, 1)
        if not newest:
            back = QPushButton(self.tr("Restore"), row)
            back.setProperty("kind", "link")
            back.setProperty("revision", version.revision)
            back.setToolTip(self.tr("Bring this text back as a new version"))
            back.clicked.connect(self._on_restore_clicked)
            grid.addWidget(back, 0, 2, 2, 1)
        grid.setColumnStretch(1, 1)
        return row

    def _title(self, version: Version) -> str:
        verb, _, reason = version.why.partition(": ")
        known = {
            "add": self.tr("Begun"),
            "snapshot": self.tr("Written"),
            "save": self.tr("Saved"),
            "attach": self.tr("Photo attached"),
            "detach": self.tr("Photo taken out"),
            "answer": self.tr("Question answered"),
            "restore": self.tr("Restored"),
            "submit": self.tr("Submitted for review"),
            "return": self.tr("Returned"),
            "mark ready": self.tr("Marked ready"),
            "publish": self.tr("Published"),
            "republish": self.tr("Published again"),
        }
        title = known.get(verb, verb[:1].upper() + verb[1:])
        return f"{title}: {reason}" if reason else title

    def _on_restore_clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self.restore_requested.emit(button.property("revision"))
