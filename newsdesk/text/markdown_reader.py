"""Markdown in: a source becomes a document of blocks that knows where each of them stands."""

from dataclasses import dataclass
from functools import lru_cache

from newsdesk.text.blocks import Block, raw
from newsdesk.text.markdown_canonical import canonical, groups_of
from newsdesk.text.markdown_parser import NO_DEFINITIONS, Definitions, definitions_in
from newsdesk.text.markdown_segments import segments_in
from newsdesk.text.markdown_tree import blocks_in
from newsdesk.text.normal_form import normalise

_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a source and the blocks that it says: ``count`` blocks from ``first`` on.

    ``gap`` is what stands before it: blank lines, for the first piece also a byte order mark.
    """

    gap: str
    source: str
    first: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A body as it was read: its blocks, its source, and which stretch of it says which blocks."""

    blocks: tuple[Block, ...] = ()
    source: str = ""
    pieces: tuple[Piece, ...] = ()
    tail: str = ""
    definitions: Definitions = NO_DEFINITIONS

    @property
    def line_end(self) -> str:
        """Return how the source ends its lines."""
        return "\r\n" if "\r\n" in self.source else "\n"


def read_markdown(source: str) -> Document:
    """Return the document that a source says; what blocks can't say exactly is in raw blocks."""
    segments = segments_in(source)
    texts = [source[segment.start : segment.end] for segment in segments]
    definitions = definitions_in(texts)
    blocks: list[Block] = []
    pieces: list[Piece] = []
    position = 0
    for segment, text in zip(segments, texts, strict=True):
        said = blocks_said(text, definitions)
        if said:
            pieces.append(Piece(source[position : segment.start], text, len(blocks), len(said)))
            blocks += said
            position = segment.end
    return Document(
        blocks=normalise(blocks),
        source=source,
        pieces=tuple(pieces),
        tail=source[position:],
        definitions=definitions,
    )


def blocks_said(text: str, definitions: Definitions = NO_DEFINITIONS) -> tuple[Block, ...]:
    """Return what one segment says, a raw block where no others can; nothing if only spaces are in it."""
    said = blocks_in(text, definitions)
    if said and definitions_in([text]) == NO_DEFINITIONS and _can_be_written(said):
        return said
    return (raw(text),) if text.replace(_BYTE_ORDER_MARK, "").strip() else ()


@lru_cache(maxsize=8192)
def _can_be_written(blocks: tuple[Block, ...]) -> bool:
    """Return whether blocks written our way read back as the same."""
    return all(blocks_in(canonical(group), NO_DEFINITIONS) == group for group in groups_of(blocks))
