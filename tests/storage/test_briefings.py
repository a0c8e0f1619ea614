"""Editions: what is kept of them, and their numbers."""

from dataclasses import replace
from datetime import date

import pytest

from newsdesk.domain.briefing import Briefing, BriefingItem, BriefingState, Series
from newsdesk.domain.errors import NotFoundError, RevisionClashError
from newsdesk.domain.ids import ArticleId, BriefingId, SeriesId
from newsdesk.storage.refusals import StorageFailedError
from newsdesk.storage.store import SqlStore
from tests.storage.builders import NOW, Desk, later


def an_edition(store: SqlStore, desk: Desk, **fields: object) -> Briefing:
    """Return an edition of the first series, kept."""
    with store.unit() as unit:
        line = unit.briefings.series()[0].id
        edition = Briefing(series=line, number=1, date=date(2026, 11, 22))
        return unit.briefings.add(replace(edition, **fields), actor=desk.me, now=NOW)  # type: ignore[arg-type]


def save(store: SqlStore, desk: Desk, edition: Briefing) -> Briefing:
    with store.unit() as unit:
        return unit.briefings.save(edition, expected_revision=edition.revision, actor=desk.me, now=later(hours=1))


def test_new_newsroom_has_the_morning_briefing(store: SqlStore) -> None:
    with store.reading() as unit:
        (line,) = unit.briefings.series()
    assert (line.name, line.slug, line.language) == ("Morning Briefing", "morning-briefing", "en")


@pytest.mark.parametrize("name", ["Morning Briefing", "morning briefing ", "MORNING-BRIEFING"])
def test_series_is_known_by_name_or_slug(store: SqlStore, name: str) -> None:
    with store.reading() as unit:
        assert unit.briefings.series_named(name) == unit.briefings.series()[0]


def test_new_series_is_kept(store: SqlStore) -> None:
    with store.unit() as unit:
        line = unit.briefings.add_series(Series(id=SeriesId(0), name="Јутро", slug="jutro", language="sr-Cyrl"))
    with store.reading() as unit:
        assert unit.briefings.series_named("јутро") == line


def test_edition_comes_back_in_its_order(store: SqlStore, desk: Desk) -> None:
    first, second = desk.add(), desk.add()
    items = (
        BriefingItem(article=second.id, article_revision=1, headline="Own", summary="Words"),
        BriefingItem(article=first.id),
    )
    edition = an_edition(store, desk, items=items, editors_note="Good morning.")
    with store.reading() as unit:
        assert unit.briefings.get(edition.id) == edition
    assert (edition.items, edition.revision) == (items, 1)


def test_saved_edition_comes_back(store: SqlStore, desk: Desk) -> None:
    stories = [desk.add() for _ in range(3)]
    items = tuple(BriefingItem(article=story.id, article_revision=1) for story in stories)
    edition = an_edition(store, desk, items=items)
    saved = save(store, desk, replace(edition, items=items[:0:-1], state=BriefingState.FINISHED, finished_at=NOW))
    with store.reading() as unit:
        assert unit.briefings.get(edition.id) == saved


def test_save_over_somebody_elses_is_refused(store: SqlStore, desk: Desk) -> None:
    edition = an_edition(store, desk)
    save(store, desk, edition)
    with pytest.raises(RevisionClashError):
        save(store, desk, edition)


def test_edition_that_is_not_there_is_refused(store: SqlStore, desk: Desk) -> None:
    with store.reading() as unit, pytest.raises(NotFoundError):
        unit.briefings.get(BriefingId(404))


@pytest.mark.parametrize("revision", [0, 7])
def test_story_that_is_not_there_is_refused(store: SqlStore, desk: Desk, revision: int) -> None:
    missing = ArticleId(404) if revision == 0 else desk.add().id
    with pytest.raises(NotFoundError):
        an_edition(store, desk, items=(BriefingItem(article=missing, article_revision=revision),))


def test_number_follows_the_highest_finished_one(store: SqlStore, desk: Desk) -> None:
    an_edition(store, desk, number=7, state=BriefingState.FINISHED)
    open_one = an_edition(store, desk, number=30)
    with store.reading() as unit:
        assert unit.briefings.next_number(open_one.series) == 8


def test_two_finished_editions_never_share_a_number(store: SqlStore, desk: Desk) -> None:
    an_edition(store, desk, number=7, state=BriefingState.FINISHED)
    with pytest.raises(StorageFailedError):
        an_edition(store, desk, number=7, state=BriefingState.FINISHED)


def test_editions_are_listed_newest_first(store: SqlStore, desk: Desk) -> None:
    story = desk.add()
    old = an_edition(store, desk, date=date(2026, 11, 20), items=(BriefingItem(article=story.id),))
    new = an_edition(store, desk, date=date(2026, 11, 22))
    same_day = an_edition(store, desk, date=date(2026, 11, 22))
    with store.reading() as unit:
        assert unit.briefings.all() == [same_day, new, old]
