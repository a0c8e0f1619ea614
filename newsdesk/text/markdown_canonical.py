"""The one way in which Newsdesk itself writes each block."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from newsdesk.text.blocks import Block, BlockKind, FigurePosition, ListKind
from newsdesk.text.markdown_inline import Place, escaped, inline_markdown
from newsdesk.text.markdown_tree import blocks_in

RULE = "---"
_COLUMNS = 4
_INDENT = " " * _COLUMNS


def groups_of(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Yield the blocks that one stretch of Markdown holds: a list, a quotation, or one block."""
    for together, group in groupby(blocks, togetherness):
        members = tuple(group)
        yield from (members,) if together else ((block,) for block in members)


def togetherness(block: Block) -> object:
    """Return what a block shares with its neighbours in one group, or nothing."""
    if block.kind is BlockKind.LIST_ITEM:
        return block.path[0]
    return BlockKind.QUOTE if block.kind is BlockKind.QUOTE else None


def canonical(group: Sequence[Block]) -> str:
    """Return the Markdown of one group of blocks in normal form, without a line end after it."""
    first = group[0]
    match first.kind:
        case BlockKind.HEADING:
            return "#" * first.level + " " + inline_markdown(first.runs, Place.HEADING)
        case BlockKind.FIGURE:
            return _figure(first)
        case BlockKind.RULE:
            return RULE
        case BlockKind.RAW:
            return first.raw
        case BlockKind.QUOTE | BlockKind.LIST_ITEM:
            return _several(tuple(group))
        case _:
            return inline_markdown(first.runs)


def _several(group: tuple[Block, ...]) -> str:
    """Return a list or a quotation; cautiously where the plainer form reads otherwise as a whole."""
    write = _quotation if group[0].kind is BlockKind.QUOTE else _list
    text = write(group, cautious=False)
    return text if blocks_in(text) == group else write(group, cautious=True)


def _figure(block: Block) -> str:
    shown = block.figure
    if shown is None:
        return ""
    place = "" if shown.position is FigurePosition.COLUMN else f' "{shown.position.value}"'
    line = f"![{escaped(shown.alt)}](media:{shown.photo}{place})"
    return f"{line}\n: {inline_markdown(block.runs, Place.CAPTION)}" if block.runs else line


def _quotation(group: Sequence[Block], *, cautious: bool) -> str:
    lines: list[str] = []
    above = 0
    for block in group:
        if above:
            lines.append(("> " * min(above, block.quote)).rstrip())
        text = inline_markdown(block.runs, cautious=cautious)
        lines += ["> " * block.quote + line for line in text.split("\n")]
        above = block.quote
    return "\n".join(lines)


def _list(group: Sequence[Block], *, cautious: bool) -> str:
    # A further paragraph, or a change of kind below the first level, needs an empty line before it;
    # what stands after that in a tight list would be read one level too deep, so all items get one.
    loose = any(
        not block.starts_item or (len(above.path) >= len(block.path) and _switches(above, block))
        for above, block in pairwise(group)
    )
    numbers: list[int] = []
    lines: list[str] = []
    above: tuple[ListKind, ...] = ()
    for block in group:
        depth = len(block.path)
        if lines and loose:
            lines.append("")
        if block.starts_item:
            begins = above[:depth] != block.path
            del numbers[depth:]
            if begins:
                numbers[depth - 1 :] = [block.start]
            else:
                numbers[depth - 1] += 1
            marker = f"{numbers[depth - 1]}." if block.path[-1] is ListKind.NUMBERED else "-"
        else:
            marker = ""
        opening = _INDENT * (depth - 1) + (marker.ljust(_COLUMNS - 1) + " ")
        text = inline_markdown(block.runs, cautious=cautious)
        lines += _indented(text, opening, _INDENT * depth)
        above = block.path
    return "\n".join(lines)


def _switches(above: Block, block: Block) -> bool:
    return above.path[: len(block.path)] != block.path


def _indented(text: str, opening: str, further: str) -> list[str]:
    first, *rest = text.split("\n")
    return [opening + first, *(further + line for line in rest)]
