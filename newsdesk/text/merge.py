"""Three-way merge of a body, paragraph by paragraph."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

_BREAKS = re.compile(r"((?:\r?\n[ \t]*){2,})")


def merge_bodies(base: str, mine: str, theirs: str) -> str | None:
    """Return ``base`` with both sides' changes, or None where both changed the same paragraph.

    Paragraphs are what blank lines part; each keeps its bytes and the break that follows it.
    """
    if mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    pieces = _paragraphs(base)
    merged = _merge(pieces, _changes(pieces, _paragraphs(mine)), _changes(pieces, _paragraphs(theirs)))
    return None if merged is None else "".join(merged)


def _paragraphs(source: str) -> list[str]:
    parts = _BREAKS.split(source)
    texts, breaks = parts[::2], [*parts[1::2], ""]
    return [text + gap for text, gap in zip(texts, breaks, strict=True) if text + gap]


_Change = tuple[int, int, list[str]]


def _changes(base: Sequence[str], other: Sequence[str]) -> list[_Change]:
    """Return (first, end, replacement) for each stretch of ``base`` that ``other`` replaces."""
    matcher = SequenceMatcher(None, base, other, autojunk=False)
    return [
        (first, end, list(other[new_first:new_end]))
        for tag, first, end, new_first, new_end in matcher.get_opcodes()
        if tag != "equal"
    ]


def _merge(base: Sequence[str], mine: list[_Change], theirs: list[_Change]) -> list[str] | None:
    merged: list[str] = []
    position = 0
    mine, theirs = list(mine), list(theirs)
    while mine or theirs:
        if mine and theirs and mine[0] == theirs[0]:
            theirs.pop(0)
            first, end, new = mine.pop(0)
        elif mine and theirs and _touch(mine[0], theirs[0]):
            return None
        else:
            side = mine if not theirs or (mine and mine[0][:2] < theirs[0][:2]) else theirs
            first, end, new = side.pop(0)
        merged.extend(base[position:first])
        merged.extend(new)
        position = end
    merged.extend(base[position:])
    return merged


def _touch(one: _Change, other: _Change) -> bool:
    """Tell whether two changes overlap, or insert at the same place."""
    return (one[0] < other[1] and other[0] < one[1]) or one[0] == other[0]
