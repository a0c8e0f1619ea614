"""Stories: what is kept of them, revisions, history."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsdesk.domain.article import Access, Correction
from newsdesk.domain.briefing import Briefing, BriefingItem
from newsdesk.domain.errors import InvalidValueError, NotFoundError, RevisionClashError
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.photo import AwaitedPhoto
from newsdesk.domain.workflow import Kind, State
from newsdesk.storage.store import SqlStore
from tests.storage.builders import NOW, Desk, a_photo, a_use, an_article, later


def test_every_field_comes_back(store: SqlStore, desk: Desk) -> None:
    other = desk.add()
    lead, second = desk.photo(), desk.photo(a_photo("b" * 64))
    written = an_article(
        state=State.CORRECTING,
        profile="wire",
        version=3,
        reopened_as=Kind.CORRECTION,
        language="sr-Cyrl",
        headline="Мост је отворен",
        standfirst="После зиме.",
        slugline="most-otvoren",
        source="Beta",
        byline="М. Илић",
        dateline="Нови Сад",
        urgency=1,
        access=Access.TEASER,
        body_markdown="## Мост\n\nСаобраћај *тече*.\r\n",
        note_to_editors="Hold the map.",
        photos=(a_use(lead), a_use(second, lead=False)),
        awaited_photo=AwaitedPhoto(caption="Мост", creator="Ана", agency="BETAPHOTO"),
        related_pinned=(other.id,),
        related_banned=(ArticleId(77),),
        corrections=(Correction(wrong="8", right="9", where="lead", reason="typing", noted_at=NOW),),
        questions=("Is the date right?",),
        extras=(("edition", "late"), ("edition", "early")),
        published_at=NOW,
        embargo_until=later(days=1),
        scheduled_at=later(days=2),
    )
    added = desk.add(written)
    with store.reading() as unit:
        assert unit.articles.get(added.id) == added
    kept_by_the_store = {"id", "uri", "revision", "created_at", "updated_at", "updated_by"}
    assert added == replace(written, **{name: getattr(added, name) for name in kept_by_the_store})


def test_new_story_gets_its_marks(desk: Desk) -> None:
    added = desk.add()
    assert (added.revision, added.created_at, added.updated_at, added.updated_by) == (1, NOW, NOW, desk.me)


def test_new_story_gets_a_name_of_its_day(desk: Desk) -> None:
    assert desk.add().uri.startswith("urn:newsml:beta-briefing.example:20261121:")


def test_times_come_back_in_utc(store: SqlStore, desk: Desk) -> None:
    belgrade = timezone(timedelta(hours=1))
    added = desk.add(an_article(published_at=datetime(2023, 11, 21, 16, 34, tzinfo=belgrade)))
    with store.reading() as unit:
        published = unit.articles.get(added.id).published_at
    assert published is not None
    assert (published, published.tzinfo) == (datetime(2023, 11, 21, 15, 34, tzinfo=UTC), UTC)


def test_save_makes_the_next_revision(store: SqlStore, desk: Desk) -> None:
    saved = desk.save(replace(desk.add(), headline="Bridge shut"))
    with store.reading() as unit:
        found = unit.articles.get(saved.id)
    assert (found, found.headline, found.revision) == (saved, "Bridge shut", 2)


def test_name_and_birth_of_a_story_stay(desk: Desk) -> None:
    added = desk.add()
    saved = desk.save(replace(added, uri="urn:other", created_at=later(days=9)))
    assert (saved.uri, saved.created_at) == (added.uri, added.created_at)


def test_save_over_somebody_elses_is_refused(desk: Desk) -> None:
    added = desk.add()
    desk.save(replace(added, headline="Theirs"))
    with pytest.raises(RevisionClashError) as refusal:
        desk.save(replace(added, headline="Mine"))
    assert refusal.value.fields == {"kind": "story", "id": added.id, "expected": 1, "found": 2}


def test_refused_save_changes_nothing(store: SqlStore, desk: Desk) -> None:
    added = desk.add()
    theirs = desk.save(replace(added, headline="Theirs"))
    with store.unit() as unit, pytest.raises(RevisionClashError):
        unit.articles.save(
            replace(added, photos=(a_use(a_photo()),)), expected_revision=1, actor=desk.me, now=NOW, why="save"
        )
    with store.reading() as unit:
        assert unit.articles.get(added.id) == theirs


@pytest.mark.parametrize("wish", ["get", "save", "at_revision"])
def test_story_that_is_not_there_is_refused(store: SqlStore, desk: Desk, wish: str) -> None:
    missing = an_article(id=ArticleId(404), revision=1)
    with store.unit() as unit, pytest.raises(NotFoundError):
        if wish == "get":
            unit.articles.get(missing.id)
        elif wish == "save":
            unit.articles.save(missing, expected_revision=1, actor=desk.me, now=NOW, why="save")
        else:
            unit.articles.at_revision(missing.id, 1)


@pytest.mark.parametrize("text", ["a\x00b", "half \ud83d a letter"])
@pytest.mark.parametrize("field", ["headline", "body_markdown", "questions"])
def test_text_that_no_database_can_keep_is_refused(desk: Desk, field: str, text: str) -> None:
    with pytest.raises(InvalidValueError):
        desk.add(an_article(**{field: (text,) if field == "questions" else text}))


@pytest.mark.parametrize("body", ["", "\ufeffA\r\n\r\nB", "tabs\tand \u2028 and 👩‍👩‍👧 and \x0b\x7f", "x" * 2_000_000])
def test_body_comes_back_letter_for_letter(store: SqlStore, desk: Desk, body: str) -> None:
    added = desk.add(an_article(body_markdown=body))
    with store.reading() as unit:
        assert unit.articles.get(added.id).body_markdown == body


def test_history_says_who_when_and_why(store: SqlStore, desk: Desk) -> None:
    added = desk.add()
    desk.save(replace(added, state=State.REVIEW, body_markdown="Two words"), why="submit", now=later(minutes=5))
    with store.reading() as unit:
        newest, first = unit.articles.versions(added.id)
    assert (newest.revision, newest.at, newest.by, newest.by_name) == (2, later(minutes=5), desk.me, "Mara Ilic")
    assert (newest.why, newest.state, newest.word_count) == ("submit", State.REVIEW, 2)
    assert (first.why, first.state) == ("create", State.DRAFT)


def test_old_revision_comes_back_whole(store: SqlStore, desk: Desk) -> None:
    photo = desk.photo()
    added = desk.add(an_article(photos=(a_use(photo),), corrections=(), embargo_until=NOW))
    desk.save(replace(added, headline="Other", photos=(), embargo_until=None))
    with store.reading() as unit:
        assert unit.articles.at_revision(added.id, 1) == added


def revisions(store: SqlStore, article: ArticleId) -> list[int]:
    with store.reading() as unit:
        return [version.revision for version in unit.articles.versions(article)]


def test_snapshots_while_somebody_types_are_one_entry(store: SqlStore, desk: Desk) -> None:
    story = desk.add()
    for second in range(1, 6):
        story = desk.save(replace(story, headline=f"Bridge {second}"), why="snapshot", now=later(seconds=second))
    assert revisions(store, story.id) == [6, 1]


def test_newest_snapshot_is_the_one_that_is_kept(store: SqlStore, desk: Desk) -> None:
    story = desk.add()
    for second in (1, 2):
        story = desk.save(replace(story, headline=f"Bridge {second}"), why="snapshot", now=later(seconds=second))
    with store.reading() as unit:
        assert unit.articles.at_revision(story.id, 3) == story


def test_an_entry_covers_one_minute_of_typing(store: SqlStore, desk: Desk) -> None:
    story = desk.add()
    for second in (0, 30, 59, 61, 90):
        story = desk.save(replace(story, headline=f"Bridge {second}"), why="snapshot", now=later(seconds=second))
    assert revisions(store, story.id) == [6, 4, 1]


def test_snapshot_of_another_person_is_an_entry_of_its_own(store: SqlStore, desk: Desk) -> None:
    story = desk.save(replace(desk.add(), headline="Mine"), why="snapshot", now=later(seconds=1))
    with store.unit() as unit:
        other = unit.settings.person_for("jovan", "Jovan Kos").id
        unit.articles.save(
            replace(story, headline="Theirs"), expected_revision=2, actor=other, now=later(seconds=2), why="snapshot"
        )
    assert revisions(store, story.id) == [3, 2, 1]


def test_snapshot_never_replaces_a_save(store: SqlStore, desk: Desk) -> None:
    story = desk.save(replace(desk.add(), headline="Saved"), now=later(seconds=1))
    story = desk.save(replace(story, headline="Typed"), why="snapshot", now=later(seconds=2))
    assert revisions(store, story.id) == [3, 2, 1]


def test_snapshot_that_an_edition_took_stays(store: SqlStore, desk: Desk) -> None:
    story = desk.save(replace(desk.add(), headline="Taken"), why="snapshot", now=later(seconds=1))
    with store.unit() as unit:
        line = unit.briefings.series()[0].id
        item = BriefingItem(article=story.id, article_revision=2)
        unit.briefings.add(
            Briefing(series=line, number=1, date=NOW.date(), items=(item,)), actor=desk.me, now=NOW
        )
    desk.save(replace(story, headline="Typed on"), why="snapshot", now=later(seconds=2))
    with store.reading() as unit:
        assert unit.articles.at_revision(story.id, 2) == story
