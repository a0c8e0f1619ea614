"""A change to one item of a foreign list or quotation, written into its own lines alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from newsdesk.text.blocks import Block, BlockKind
from newsdesk.text.markdown_inline import inline_markdown
from newsdesk.text.markdown_parser import Definitions
from newsdesk.text.markdown_reader import blocks_said

_ITEM = re.compile(r"[ \t]*(?:[*+-]|\d+\.)[ \t]+")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class _Part:
    """The lines of one block: what begins the first of them, all of them, and blank lines after."""

    prefix: str
    lines: str
    after: str


def spliced(source: str, before: Sequence[Block], after: Sequence[Block], definitions: Definitions) -> str | None:
    """Return the source of one list or quotation with its changed blocks rewritten, others untouched.

    None where the source can't be split by blocks, or the result would not read as ``after``.
    """
    parts = _parts(source, before)
    if parts is None:
        return None
    written: list[_Part] = []
    for operation, start, end, new_start, new_end in SequenceMatcher(None, before, after, False).get_opcodes():
        if operation == "equal":
            written += parts[start:end]
        elif operation == "replace" and end - start == new_end - new_start:
            pairs = zip(parts[start:end], after[new_start:new_end], strict=True)
            written += [_rewritten(part, block) for part, block in pairs]
        elif operation != "delete":
            return None
    text = "".join(part.lines + part.after for part in written[:-1]) + "".join(part.lines for part in written[-1:])
    return text if written and blocks_said(text, definitions) == tuple(after) else None


def _rewritten(part: _Part, block: Block) -> _Part:
    further = "> " * block.quote if block.kind is BlockKind.QUOTE else " " * (_COLUMNS * len(block.path))
    first, *rest = inline_markdown(block.runs).split("\n")
    return _Part(part.prefix, "\n".join([part.prefix + first, *(further + line for line in rest)]), part.after)


def _parts(source: str, blocks: Sequence[Block]) -> list[_Part] | None:
    """Return the parts of a source, one a block, or None where they do not tally."""
    kinds = {block.kind for block in blocks}
    lines = source.split("\n")
    if kinds == {BlockKind.LIST_ITEM} and all(block.starts_item for block in blocks):
        starts = [index for index, line in enumerate(lines) if _ITEM.match(line)]
    elif kinds == {BlockKind.QUOTE}:
        starts = [
            index
            for index, line in enumerate(lines)
            if _bare(line) and (index == 0 or not _bare(lines[index - 1]))
        ]
    else:
        return None
    if len(starts) != len(blocks) or starts[0] != 0:
        return None
    form = _ITEM if BlockKind.LIST_ITEM in kinds else _QUOTE
    return [_part(lines[start:end], form) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _part(lines: list[str], form: re.Pattern[str]) -> _Part:
    full = len(lines)
    while full > 1 and not _bare(lines[full - 1]):
        full -= 1
    prefix = form.match(lines[0])
    # The line end between this part's lines and the next part's belongs to what comes after.
    after = "\n" + "".join(line + "\n" for line in lines[full:])
    return _Part(prefix[0] if prefix else "", "\n".join(lines[:full]), after)


def _bare(line: str) -> str:
    return line.strip("> \t\r")
