"""Markdown out: what was not changed keeps its bytes, what was is written our way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from newsdesk.text.blocks import Block, BlockKind
from newsdesk.text.markdown_canonical import canonical, groups_of, togetherness
from newsdesk.text.markdown_parser import definitions_in
from newsdesk.text.markdown_reader import Document, Piece, blocks_said, read_markdown
from newsdesk.text.markdown_segments import SEPARATOR, segments_in
from newsdesk.text.markdown_splice import spliced
from newsdesk.text.normal_form import normalise

_APART = "\n\n"
_KEPT_APART = f"\n\n{SEPARATOR}\n\n"


def write_markdown(blocks: Sequence[Block], previous: Document | None = None) -> str:
    """Return the Markdown of a body, which reads back as these blocks in normal form.

    With the document that the body came from, every stretch of it whose blocks are the same
    keeps its bytes, and so do the gaps between such stretches.
    """
    wanted = normalise(blocks)
    if previous is not None and wanted == previous.blocks:
        return previous.source
    if previous is None or not previous.pieces:
        return _from_scratch(wanted, previous)
    stretches = tuple(_stretches(wanted, previous))
    for gaps in (_old_gaps(stretches, previous), _safe_gaps(stretches, previous)):
        text = _assembled(stretches, gaps, previous)
        if read_markdown(text).blocks == wanted:
            return text
    text = _held_apart(stretches, _safe_gaps(stretches, previous), previous)
    return text if read_markdown(text).blocks == wanted else _from_scratch(wanted, previous)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """One stretch of the new source; ``old`` is the piece that it is or replaces, ``kept`` if it is it."""

    text: str
    old: int | None
    kept: bool


def _from_scratch(blocks: tuple[Block, ...], previous: Document | None) -> str:
    if not blocks:
        return ""
    end = previous.line_end if previous else "\n"
    stretches = tuple(_Stretch(_with_ends(canonical(group), group, end), None, False) for group in groups_of(blocks))
    # At the very start the mark would be taken for that of the file.
    opening = end if stretches[0].text.startswith("\ufeff") else ""
    gaps = [opening, *[_APART.replace("\n", end)] * (len(stretches) - 1)]
    bare = Document(source=previous.source if previous else "", tail=end)
    return _held_apart(stretches, gaps, bare)


def _stretches(wanted: tuple[Block, ...], previous: Document) -> Iterator[_Stretch]:
    """Yield the new source's stretches: pieces kept as they are, and groups of changed blocks."""
    places = _kept_places(wanted, previous)
    kept = [*sorted(places.items(), key=lambda place: place[1]), (len(previous.pieces), len(wanted))]
    next_old = next_new = 0
    for old, new in kept:
        yield from _changed(wanted[next_new:new], previous, next_old, old)
        if old < len(previous.pieces):
            piece = previous.pieces[old]
            yield _Stretch(piece.source, old, True)
            next_old, next_new = old + 1, new + piece.count


def _kept_places(wanted: tuple[Block, ...], previous: Document) -> dict[int, int]:
    """Return which pieces stay as they are, by index, and the index of each one's first block now."""
    now = _where_now(previous.blocks, wanted)
    places: dict[int, int] = {}
    for index, piece in enumerate(previous.pieces):
        place = now.get(piece.first)
        if place is not None and all(now.get(piece.first + k) == place + k for k in range(piece.count)):
            places[index] = place
    _drop_undefined(places, wanted, previous)
    _drop_grown(places, wanted, previous)
    return places


def _where_now(before: Sequence[Block], after: Sequence[Block]) -> dict[int, int]:
    """Return the new index of each block that is still there, in order."""
    shorter = min(len(before), len(after))
    head = next((k for k in range(shorter) if before[k] != after[k]), shorter)
    tail = next((k for k in range(shorter - head) if before[-1 - k] != after[-1 - k]), shorter - head)
    places = {k: k for k in range(head)}
    middle = SequenceMatcher(None, before[head : len(before) - tail], after[head : len(after) - tail], False)
    for start, new_start, length in middle.get_matching_blocks():
        places |= {head + start + k: head + new_start + k for k in range(length)}
    places |= {len(before) - k: len(after) - k for k in range(1, tail + 1)}
    return places


def _drop_undefined(places: dict[int, int], wanted: tuple[Block, ...], previous: Document) -> None:
    """Take out pieces whose links or notes are defined in a piece that is gone."""
    definitions = definitions_in(block.raw for block in wanted if block.kind is BlockKind.RAW)
    if definitions == previous.definitions:
        return
    for index in tuple(places):
        piece = previous.pieces[index]
        if "[" in piece.source and blocks_said(piece.source, definitions) != _blocks_of(piece, previous):
            del places[index]


def _drop_grown(places: dict[int, int], wanted: tuple[Block, ...], previous: Document) -> None:
    """Take out lists and quotations that a changed block now belongs to: they are written as a whole."""
    grown = True
    while grown:
        grown = False
        covered = {place + k for index, place in places.items() for k in range(previous.pieces[index].count)}
        for index, place in tuple(places.items()):
            last = place + previous.pieces[index].count - 1
            for edge, neighbour, gap in ((place, place - 1, index), (last, last + 1, index + 1)):
                bond = togetherness(wanted[edge])
                if bond is None or not 0 <= neighbour < len(wanted) or neighbour in covered:
                    continue
                if togetherness(wanted[neighbour]) == bond and not _held_apart_before(gap, previous):
                    places.pop(index, None)
                    grown = True


def _held_apart_before(index: int, document: Document) -> bool:
    return index < len(document.pieces) and SEPARATOR in document.pieces[index].gap


def _changed(blocks: tuple[Block, ...], previous: Document, first: int, end: int) -> Iterator[_Stretch]:
    """Yield the groups of changed blocks that stand where the pieces from ``first`` to ``end`` stood."""
    groups = tuple(groups_of(blocks))
    paired = len(groups) == end - first
    for index, group in enumerate(groups):
        old = first + index if paired else (first if index == 0 and first < end else None)
        text = None
        if paired:
            piece = previous.pieces[first + index]
            if len(piece.source) and piece.count > 1:
                text = spliced(piece.source, _blocks_of(piece, previous), group, previous.definitions)
        yield _Stretch(text or _with_ends(canonical(group), group, previous.line_end), old, False)


def _blocks_of(piece: Piece, document: Document) -> tuple[Block, ...]:
    return document.blocks[piece.first : piece.first + piece.count]


def _with_ends(text: str, group: Sequence[Block], line_end: str) -> str:
    """Return what is written our way with the document's line ends; raw blocks have their own."""
    if line_end == "\n" or group[0].kind is BlockKind.RAW:
        return text
    return text.replace("\n", line_end)


def _old_gaps(stretches: Sequence[_Stretch], previous: Document) -> list[str]:
    """Return the gap before each stretch: the one that was there, where the same stood on both sides."""
    gaps = [previous.pieces[0].gap]
    for above, stretch in pairwise(stretches):
        if stretch.old is not None and (above.old == stretch.old - 1 or (stretch.kept and not above.kept)):
            gaps.append(previous.pieces[stretch.old].gap)
        else:
            gaps.append(_APART.replace("\n", previous.line_end))
    return gaps


def _safe_gaps(stretches: Sequence[_Stretch], previous: Document) -> list[str]:
    """Return the gap before each stretch: an empty line at least beside whatever changed."""
    gaps = _old_gaps(stretches, previous)
    apart = _APART.replace("\n", previous.line_end)
    for index in range(1, len(stretches)):
        above, stretch = stretches[index - 1], stretches[index]
        untouched = above.kept and stretch.kept and above.old == (stretch.old or 0) - 1
        if not untouched and len(gaps[index].splitlines()) < 2:
            gaps[index] = apart
    return gaps


def _assembled(stretches: Sequence[_Stretch], gaps: Sequence[str], previous: Document) -> str:
    if not stretches:
        return ""
    body = "".join(gap + stretch.text for gap, stretch in zip(gaps, stretches, strict=True))
    return body + previous.tail


def _held_apart(stretches: Sequence[_Stretch], gaps: Sequence[str], previous: Document) -> str:
    """Return the stretches with a separator between those that would be read as one."""
    text = _assembled(stretches, gaps, previous)
    starts = {segment.start for segment in segments_in(text)}
    apart = _KEPT_APART.replace("\n", previous.line_end)
    held: list[str] = []
    position = 0
    for index, (gap, stretch) in enumerate(zip(gaps, stretches, strict=True)):
        position += len(gap)
        held.append(gap if index == 0 or position in starts else apart)
        position += len(stretch.text)
    return text if list(gaps) == held else _assembled(stretches, held, previous)
