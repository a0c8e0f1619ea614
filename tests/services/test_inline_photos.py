"""Photos in the text: a figure brings, words and takes away the use of its photo."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.domain.article import Article
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import Photo, PhotoUse
from newsdesk.domain.workflow import State
from newsdesk.services.newsroom import Newsroom
from tests.builders import BODY, a_figure, codes, edited, taken_in, written


@pytest.fixture
def photo(newsroom: Newsroom, tmp_path: Path) -> Photo:
    return taken_in(newsroom, tmp_path, "inline.jpg")


@pytest.fixture
def lead(newsroom: Newsroom, tmp_path: Path) -> Photo:
    return taken_in(newsroom, tmp_path, "lead.jpg")


@pytest.fixture
def story(newsroom: Newsroom, photo: Photo) -> Article:
    return written(newsroom, body_markdown=with_figure(photo, "The **far** bank", "A bank with trees"))


def with_figure(photo: Photo, caption: str = "", alt: str = "") -> str:
    """Return a body with a figure below its text."""
    return f"{BODY}\n{a_figure(photo.id, caption, alt)}"


def test_a_new_figure_brings_a_use_with_its_words(story: Article, photo: Photo) -> None:
    assert story.photos == (PhotoUse(photo=photo.id, lead=False, caption="The far bank", alt="A bank with trees"),)


def test_the_body_is_kept_as_it_was_written(story: Article, photo: Photo) -> None:
    assert story.body_markdown == with_figure(photo, "The **far** bank", "A bank with trees")


def test_new_words_of_a_figure_are_the_words_of_its_use(newsroom: Newsroom, story: Article, photo: Photo) -> None:
    changed = edited(newsroom, story, body_markdown=with_figure(photo, "Another", "Another alt"))
    assert [(use.caption, use.alt) for use in changed.photos] == [("Another", "Another alt")]


def test_a_figure_that_is_gone_takes_its_use_along(newsroom: Newsroom, story: Article) -> None:
    assert edited(newsroom, story, body_markdown=BODY).photos == ()


def test_of_two_figures_of_one_photo_the_first_lends_the_words(newsroom: Newsroom, photo: Photo) -> None:
    body = f"{a_figure(photo.id, 'First')}\n{BODY}\n{a_figure(photo.id, 'Second')}"
    assert [use.caption for use in written(newsroom, body_markdown=body).photos] == ["First"]


def test_one_of_two_figures_gone_leaves_the_use(newsroom: Newsroom, photo: Photo) -> None:
    body = f"{a_figure(photo.id, 'First')}\n{BODY}\n{a_figure(photo.id, 'Second')}"
    left = edited(newsroom, written(newsroom, body_markdown=body), body_markdown=with_figure(photo, "Second"))
    assert [use.caption for use in left.photos] == ["Second"]


def test_a_lead_stays_lead_with_its_own_words_when_the_text_shows_it_too(
    newsroom: Newsroom, lead: Photo
) -> None:
    story = newsroom.articles.attach(written(newsroom).id, lead.id, caption="Above", alt="Alt", lead=True)
    story = edited(newsroom, story, body_markdown=with_figure(lead, "Below"))
    assert story.photos == (PhotoUse(photo=lead.id, lead=True, caption="Above", alt="Alt"),)


def test_a_lead_stays_when_its_figure_goes(newsroom: Newsroom, lead: Photo) -> None:
    story = newsroom.articles.attach(written(newsroom).id, lead.id, lead=True)
    story = edited(newsroom, story, body_markdown=with_figure(lead))
    assert edited(newsroom, story, body_markdown=BODY).lead_photo is not None


def test_a_photo_attached_without_a_figure_stays(newsroom: Newsroom, lead: Photo, photo: Photo) -> None:
    story = newsroom.articles.attach(written(newsroom).id, lead.id, lead=True)
    story = newsroom.articles.attach(story.id, photo.id, caption="Beside", lead=False)
    changed = edited(newsroom, story, body_markdown="Another text.\n")
    assert changed.photos == story.photos


def test_a_figure_of_an_attached_photo_gives_its_use_the_figures_words(
    newsroom: Newsroom, lead: Photo, photo: Photo
) -> None:
    story = newsroom.articles.attach(written(newsroom).id, lead.id, lead=True)
    story = newsroom.articles.attach(story.id, photo.id, caption="Beside", lead=False)
    changed = edited(newsroom, story, body_markdown=with_figure(photo, "In the text"))
    assert [use.caption for use in changed.photos if not use.lead] == ["In the text"]


@pytest.mark.parametrize("number", [404, 999_999_999_999_999_999])
def test_a_figure_of_an_unknown_photo_is_saved_and_found_by_the_checks(newsroom: Newsroom, number: int) -> None:
    story = written(newsroom, body_markdown=f"{BODY}\n{a_figure(PhotoId(number))}")
    assert story.photos == () and "PG00" in codes(newsroom.checks.check_stored(story.id))


def test_a_figure_that_stood_there_without_a_use_gets_none_by_itself(
    newsroom: Newsroom, photo: Photo
) -> None:
    imported = newsroom.articles.add(Article(headline="Imported", body_markdown=with_figure(photo)))
    assert edited(newsroom, imported, headline="Mended").photos == ()


def test_figures_written_by_two_people_at_once_are_both_kept(
    newsroom: Newsroom, lead: Photo, photo: Photo
) -> None:
    base = written(newsroom)
    edited(newsroom, base, body_markdown=f"{a_figure(lead.id, 'Theirs')}\n{BODY}")
    merged = edited(newsroom, base, body_markdown=with_figure(photo, "Mine"))
    assert {use.caption for use in merged.photos} == {"Theirs", "Mine"}


def test_detaching_a_photo_takes_its_figures_out_of_the_text(
    newsroom: Newsroom, story: Article, photo: Photo
) -> None:
    left = newsroom.articles.detach(story.id, photo.id)
    assert (left.photos, left.body_markdown) == ((), BODY)


def test_words_given_to_an_inline_photo_stand_in_its_figure(
    newsroom: Newsroom, story: Article, photo: Photo
) -> None:
    changed = newsroom.articles.attach(story.id, photo.id, caption="From the panel", alt="Alt", lead=False)
    assert changed.body_markdown == with_figure(photo, "From the panel", "Alt")
    assert changed.photos == (PhotoUse(photo=photo.id, caption="From the panel", alt="Alt"),)


def test_an_alternative_text_alone_leaves_the_marks_of_a_caption(
    newsroom: Newsroom, story: Article, photo: Photo
) -> None:
    changed = newsroom.articles.attach(story.id, photo.id, alt="Another", lead=False)
    assert changed.body_markdown == with_figure(photo, "The **far** bank", "Another")


def test_an_inline_photo_without_credit_blocks_a_draft_that_nobody_saved(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    bare = taken_in(newsroom, tmp_path, "bare.jpg", credited=False)
    draft = replace(written(newsroom), body_markdown=with_figure(bare))
    found = codes(newsroom.checks.check(draft))
    assert "PG01" in found and "PG00" not in found


def test_the_preview_of_an_unsaved_draft_shows_a_new_figure_with_its_credit(
    newsroom: Newsroom, photo: Photo
) -> None:
    draft = replace(written(newsroom), body_markdown=with_figure(photo, "The far bank"))
    assert "(BETAPHOTO/MILICA PETROVIC)" in newsroom.preview.page(draft)


def test_a_story_with_an_inline_photo_is_published_with_its_credit(
    newsroom: Newsroom, story: Article, tmp_path: Path
) -> None:
    newsroom.articles.move(story.id, State.PUBLISHED)
    report = newsroom.publishing.export_site(tmp_path / "site")
    (page,) = [Path(file) for file in report.files if f"/{story.id}-" in file]
    assert "(BETAPHOTO/MILICA PETROVIC)" in page.read_text(encoding="utf-8")


def test_words_typed_into_a_published_story_are_kept_even_beside_a_photo_without_credit(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    bare = taken_in(newsroom, tmp_path, "bare.jpg", credited=False)
    story = newsroom.articles.move(written(newsroom).id, State.PUBLISHED).article
    saved = edited(newsroom, story, body_markdown=with_figure(bare))
    assert (saved.body_markdown, saved.photos) == (with_figure(bare), ())
    assert "PG00" in codes(newsroom.checks.check_stored(story.id))
