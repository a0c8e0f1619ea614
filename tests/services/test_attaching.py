"""Attaching: leads, captions offered, the awaited photo settled, and never a credit by itself."""

from pathlib import Path

import pytest

from newsdesk.domain.article import Article
from newsdesk.domain.credit import Credit
from newsdesk.domain.errors import PublicationBlockedError
from newsdesk.domain.photo import AwaitedPhoto, Photo
from newsdesk.domain.workflow import State
from newsdesk.services.newsroom import Newsroom
from tests.builders import codes, published, taken_in, written

_AWAITED = AwaitedPhoto(caption="Jens Stoltenberg", creator="MILOS MISKOV", agency="BETAPHOTO")


@pytest.fixture
def photo(newsroom: Newsroom, tmp_path: Path) -> Photo:
    return taken_in(newsroom, tmp_path, "one.jpg")


@pytest.fixture
def other(newsroom: Newsroom, tmp_path: Path) -> Photo:
    return taken_in(newsroom, tmp_path, "two.jpg")


@pytest.fixture
def waiting(newsroom: Newsroom) -> Article:
    return written(newsroom, awaited_photo=_AWAITED)


def test_the_first_photo_leads_whatever_was_asked(newsroom: Newsroom, waiting: Article, photo: Photo) -> None:
    story = newsroom.articles.attach(waiting.id, photo.id, lead=False)
    assert story.lead_photo is not None and story.lead_photo.photo == photo.id


def test_a_second_photo_stands_beside_the_lead(
    newsroom: Newsroom, waiting: Article, photo: Photo, other: Photo
) -> None:
    newsroom.articles.attach(waiting.id, photo.id, lead=True)
    story = newsroom.articles.attach(waiting.id, other.id, lead=False)
    assert [(use.photo, use.lead) for use in story.photos] == [(photo.id, True), (other.id, False)]


def test_a_new_lead_takes_the_place_of_the_old_one(
    newsroom: Newsroom, waiting: Article, photo: Photo, other: Photo
) -> None:
    newsroom.articles.attach(waiting.id, photo.id, lead=True)
    story = newsroom.articles.attach(waiting.id, other.id, lead=True)
    assert [(use.photo, use.lead) for use in story.photos] == [(other.id, True), (photo.id, False)]


def test_a_lead_whose_words_are_changed_stays_lead(newsroom: Newsroom, waiting: Article, photo: Photo) -> None:
    newsroom.articles.attach(waiting.id, photo.id, lead=True)
    story = newsroom.articles.attach(waiting.id, photo.id, caption="Another", lead=False)
    assert story.lead_photo is not None and story.lead_photo.caption == "Another"


def test_a_lead_settles_the_awaited_photo_and_takes_its_caption(
    newsroom: Newsroom, waiting: Article, photo: Photo
) -> None:
    story = newsroom.articles.attach(waiting.id, photo.id, lead=True)
    assert (story.awaited_photo, story.photos[0].caption) == (None, "Jens Stoltenberg")
    assert "PN10" not in codes(newsroom.checks.check_stored(story.id))


def test_words_that_were_given_go_before_all_others(newsroom: Newsroom, waiting: Article, photo: Photo) -> None:
    story = newsroom.articles.attach(waiting.id, photo.id, caption="Mine", alt="", lead=True)
    assert (story.photos[0].caption, story.photos[0].alt) == ("Mine", "")


def test_without_an_awaited_photo_the_photos_own_words_are_taken(newsroom: Newsroom, photo: Photo) -> None:
    newsroom.photos.describe(photo.id, description="The ferry", alt_text="A boat")
    story = newsroom.articles.attach(written(newsroom).id, photo.id, lead=True)
    assert (story.photos[0].caption, story.photos[0].alt) == ("The ferry", "A boat")


def test_a_photo_never_takes_the_awaited_credit_by_itself(
    newsroom: Newsroom, waiting: Article, tmp_path: Path
) -> None:
    bare = taken_in(newsroom, tmp_path, "bare.jpg", credited=False)
    newsroom.articles.attach(waiting.id, bare.id, lead=True)
    assert newsroom.photos.get(bare.id).credit == Credit()
    assert "PG01" in codes(newsroom.checks.check_stored(waiting.id))


def test_a_detached_photo_stays_with_the_desk(newsroom: Newsroom, waiting: Article, photo: Photo) -> None:
    newsroom.articles.attach(waiting.id, photo.id, lead=True)
    assert newsroom.articles.detach(waiting.id, photo.id).photos == ()
    assert newsroom.photos.get(photo.id) == photo


def test_a_photo_knows_the_stories_that_show_it(newsroom: Newsroom, waiting: Article, photo: Photo) -> None:
    newsroom.articles.attach(waiting.id, photo.id, lead=True)
    assert list(newsroom.photos.uses(photo.id)) == [waiting.id]


def test_a_photo_without_credit_keeps_a_published_story_from_going_out_again(
    either: Newsroom, tmp_path: Path
) -> None:
    story = published(either)
    bare = taken_in(either, tmp_path, "bare.jpg", credited=False)
    either.articles.attach(story.id, bare.id, lead=True)
    with pytest.raises(PublicationBlockedError):
        either.articles.move(story.id, State.PUBLISHED)
    assert either.articles.get(story.id).state is State.CORRECTING


def test_a_photo_attached_after_publication_waits_for_the_next_release(
    newsroom: Newsroom, photo: Photo, tmp_path: Path
) -> None:
    story = published(newsroom)
    newsroom.articles.attach(story.id, photo.id, lead=True)
    newsroom.publishing.export_site(tmp_path / "before")
    newsroom.articles.move(story.id, State.PUBLISHED)
    newsroom.publishing.export_site(tmp_path / "after")
    shown = [any((tmp_path / name / "public").glob("photos/*")) for name in ("before", "after")]
    assert shown == [False, True]
