"""What Enter, Backspace, Delete and Tab do to the blocks at a cursor; each is one step of undo."""

from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from newsdesk.text.blocks import HARD_BREAK, LIST_DEPTH, Block, BlockKind, ListKind, Run
from newsdesk.ui.editor.body_format import (
    TEXT_PARTS,
    BodyPart,
    block_format,
    char_format,
    part_for,
    part_of,
    shape_of,
)
from newsdesk.ui.editor.document_builder import redress
from newsdesk.ui.editor.structure_guard import (
    PLAIN,
    drop_blank,
    end_of,
    holds_whole,
    is_shut,
    join,
    remove,
    select_whole,
    settle_lists,
    whole_of,
)

_MOVE = QTextCursor.MoveOperation
_KEEP = QTextCursor.MoveMode.KeepAnchor


def reshape(cursor: QTextCursor, block: QTextBlock, shape: Block) -> None:
    """Make a text block into another kind of text."""
    cursor.beginEditBlock()
    redress(block, shape, part_for(shape))
    settle_lists(block)
    cursor.endEditBlock()


def break_line(cursor: QTextCursor) -> None:
    """Break the line inside the block; headings and captions have one line and take none."""
    cursor.beginEditBlock()
    if cursor.hasSelection():
        remove(cursor)
    if part_of(cursor.block()) in TEXT_PARTS - {BodyPart.HEADING}:
        cursor.insertText(HARD_BREAK)
    cursor.endEditBlock()


def enter(cursor: QTextCursor) -> None:
    """Do what Enter does: split a text, leave a list at its empty item, leave a figure."""
    cursor.beginEditBlock()
    if cursor.hasSelection():
        remove(cursor)
    part = part_of(cursor.block())
    if part is BodyPart.PICTURE:
        _paragraph_before(cursor)
    elif part not in TEXT_PARTS:
        paragraph_after(cursor)
    else:
        _split(cursor, part)
    cursor.endEditBlock()


def _split(cursor: QTextCursor, part: BodyPart) -> None:
    block = cursor.block()
    shape = shape_of(block.blockFormat())
    if part is not BodyPart.PARAGRAPH and block.length() == 1:
        _step_out(cursor, shape)
        return
    if part is BodyPart.HEADING and cursor.atBlockStart():
        _new_block(cursor, shape)
        redress(cursor.block().previous(), PLAIN, BodyPart.PARAGRAPH)
        return
    if part is BodyPart.HEADING and cursor.atBlockEnd():
        shape = PLAIN
    if part is BodyPart.LIST_ITEM:
        shape = replace(shape, starts_item=True, start=1)
    _new_block(cursor, shape)
    settle_lists(cursor.block())


def _new_block(cursor: QTextCursor, shape: Block) -> None:
    part = part_for(shape)
    cursor.insertBlock(block_format(shape), char_format(Run(""), shape, part))


def _step_out(cursor: QTextCursor, shape: Block) -> None:
    """Take an empty item one list outwards; what is in no list becomes a paragraph."""
    deeper = shape.kind is BlockKind.LIST_ITEM and len(shape.path) > 1
    reshape(cursor, cursor.block(), replace(shape, path=shape.path[:-1], starts_item=True) if deeper else PLAIN)


def _paragraph_before(cursor: QTextCursor) -> None:
    block = cursor.block()
    formats = block.blockFormat(), block.charFormat()
    cursor.setPosition(block.position())
    cursor.insertBlock(*formats)
    cursor.movePosition(_MOVE.PreviousBlock)
    redress(cursor.block(), PLAIN, BodyPart.PARAGRAPH)


def paragraph_after(cursor: QTextCursor) -> None:
    """Start a paragraph after the thing at the cursor, and go there."""
    cursor.setPosition(end_of(whole_of(cursor.block())[1]))
    _new_block(cursor, PLAIN)
    settle_lists(cursor.block())


def backspace(cursor: QTextCursor, *, word: bool = False) -> None:
    """Do what Backspace does; at a guarded thing's edge it selects the thing, and only then removes it."""
    if _removed_selection(cursor):
        return
    block = cursor.block()
    part = part_of(block)
    if not cursor.atBlockStart():
        _remove_within(cursor, _MOVE.PreviousWord if word else _MOVE.PreviousCharacter)
    elif part is BodyPart.CAPTION:
        select_whole(cursor, block)
    elif part is not BodyPart.PARAGRAPH:
        _step_out(cursor, shape_of(block.blockFormat()))
    else:
        _back_over_border(cursor, block)


def _back_over_border(cursor: QTextCursor, block: QTextBlock) -> None:
    above = block.previous()
    if not above.isValid():
        return
    if part_of(above) in TEXT_PARTS:
        cursor.setPosition(join(above, block))
    elif block.length() == 1 and block.next().isValid():
        drop_blank(block)
        cursor.setPosition(end_of(cursor.block()))
    else:
        select_whole(cursor, above)


def delete(cursor: QTextCursor, *, word: bool = False) -> None:
    """Do what Delete does, the mirror of ``backspace``."""
    if _removed_selection(cursor):
        return
    block = cursor.block()
    below = block.next()
    if not cursor.atBlockEnd():
        _remove_within(cursor, _MOVE.NextWord if word else _MOVE.NextCharacter)
    elif not below.isValid():
        return
    elif part_of(block) is BodyPart.CAPTION:
        _forward_over_caption(cursor, below)
    elif part_of(below) in TEXT_PARTS:
        cursor.setPosition(join(block, below))
    elif block.length() == 1:
        drop_blank(block)
    else:
        select_whole(cursor, below)


def _forward_over_caption(cursor: QTextCursor, below: QTextBlock) -> None:
    if part_of(below) in TEXT_PARTS and below.length() == 1 and below.next().isValid():
        drop_blank(below)
    elif part_of(below) not in TEXT_PARTS:
        select_whole(cursor, below)


def _removed_selection(cursor: QTextCursor) -> bool:
    """Remove what is selected; a guarded thing that is not selected whole is selected first."""
    if cursor.hasSelection():
        if is_shut(cursor) and not holds_whole(cursor) and _within_one(cursor):
            select_whole(cursor, cursor.block())
        else:
            remove(cursor)
        return True
    if not is_shut(cursor):
        return False
    whole = cursor.block().length() == 1
    select_whole(cursor, cursor.block())
    if whole:
        # A picture or a rule has no text: to stand on it is to have it selected.
        _remove_thing(cursor)
    return True


def _within_one(cursor: QTextCursor) -> bool:
    document = cursor.document()
    return document.findBlock(cursor.anchor()) == document.findBlock(cursor.position())


def _remove_thing(cursor: QTextCursor) -> None:
    if cursor.hasSelection():
        remove(cursor)
    else:
        reshape(cursor, cursor.block(), PLAIN)


def _remove_within(cursor: QTextCursor, move: QTextCursor.MoveOperation) -> None:
    """Remove up to where the move goes, but not over the block's border."""
    block = cursor.block()
    start, end = block.position(), end_of(block)
    cursor.movePosition(move, _KEEP)
    cursor.setPosition(max(start, min(cursor.position(), end)), _KEEP)
    cursor.removeSelectedText()


def shift_depth(cursor: QTextCursor, step: int) -> bool:
    """Move the list items of the selection deeper or less deep; return whether there was an item."""
    document = cursor.document()
    first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    blocks = [block for block in blocks_between(first, last) if part_of(block) is BodyPart.LIST_ITEM]
    if not blocks:
        return False
    cursor.beginEditBlock()
    for block in blocks:
        shape = shape_of(block.blockFormat())
        depth = len(shape.path) + step
        if depth == 0:
            redress(block, PLAIN, BodyPart.PARAGRAPH)
        elif depth <= LIST_DEPTH and _may_go(block, depth):
            path = (*shape.path, shape.path[-1])[:depth]
            block_cursor = QTextCursor(block)
            block_cursor.setBlockFormat(block_format(replace(shape, path=path, starts_item=True, start=1)))
    settle_lists(blocks[0])
    cursor.endEditBlock()
    return True


def _may_go(block: QTextBlock, depth: int) -> bool:
    above = block.previous()
    if part_of(above) is not BodyPart.LIST_ITEM:
        return depth == 1
    return depth <= len(shape_of(above.blockFormat()).path) + 1


def blocks_between(first: QTextBlock, last: QTextBlock) -> list[QTextBlock]:
    """Return the blocks from the first to the last, both included."""
    found = [first]
    while found[-1] != last and found[-1].next().isValid():
        found.append(found[-1].next())
    return found


def list_shape(kind: ListKind, depth: int = 1) -> Block:
    """Return the shape of an item of such a list."""
    return Block(kind=BlockKind.LIST_ITEM, path=(kind,) * depth, starts_item=True)
