"""Pages and filters of the article list in a full newsroom, beside the same rows from bare SQLite."""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.archive import SECTIONS, STORIES, newsroom
from benchmarks.figures import Figure, goal, number, percentile
from benchmarks.timing import Turn, in_turns, milliseconds
from newsdesk.app.compose import open_newsroom
from newsdesk.domain.article import LANGUAGES
from newsdesk.domain.summary import ArticleQuery, Cursor
from newsdesk.domain.workflow import State
from newsdesk.services.articles import ArticleService
from newsdesk.storage.sqlite_file import FILE_NAME

_PAGE_P95_MS = 50
_ROUNDS, _DEEP = 12, 60
_PAGE_ROWS = 100
_BARE = f"SELECT * FROM articles ORDER BY updated_at DESC, id DESC LIMIT {_PAGE_ROWS}"


def measure(arguments: Sequence[str] = ()) -> list[Figure]:
    """Read pages of every kind; an argument gives the number of stories."""
    stories = int(arguments[0]) if arguments else STORIES
    folder = newsroom(stories)
    opened = open_newsroom(str(folder))
    try:
        with closing(_bare(folder)) as bare:
            filters, first_pages = in_turns(_turns(opened.articles, bare))
        scrolled = list(_scrolled(opened.articles))
        counts = [milliseconds(opened.articles.counts_by_state) for _ in range(50)]
    finally:
        opened.close()
    return [
        _figure(f"list: first page of a view or filter, {stories:,} stories", filters, first_pages),
        _figure(f"list: the next page, scrolled {_DEEP} pages down, {stories:,} stories", scrolled),
        _figure(f"list: counts of the rail, {stories:,} stories", counts),
    ]


def _figure(what: str, times_ms: Sequence[float], peers_ms: Sequence[float] = ()) -> Figure:
    return Figure(
        what=what,
        figure=_shown(times_ms),
        goal=goal(_PAGE_P95_MS, "ms", percentile(times_ms, 95), "p95"),
        beside=f"bare SELECT of the newest {_PAGE_ROWS}: {_shown(peers_ms)}" if peers_ms else "",
    )


def _shown(times_ms: Sequence[float]) -> str:
    shares = ((50, "p50"), (95, "p95"), (99, "p99"))
    return ", ".join(f"{name} {number(percentile(times_ms, share))}" for share, name in shares) + " ms"


def _turns(articles: ArticleService, bare: sqlite3.Connection) -> Iterator[Turn]:
    chance = random.Random(3)
    wanted = [query for _ in range(_ROUNDS) for query in _queries()]
    chance.shuffle(wanted)
    # The first one sets up what all the others use.
    articles.page(ArticleQuery())
    for query in wanted:
        yield partial(articles.page, query, None, _PAGE_ROWS), partial(_read, bare)


def _queries() -> Iterator[ArticleQuery]:
    """Yield what an editor clicks: every view of the rail, sections, languages, stories without a photo."""
    yield ArticleQuery()
    for state in State:
        yield ArticleQuery(states=frozenset({state}))
        yield ArticleQuery(states=frozenset({state}), by_published=True)
        yield ArticleQuery(states=frozenset({state}), section=f"Archive / {SECTIONS[0]}")
    for section in SECTIONS:
        yield ArticleQuery(section=f"Archive / {section}")
        yield ArticleQuery(section=f"Archive / {section}", without_photo=True)
    for language in LANGUAGES:
        yield ArticleQuery(language=language)
    yield ArticleQuery(without_photo=True)
    yield ArticleQuery(section="Archive / Nowhere")


def _scrolled(articles: ArticleService) -> Iterator[float]:
    """Yield the times of pages, each from where the last one ended."""
    for query in (ArticleQuery(), ArticleQuery(states=frozenset({State.ARCHIVED}), by_published=True)):
        after: Cursor | None = None
        for _ in range(_DEEP):
            following: list[Cursor | None] = []
            yield milliseconds(partial(_next_page, articles, query, after, following))
            after = following[0]
            if after is None:
                break


def _next_page(
    articles: ArticleService, query: ArticleQuery, after: Cursor | None, following: list[Cursor | None]
) -> None:
    following.append(articles.page(query, after, _PAGE_ROWS).following)


def _bare(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{(folder / FILE_NAME).as_uri()}?mode=ro", uri=True)


def _read(bare: sqlite3.Connection) -> None:
    bare.execute(_BARE).fetchall()
