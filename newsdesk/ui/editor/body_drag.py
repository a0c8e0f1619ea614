"""Dragging text out of the body and into it, through the guard."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragLeaveEvent, QDropEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from newsdesk.domain.errors import NewsdeskError
from newsdesk.text.blocks import Block
from newsdesk.ui.editor.block_insertion import insert_blocks
from newsdesk.ui.editor.clipboard import blocks_of, mime_of, selected_blocks
from newsdesk.ui.editor.page_view import PageView
from newsdesk.ui.editor.structure_guard import remove, widen


class BodyDrag(QObject):
    """Drags instead of QTextEdit, which would remove what it dragged without asking the guard."""

    refused = Signal(object)

    def __init__(self, edit: PageView) -> None:
        super().__init__(edit)
        self._edit = edit
        self._press: QPoint | None = None
        edit.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._drop(event)
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self._press = self._press_on_selection(event)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._press = None
        elif event.type() == QEvent.Type.MouseMove and self._press is not None:
            far = (event.position().toPoint() - self._press).manhattanLength()
            if far >= QApplication.startDragDistance():
                self._press = None
                self._drag()
            return True
        return False

    def _press_on_selection(self, event: QMouseEvent) -> QPoint | None:
        cursor = self._edit.textCursor()
        if event.button() != Qt.MouseButton.LeftButton or not cursor.hasSelection():
            return None
        at = self._edit.cursorForPosition(event.position().toPoint()).position()
        inside = cursor.selectionStart() <= at < cursor.selectionEnd()
        return event.position().toPoint() if inside else None

    def _drag(self) -> None:
        cursor = self._edit.textCursor()
        widen(cursor)
        self._edit.setTextCursor(cursor)
        drag = QDrag(self._edit)
        drag.setMimeData(mime_of(selected_blocks(cursor)))
        done = drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)
        if done == Qt.DropAction.MoveAction and drag.target() is not self._edit.viewport():
            remove(self._edit.textCursor())

    def _drop(self, event: QDropEvent) -> bool:
        # Ends the mark that follows the pointer while something is dragged over the text.
        self._edit.dragLeaveEvent(QDragLeaveEvent())
        if not self._edit.canInsertFromMimeData(event.mimeData()):
            return False
        moves = event.source() is self._edit and event.dropAction() == Qt.DropAction.MoveAction
        try:
            blocks = blocks_of(event.mimeData())
        except NewsdeskError as refusal:
            event.ignore()
            self.refused.emit(refusal)
            return True
        target = self._edit.cursorForPosition(event.position().toPoint())
        if self.put(target, blocks, moves=moves):
            event.acceptProposedAction()
        else:
            event.ignore()
        return True

    def put(self, target: QTextCursor, blocks: tuple[Block, ...], *, moves: bool) -> bool:
        """Insert blocks at a place, with ``moves`` in exchange for the selection; return whether it was done."""
        source = self._edit.textCursor()
        if moves:
            widen(source)
            if source.selectionStart() <= target.position() <= source.selectionEnd():
                return False
        target.beginEditBlock()
        if moves:
            remove(source)
        insert_blocks(target, blocks)
        target.endEditBlock()
        self._edit.setTextCursor(target)
        return True
