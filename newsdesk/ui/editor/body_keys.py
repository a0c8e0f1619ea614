"""The keys of the body: which of them edit, and what each does. All others are QTextEdit's."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor

from newsdesk.text.blocks import Run
from newsdesk.ui.editor.block_edits import backspace, break_line, delete, enter
from newsdesk.ui.editor.body_format import href_of, part_of, redressed, run_of, shape_of
from newsdesk.ui.editor.structure_guard import holds_whole, is_shut, remove

Edit = Callable[[QTextCursor], None]

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_Standard = QKeySequence.StandardKey


def edit_for(event: QKeyEvent) -> Edit | None:
    """Return what a key does to the text at the cursor; None for one that types, moves or does nothing."""
    key, modifiers = event.key(), event.modifiers()
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        if modifiers & _COMMAND:
            return None
        return break_line if modifiers & Qt.KeyboardModifier.ShiftModifier else enter
    if event.matches(_Standard.DeleteStartOfWord):
        return lambda cursor: backspace(cursor, word=True)
    if event.matches(_Standard.DeleteEndOfWord):
        return lambda cursor: delete(cursor, word=True)
    if key == Qt.Key.Key_Backspace and not modifiers & Qt.KeyboardModifier.AltModifier:
        return backspace
    if key == Qt.Key.Key_Delete and not modifiers & Qt.KeyboardModifier.ShiftModifier:
        return delete
    return None


def types(event: QKeyEvent) -> bool:
    """Return whether a key writes a letter."""
    text = event.text()
    if not text or not text[0].isprintable():
        # A zero-width joiner and its kin are written too, and are not printable.
        return bool(text) and text[0] in "\u200b\u200c\u200d\u200e\u200f"
    control = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return control != Qt.KeyboardModifier.ControlModifier


def may_type(cursor: QTextCursor) -> bool:
    """Return whether letters may go in at the cursor, or in the place of its selection."""
    if not is_shut(cursor) and not cursor.hasSelection():
        return True
    if not cursor.hasSelection():
        return False
    document = cursor.document()
    within = document.findBlock(cursor.selectionStart()) == document.findBlock(cursor.selectionEnd())
    return not within or not is_shut(cursor) or holds_whole(cursor)


def is_on_first_line(cursor: QTextCursor) -> bool:
    """Return whether there is no line of the document above the cursor."""
    line = cursor.block().layout().lineForTextPosition(cursor.positionInBlock())
    return cursor.blockNumber() == 0 and line.lineNumber() <= 0


def spans_blocks(cursor: QTextCursor) -> bool:
    """Return whether the selection needs the guard to be removed."""
    if not cursor.hasSelection():
        return False
    block = cursor.block()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    return start < block.position() or end >= block.position() + block.length() or is_shut(cursor)


def type_over(cursor: QTextCursor, text: str) -> None:
    """Write a text in the place of a selection over several blocks, as one step of undo."""
    cursor.beginEditBlock()
    remove(cursor)
    cursor.insertText(text, unlinked_format(cursor) or cursor.charFormat())
    cursor.endEditBlock()


def unlinked_format(cursor: QTextCursor) -> QTextCharFormat | None:
    """Return the format for typing at a link's edge, without the link; None where the format is right."""
    form = cursor.charFormat()
    href = href_of(form)
    if not href:
        return None
    block = cursor.block()
    if not cursor.atBlockEnd() and not cursor.atBlockStart():
        ahead = QTextCursor(cursor)
        ahead.setPosition(cursor.position())
        ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
        if href_of(ahead.charFormat()) == href:
            return None
    old = run_of("", form)
    return redressed(form, Run("", old.marks, language=old.language), shape_of(block.blockFormat()), part_of(block))
