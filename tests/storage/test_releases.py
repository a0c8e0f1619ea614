"""The log of releases: nothing in it changes, and a change would show."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy.exc import DBAPIError

from newsdesk.domain.article import Article
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.release import Release, ReleaseKind
from newsdesk.storage.store import SqlStore
from tests.storage.builders import NOW, Desk, a_use, an_article, later

Sql = Callable[[str], list[tuple[object, ...]]]


def release(store: SqlStore, desk: Desk, story: Article, kind: ReleaseKind = ReleaseKind.NEW) -> Release:
    with store.unit() as unit:
        return unit.releases.append(
            Release(
                article_id=story.id,
                version=story.version,
                kind=kind,
                released_at=later(minutes=3),
                released_by=desk.me,
                reason="The duty editor's word",
                article=story,
            )
        )


def test_release_comes_back_with_the_story_as_readers_got_it(store: SqlStore, desk: Desk) -> None:
    story = desk.add(an_article(photos=(a_use(desk.photo()),), extras=(("a", "б"),), published_at=NOW))
    sent = release(store, desk, story)
    desk.save(replace(story, headline="Other"))
    with store.reading() as unit:
        assert unit.releases.latest(story.id) == sent
    assert len(sent.chain_hash) == 64


def test_last_release_is_the_one_that_counts(store: SqlStore, desk: Desk) -> None:
    first, second = desk.add(), desk.add()
    release(store, desk, first)
    killed = release(store, desk, first, ReleaseKind.KILL)
    other = release(store, desk, second)
    with store.reading() as unit:
        assert unit.releases.latest_of([second.id, first.id, ArticleId(404)]) == {first.id: killed, second.id: other}


def test_story_that_was_never_released_has_none(store: SqlStore, desk: Desk) -> None:
    with store.reading() as unit:
        assert unit.releases.latest(desk.add().id) is None


def test_same_words_have_another_hash_each_time(store: SqlStore, desk: Desk) -> None:
    story = desk.add()
    assert release(store, desk, story).chain_hash != release(store, desk, story).chain_hash


@pytest.mark.parametrize("statement", ["UPDATE releases SET reason = ''", "DELETE FROM releases"])
def test_rows_are_only_added(store: SqlStore, desk: Desk, sql: Sql, statement: str) -> None:
    release(store, desk, desk.add())
    with pytest.raises(DBAPIError, match="append-only"):
        sql(statement)
    with store.reading() as unit:
        assert unit.releases.verify() == []


def test_untouched_chain_holds(store: SqlStore, desk: Desk) -> None:
    story = desk.add()
    for kind in ReleaseKind:
        release(store, desk, story, kind)
    with store.reading() as unit:
        assert unit.releases.verify() == []


def unguard(sql: Sql, address: str) -> None:
    """Take the guards away, as somebody with the rights of an owner could."""
    if address.startswith("postgresql"):
        sql("ALTER TABLE releases DISABLE TRIGGER ALL")
    else:
        sql("DROP TRIGGER releases_changed")
        sql("DROP TRIGGER releases_removed")


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE releases SET reason = 'no' WHERE id = 2", [2]),
        ("UPDATE releases SET snapshot = '{}' WHERE id = 3", [3]),
        ("UPDATE releases SET version = 9 WHERE id = 1", [1]),
        ("DELETE FROM releases WHERE id = 2", [3]),
    ],
)
def test_change_past_the_guards_shows(
    store: SqlStore, desk: Desk, sql: Sql, address: str, statement: str, broken: list[int]
) -> None:
    story = desk.add()
    for _ in range(3):
        release(store, desk, story)
    unguard(sql, address)
    sql(statement)
    with store.reading() as unit:
        assert unit.releases.verify() == broken
