"""Lists of stories: filters, order, pages that hold still, and what a row shows."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest

from newsdesk.domain.article import Article
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.summary import ArticleQuery, ArticleSummary
from newsdesk.domain.workflow import State
from newsdesk.storage.store import SqlStore
from tests.storage.builders import NOW, UNCREDITED, Desk, a_photo, a_use, an_article, later


def every_page(store: SqlStore, query: ArticleQuery, limit: int) -> list[ArticleSummary]:
    rows: list[ArticleSummary] = []
    after = None
    while True:
        with store.reading() as unit:
            page = unit.articles.page(query, after, limit)
        rows += page.rows
        after = page.following
        if after is None:
            return rows


def ids(rows: Sequence[ArticleSummary]) -> list[int]:
    return [row.id for row in rows]


@pytest.fixture
def mixed(desk: Desk) -> list[Article]:
    """Return 36 stories: every mix of three states, sections and languages, some dated, some at the same moment."""
    states = (State.DRAFT, State.REVIEW, State.PUBLISHED)
    kinds = product(states, ("Archive / News", "Sport"), ("en", "sr-Latn"), range(3))
    return [
        desk.add(
            an_article(
                state=state,
                section=section,
                language=language,
                published_at=later(days=-index) if state is State.PUBLISHED or turn == 0 else None,
            ),
            now=later(minutes=index // 2),
        )
        for index, (state, section, language, turn) in enumerate(kinds)
    ]


QUERIES = [
    ArticleQuery(),
    ArticleQuery(states=frozenset({State.DRAFT})),
    ArticleQuery(states=frozenset({State.DRAFT, State.PUBLISHED})),
    ArticleQuery(section="Sport"),
    ArticleQuery(language="sr-Latn"),
    ArticleQuery(states=frozenset({State.REVIEW}), section="Sport", language="en"),
    ArticleQuery(section="Weather"),
    ArticleQuery(without_photo=True, language="en"),
    ArticleQuery(by_published=True),
    ArticleQuery(by_published=True, states=frozenset({State.PUBLISHED, State.CORRECTING}), section="Sport"),
    ArticleQuery(by_published=True, published_from=later(days=-20), published_before=later(days=-3)),
    ArticleQuery(published_from=later(days=-20)),
]


def expected(stories: Sequence[Article], query: ArticleQuery) -> list[int]:
    def fits(story: Article) -> bool:
        dated = story.published_at
        return (
            (not query.states or story.state in query.states)
            and query.section in ("", story.section)
            and query.language in ("", story.language)
            and (not query.by_published or dated is not None)
            and (query.published_from is None or (dated is not None and dated >= query.published_from))
            and (query.published_before is None or (dated is not None and dated < query.published_before))
        )

    def key(story: Article) -> tuple[object, int]:
        return (story.published_at if query.by_published else story.updated_at), story.id

    return [story.id for story in sorted(filter(fits, stories), key=key, reverse=True)]


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_pages_hold_what_fits_newest_first(store: SqlStore, mixed: list[Article], query: ArticleQuery) -> None:
    assert ids(every_page(store, query, 5)) == expected(mixed, query)


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_count_is_what_the_pages_hold(store: SqlStore, mixed: list[Article], query: ArticleQuery) -> None:
    with store.reading() as unit:
        assert unit.articles.count(query) == len(expected(mixed, query))


def test_new_story_does_not_shift_the_next_page(store: SqlStore, desk: Desk) -> None:
    old = [desk.add(now=later(minutes=minute)).id for minute in range(6)]
    with store.reading() as unit:
        first = unit.articles.page(ArticleQuery(), None, 3)
    desk.add(now=later(hours=1))
    with store.reading() as unit:
        second = unit.articles.page(ArticleQuery(), first.following, 3)
    assert ids(first.rows) + ids(second.rows) == old[::-1]


def test_last_full_page_has_nothing_after_it(store: SqlStore, desk: Desk) -> None:
    desk.add()
    desk.add()
    with store.reading() as unit:
        assert unit.articles.page(ArticleQuery(), None, 2).following is None


def test_states_are_counted(store: SqlStore, mixed: list[Article]) -> None:
    with store.reading() as unit:
        assert unit.articles.counts_by_state() == {"draft": 12, "review": 12, "published": 12}


def test_moved_story_is_counted_where_it_stands(store: SqlStore, desk: Desk) -> None:
    desk.save(replace(desk.add(), state=State.REVIEW))
    with store.reading() as unit:
        assert unit.articles.counts_by_state() == {"review": 1}


def test_unit_counts_its_own_changes(store: SqlStore, desk: Desk) -> None:
    with store.unit() as unit:
        unit.articles.add(an_article(), actor=desk.me, now=NOW)
        assert unit.articles.counts_by_state() == {"draft": 1}


def test_undone_unit_counts_nothing(store: SqlStore, desk: Desk) -> None:
    with pytest.raises(LookupError), store.unit() as unit:
        unit.articles.add(an_article(), actor=desk.me, now=NOW)
        raise LookupError
    with store.reading() as unit:
        assert unit.articles.counts_by_state() == {}


def test_sections_in_use_are_listed(store: SqlStore, desk: Desk, mixed: list[Article]) -> None:
    moved = [story for story in mixed if story.section == "Sport"]
    for story in moved:
        desk.save(replace(story, section="Culture"))
    with store.reading() as unit:
        assert unit.articles.sections() == ["Archive / News", "Culture"]


def test_row_shows_the_story(store: SqlStore, desk: Desk) -> None:
    photo = desk.photo()
    story = desk.add(an_article(body_markdown="One *two* three.", photos=(a_use(photo),), embargo_until=later(days=1)))
    with store.reading() as unit:
        (row,) = unit.articles.summaries([story.id])
    assert row == ArticleSummary(
        id=story.id,
        headline=story.headline,
        state=story.state,
        section=story.section,
        language=story.language,
        access=story.access,
        word_count=3,
        version=0,
        revision=1,
        published_at=None,
        embargo_until=later(days=1),
        scheduled_at=None,
        updated_at=NOW,
        lead_photo=photo.id,
        lead_sha256=photo.sha256,
        lacks_credit=False,
    )


def test_row_flags_any_photo_without_credit(store: SqlStore, desk: Desk) -> None:
    lead, bare = desk.photo(), desk.photo(a_photo("b" * 64, credit=UNCREDITED))
    desk.add(an_article(photos=(a_use(lead), a_use(bare, lead=False))))
    with store.reading() as unit:
        assert [row.lacks_credit for row in unit.articles.page(ArticleQuery(), None, 5).rows] == [True]


def test_stories_with_photos_are_left_out_where_photoless_are_asked_for(store: SqlStore, desk: Desk) -> None:
    desk.add(an_article(photos=(a_use(desk.photo()),)))
    bare = desk.add()
    with store.reading() as unit:
        assert ids(unit.articles.page(ArticleQuery(without_photo=True), None, 5).rows) == [bare.id]


def test_summaries_come_in_the_order_asked_for(store: SqlStore, desk: Desk) -> None:
    first, second = desk.add(), desk.add()
    with store.reading() as unit:
        assert ids(unit.articles.summaries([second.id, ArticleId(404), first.id])) == [second.id, first.id]
