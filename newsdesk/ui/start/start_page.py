"""The first start: look around, begin, open, bring stories in."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsdesk.ui.theme import dress
from newsdesk.ui.widgets.card import Card
from newsdesk.ui.widgets.drop_veil import DropVeil
from newsdesk.ui.widgets.file_catcher import FileCatcher

_WIDTH = 590


class Choice(Card):
    """A card that is one large button."""

    pressed = Signal()

    def __init__(self, icon_name: str, title: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("{title}. {words}").format(title=title, words=words))
        sign, head, text = QLabel(self), QLabel(title, self), QLabel(words, self)
        dress(sign, icon_name, "soft", 18)
        head.setProperty("role", "title")
        text.setProperty("role", "muted")
        text.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 16, 18, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.addWidget(sign, 0, 0)
        grid.addWidget(head, 0, 1)
        grid.addWidget(text, 1, 1)
        grid.setColumnStretch(1, 1)

    def ground(self) -> str:
        return "hover" if self.underMouse() else "paper"

    def outline(self) -> tuple[str, float]:
        if self.hasFocus():
            return "accent", 2.0
        return ("edge" if self.underMouse() else "line"), 1.0

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


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
        column = QWidget(self)
        column.setMaximumWidth(_WIDTH)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        name, words = QLabel(self.tr("Newsdesk"), column), QLabel(self.tr("Write, credit, check, publish."), column)
        name.setProperty("role", "display")
        words.setProperty("role", "lede")
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(name)
        head.addWidget(words)
        rows.addLayout(head)
        rows.addSpacing(8)
        for choice in self._choices(column):
            rows.addWidget(choice)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(column, 100)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(48, 32, 48, 32)
        layout.addStretch(2)
        layout.addLayout(middle)
        layout.addStretch(3)
        self._catcher = FileCatcher(self)
        self._veil = DropVeil(self.tr("Drop the files to bring stories in"), self)
        self._catcher.caught.connect(self.files_dropped)
        self._catcher.hovering.connect(self._veil.setVisible)

    def _choices(self, parent: QWidget) -> list[Choice]:
        rows: tuple[tuple[str, str, str, SignalInstance], ...] = (
            (
                "newspaper",
                self.tr("Look around in the sample newsroom"),
                self.tr("A dozen stories and pictures, English and Serbian. Nothing leaves this machine."),
                self.sample_requested,
            ),
            (
                "square-pen",
                self.tr("Start an empty newsroom"),
                self.tr("One folder. Copy it and you have it all."),
                self.empty_requested,
            ),
            (
                "folder-open",
                self.tr("Open a newsroom"),
                self.tr("A folder, or the address of a shared one."),
                self.open_requested,
            ),
            (
                "file-input",
                self.tr("Bring stories in"),
                self.tr("Saved pages, text and Markdown. Or drop them here."),
                self.import_requested,
            ),
        )
        choices = []
        for icon_name, title, words, wish in rows:
            choice = Choice(icon_name, title, words, parent)
            choice.pressed.connect(wish)
            choices.append(choice)
        return choices
