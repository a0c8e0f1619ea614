"""The numbers of list items, counted from the blocks as Markdown will count them."""

from PySide6.QtGui import QTextBlock

from newsdesk.text.blocks import Block
from newsdesk.ui.editor.body_format import BodyPart, part_of, shape_of


def item_number(block: QTextBlock) -> int:
    """Return the number of a list item, counted from where its list begins."""
    path = shape_of(block.blockFormat()).path
    count, first = 0, 1
    each = block
    while part_of(each) is BodyPart.LIST_ITEM:
        shape = shape_of(each.blockFormat())
        if not _in_list(shape, len(path), path[-1].value):
            break
        if len(shape.path) == len(path) and shape.starts_item:
            count += 1
            first = shape.start
        each = each.previous()
    return first + count - 1


def _in_list(shape: Block, depth: int, kind: str) -> bool:
    return len(shape.path) >= depth and shape.path[depth - 1].value == kind


class ListNumbers:
    """Counts on from the item painted before, so that a long list is counted once, not for each item."""

    def __init__(self) -> None:
        self._last: tuple[int, Block, int] | None = None

    def number(self, block: QTextBlock, shape: Block) -> int:
        """Return the number of an item; ask in the order of the text."""
        place = block.blockNumber()
        last = self._last
        if last is not None and last[0] == place - 1 and last[1].path == shape.path:
            found = last[2] + int(shape.starts_item)
        else:
            found = item_number(block)
        self._last = (place, shape, found)
        return found
