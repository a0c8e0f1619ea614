"""The guard: figures, rules and raw blocks stay whole, whatever is removed, joined or typed.

A figure is two blocks of the document, and Qt joins blocks as it likes. So every removal goes
through here: a selection that reaches into something guarded grows to all of it, and what is left
over always gets a format on purpose, never the one that Qt happens to leave.
"""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from newsdesk.text.blocks import Block, BlockKind, list_item, paragraph
from newsdesk.text.normal_form import normalise
from newsdesk.ui.editor.body_format import SHUT_PARTS, TEXT_PARTS, BodyPart, block_format, part_of, shape_of
from newsdesk.ui.editor.document_builder import redress, shown_raw

_KEEP = QTextCursor.MoveMode.KeepAnchor
PLAIN = paragraph("")


def whole_of(block: QTextBlock) -> tuple[QTextBlock, QTextBlock]:
    """Return the first and the last block of the thing that a block belongs to."""
    part = part_of(block)
    if part is BodyPart.CAPTION and part_of(block.previous()) is BodyPart.PICTURE:
        return block.previous(), block
    if part is BodyPart.PICTURE and part_of(block.next()) is BodyPart.CAPTION:
        return block, block.next()
    return block, block


def end_of(block: QTextBlock) -> int:
    """Return the position after a block's last character."""
    return block.position() + block.length() - 1


def is_shut(cursor: QTextCursor) -> bool:
    """Return whether the cursor stands where nobody types: on a picture, a rule, in a raw block."""
    return part_of(cursor.block()) in SHUT_PARTS


def select_whole(cursor: QTextCursor, block: QTextBlock) -> None:
    """Select the thing that a block belongs to."""
    first, last = whole_of(block)
    cursor.setPosition(first.position())
    cursor.setPosition(end_of(last), _KEEP)


def holds_whole(cursor: QTextCursor) -> bool:
    """Return whether the thing at the cursor is selected whole; one without text always is."""
    first, last = whole_of(cursor.block())
    return cursor.selectionStart() <= first.position() and cursor.selectionEnd() >= end_of(last)


def widen(cursor: QTextCursor) -> None:
    """Grow a selection over whole figures, rules and raw blocks; one within a caption stays."""
    if not cursor.hasSelection():
        return
    document = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    first, last = document.findBlock(start), document.findBlock(end)
    if first == last and part_of(first) not in SHUT_PARTS:
        return
    if part_of(first) not in TEXT_PARTS:
        start = whole_of(first)[0].position()
    if part_of(last) not in TEXT_PARTS:
        end = end_of(whole_of(last)[1])
    if (start, end) != (cursor.selectionStart(), cursor.selectionEnd()):
        cursor.setPosition(start)
        cursor.setPosition(end, _KEEP)


def remove(cursor: QTextCursor) -> None:
    """Remove the selection, grown over what it touches; what is left of its ends is one text block."""
    if not cursor.hasSelection():
        return
    widen(cursor)
    document = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    first, last = document.findBlock(start), document.findBlock(end)
    if first == last and part_of(first) not in SHUT_PARTS:
        cursor.removeSelectedText()
        return
    shape = _left_over(first, last, start, end)
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    redress(cursor.block(), shape, _part(shape))
    settle_lists(cursor.block())
    cursor.endEditBlock()


def _left_over(first: QTextBlock, last: QTextBlock, start: int, end: int) -> Block:
    """Return the shape of what a removal leaves: that of the end which keeps some text, the first above all."""
    keeps = [(first, start > first.position()), (last, end < end_of(last)), (first, True)]
    for block, has_text in keeps:
        if has_text and part_of(block) in TEXT_PARTS:
            return shape_of(block.blockFormat())
    return PLAIN


def join(upper: QTextBlock, lower: QTextBlock) -> int:
    """Join two neighbouring blocks of text and return where they meet; the upper's kind wins if it has text."""
    keeper = upper if upper.length() > 1 else lower
    shape = shape_of(keeper.blockFormat())
    cursor = QTextCursor(lower)
    cursor.beginEditBlock()
    cursor.deletePreviousChar()
    redress(cursor.block(), shape, _part(shape))
    settle_lists(cursor.block())
    cursor.endEditBlock()
    return cursor.position()


def drop_blank(block: QTextBlock) -> None:
    """Remove a block without text, between others; its neighbours keep their formats."""
    cursor = QTextCursor(block)
    cursor.beginEditBlock()
    if block.previous().isValid():
        above = block.previous()
        kept, characters = above.blockFormat(), above.charFormat()
        cursor.deletePreviousChar()
    else:
        below = block.next()
        kept, characters = below.blockFormat(), below.charFormat()
        cursor.deleteChar()
    cursor.setBlockFormat(kept)
    cursor.setBlockCharFormat(characters)
    settle_lists(cursor.block())
    cursor.endEditBlock()


def settle_lists(block: QTextBlock) -> None:
    """Give the list items from a block on the depth that the items above them allow."""
    if part_of(block) is not BodyPart.LIST_ITEM:
        block = block.next()
    run_of_items = []
    above = block
    while above.isValid() and part_of(above.previous()) is BodyPart.LIST_ITEM:
        above = above.previous()
    while above.isValid() and part_of(above) is BodyPart.LIST_ITEM:
        run_of_items.append(above)
        above = above.next()
    shapes = [shape_of(item.blockFormat()) for item in run_of_items]
    stand_ins = [list_item("x", shape.path, starts_item=shape.starts_item, start=shape.start) for shape in shapes]
    for item, shape, settled in zip(run_of_items, shapes, normalise(stand_ins), strict=True):
        if (shape.path, shape.starts_item, shape.start) != (settled.path, settled.starts_item, settled.start):
            QTextCursor(item).setBlockFormat(block_format(settled))


def _part(shape: Block) -> BodyPart:
    return {
        BlockKind.HEADING: BodyPart.HEADING,
        BlockKind.QUOTE: BodyPart.QUOTE,
        BlockKind.LIST_ITEM: BodyPart.LIST_ITEM,
    }.get(shape.kind, BodyPart.PARAGRAPH)


def broken_at(document: QTextDocument) -> str:
    """Return what is not whole, in words; empty where everything is."""
    block = document.begin()
    while block.isValid():
        part = part_of(block)
        number = block.blockNumber()
        if part is BodyPart.PICTURE and part_of(block.next()) is not BodyPart.CAPTION:
            return f"block {number}: a picture without its caption"
        if part is BodyPart.CAPTION and part_of(block.previous()) is not BodyPart.PICTURE:
            return f"block {number}: a caption without its picture"
        if part in (BodyPart.PICTURE, BodyPart.RULE) and block.length() > 1:
            return f"block {number}: text in a {part.name.lower()}"
        if part is BodyPart.RAW and block.text() != shown_raw(shape_of(block.blockFormat()).raw):
            return f"block {number}: a raw block was changed"
        block = block.next()
    return ""
