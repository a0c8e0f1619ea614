"""One version of a story: why it came about, by whom and when, and a way to bring it back."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from newsdesk.domain.summary import Version
from newsdesk.domain.workflow import MOVES
from newsdesk.ui.theme import current_tokens
from newsdesk.ui.widgets.wrapped_button import WrappedButton

_DOT, _LINE = 10, 20
_WHY = re.compile(r"(?P<verb>[^:(]*?)(?:: (?P<reason>.*?))?(?: \(no second person: (?P<waiver>.*)\))?", re.DOTALL)
_MOVES = frozenset(move.verb for move in MOVES)


class VersionRow(QWidget):
    """Restoring is asked for twice: the link opens a question in the row, whose button does it."""

    restore_requested = Signal(object)

    def __init__(self, version: Version, grown: int | None, zone: ZoneInfo, parent: QWidget, *, newest: bool) -> None:
        super().__init__(parent)
        self._version, self._zone = version, zone
        title, facts = QLabel(self._title(), self), QLabel(self._facts(grown), self)
        title.setProperty("role", "strong")
        facts.setProperty("role", "hint")
        title.setMinimumHeight(_LINE)
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (title, facts):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            words.addWidget(label)
        moved = _parts(version.why)[0] in _MOVES
        dot = _Dot("accent" if newest else "published" if moved else "faint", self)
        self._question = QWidget(self)
        self._question.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.addWidget(dot, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(words, 0, 1)
        grid.addWidget(self._question, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        if not newest:
            self._restore = WrappedButton(self, self.tr("Restore"))
            self._restore.setToolTip(self.tr("Bring this text back as a new version"))
            self._restore.setAccessibleName(self.tr("Restore: {title}").format(title=self._title()))
            self._restore.clicked.connect(self._on_restore_clicked)
            grid.addWidget(self._restore, 0, 2, Qt.AlignmentFlag.AlignTop)
            self._build_question()

    def _build_question(self) -> None:
        words = QLabel(self.tr("Bring this text back? What stands now stays in the history."), self._question)
        words.setProperty("role", "hint")
        words.setWordWrap(True)
        self._yes, no = QPushButton(self.tr("Restore it"), self._question), QPushButton(self.tr("No"), self._question)
        self._yes.setProperty("kind", "primary")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._yes)
        buttons.addWidget(no)
        buttons.addStretch(1)
        rows = QVBoxLayout(self._question)
        rows.setContentsMargins(0, 0, 0, 4)
        rows.setSpacing(8)
        rows.addWidget(words)
        rows.addLayout(buttons)
        self._yes.clicked.connect(self._on_confirmed)
        no.clicked.connect(self._on_declined)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._question.isHidden():
            self._on_declined()
            return
        super().keyPressEvent(event)

    def _title(self) -> str:
        verb, reason, waiver = _parts(self._version.why)
        known = {
            "create": self.tr("Begun"),
            "snapshot": self.tr("Written"),
            "save": self.tr("Saved"),
            "attach": self.tr("Photo attached"),
            "detach": self.tr("Photo taken out"),
            "answer": self.tr("Question answered"),
            "restore": self.tr("Restored"),
            "submit": self.tr("Submitted for review"),
            "return": self.tr("Returned"),
            "mark ready": self.tr("Marked ready"),
            "schedule": self.tr("Scheduled"),
            "unschedule": self.tr("Taken off the schedule"),
            "publish": self.tr("Published"),
            "update": self.tr("Opened for an update"),
            "correct": self.tr("Opened for a correction"),
            "refile": self.tr("Opened to be refiled"),
            "republish": self.tr("Published again"),
            "hold": self.tr("Held"),
            "release": self.tr("Released"),
            "kill": self.tr("Killed"),
            "withdraw": self.tr("Withdrawn"),
            "spike": self.tr("Spiked"),
            "unspike": self.tr("Taken off the spike"),
            "archive": self.tr("Archived"),
            "edit": self.tr("Opened again"),
        }
        title = known.get(verb, verb[:1].upper() + verb[1:])
        if reason:
            title = self.tr("{what}: {reason}").format(what=title, reason=reason)
        if waiver:
            title = self.tr("{what} (no second person: {reason})").format(what=title, reason=waiver)
        return title

    def _facts(self, grown: int | None) -> str:
        moment = self._version.at.astimezone(self._zone)
        today = moment.date() == dt.datetime.now(self._zone).date()
        text = self.tr("{who} · {when} · {words} words")
        if grown:
            text = self.tr("{who} · {when} · {words} words, {grown}")
        return text.format(
            who=self._version.by_name,
            when=moment.strftime("%H:%M:%S" if today else "%d.%m.%y %H:%M"),
            words=f"{self._version.word_count:,}",
            grown=f"{grown:+,}" if grown else "",
        )

    def _on_restore_clicked(self) -> None:
        self._question.setVisible(self._question.isHidden())
        if not self._question.isHidden():
            self._yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_confirmed(self) -> None:
        self._question.hide()
        self.restore_requested.emit(self._version.revision)

    def _on_declined(self) -> None:
        self._question.hide()
        self._restore.setFocus(Qt.FocusReason.OtherFocusReason)


def _parts(why: str) -> tuple[str, str, str]:
    """Return the verb of a version, its reason, and the reason that stood for a second person."""
    found = _WHY.fullmatch(why)
    return (found["verb"], found["reason"] or "", found["waiver"] or "") if found else (why, "", "")


class _Dot(QWidget):
    """A full dot in a token's colour."""

    def __init__(self, colour: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setFixedSize(QSize(_DOT, _LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(current_tokens(), self._colour)))
        painter.drawEllipse(QRectF(0.5, (_LINE - _DOT) / 2 + 0.5, _DOT - 1, _DOT - 1))
