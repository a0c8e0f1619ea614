"""Publishing: what readers get, and what never leaves."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from newsdesk.domain.article import Article
from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import InvalidValueError, NotFoundError, PublicationBlockedError
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.people import Role
from newsdesk.domain.workflow import Kind, State
from newsdesk.services.newsroom import Newsroom
from tests.builders import BODY, NOW, Clock, edited, published, services_of, taken_in, written

_WHY = {"reason": "It was wrong."}
_TOMORROW = "2026-11-22T08:00+01:00"


def site_text(newsroom: Newsroom, out: Path) -> str:
    """Export the site and return every page and feed of it as one text."""
    newsroom.publishing.export_site(out)
    pages = [*out.glob("public/**/*.html"), *out.glob("public/**/*.xml")]
    return "\n".join(page.read_text(encoding="utf-8") for page in pages)


def test_readers_get_what_was_published_and_nothing_else(either: Newsroom, tmp_path: Path) -> None:
    published(either, headline="Out in the open")
    written(either, headline="Still a draft")
    either.articles.move(written(either, headline="Only ready").id, State.READY)
    text = site_text(either, tmp_path / "site")
    assert "Out in the open" in text and "Still a draft" not in text and "Only ready" not in text


def test_readers_keep_the_released_text_while_it_is_corrected(either: Newsroom, tmp_path: Path) -> None:
    story = either.articles.move(published(either).id, State.CORRECTING).article
    edited(either, story, body_markdown="Half-done text.\n", headline="Half-done headline")
    text = site_text(either, tmp_path / "site")
    assert "The ferry at Kovin" in text and "Half-done" not in text


def test_readers_get_the_corrected_text_with_its_note(newsroom: Newsroom, tmp_path: Path) -> None:
    words = {"wrong": "twelve cars", "right": "ten cars", "where": "Third paragraph", "reason": "A wrong number."}
    story = published(newsroom)
    opened = newsroom.articles.move(story.id, State.CORRECTING, kind=Kind.CORRECTION, words=words).article
    edited(newsroom, opened, body_markdown=BODY.replace("twelve", "ten"))
    newsroom.articles.move(story.id, State.PUBLISHED)
    text = site_text(newsroom, tmp_path / "site")
    assert "carries ten cars" in text and "Third paragraph: an earlier version said “twelve cars”." in text


def test_a_change_of_a_published_story_waits_for_its_release(newsroom: Newsroom, tmp_path: Path) -> None:
    edited(newsroom, published(newsroom), body_markdown="Never released.\n")
    assert "Never released" not in site_text(newsroom, tmp_path / "site")


@pytest.mark.parametrize("state", [State.HELD, State.KILLED, State.WITHDRAWN])
def test_what_is_taken_back_is_gone_from_the_next_export(newsroom: Newsroom, tmp_path: Path, state: State) -> None:
    story = published(newsroom, headline="Taken back")
    assert "Taken back" in site_text(newsroom, tmp_path / "site")
    newsroom.articles.move(story.id, state, words=_WHY)
    assert "Taken back" not in site_text(newsroom, tmp_path / "site")


def test_a_story_whose_photo_may_no_longer_be_shown_leaves_the_site(
    newsroom: Newsroom, tmp_path: Path, clock: Clock
) -> None:
    photo = taken_in(newsroom, tmp_path)
    story = newsroom.articles.attach(written(newsroom, headline="With a photo").id, photo.id, lead=True)
    newsroom.articles.move(story.id, State.PUBLISHED)
    with newsroom.store.unit() as unit:
        stored = unit.photos.get(photo.id)
        ended = replace(stored, rights=replace(stored.rights, valid_to=NOW + timedelta(hours=1)))
        unit.photos.save(ended, expected_revision=stored.revision, actor=newsroom.actor.id, now=NOW)
    assert "With a photo" in site_text(newsroom, tmp_path / "site")
    clock.forward(hours=2)
    assert "With a photo" not in site_text(newsroom, tmp_path / "site")


def test_a_second_export_writes_nothing_anew(newsroom: Newsroom, tmp_path: Path) -> None:
    published(newsroom)
    first = newsroom.publishing.export_site(tmp_path / "site")
    again = newsroom.publishing.export_site(tmp_path / "site")
    assert (first.unchanged, again.written, again.removed) == (0, 0, 0)


def test_related_stories_are_the_pinned_ones_then_the_newest_and_never_the_banned(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    pinned, banned, _ = (published(newsroom, headline=name) for name in ("Pinned", "Banned", "Near"))
    story = published(newsroom, headline="Story", related_pinned=(pinned.id,), related_banned=(banned.id,))
    newsroom.publishing.export_article(story.id, "html", tmp_path / "story.html")
    page = (tmp_path / "story.html").read_text(encoding="utf-8")
    assert page.index(">Pinned<") < page.index(">Near<") and ">Banned<" not in page


@pytest.mark.parametrize(("name", "suffix"), [("html", "html"), ("md", "md")])
def test_a_story_leaves_alone_with_its_picture_beside_it(
    newsroom: Newsroom, tmp_path: Path, name: str, suffix: str
) -> None:
    story = newsroom.articles.attach(written(newsroom).id, taken_in(newsroom, tmp_path).id, lead=True)
    report = newsroom.publishing.export_article(story.id, name, tmp_path / "out")
    files = [Path(file) for file in report.files]
    assert all(file.is_file() for file in files)
    assert any(file.suffix == f".{suffix}" for file in files) and any(file.parent.name == "photos" for file in files)


def test_an_unknown_format_is_refused_with_those_there_are(newsroom: Newsroom, tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError, match="html, md"):
        newsroom.publishing.export_article(published(newsroom).id, "pdf", tmp_path / "out")


def test_a_story_that_is_not_there_is_not_exported(newsroom: Newsroom, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        newsroom.publishing.export_article(ArticleId(404), "html", tmp_path / "out")


@pytest.mark.parametrize("state", [State.HELD, State.KILLED, State.WITHDRAWN])
def test_what_was_taken_back_is_not_exported_alone_either(
    newsroom: Newsroom, tmp_path: Path, state: State
) -> None:
    story = newsroom.articles.move(published(newsroom).id, state, words=_WHY).article
    with pytest.raises(PublicationBlockedError, match=str(state)):
        newsroom.publishing.export_article(story.id, "html", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_photo_without_credit_does_not_leave_with_a_story(newsroom: Newsroom, tmp_path: Path) -> None:
    bare = taken_in(newsroom, tmp_path, credited=False)
    story = newsroom.articles.attach(written(newsroom).id, bare.id, lead=True)
    with pytest.raises(PublicationBlockedError, match="no credit"):
        newsroom.publishing.export_article(story.id, "md", tmp_path / "out")


def test_a_story_exported_alone_is_read_as_a_page_before_it_leaves(newsroom: Newsroom, tmp_path: Path) -> None:
    photo, caption = taken_in(newsroom, tmp_path), "The ferry (BETAPHOTO/MILICA PETROVIC)"
    story = newsroom.articles.attach(written(newsroom).id, photo.id, caption=caption, lead=True)
    with pytest.raises(PublicationBlockedError, match="2 times"):
        newsroom.publishing.export_article(story.id, "html", tmp_path / "out")


def test_a_story_exported_alone_while_it_is_corrected_has_the_released_text(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    opened = newsroom.articles.move(published(newsroom).id, State.CORRECTING).article
    edited(newsroom, opened, body_markdown="Half-done.\n")
    newsroom.publishing.export_article(opened.id, "md", tmp_path / "story.md")
    assert (tmp_path / "story.md").read_text(encoding="utf-8").endswith(BODY)


@pytest.fixture
def scheduled(newsroom: Newsroom) -> Article:
    ready = newsroom.articles.move(written(newsroom).id, State.READY).article
    return newsroom.articles.move(ready.id, State.SCHEDULED, words={"at": _TOMORROW}).article


def test_a_scheduled_story_waits_for_its_hour(newsroom: Newsroom, scheduled: Article, clock: Clock) -> None:
    assert newsroom.publishing.publish_due() == ()
    clock.forward(days=1)
    assert newsroom.publishing.publish_due() == (scheduled.id,)
    assert newsroom.articles.get(scheduled.id).state is State.PUBLISHED


def test_a_story_is_published_by_its_hour_once(newsroom: Newsroom, scheduled: Article, clock: Clock) -> None:
    clock.forward(days=1)
    newsroom.publishing.publish_due()
    assert newsroom.publishing.publish_due() == ()


def test_nobody_hears_of_a_schedule_in_which_nothing_was_due(newsroom: Newsroom, scheduled: Article) -> None:
    heard: list[Changes] = []
    newsroom.events.subscribe(heard.append)
    newsroom.publishing.publish_due()
    assert heard == []


def test_a_blocked_story_waits_and_the_others_go(newsroom: Newsroom, scheduled: Article, clock: Clock) -> None:
    ready = newsroom.articles.move(written(newsroom).id, State.READY).article
    second = newsroom.articles.move(ready.id, State.SCHEDULED, words={"at": _TOMORROW}).article
    edited(newsroom, scheduled, source="")
    clock.forward(days=1)
    assert newsroom.publishing.publish_due() == (second.id,)
    assert newsroom.articles.get(scheduled.id).state is State.SCHEDULED


def test_the_hour_publishes_whoever_is_at_the_desk(newsroom: Newsroom, scheduled: Article, tmp_path: Path) -> None:
    _, publishing = services_of(newsroom, tmp_path, Role.REPORTER, now=Clock(NOW + timedelta(days=1)))
    assert publishing.publish_due() == (scheduled.id,)


def test_an_edition_is_on_the_site_once_it_is_finished(newsroom: Newsroom, tmp_path: Path) -> None:
    edition = newsroom.briefings.new("Morning Briefing", date(2026, 11, 22), [published(newsroom).id])
    newsroom.publishing.export_site(tmp_path / "site")
    assert not (tmp_path / "site/public/briefings/morning-briefing/1").exists()
    newsroom.briefings.finish(edition.id)
    newsroom.publishing.export_site(tmp_path / "site")
    assert (tmp_path / "site/public/briefings/morning-briefing/1/index.html").is_file()
