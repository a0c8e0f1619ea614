"""A field of one paragraph that wraps and grows with its text: headline and standfirst are made of it."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from newsdesk.ui.editor.page_palette import page_palette
from newsdesk.ui.theme.current import current_tokens

_LINE_ENDS = "\r\n\u2028\u2029\t\v\f"


class GrowingEdit(QTextEdit):
    """Holds one paragraph of plain text, without line breaks; never scrolls, always shows all of it."""

    changed = Signal(str)
    left_upwards = Signal()
    left_downwards = Signal()
    focused = Signal()

    def __init__(self, font: QFont, line_height: float, parent: QWidget | None = None) -> None:
        """Write in ``font``; ``line_height`` in ems."""
        super().__init__(parent)
        self._line_height = line_height * 100 / _natural(font)
        self.setProperty("role", "bare")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFont(font)
        self.setCursorWidth(2)
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.set_text("")
        self.textChanged.connect(self._on_text_changed)
        self.recolour()

    def text(self) -> str:
        """Return the text, without spaces at its ends."""
        return self.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Show a text; it can't be undone."""
        document = self.document()
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        form = QTextBlockFormat()
        form.setLineHeight(self._line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.insertText(one_line(text))
        cursor.setBlockFormat(form)
        document.setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._fit()

    def recolour(self) -> None:
        """Take the theme's colours."""
        self.setPalette(page_palette(current_tokens(), self.palette()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        down = key == Qt.Key.Key_Down and self._is_at_edge(QTextCursor.MoveOperation.Down)
        if down or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        elif key == Qt.Key.Key_Up and self._is_at_edge(QTextCursor.MoveOperation.Up):
            self.left_upwards.emit()
        elif event.matches(QKeySequence.StandardKey.DeleteEndOfLine) or key == Qt.Key.Key_Tab:
            # Ctrl+K is the window's; a Tab that led nowhere writes nothing.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _is_at_edge(self, move: QTextCursor.MoveOperation) -> bool:
        return not self.textCursor().movePosition(move)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(one_line(source.text()))
        self.ensureCursorVisible()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = round(self.document().size().height() + 0.49)
        if height != self.height():
            self.setFixedHeight(height)

    def _on_text_changed(self) -> None:
        self.changed.emit(self.text())


def one_line(text: str) -> str:
    """Return a text with a space for every line break and tab."""
    return "".join(" " if letter in _LINE_ENDS else letter for letter in text)


def _natural(font: QFont) -> float:
    """Return the height of a line of a font, in ems, as Qt lays it out by itself."""
    return QFontMetricsF(font).height() / font.pixelSize()
