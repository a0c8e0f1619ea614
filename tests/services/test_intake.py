"""Bringing stories in: pages fill the record, doubts become questions, bad files harm nothing."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdesk.domain.article import Access, Article
from newsdesk.domain.credit import Credit
from newsdesk.domain.photo import AwaitedPhoto
from newsdesk.domain.workflow import State
from newsdesk.ingest.imported import Imported, ImportedPhoto
from newsdesk.services.newsroom import Newsroom
from newsdesk.services.story_language import language_to_keep
from tests import corpus
from tests.builders import BODY, a_figure, a_jpeg, codes

_PAGES = corpus.ROOT / "tests" / "data" / "pages"


def imported(newsroom: Newsroom, path: Path) -> Article:
    """Read one file that is good, and keep it."""
    (read,) = newsroom.intake.read([path])
    assert read.imported is not None, read.refusal
    return newsroom.intake.keep(read.imported, path.parent)


def kept(newsroom: Newsroom, folder: Path | None = None, **fields: object) -> Article:
    """Keep what a file might have held."""
    return newsroom.intake.keep(replace(Imported(kind="markdown", body_markdown=BODY), **fields), folder)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["agency_page.txt", "agency_page.html"])
def test_a_saved_agency_page_fills_the_record_and_awaits_its_photo(either: Newsroom, name: str) -> None:
    story = imported(either, _PAGES / name)
    assert (story.state, story.source, story.section, story.language) == (State.DRAFT, "Beta", "Archive / News", "en")
    assert story.headline and story.published_at is not None and story.questions == ()
    assert story.awaited_photo is not None and story.awaited_photo.agency == "BETAPHOTO"


@pytest.mark.parametrize(("script", "tag"), [("latn", "sr-Latn"), ("cyrl", "sr-Cyrl")])
def test_a_serbian_page_is_kept_in_its_script(newsroom: Newsroom, script: str, tag: str) -> None:
    assert imported(newsroom, _PAGES / f"agency_page_sr_{script}.txt").language == tag


def test_the_seed_is_published_untouched_but_for_its_photo(newsroom: Newsroom) -> None:
    story = imported(newsroom, corpus.files("seeds", pattern="*.txt")[0])
    assert story.published_at == datetime(2023, 11, 21, 15, 34, tzinfo=UTC)
    assert story.awaited_photo == AwaitedPhoto(caption="Jens Stoltenberg", creator="MILOS MISKOV", agency="BETAPHOTO")
    result = newsroom.articles.move(story.id, State.PUBLISHED)
    assert (result.article.published_at, codes(result.findings)) == (story.published_at, {"TX11", "PN10"})


def test_a_doubt_stands_in_the_record_as_a_question(newsroom: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "doubtful.txt").write_text(f"The ferry is back.\n\n{BODY}", encoding="utf-8")
    story = imported(newsroom, tmp_path / "doubtful.txt")
    assert story.questions == ("Is “The ferry is back.” the headline?",)
    assert "IM01" in codes(newsroom.checks.check_stored(story.id))


def test_a_bad_file_is_refused_and_the_others_are_read(newsroom: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "report.html").write_bytes(b"%PDF-1.7 not a page")
    files = [tmp_path / "empty.html", _PAGES / "news_page.html", tmp_path / "report.html", tmp_path / "none.txt"]
    results = newsroom.intake.read(files)
    assert [result.imported is not None for result in results] == [False, True, False, False]
    assert [result.file for result in results] == files


def test_reading_keeps_nothing(newsroom: Newsroom) -> None:
    newsroom.intake.read([_PAGES / "news_page.html"])
    assert newsroom.articles.counts_by_state() == {}


def test_reading_tells_how_far_it_is_and_can_be_stopped(newsroom: Newsroom) -> None:
    steps: list[tuple[int, int]] = []
    files = [_PAGES / "news_page.html"] * 3
    results = newsroom.intake.read(files, lambda done, total: steps.append((done, total)), lambda: len(steps) == 2)
    assert (steps, len(results)) == ([(1, 3), (2, 3)], 2)


def test_what_a_file_does_not_say_is_the_publications(newsroom: Newsroom) -> None:
    story = kept(newsroom)
    assert (story.language, story.section, story.source, story.access) == ("en", "Archive / News", "Beta", Access.OPEN)


def test_a_file_never_publishes_itself(newsroom: Newsroom) -> None:
    assert kept(newsroom, state="published").state is State.DRAFT


def test_the_body_of_a_markdown_file_is_kept_byte_for_byte(either: Newsroom, tmp_path: Path) -> None:
    body = "# A heading\r\n\r\n  odd   spaces \t\n\n![x](media:3)\n\n<b>raw</b>"
    (tmp_path / "story.md").write_bytes(f"---\nheadline: Title\n---\n\n{body}".encode())
    assert imported(either, tmp_path / "story.md").body_markdown == body


@pytest.mark.parametrize(
    ("said", "body", "tag"),
    [
        ("", BODY, "en"),
        ("en", BODY, "en"),
        ("EN-us", BODY, "en"),
        ("sr-cyrl", BODY, "sr-Cyrl"),
        ("sr_Latn_RS", BODY, "sr-Latn"),
        ("sr", "Добро јутро, Србијо, ђаче и чича и људи.", "sr-Cyrl"),
        ("sr-RS", "Dobro jutro, ovo je vest koja se čita, i to je sve što je u njoj za danas.", "sr-Latn"),
    ],
)
def test_the_newsrooms_languages_are_kept_in_its_own_spelling(said: str, body: str, tag: str) -> None:
    assert language_to_keep(said, body, "en") == (tag, ())


@pytest.mark.parametrize(
    ("said", "tag", "question"),
    [
        ("cs", "cs", "Is the story in Czech?"),
        ("FR", "fr", "Is the story in French?"),
        ("hr-HR", "hr-HR", "Is the story in Croatian?"),
        ("nb", "nb", "Is the story in nb?"),
        ("sr", "sr-Latn", "Is the story in Serbian (Latin script)?"),
    ],
)
def test_another_language_is_kept_as_it_is_named_and_asked_about(said: str, tag: str, question: str) -> None:
    assert language_to_keep(said, "1, 2, 3", "en") == (tag, (question,))


@pytest.mark.parametrize("said", ["English", "../../etc", "x", "a b", "en-", "čs"])
def test_what_is_no_language_is_asked_about_and_never_kept(said: str) -> None:
    tag, (question,) = language_to_keep(said, BODY, "sr-Cyrl")
    assert tag == "sr-Cyrl" and said in question


def test_a_foreign_story_is_kept_in_its_language_with_a_question(newsroom: Newsroom) -> None:
    story = kept(newsroom, language="cs")
    assert (story.language, story.questions) == ("cs", ("Is the story in Czech?",))
    denied = newsroom.articles.answer(story.id, "Is the story in Czech?", right=False)
    assert (denied.language, denied.questions) == ("en", ())


def test_pictures_that_lie_beside_the_file_come_in_without_a_credit(newsroom: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/ferry.jpg").write_bytes(a_jpeg())
    photo = ImportedPhoto(file="photos/ferry.jpg", lead=True, caption="The ferry", alt="A boat")
    awaited = AwaitedPhoto(caption="The ferry", creator="Ana", agency="BETAPHOTO")
    story = kept(newsroom, tmp_path, photos=(photo,), awaited_photo=awaited)
    (use,) = story.photos
    assert (use.lead, use.caption, use.alt, story.awaited_photo) == (True, "The ferry", "A boat", None)
    assert newsroom.photos.get(use.photo).credit == Credit()


def test_one_picture_named_twice_has_one_use_and_one_lead_leads(newsroom: Newsroom, tmp_path: Path) -> None:
    for name, shade in (("a.jpg", 1), ("same.jpg", 1), ("b.jpg", 9)):
        (tmp_path / name).write_bytes(a_jpeg((shade, 0, 0)))
    photos = tuple(ImportedPhoto(file=name, lead=True) for name in ("a.jpg", "same.jpg", "b.jpg"))
    assert [use.lead for use in kept(newsroom, tmp_path, photos=photos).photos] == [True, False]


@pytest.mark.parametrize(
    "name", ["../secret.jpg", "/etc/hostname", "none.jpg", "", "x\0y.jpg", "y" * 5000, "text.jpg", "."]
)
def test_a_picture_that_can_not_come_in_is_asked_about(newsroom: Newsroom, tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.jpg").write_bytes(a_jpeg())
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "text.jpg").write_text("no picture")
    story = kept(newsroom, inside, photos=(ImportedPhoto(file=name.replace("\0", "␀")),))
    assert story.photos == () and len(story.questions) == 1
    assert story.questions[0].startswith("Shall the story go without the photo")


def test_a_missing_lead_is_awaited_and_not_asked_about_too(newsroom: Newsroom, tmp_path: Path) -> None:
    photo, awaited = ImportedPhoto(file="none.jpg", lead=True), AwaitedPhoto(caption="The ferry")
    story = kept(newsroom, tmp_path, photos=(photo,), awaited_photo=awaited)
    assert (story.awaited_photo, story.questions) == (awaited, ())


def test_a_figure_of_another_newsroom_does_not_show_a_photo_of_ours(newsroom: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "ours.jpg").write_bytes(a_jpeg())
    ours = newsroom.photos.add([tmp_path / "ours.jpg"]).photos[0].photo
    story = kept(newsroom, body_markdown=f"{BODY}\n{a_figure(ours.id)}")
    assert story.photos == () and "PG00" in codes(newsroom.checks.check_stored(story.id))


def test_unknown_keys_of_a_file_are_kept_and_leave_with_it(newsroom: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text("---\nheadline: T\nguid: 42-x\n---\n\nWords.\n", encoding="utf-8")
    story = imported(newsroom, tmp_path / "story.md")
    newsroom.publishing.export_article(story.id, "md", tmp_path / "out.md")
    assert "guid: 42-x" in (tmp_path / "out.md").read_text(encoding="utf-8")


def test_a_story_that_left_as_markdown_comes_back_the_same(newsroom: Newsroom, tmp_path: Path) -> None:
    story = imported(newsroom, _PAGES / "agency_page.txt")
    newsroom.publishing.export_article(story.id, "md", tmp_path / "out.md")
    again = imported(newsroom, tmp_path / "out.md")
    for name in ("headline", "section", "source", "language", "access", "published_at", "body_markdown"):
        assert getattr(again, name) == getattr(story, name)
