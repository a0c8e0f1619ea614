"""Fields that tell a change once it is meant: after a short rest, or when they are left."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

REST_MS = 300


class ToldLine(QLineEdit):
    """A line of text; ``told`` carries what was typed, trimmed, once for every change.

    The echo of what was told changes nothing, so that the caret stays where it is.
    """

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, rest_ms: int = REST_MS) -> None:
        super().__init__(parent)
        self._told = ""
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self.tell)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self.tell)

    def show_value(self, value: str, *, anew: bool = False) -> None:
        """Show a value; one that is being typed over stays, unless it belongs to something else (``anew``)."""
        if anew:
            self._rest.stop()
        elif self._rest.isActive() or value == self._told:
            return
        self._told = value
        if self.text().strip() != value:
            place = self.cursorPosition() if self.hasFocus() else 0
            self.setText(value)
            self.setCursorPosition(min(place, len(value)))

    def tell(self) -> None:
        """Tell the text where it differs from what was told before."""
        self._rest.stop()
        value = self.text().strip()
        if value != self._told and not self.isReadOnly():
            self._told = value
            self.told.emit(value)

    def _on_edited(self) -> None:
        self._rest.start()


class ToldText(QPlainTextEdit):
    """Several lines of text, told as ``ToldLine`` tells one; Tab leads on."""

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, lines: int = 3, rest_ms: int = REST_MS) -> None:
        super().__init__(parent)
        self._told = ""
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self.tell)
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 18)
        self.textChanged.connect(self._on_text_changed)

    def show_value(self, value: str, *, anew: bool = False) -> None:
        """Show a value; one that is being typed over stays, unless it belongs to something else (``anew``)."""
        if anew:
            self._rest.stop()
        elif self._rest.isActive() or value == self._told:
            return
        self._told = value
        if self.toPlainText().strip() != value:
            self.blockSignals(True)
            self.setPlainText(value)
            self.blockSignals(False)

    def tell(self) -> None:
        """Tell the text where it differs from what was told before."""
        self._rest.stop()
        value = self.toPlainText().strip()
        if value != self._told:
            self._told = value
            self.told.emit(value)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.tell()

    def _on_text_changed(self) -> None:
        if self.toPlainText().strip() != self._told:
            self._rest.start()
