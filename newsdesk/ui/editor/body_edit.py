"""The body of a story as it is written: a QTextEdit whose text always stays a body."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from newsdesk.domain.errors import NewsdeskError
from newsdesk.text.blocks import Block
from newsdesk.ui.editor.block_edits import shift_depth
from newsdesk.ui.editor.block_insertion import insert_blocks
from newsdesk.ui.editor.body_drag import BodyDrag
from newsdesk.ui.editor.body_keys import (
    edit_for,
    is_on_first_line,
    may_type,
    spans_blocks,
    type_over,
    types,
    unlinked_format,
)
from newsdesk.ui.editor.clipboard import blocks_of, blocks_of_text, can_paste, mime_of, selected_blocks
from newsdesk.ui.editor.document_builder import build_document
from newsdesk.ui.editor.document_reader import DocumentReader
from newsdesk.ui.editor.page_view import PageView
from newsdesk.ui.editor.structure_guard import is_shut, remove, widen
from newsdesk.ui.theme.tokens import Tokens

_Standard = QKeySequence.StandardKey


class BodyEdit(PageView):
    """Shows and edits one body; nothing reaches its text but blocks, letters and the edits of this room."""

    edited = Signal()
    paste_refused = Signal(object)
    left_upwards = Signal()
    left_by_tab = Signal(bool)

    def __init__(self, colours: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(colours, parent)
        self.setAcceptRichText(False)
        self.setAccessibleName(self.tr("Body of the story"))
        self.drag = BodyDrag(self)
        self.drag.refused.connect(self.paste_refused)
        self._recolours = False
        self.set_body(())
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def set_body(self, blocks: Sequence[Block]) -> None:
        """Show another body; the history of undo begins anew."""
        document = build_document(blocks, self)
        self.take_document(document)
        self._reader = DocumentReader(document)
        self._revision = document.revision()
        document.contentsChanged.connect(self._on_contents_changed)
        # A new document says nothing of it until something in it changes.
        self.undoAvailable.emit(False)
        self.redoAvailable.emit(False)

    def blocks(self) -> tuple[Block, ...]:
        """Return the body as it stands."""
        return self._reader.blocks()

    def recolour(self, colours: Tokens) -> None:
        """Take another theme's colours, which is no edit."""
        self._recolours = True
        super().recolour(colours)
        self._recolours = False

    def apply(self, change: Callable[[QTextCursor], object]) -> None:
        """Let a change work on the cursor, as one step of undo, and keep the cursor in sight."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        change(cursor)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def insert(self, blocks: Sequence[Block]) -> None:
        """Put blocks in the place of the selection."""
        self.apply(lambda cursor: insert_blocks(cursor, blocks))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if types(event):
            self._type(event)
        elif (edit := edit_for(event)) is not None:
            self.apply(edit)
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._tab(-1 if event.key() == Qt.Key.Key_Backtab else 1)
        elif event.matches(_Standard.Cut):
            self.cut_selection()
        elif event.matches(_Standard.Paste):
            self.paste_from_clipboard()
        elif event.matches(_Standard.DeleteEndOfLine) or event.matches(_Standard.DeleteCompleteLine):
            # Qt would remove over the borders of blocks; Ctrl+K is the window's.
            event.ignore()
        elif event.key() == Qt.Key.Key_Up and is_on_first_line(self.textCursor()) and not event.modifiers():
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def _type(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        if not may_type(cursor):
            event.ignore()
            return
        if spans_blocks(cursor):
            text = event.text()
            self.apply(lambda at: type_over(at, text))
            return
        form = unlinked_format(cursor)
        if form is not None:
            self.setCurrentCharFormat(form)
        super().keyPressEvent(event)

    def _tab(self, step: int) -> None:
        cursor = self.textCursor()
        if shift_depth(cursor, step):
            self.setTextCursor(cursor)
        else:
            self.left_by_tab.emit(step > 0)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        cursor = self.textCursor()
        if not may_type(cursor):
            QGuiApplication.inputMethod().reset()
            return
        writes = event.commitString() or event.preeditString()
        if writes and spans_blocks(cursor):
            self.apply(remove)
        if any(end in event.commitString() for end in "\r\n\u2029"):
            self.insert(blocks_of_text(event.commitString()))
            return
        form = unlinked_format(self.textCursor())
        if writes and form is not None:
            self.setCurrentCharFormat(form)
        super().inputMethodEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        return mime_of(selected_blocks(self.textCursor()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files are for the window: photos to attach, stories to bring in.
        return can_paste(source) and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insert_mime(source)

    def insert_mime(self, source: QMimeData, *, plain: bool = False) -> None:
        """Put what a clipboard holds in the place of the selection, or say why not."""
        if not may_type(self.textCursor()) and self.textCursor().hasSelection():
            return
        try:
            blocks = blocks_of(source, plain=plain)
        except NewsdeskError as refusal:
            self.paste_refused.emit(refusal)
            return
        self.insert(blocks)

    def paste_from_clipboard(self) -> None:
        """Paste, with marks and kinds of blocks."""
        self.insert_mime(QGuiApplication.clipboard().mimeData())

    def paste_plain(self) -> None:
        """Paste the words alone."""
        self.insert_mime(QGuiApplication.clipboard().mimeData(), plain=True)

    def cut_selection(self) -> None:
        """Cut the selection, grown over what it touches."""
        if not self.textCursor().hasSelection():
            return
        self.apply(widen)
        self.copy()
        self.apply(remove)

    def _on_contents_changed(self) -> None:
        # The tint of links reports a change too, but no new revision.
        revision = self.document().revision()
        if revision != self._revision and not self._recolours:
            self.edited.emit()
        self._revision = revision

    def _on_cursor_moved(self) -> None:
        # On a picture or a rule the whole thing is marked; a caret beside it would only flicker.
        cursor = self.textCursor()
        hides = is_shut(cursor) and cursor.block().length() == 1
        if self.cursorWidth() != (width := 0 if hides else 2):
            self.setCursorWidth(width)
            self.viewport().update()
