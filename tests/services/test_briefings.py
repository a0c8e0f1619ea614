"""Editions: numbers without gaps, text that stays, and no story that may not go out."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from newsdesk.domain.briefing import Briefing, BriefingItem, BriefingState
from newsdesk.domain.errors import InvalidValueError, NotFoundError, PublicationBlockedError, RevisionClashError
from newsdesk.domain.ids import ArticleId, BriefingId
from newsdesk.domain.workflow import State
from newsdesk.services.newsroom import Newsroom
from tests.builders import codes, edited, published, taken_in, written

_DAY = date(2026, 11, 22)
_WHY = {"reason": "It was wrong."}


def an_edition(newsroom: Newsroom, *stories: ArticleId, series: str = "Morning Briefing") -> Briefing:
    """Open an edition of stories, of a published one where none is named."""
    return newsroom.briefings.new(series, _DAY, stories or (published(newsroom).id,))


def page_of(newsroom: Newsroom, edition: Briefing, out: Path) -> str:
    """Return the page of an edition that is exported alone."""
    newsroom.publishing.export_briefing(edition.id, "html", out / "edition.html")
    return (out / "edition.html").read_text(encoding="utf-8")


def test_a_new_edition_takes_its_stories_in_the_order_given(either: Newsroom) -> None:
    first, second = published(either), published(either)
    edition = an_edition(either, second.id, first.id)
    assert [item.article for item in either.briefings.get(edition.id).items] == [second.id, first.id]
    assert (edition.number, edition.state, edition.date) == (1, BriefingState.OPEN, _DAY)


def test_a_series_is_found_by_its_name_whatever_case_and_spaces(newsroom: Newsroom) -> None:
    editions = [an_edition(newsroom, series=name) for name in ("Morning Briefing", " morning  briefing ")]
    assert editions[0].series == editions[1].series


def test_a_new_series_is_made_with_an_address_in_ascii(newsroom: Newsroom) -> None:
    an_edition(newsroom, series="Večernji pregled: čet")
    assert newsroom.briefings.series()[-1].slug == "vecernji-pregled-cet"


def test_two_series_never_share_an_address(newsroom: Newsroom) -> None:
    for name in ("Jutarnji pregled", "Јутарњи преглед", "Jutarnji, pregled!"):
        an_edition(newsroom, series=name)
    slugs = [series.slug for series in newsroom.briefings.series()]
    assert slugs[-3:] == ["jutarnji-pregled", "jutarnji-pregled-2", "jutarnji-pregled-3"]


def test_a_new_series_speaks_the_language_of_its_first_story(newsroom: Newsroom) -> None:
    story = published(newsroom, language="sr-Cyrl")
    an_edition(newsroom, story.id, series="Јутро")
    assert newsroom.briefings.series()[-1].language == "sr-Cyrl"


@pytest.mark.parametrize("name", ["", "  ", "…"])
def test_a_series_without_a_name_is_refused(newsroom: Newsroom, name: str) -> None:
    with pytest.raises(InvalidValueError, match="series"):
        an_edition(newsroom, series=name)


def test_a_story_that_is_not_there_opens_nothing(either: Newsroom) -> None:
    with pytest.raises(NotFoundError):
        an_edition(either, ArticleId(404), series="Evening")
    assert (list(either.briefings.all()), len(either.briefings.series())) == ([], 1)


def test_a_story_stands_in_an_edition_once(newsroom: Newsroom) -> None:
    story = published(newsroom)
    with pytest.raises(InvalidValueError, match="twice"):
        an_edition(newsroom, story.id, story.id)
    edition = an_edition(newsroom, story.id)
    with pytest.raises(InvalidValueError, match="twice"):
        newsroom.briefings.save(replace(edition, items=edition.items * 2))


def test_numbers_have_no_gaps_however_many_editions_are_open(either: Newsroom) -> None:
    editions = [an_edition(either) for _ in range(3)]
    finished = [either.briefings.finish(edition.id).number for edition in reversed(editions)]
    assert finished == [1, 2, 3]


def test_each_series_has_its_own_numbers(newsroom: Newsroom) -> None:
    for series in ("Morning Briefing", "Evening Briefing"):
        assert newsroom.briefings.finish(an_edition(newsroom, series=series).id).number == 1


def test_a_finished_edition_says_who_finished_it_and_when(either: Newsroom) -> None:
    finished = either.briefings.finish(an_edition(either).id)
    assert (finished.state, finished.finished_by) == (BriefingState.FINISHED, either.actor.id)
    assert finished.finished_at is not None


def test_a_finished_edition_does_not_change(newsroom: Newsroom) -> None:
    finished = newsroom.briefings.finish(an_edition(newsroom).id)
    with pytest.raises(InvalidValueError, match="finished"):
        newsroom.briefings.save(replace(finished, editors_note="Late"))
    with pytest.raises(InvalidValueError, match="finished"):
        newsroom.briefings.finish(finished.id)
    assert newsroom.briefings.get(finished.id) == finished


def test_a_save_does_not_finish_an_edition(newsroom: Newsroom) -> None:
    edition = an_edition(newsroom)
    saved = newsroom.briefings.save(
        replace(edition, state=BriefingState.FINISHED, number=99, finished_by=newsroom.actor.id, editors_note="Hello")
    )
    assert (saved.state, saved.number, saved.finished_by, saved.editors_note) == (
        BriefingState.OPEN,
        1,
        None,
        "Hello",
    )


def test_two_people_who_save_one_edition_clash(newsroom: Newsroom) -> None:
    edition = an_edition(newsroom)
    newsroom.briefings.save(replace(edition, editors_note="Theirs"))
    with pytest.raises(RevisionClashError):
        newsroom.briefings.save(replace(edition, editors_note="Mine"))


def test_an_empty_edition_is_not_finished(newsroom: Newsroom) -> None:
    edition = newsroom.briefings.new("Morning Briefing", _DAY, [])
    with pytest.raises(PublicationBlockedError, match="no story"):
        newsroom.briefings.finish(edition.id)


@pytest.mark.parametrize("state", [State.HELD, State.KILLED, State.WITHDRAWN])
def test_a_story_that_was_taken_back_stops_an_edition(either: Newsroom, state: State) -> None:
    story = published(either)
    edition = an_edition(either, story.id)
    either.articles.move(story.id, state, words=_WHY)
    with pytest.raises(PublicationBlockedError, match=str(state)):
        either.briefings.finish(edition.id)
    assert either.briefings.get(edition.id) == edition


def test_a_draft_stops_an_edition_and_is_found_before(newsroom: Newsroom) -> None:
    edition = an_edition(newsroom, written(newsroom).id)
    assert "BR02" in codes(newsroom.briefings.check(edition.id))
    with pytest.raises(PublicationBlockedError, match="draft"):
        newsroom.briefings.finish(edition.id)


def test_a_ready_story_may_stand_in_an_edition(newsroom: Newsroom) -> None:
    story = newsroom.articles.move(written(newsroom).id, State.READY).article
    assert newsroom.briefings.finish(an_edition(newsroom, story.id).id).number == 1


def test_a_photo_without_credit_stops_an_edition(newsroom: Newsroom, tmp_path: Path) -> None:
    story = newsroom.articles.move(written(newsroom).id, State.READY).article
    bare = taken_in(newsroom, tmp_path, credited=False)
    newsroom.articles.attach(story.id, bare.id, lead=True)
    with pytest.raises(PublicationBlockedError, match="no credit"):
        newsroom.briefings.finish(an_edition(newsroom, story.id).id)


def test_an_open_edition_follows_its_stories(newsroom: Newsroom, tmp_path: Path) -> None:
    story = newsroom.articles.move(written(newsroom).id, State.READY).article
    edition = an_edition(newsroom, story.id)
    edited(newsroom, story, headline="Newer words")
    assert "Newer words" in page_of(newsroom, edition, tmp_path)


def test_a_finished_edition_keeps_its_text_whatever_becomes_of_the_story(either: Newsroom, tmp_path: Path) -> None:
    story = published(either, headline="As it was printed")
    finished = either.briefings.finish(an_edition(either, story.id).id)
    opened = either.articles.move(story.id, State.CORRECTING).article
    edited(either, opened, headline="Newer words")
    either.articles.move(story.id, State.PUBLISHED)
    page = page_of(either, finished, tmp_path)
    assert "As it was printed" in page and "Newer words" not in page


def test_an_edition_takes_what_readers_have_of_a_story_that_is_corrected(
    either: Newsroom, tmp_path: Path
) -> None:
    story = published(either, headline="As released")
    opened = either.articles.move(story.id, State.CORRECTING).article
    edited(either, opened, headline="Half-done")
    finished = either.briefings.finish(an_edition(either, story.id).id)
    page = page_of(either, finished, tmp_path)
    assert "As released" in page and "Half-done" not in page


@pytest.mark.parametrize("state", [State.HELD, State.KILLED, State.WITHDRAWN])
def test_a_finished_edition_is_issued_again_without_what_was_taken_back(
    newsroom: Newsroom, tmp_path: Path, state: State
) -> None:
    gone, stays = published(newsroom, headline="Taken back"), published(newsroom, headline="Stays")
    finished = newsroom.briefings.finish(an_edition(newsroom, gone.id, stays.id).id)
    newsroom.articles.move(gone.id, state, words=_WHY)
    page = page_of(newsroom, finished, tmp_path)
    assert "Stays" in page and "Taken back" not in page


def test_what_was_taken_back_is_gone_from_the_editions_of_the_site(newsroom: Newsroom, tmp_path: Path) -> None:
    story = published(newsroom, headline="Taken back")
    newsroom.briefings.finish(an_edition(newsroom, story.id).id)
    newsroom.articles.move(story.id, State.KILLED, words=_WHY)
    newsroom.publishing.export_site(tmp_path / "site")
    pages = [page.read_text(encoding="utf-8") for page in (tmp_path / "site").glob("public/**/*.html")]
    assert pages and not any("Taken back" in page for page in pages)


def test_an_edition_of_which_nothing_is_left_is_not_exported(newsroom: Newsroom, tmp_path: Path) -> None:
    story = published(newsroom)
    finished = newsroom.briefings.finish(an_edition(newsroom, story.id).id)
    newsroom.articles.move(story.id, State.KILLED, words=_WHY)
    with pytest.raises(PublicationBlockedError, match="None of its stories"):
        page_of(newsroom, finished, tmp_path)


def test_an_open_edition_with_a_killed_story_is_not_exported(newsroom: Newsroom, tmp_path: Path) -> None:
    gone, stays = published(newsroom), published(newsroom)
    edition = an_edition(newsroom, gone.id, stays.id)
    newsroom.articles.move(gone.id, State.KILLED, words=_WHY)
    with pytest.raises(PublicationBlockedError, match="killed"):
        page_of(newsroom, edition, tmp_path)


def test_an_edition_prints_its_own_words_and_leads_on_to_the_story(newsroom: Newsroom, tmp_path: Path) -> None:
    story = published(newsroom)
    edition = an_edition(newsroom, story.id)
    item = BriefingItem(article=story.id, article_revision=story.revision, headline="Ferry!", summary="It sails.")
    edition = newsroom.briefings.save(replace(edition, items=(item,), editors_note="Good morning."))
    page = page_of(newsroom, edition, tmp_path)
    assert all(words in page for words in ("Ferry!", "It sails.", "Good morning.", f"/{story.id}-river-town"))


def test_an_edition_leads_to_where_the_story_stands_now(newsroom: Newsroom, tmp_path: Path) -> None:
    story = published(newsroom)
    finished = newsroom.briefings.finish(an_edition(newsroom, story.id).id)
    opened = newsroom.articles.move(story.id, State.CORRECTING).article
    edited(newsroom, opened, section="Sport")
    newsroom.articles.move(story.id, State.PUBLISHED)
    assert f"/sport/{story.id}-" in page_of(newsroom, finished, tmp_path)


def test_an_edition_that_is_not_there_is_not_found(newsroom: Newsroom) -> None:
    with pytest.raises(NotFoundError, match="briefing 404"):
        newsroom.briefings.finish(BriefingId(404))
