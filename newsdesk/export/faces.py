"""How much of a story a reader gets: the whole text, a teaser, or not one word of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from newsdesk.domain.article import Access, Article
from newsdesk.domain.publication import Publication
from newsdesk.export.wording import first_sentence, one_line, shortened
from newsdesk.text.blocks import Block, BlockKind
from newsdesk.text.markdown_reader import read_markdown
from newsdesk.text.raw_export import without_raw

_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM})


class Face(StrEnum):
    """Who a page is made for: everybody, those whom a gate server let in, or the window's preview."""

    PUBLIC = "public"
    MEMBERS = "members"
    PREVIEW = "preview"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What one face of a story shows.

    ``gate``: the gate follows the text. ``gated``: the story is not free, whoever reads it.
    ``whole``: no block of the body is left out.
    """

    blocks: tuple[Block, ...]
    gate: bool
    gated: bool
    whole: bool


def shown(article: Article, publication: Publication, face: Face) -> Shown:
    """Return what a face of a story shows; text that is not in it must not reach the reader in any form."""
    blocks = body_of(article)
    gated = article.access is not Access.OPEN
    if face is Face.MEMBERS:
        return Shown(blocks=blocks, gate=False, gated=gated, whole=True)
    if article.access is Access.OPEN:
        return Shown(blocks=blocks, gate=True, gated=False, whole=True)
    kept = teaser(plain_body(article), publication.teaser_paragraphs) if article.access is Access.TEASER else ()
    return Shown(blocks=kept, gate=True, gated=True, whole=False)


def body_of(article: Article) -> tuple[Block, ...]:
    """Return the body's blocks as they are stored, foreign Markdown in raw ones."""
    return _body(article.body_markdown)


def plain_body(article: Article) -> tuple[Block, ...]:
    """Return the body's blocks with raw ones resolved, so that a block is a paragraph and not a page of them."""
    return _plain_body(article.body_markdown)


@lru_cache(maxsize=64)
def _body(markdown: str) -> tuple[Block, ...]:
    return read_markdown(markdown).blocks


@lru_cache(maxsize=64)
def _plain_body(markdown: str) -> tuple[Block, ...]:
    return without_raw(_body(markdown))


def teaser(blocks: Sequence[Block], count: int) -> tuple[Block, ...]:
    """Return the body up to its paragraph number ``count``, and always less than the whole.

    Quotes and list items count as paragraphs; at least one paragraph stays behind the gate, so a
    body of two gives one and a body of one gives none.
    """
    places = [place for place, block in enumerate(blocks) if block.kind in _TEXT]
    allowed = min(count, len(places) - 1)
    return tuple(blocks[: places[allowed - 1] + 1]) if allowed > 0 else ()


def description(article: Article, publication: Publication) -> str:
    """Return what search engines, feeds and lists may say of a story: the standfirst, else its first open sentence.

    A story for members has no open sentence; without a standfirst nothing is said.
    """
    if article.standfirst.strip():
        return shortened(article.standfirst)
    open_blocks = without_raw(shown(article, publication, Face.PUBLIC).blocks)
    texts = (one_line(block.text) for block in open_blocks if block.kind is BlockKind.PARAGRAPH)
    return shortened(first_sentence(next(filter(None, texts), "")))
