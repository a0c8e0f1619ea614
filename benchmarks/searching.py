"""Search as you type in a full newsroom, beside bare FTS5 on the same index."""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial

from benchmarks.archive import STORIES, newsroom, written
from benchmarks.figures import Figure, goal, median, number, percentile
from benchmarks.timing import Turn, in_turns, milliseconds
from newsdesk.app.compose import open_newsroom
from newsdesk.domain.summary import ArticleQuery
from newsdesk.services.articles import ArticleService
from newsdesk.storage.sqlite_file import FILE_NAME
from newsdesk.text.folding import fold

_P50_MS, _P99_MS = 1, 10
_WORDS = 250
_BARE_WORDS = 25
_LEAST_LETTERS = 2
"""Bare FTS5 ranks every match and needs up to a second for two letters: a tenth of the words is enough of that."""
_ROWS = 8
"""As many as the search sheet shows."""

_BARE = f"SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rank LIMIT {_ROWS}"


def measure(arguments: Sequence[str] = ()) -> list[Figure]:
    """Type words letter by letter; an argument gives the number of stories."""
    stories = int(arguments[0]) if arguments else STORIES
    folder = newsroom(stories)
    opened = open_newsroom(str(folder))
    try:
        with closing(sqlite3.connect(f"{(folder / FILE_NAME).as_uri()}?mode=ro", uri=True)) as bare:
            ours, theirs = in_turns(_turns(opened.articles, bare))
        ours += [milliseconds(partial(_search, opened.articles, typed)) for typed in _typed(_WORDS)]
    finally:
        opened.close()
    p50, p99 = median(ours), percentile(ours, 99)
    return [
        Figure(
            what=f"search as you type, {stories:,} stories, {len(ours):,} letters",
            figure=f"p50 {number(p50)}, p99 {number(p99)} ms",
            goal=f"{goal(_P50_MS, 'ms', p50, 'p50')}; {goal(_P99_MS, 'ms', p99, 'p99')}",
            beside=f"bare FTS5, all ranked: p50 {number(median(theirs))}, p99 {number(percentile(theirs, 99))} ms",
        )
    ]


def _turns(articles: ArticleService, bare: sqlite3.Connection) -> Iterator[Turn]:
    _search(articles, "first")
    for typed in _typed(_BARE_WORDS):
        yield partial(_search, articles, typed), partial(_read, bare, f'"{fold(typed)}" *')


def _search(articles: ArticleService, typed: str) -> None:
    articles.page(ArticleQuery(words=typed), None, _ROWS)


def _typed(words: int) -> Iterator[str]:
    """Yield what stands in the search field after each letter, for words of headlines in all languages."""
    chance = random.Random(words)
    for article in written(words):
        word = chance.choice(article.headline.split())
        yield from (word[:letters] for letters in range(_LEAST_LETTERS, len(word) + 1))


def _read(bare: sqlite3.Connection, asked: str) -> None:
    bare.execute(_BARE, (asked,)).fetchall()
