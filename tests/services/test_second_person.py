"""The second person: who wrote last does not publish, where the newsroom wants it so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.domain.article import Article
from newsdesk.domain.errors import PublicationBlockedError
from newsdesk.domain.workflow import State
from newsdesk.services.newsroom import Newsroom
from tests.builders import Clock, a_newsroom, codes, edited, written

_TOMORROW = "2026-11-22T08:00+01:00"


@pytest.fixture
def mara(newsroom: Newsroom) -> Newsroom:
    """Return a newsroom that wants a second person, as its first one sees it."""
    newsroom.settings.set("desk.second_person", "yes")
    return newsroom


@pytest.fixture
def ana(mara: Newsroom, tmp_path: Path, clock: Clock) -> Iterator[Newsroom]:
    """Yield the same newsroom as somebody else sees it."""
    opened = a_newsroom(tmp_path / "newsroom", clock, account="ana")
    yield opened
    opened.close()


def test_who_wrote_last_does_not_publish(mara: Newsroom) -> None:
    story = written(mara)
    with pytest.raises(PublicationBlockedError, match="second person") as caught:
        mara.articles.move(story.id, State.PUBLISHED)
    assert caught.value.commands == (f"move {story.id} published --waive REASON",)
    assert mara.articles.get(story.id) == story


def test_somebody_else_publishes_in_one_wish(mara: Newsroom, ana: Newsroom) -> None:
    assert ana.articles.move(written(mara).id, State.PUBLISHED).article.state is State.PUBLISHED


def test_somebody_else_publishes_after_moving_the_story_step_by_step(mara: Newsroom, ana: Newsroom) -> None:
    story = written(mara)
    for state in (State.REVIEW, State.READY, State.PUBLISHED):
        ana.articles.move(story.id, state)
    assert mara.articles.get(story.id).state is State.PUBLISHED


def test_who_corrects_the_others_text_has_written_last(mara: Newsroom, ana: Newsroom) -> None:
    story = edited(ana, written(mara), headline="By Ana")
    with pytest.raises(PublicationBlockedError):
        ana.articles.move(story.id, State.PUBLISHED)
    assert mara.articles.move(story.id, State.PUBLISHED).article.state is State.PUBLISHED


def test_a_written_reason_stands_for_the_second_person_and_is_kept(mara: Newsroom) -> None:
    story = written(mara)
    mara.articles.move(story.id, State.PUBLISHED, waive="Alone on the night shift.")
    assert mara.articles.history(story.id)[0].why == "publish (no second person: Alone on the night shift.)"


def test_a_blank_reason_is_none(mara: Newsroom) -> None:
    with pytest.raises(PublicationBlockedError):
        mara.articles.move(written(mara).id, State.PUBLISHED, waive="  ")


def test_a_newsroom_may_want_the_second_person_whatever_the_reason(mara: Newsroom) -> None:
    mara.settings.set("desk.waiver", "no")
    with pytest.raises(PublicationBlockedError) as caught:
        mara.articles.move(written(mara).id, State.PUBLISHED, waive="Alone on the night shift.")
    assert caught.value.commands == ()


def test_the_checks_say_it_before_it_is_refused(mara: Newsroom, ana: Newsroom) -> None:
    story = written(mara)
    assert "WF01" in codes(mara.checks.check_stored(story.id))
    assert "WF01" not in codes(ana.checks.check_stored(story.id))


def test_what_readers_have_already_needs_no_second_person(mara: Newsroom) -> None:
    story = mara.articles.move(written(mara).id, State.PUBLISHED, waive="Alone.").article
    assert "WF01" not in codes(mara.checks.check_stored(story.id))


def test_a_correction_needs_one_again(mara: Newsroom) -> None:
    story = mara.articles.move(written(mara).id, State.PUBLISHED, waive="Alone.").article
    opened = mara.articles.move(story.id, State.CORRECTING).article
    edited(mara, opened, headline="Corrected")
    with pytest.raises(PublicationBlockedError):
        mara.articles.move(story.id, State.PUBLISHED)


@pytest.fixture
def scheduled(mara: Newsroom, ana: Newsroom) -> Article:
    """Return a story that Mara wrote and Ana scheduled."""
    story = ana.articles.move(written(mara).id, State.READY).article
    return ana.articles.move(story.id, State.SCHEDULED, words={"at": _TOMORROW}).article


def test_who_wrote_last_does_not_schedule(mara: Newsroom) -> None:
    story = mara.articles.move(written(mara).id, State.READY).article
    with pytest.raises(PublicationBlockedError):
        mara.articles.move(story.id, State.SCHEDULED, words={"at": _TOMORROW})


def test_a_story_that_was_looked_at_when_it_was_scheduled_goes_out_at_its_hour(
    mara: Newsroom, scheduled: Article, clock: Clock
) -> None:
    clock.forward(days=2)
    assert mara.publishing.publish_due() == (scheduled.id,)


def test_what_was_written_after_it_was_scheduled_is_looked_at_again(
    mara: Newsroom, ana: Newsroom, scheduled: Article, clock: Clock
) -> None:
    edited(mara, scheduled, headline="Changed behind Ana's back")
    clock.forward(days=2)
    assert mara.publishing.publish_due() == ()
    assert ana.publishing.publish_due() == (scheduled.id,)
