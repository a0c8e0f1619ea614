"""Stories to open and to type in."""

from collections.abc import Iterable

from benchmarks.typing import story
from newsdesk.domain.article import Article
from newsdesk.domain.ids import ArticleId
from newsdesk.text.blocks import Block, heading
from newsdesk.text.markdown_writer import write_markdown


def different(words: int, count: int) -> list[tuple[Article, tuple[Block, ...]]]:
    """Return so many stories of about that many words; no two are the same text, so none is taken for an echo."""
    body = story(words)
    return [_story(number, (heading(f"Part {number}"), *body)) for number in range(1, count + 1)]


def _story(number: int, blocks: Iterable[Block]) -> tuple[Article, tuple[Block, ...]]:
    kept = tuple(blocks)
    headline = f"Headline {number} for the clock"
    return Article(id=ArticleId(number), headline=headline, body_markdown=write_markdown(kept)), kept
