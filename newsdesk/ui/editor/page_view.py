"""The paper on which a body is written: its margins, its scroll bar, its type size, what is drawn on it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from newsdesk.ui.editor.body_painter import BodyPainter
from newsdesk.ui.editor.page_palette import page_palette
from newsdesk.ui.editor.page_scroll_bar import PageScrollBar
from newsdesk.ui.editor.text_tint import TextTint
from newsdesk.ui.theme.fonts import text_font
from newsdesk.ui.theme.tokens import SIZES, Tokens

SMALLEST_TYPE, LARGEST_TYPE = 12, 32
WIDEST_COLUMN = 608
"""The width of the column, in pixels: 62 to 70 characters of the body's type."""

NARROWEST_EDGE = 24


class PageView(QTextEdit):
    """A column of text in the middle, with room for a head above it that scrolls along."""

    scrolled = Signal(int)
    column_moved = Signal()

    def __init__(self, colours: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.painting = BodyPainter(colours)
        self.page_bar = PageScrollBar(self)
        self.setVerticalScrollBar(self.page_bar)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The column is set by us: with WidgetWidth Qt lays the text out for the window's width first.
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setCursorWidth(2)
        self.setPalette(page_palette(colours, self.palette()))
        self._type_size = SIZES.body
        self._menu_actions: list[QAction] = []
        self._tint: TextTint | None = None
        # The one that QTextEdit makes for itself it also deletes itself.
        self._own: QTextDocument | None = None

    def take_document(self, document: QTextDocument) -> None:
        """Show a document, and let go of the one before."""
        document.setDefaultFont(text_font(self._type_size))
        self.setDocument(document)
        self._tint = TextTint(document, self.painting.colours)
        # At once: left to itself it comes later, and looks like an edit then.
        self._tint.rehighlight()
        if self._own is not None:
            self._own.deleteLater()
        self._own = document

    def recolour(self, colours: Tokens) -> None:
        """Take another theme's colours; the text and its history stay as they are."""
        self.painting.colours = colours
        self.setPalette(page_palette(colours, self.palette()))
        if self._tint is not None:
            self._tint.recolour(colours)
        self.viewport().update()

    def set_type_size(self, size: int) -> None:
        """Write in another size of type, 12 to 32 pixels; the column grows with it."""
        self._type_size = min(max(size, SMALLEST_TYPE), LARGEST_TYPE)
        self.document().setDefaultFont(text_font(self._type_size))
        self._centre()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint_things(event.rect())
        super().paintEvent(event)

    def _paint_things(self, place: QRect) -> None:
        top = place.top() + self.page_bar.value()
        bottom = place.bottom() + self.page_bar.value()
        first = self._block_at(max(0, top))
        layout = self.document().documentLayout()
        if self.painting.plain_only(first, layout, bottom):
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.page_bar.value())
        self.painting.paint(painter, first, bottom, self.textCursor())
        painter.end()

    def _block_at(self, height: int) -> QTextBlock:
        """Return the block above which nothing of the document reaches down to that height."""
        layout = self.document().documentLayout()
        position = layout.hitTest(QPointF(0, height), Qt.HitTestAccuracy.FuzzyHit)
        found = self.document().findBlock(max(0, position))
        # A frame reaches over the edges of its block: the neighbour above may be in view as well.
        return found.previous() if found.previous().isValid() else found

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: N802
        # The body keeps the Tab key for its lists; the fields of the head, which ask here too, go on.
        return False if self.hasFocus() else QWidget.focusNextPrevChild(self, forwards)

    def set_menu_actions(self, actions: Sequence[QAction]) -> None:
        """Let these actions stand in the menu under the pointer, in this order."""
        self._menu_actions = list(actions)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # Not QTextEdit's own menu: its Cut and Delete go past the guard.
        menu = QMenu(self)
        menu.addActions(self._menu_actions)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_type_size(self._type_size + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre()

    def column_width(self) -> int:
        """Return the width of the column, in pixels."""
        return self.lineWrapColumnOrWidth()

    def _centre(self) -> None:
        bar = self.page_bar.sizeHint().width()
        widest = round(WIDEST_COLUMN * self._type_size / SIZES.body)
        column = min(widest, max(200, self.width() - 2 * NARROWEST_EDGE - bar))
        if column != self.lineWrapColumnOrWidth():
            self.setLineWrapColumnOrWidth(column)
        left = max(0, (self.width() - column) // 2)
        self.setViewportMargins(left, 0, max(0, self.width() - left - column - bar), 0)
        self.column_moved.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        super().scrollContentsBy(dx, dy)
        self.scrolled.emit(self.page_bar.value())
