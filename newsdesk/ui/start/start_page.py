"""The first start: look around, begin, open, bring stories in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from newsdesk.ui.theme import dress
from newsdesk.ui.widgets.dropped_files import dropped_files

_WIDTH = 590


class Choice(QFrame):
    """A card that is one large button."""

    pressed = Signal()

    def __init__(self, icon_name: str, title: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("kind", "choice")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{title}. {words}")
        sign, head, text = QLabel(self), QLabel(title, self), QLabel(words, self)
        dress(sign, icon_name, "soft", 18)
        head.setProperty("role", "title")
        text.setProperty("role", "hint")
        text.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 15, 18, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(3)
        grid.addWidget(sign, 0, 0)
        grid.addWidget(head, 0, 1)
        grid.addWidget(text, 1, 1)
        grid.setColumnStretch(1, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
            return
        super().keyPressEvent(event)


class StartPage(QWidget):
    """Four ways to begin; files can be dropped anywhere on it."""

    sample_requested = Signal()
    empty_requested = Signal()
    open_requested = Signal()
    import_requested = Signal()
    files_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAcceptDrops(True)
        column = QWidget(self)
        column.setMaximumWidth(_WIDTH)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        name, words = QLabel(self.tr("Newsdesk"), column), QLabel(self.tr("Write, credit, check, publish."), column)
        name.setProperty("role", "display")
        words.setProperty("role", "lede")
        rows.addWidget(name)
        rows.addWidget(words)
        rows.addSpacing(12)
        for choice in self._choices(column):
            rows.addWidget(choice)
        rows.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(64, 64, 64, 40)
        layout.addWidget(column)

    def _choices(self, parent: QWidget) -> list[Choice]:
        rows: tuple[tuple[str, str, str, Callable[[], None]], ...] = (
            (
                "newspaper",
                self.tr("Look around in the sample newsroom"),
                self.tr("A dozen stories and pictures, English and Serbian. Nothing leaves this machine."),
                self.sample_requested.emit,
            ),
            (
                "square-pen",
                self.tr("Start an empty newsroom"),
                self.tr("One folder. Copy it and you have it all."),
                self.empty_requested.emit,
            ),
            (
                "folder-open",
                self.tr("Open a newsroom"),
                self.tr("A folder, or the address of a shared one."),
                self.open_requested.emit,
            ),
            (
                "file-input",
                self.tr("Bring stories in"),
                self.tr("Saved pages, text and Markdown. Or drop them here."),
                self.import_requested.emit,
            ),
        )
        choices = []
        for icon_name, title, words, ask in rows:
            choice = Choice(icon_name, title, words, parent)
            choice.pressed.connect(ask)
            choices.append(choice)
        return choices

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files: list[Path] = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)
