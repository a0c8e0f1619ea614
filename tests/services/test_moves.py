"""Moves: each verb, the chain forward, the second person, the schedule, corrections, and the log of releases."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsdesk.domain.article import Article
from newsdesk.domain.errors import (
    InvalidValueError,
    MissingReasonError,
    MoveRefusedError,
    NotAllowedError,
    PublicationBlockedError,
)
from newsdesk.domain.people import Role
from newsdesk.domain.release import Release, ReleaseKind
from newsdesk.domain.workflow import Kind, State
from newsdesk.services.newsroom import Newsroom
from tests.builders import NOW, Clock, codes, edited, published, services_of, taken_in, written

_WHY = {"reason": "The ministry asked twice."}
_CORRECTION = {"wrong": "twelve cars", "right": "ten cars", "where": "Third paragraph", "reason": "A wrong number."}
_TOMORROW = "2026-11-22T08:00+01:00"

def last_release(newsroom: Newsroom, article: Article) -> Release:
    """Return the newest row of the log for a story."""
    with newsroom.store.reading() as unit:
        release = unit.releases.latest(article.id)
    assert release is not None
    return release


def moved(newsroom: Newsroom, article: Article, state: State, **words: str) -> Article:
    """Move a story with the words that its move asks for."""
    return newsroom.articles.move(article.id, state, words=words).article


def test_a_draft_goes_to_readers_in_one_wish_and_each_step_is_kept(either: Newsroom) -> None:
    story = published(either)
    whys = [version.why for version in either.articles.history(story.id)]
    assert (story.state, story.version, whys[:3]) == (State.PUBLISHED, 1, ["publish", "mark ready", "submit"])


def test_publishing_leaves_a_release_with_the_text_that_left(either: Newsroom) -> None:
    story = published(either)
    release = last_release(either, story)
    assert (release.kind, release.version, release.article) == (ReleaseKind.NEW, 1, story)
    assert len(release.chain_hash) == 64


def test_a_story_is_published_now_unless_it_says_when(newsroom: Newsroom, clock: Clock) -> None:
    story = published(newsroom)
    assert story.published_at is not None and abs(story.published_at - clock.at) < timedelta(seconds=1)


def test_a_story_that_was_imported_as_finished_keeps_its_time(newsroom: Newsroom) -> None:
    then = datetime(2023, 11, 21, 15, 34, tzinfo=UTC)
    assert published(newsroom, published_at=then).published_at == then


def test_a_slugline_is_drawn_at_submission_and_a_written_one_stays(newsroom: Newsroom) -> None:
    drawn = moved(newsroom, written(newsroom), State.REVIEW)
    own = moved(newsroom, written(newsroom, slugline="ferry-kovin"), State.REVIEW)
    assert (drawn.slugline, own.slugline) == ("river-town-reopens-ferry", "ferry-kovin")


@pytest.mark.parametrize(("field", "code"), [("headline", "headline"), ("body_markdown", "text")])
def test_a_story_without_headline_or_text_is_not_submitted(newsroom: Newsroom, field: str, code: str) -> None:
    story = written(newsroom, **{field: ""})
    with pytest.raises(PublicationBlockedError, match=code):
        newsroom.articles.move(story.id, State.REVIEW)


def test_a_story_without_a_source_is_submitted_but_not_ready(newsroom: Newsroom) -> None:
    story = moved(newsroom, written(newsroom, source=""), State.REVIEW)
    with pytest.raises(PublicationBlockedError, match="source"):
        newsroom.articles.move(story.id, State.READY)


def test_a_refused_chain_leaves_the_story_where_it_was(either: Newsroom) -> None:
    story = written(either, source="")
    with pytest.raises(PublicationBlockedError):
        either.articles.move(story.id, State.PUBLISHED)
    assert either.articles.get(story.id) == story


def test_a_photo_without_credit_stops_the_story_with_the_way_out(either: Newsroom, tmp_path: Path) -> None:
    bare = taken_in(either, tmp_path, credited=False)
    story = either.articles.attach(written(either).id, bare.id, lead=True)
    with pytest.raises(PublicationBlockedError, match="has no credit") as caught:
        either.articles.move(story.id, State.PUBLISHED)
    assert caught.value.commands == (f"photos credit {bare.id} --creator NAME --agency CODE",)


def test_a_story_with_its_credit_passes(either: Newsroom, tmp_path: Path) -> None:
    story = either.articles.attach(written(either).id, taken_in(either, tmp_path).id, lead=True)
    assert moved(either, story, State.PUBLISHED).state is State.PUBLISHED


def test_a_credit_typed_into_the_caption_too_is_found_on_the_rendered_page(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    caption = "The ferry (BETAPHOTO/MILICA PETROVIC)"
    photo = taken_in(newsroom, tmp_path)
    story = newsroom.articles.attach(written(newsroom).id, photo.id, caption=caption, lead=True)
    with pytest.raises(PublicationBlockedError, match="2 times"):
        newsroom.articles.move(story.id, State.PUBLISHED)


def test_what_was_found_on_the_way_comes_back_with_the_story(newsroom: Newsroom) -> None:
    result = newsroom.articles.move(written(newsroom, standfirst="").id, State.PUBLISHED)
    assert codes(result.findings) == {"TX11"}


def test_an_embargo_lets_a_story_be_ready_but_not_published(newsroom: Newsroom, clock: Clock) -> None:
    story = moved(newsroom, written(newsroom, embargo_until=NOW + timedelta(hours=2)), State.READY)
    with pytest.raises(PublicationBlockedError, match="embargo"):
        newsroom.articles.move(story.id, State.PUBLISHED)
    clock.forward(hours=3)
    assert moved(newsroom, story, State.PUBLISHED).state is State.PUBLISHED


def test_a_returned_story_needs_a_note_and_keeps_it_in_the_history(newsroom: Newsroom) -> None:
    story = moved(newsroom, written(newsroom), State.REVIEW)
    with pytest.raises(MissingReasonError, match="reason"):
        newsroom.articles.move(story.id, State.DRAFT)
    moved(newsroom, story, State.DRAFT, reason="  Who says so?  ")
    assert newsroom.articles.history(story.id)[0].why == "return: Who says so?"


def test_a_ready_story_goes_back_to_editing(newsroom: Newsroom) -> None:
    assert moved(newsroom, moved(newsroom, written(newsroom), State.READY), State.REVIEW).state is State.REVIEW


def test_a_spiked_story_comes_back_as_a_draft(newsroom: Newsroom) -> None:
    spiked = moved(newsroom, written(newsroom), State.SPIKED, **_WHY)
    assert moved(newsroom, spiked, State.DRAFT).state is State.DRAFT


def test_what_was_published_is_not_spiked(newsroom: Newsroom) -> None:
    with pytest.raises(MoveRefusedError):
        newsroom.articles.move(published(newsroom).id, State.SPIKED, words=_WHY)


@pytest.mark.parametrize(
    ("kind", "release"),
    [(None, ReleaseKind.UPDATE), (Kind.UPDATE, ReleaseKind.UPDATE), (Kind.REFILE, ReleaseKind.REFILE)],
)
def test_a_story_that_was_opened_again_leaves_a_release_of_that_kind(
    either: Newsroom, kind: Kind | None, release: ReleaseKind
) -> None:
    story = either.articles.move(published(either).id, State.CORRECTING, kind=kind).article
    again = moved(either, edited(either, story, headline="Another"), State.PUBLISHED)
    assert (again.version, again.reopened_as, last_release(either, again).kind) == (2, None, release)


def test_a_correction_says_what_was_wrong_what_is_right_where_and_why(either: Newsroom) -> None:
    opened = either.articles.move(
        published(either).id, State.CORRECTING, kind=Kind.CORRECTION, words=_CORRECTION
    ).article
    (note,) = opened.corrections
    assert (note.wrong, note.right, note.where, note.reason) == tuple(_CORRECTION.values())
    again = moved(either, opened, State.PUBLISHED)
    assert (again.corrections, last_release(either, again).kind) == ((note,), ReleaseKind.CORRECTION)


@pytest.mark.parametrize("missing", _CORRECTION)
def test_a_correction_without_one_of_its_words_is_refused(newsroom: Newsroom, missing: str) -> None:
    story = published(newsroom)
    words = {**_CORRECTION, missing: " "}
    with pytest.raises(MissingReasonError, match=missing):
        newsroom.articles.move(story.id, State.CORRECTING, kind=Kind.CORRECTION, words=words)


def test_a_correction_keeps_the_time_of_first_publication(newsroom: Newsroom, clock: Clock) -> None:
    story = published(newsroom)
    clock.forward(days=1)
    opened = newsroom.articles.move(story.id, State.CORRECTING, kind=Kind.CORRECTION, words=_CORRECTION).article
    assert moved(newsroom, opened, State.PUBLISHED).published_at == story.published_at


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        (State.HELD, ReleaseKind.HOLD),
        (State.KILLED, ReleaseKind.KILL),
        (State.WITHDRAWN, ReleaseKind.WITHDRAW),
    ],
)
def test_what_is_taken_back_leaves_a_release_with_its_reason(
    either: Newsroom, state: State, kind: ReleaseKind
) -> None:
    story = moved(either, published(either), state, **_WHY)
    release = last_release(either, story)
    assert (release.kind, release.reason, release.article.state) == (kind, _WHY["reason"], state)


def test_a_hold_that_is_lifted_gives_readers_the_same_version_back(newsroom: Newsroom) -> None:
    held = moved(newsroom, published(newsroom), State.HELD, **_WHY)
    back = moved(newsroom, held, State.PUBLISHED, **_WHY)
    assert (back.version, last_release(newsroom, back).kind) == (1, ReleaseKind.UPDATE)


def test_a_text_that_changed_while_it_was_held_is_a_new_version(newsroom: Newsroom) -> None:
    held = moved(newsroom, published(newsroom), State.HELD, **_WHY)
    back = moved(newsroom, edited(newsroom, held, headline="Another"), State.PUBLISHED, **_WHY)
    assert back.version == 2


def test_a_correction_that_was_held_leaves_as_a_correction(newsroom: Newsroom) -> None:
    opened = newsroom.articles.move(
        published(newsroom).id, State.CORRECTING, kind=Kind.CORRECTION, words=_CORRECTION
    ).article
    back = moved(newsroom, moved(newsroom, opened, State.HELD, **_WHY), State.PUBLISHED, **_WHY)
    assert (back.version, back.reopened_as, last_release(newsroom, back).kind) == (2, None, ReleaseKind.CORRECTION)


def test_a_scheduled_story_that_was_held_is_first_published_when_it_is_released(newsroom: Newsroom) -> None:
    story = moved(newsroom, moved(newsroom, written(newsroom), State.READY), State.SCHEDULED, at=_TOMORROW)
    back = moved(newsroom, moved(newsroom, story, State.HELD, **_WHY), State.PUBLISHED, **_WHY)
    assert (back.version, back.published_at is not None, back.scheduled_at) == (1, True, None)
    assert last_release(newsroom, back).kind is ReleaseKind.NEW


def test_a_killed_story_never_comes_back(newsroom: Newsroom) -> None:
    killed = moved(newsroom, published(newsroom), State.KILLED, **_WHY)
    with pytest.raises(MoveRefusedError):
        newsroom.articles.move(killed.id, State.PUBLISHED, words=_WHY)


def test_the_log_of_a_whole_life_is_unbroken(either: Newsroom) -> None:
    story = published(either)
    either.articles.move(story.id, State.CORRECTING)
    moved(either, story, State.PUBLISHED)
    moved(either, moved(either, story, State.HELD, **_WHY), State.KILLED, **_WHY)
    with either.store.reading() as unit:
        assert list(unit.releases.verify()) == []


def test_a_story_that_is_not_ready_is_not_scheduled(newsroom: Newsroom) -> None:
    with pytest.raises(MoveRefusedError):
        newsroom.articles.move(written(newsroom).id, State.SCHEDULED, words={"at": _TOMORROW})


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        (_TOMORROW, datetime(2026, 11, 22, 7, 0, tzinfo=UTC)),
        ("2026-11-22T08:00", datetime(2026, 11, 22, 7, 0, tzinfo=UTC)),
        ("2026-11-22 08:00:00Z", datetime(2026, 11, 22, 8, 0, tzinfo=UTC)),
        ("2027-06-01T08:00", datetime(2027, 6, 1, 6, 0, tzinfo=UTC)),
    ],
)
def test_a_time_without_a_zone_is_the_newsrooms(newsroom: Newsroom, said: str, moment: datetime) -> None:
    ready = moved(newsroom, written(newsroom), State.READY)
    assert moved(newsroom, ready, State.SCHEDULED, at=said).scheduled_at == moment


@pytest.mark.parametrize(
    "said",
    [
        "tomorrow",
        "2026-11-20T08:00",
        "2026-13-01T08:00",
        "2027-03-28T02:30",
        "9999-12-31T23:59-12:00",
        "0001-01-01T00:00+14:00",
    ],
)
def test_a_time_that_is_none_past_or_skipped_by_clocks_is_refused(newsroom: Newsroom, said: str) -> None:
    ready = moved(newsroom, written(newsroom), State.READY)
    with pytest.raises(InvalidValueError, match="--at"):
        newsroom.articles.move(ready.id, State.SCHEDULED, words={"at": said})


def test_a_story_is_not_scheduled_before_its_embargo_ends(newsroom: Newsroom) -> None:
    ready = moved(newsroom, written(newsroom, embargo_until=datetime(2026, 11, 23, tzinfo=UTC)), State.READY)
    with pytest.raises(PublicationBlockedError, match="embargo"):
        newsroom.articles.move(ready.id, State.SCHEDULED, words={"at": _TOMORROW})
    assert moved(newsroom, ready, State.SCHEDULED, at="2026-11-23T08:00").state is State.SCHEDULED


def test_an_unscheduled_story_has_no_time_any_more(newsroom: Newsroom) -> None:
    story = moved(newsroom, moved(newsroom, written(newsroom), State.READY), State.SCHEDULED, at=_TOMORROW)
    assert moved(newsroom, story, State.READY).scheduled_at is None


def test_a_person_without_the_role_may_not_publish(newsroom: Newsroom, tmp_path: Path) -> None:
    story = written(newsroom)
    articles, _ = services_of(newsroom, tmp_path, Role.REPORTER)
    with pytest.raises(NotAllowedError, match="Mara may not mark ready"):
        articles.move(story.id, State.PUBLISHED)
    assert newsroom.articles.get(story.id) == story


def test_a_person_with_the_role_may(newsroom: Newsroom, tmp_path: Path) -> None:
    articles, _ = services_of(newsroom, tmp_path, Role.REPORTER)
    assert articles.move(written(newsroom).id, State.REVIEW).article.state is State.REVIEW
