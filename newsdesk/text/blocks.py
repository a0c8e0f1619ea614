"""The body of a story: flat blocks of marked runs, without markup of any kind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from math import ceil

HARD_BREAK = "\u2028"
"""The character that stands for a line break inside a block."""

LIST_DEPTH = 3
QUOTE_DEPTH = 3
WORDS_A_MINUTE = 200


class BlockKind(Enum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    FIGURE = "figure"
    RULE = "rule"
    RAW = "raw"


class Mark(Enum):
    """What a run is marked as; the order is that of nesting, outermost first."""

    STRONG = "strong"
    EMPHASIS = "em"
    UNDERLINE = "u"
    STRIKE = "s"
    SUPERSCRIPT = "sup"
    SUBSCRIPT = "sub"
    CODE = "code"


class ListKind(Enum):
    """How the items of a list are marked."""

    BULLET = "bullet"
    NUMBERED = "numbered"


class FigurePosition(Enum):
    """Where a figure stands beside the column of text."""

    COLUMN = "column"
    WIDE = "wide"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one set of marks; a link where ``href`` is filled.

    ``language`` is a BCP 47 tag where the words are not in the story's own language.
    """

    text: str
    marks: frozenset[Mark] = frozenset()
    href: str = ""
    title: str = ""
    language: str = ""

    @property
    def style(self) -> tuple[frozenset[Mark], str, str, str]:
        """Return all that sets this run apart from its neighbours but its text."""
        return self.marks, self.href, self.title, self.language


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The photo that a figure block shows; its caption is the block's runs."""

    photo: int
    alt: str = ""
    position: FigurePosition = FigurePosition.COLUMN


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a body.

    ``level`` belongs to headings (2 or 3), ``quote`` (the depth, 1 to 3) to quotes, ``path``
    (the lists around an item, outermost first), ``starts_item`` (false for a further paragraph
    of the item above) and ``start`` (the number of the first item of a list) to list items,
    ``figure`` to figures, ``raw`` (Markdown kept byte for byte) to raw blocks.
    """

    kind: BlockKind
    runs: tuple[Run, ...] = ()
    level: int = 0
    quote: int = 0
    path: tuple[ListKind, ...] = ()
    starts_item: bool = False
    start: int = 1
    figure: Figure | None = None
    raw: str = ""

    @property
    def text(self) -> str:
        """Return the text of the runs, hard breaks as U+2028."""
        return "".join(run.text for run in self.runs)


Words = str | Run | Iterable[Run]


def runs_of(words: Words) -> tuple[Run, ...]:
    """Return runs from plain text, one run, or several."""
    if isinstance(words, str):
        return (Run(words),) if words else ()
    return (words,) if isinstance(words, Run) else tuple(words)


def paragraph(words: Words) -> Block:
    """Return a paragraph."""
    return Block(kind=BlockKind.PARAGRAPH, runs=runs_of(words))


def heading(words: Words, level: int = 2) -> Block:
    """Return a heading of level 2 or 3."""
    return Block(kind=BlockKind.HEADING, runs=runs_of(words), level=level)


def quote(words: Words, depth: int = 1) -> Block:
    """Return one paragraph of a quotation."""
    return Block(kind=BlockKind.QUOTE, runs=runs_of(words), quote=depth)


def list_item(
    words: Words,
    path: Sequence[ListKind] = (ListKind.BULLET,),
    *,
    starts_item: bool = True,
    start: int = 1,
) -> Block:
    """Return one item of a list, or a further paragraph of the item above."""
    return Block(
        kind=BlockKind.LIST_ITEM, runs=runs_of(words), path=tuple(path), starts_item=starts_item, start=start
    )


def figure(
    photo: int,
    caption: Words = "",
    alt: str = "",
    position: FigurePosition = FigurePosition.COLUMN,
) -> Block:
    """Return a figure: a photo of the newsroom in the text, with its caption."""
    shown = Figure(photo=photo, alt=alt, position=position)
    return Block(kind=BlockKind.FIGURE, runs=runs_of(caption), figure=shown)


def rule() -> Block:
    """Return a rule between two parts of the text."""
    return Block(kind=BlockKind.RULE)


def raw(markdown: str) -> Block:
    """Return foreign Markdown that no other block can express, kept byte for byte."""
    return Block(kind=BlockKind.RAW, raw=markdown)


def plain_text(blocks: Iterable[Block]) -> str:
    """Return the words alone: blocks apart by an empty line, hard breaks as line ends.

    Figures give their captions; raw blocks their source (``html_writer.without_raw`` turns
    them into other blocks first, where that matters).
    """
    texts = (block.raw if block.kind is BlockKind.RAW else block.text for block in blocks)
    return "\n\n".join(text.replace(HARD_BREAK, "\n") for text in texts if text)


def words_in(text: str) -> int:
    """Return how many words a text has: what stands between spaces and holds a letter or digit."""
    return sum(1 for word in text.split() if any(map(str.isalnum, word)))


def word_count(blocks: Iterable[Block]) -> int:
    """Return how many words the body has; captions are not body and do not count."""
    return words_in(plain_text(block for block in blocks if block.kind is not BlockKind.FIGURE))


def reading_seconds(words: int) -> int:
    """Return how many seconds the words take to read at 200 a minute, rounded up."""
    return ceil(words * 60 / WORDS_A_MINUTE)


def photos_in(blocks: Iterable[Block]) -> tuple[int, ...]:
    """Return the ids of the photos that the figures show, in order, each once."""
    return tuple(dict.fromkeys(block.figure.photo for block in blocks if block.figure is not None))


def paragraphs(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the plain paragraphs alone, in order."""
    return tuple(block for block in blocks if block.kind is BlockKind.PARAGRAPH)
