"""The preview: the page that would leave, for words that nobody saved yet."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.domain.article import Access
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.workflow import State
from newsdesk.services.newsroom import Newsroom
from tests.builders import an_article, taken_in, written


def test_an_unsaved_draft_is_shown_as_it_stands_on_the_screen(newsroom: Newsroom) -> None:
    draft = replace(written(newsroom), headline="Not saved yet", body_markdown="Some **strong** words.\n")
    page = newsroom.preview.page(draft)
    assert "<h1>Not saved yet</h1>" in page.replace("\n", "") and "<strong>strong</strong>" in page
    assert newsroom.articles.get(draft.id).headline != "Not saved yet"


def test_a_draft_without_any_word_has_a_page(newsroom: Newsroom) -> None:
    assert newsroom.preview.page(newsroom.articles.create()).startswith("<!DOCTYPE html>")


def test_everything_that_the_page_asks_for_is_served(newsroom: Newsroom, tmp_path: Path) -> None:
    story = newsroom.articles.attach(written(newsroom).id, taken_in(newsroom, tmp_path).id, lead=True)
    page = newsroom.preview.page(story)
    pictures = re.findall(r'(?:src|srcset)="([^" ]+)', page)
    wanted = {*pictures, *re.findall(r'rel="stylesheet" href="([^"]+)', page)}
    answers = {path: newsroom.preview.resource(path) for path in wanted}
    assert len(wanted) >= 2 and all(answers.values())
    assert {answer[1] for answer in answers.values() if answer} >= {"text/css", "image/jpeg"}


@pytest.mark.parametrize("path", ["/favicon.ico", "/photos/../../newsroom.sqlite3", "", "/assets/", "/photos/x.jpg"])
def test_nothing_else_is_served(newsroom: Newsroom, path: str) -> None:
    assert newsroom.preview.resource(path) is None


def test_a_preview_changes_nothing(newsroom: Newsroom) -> None:
    story = written(newsroom)
    newsroom.preview.page(replace(story, headline="Only looked at"))
    assert newsroom.articles.get(story.id) == story and len(newsroom.articles.history(story.id)) == 2


def test_a_story_behind_the_gate_is_previewed_as_readers_see_it(newsroom: Newsroom) -> None:
    story = newsroom.articles.move(written(newsroom, access=Access.MEMBERS).id, State.REVIEW).article
    assert "twelve cars" not in newsroom.preview.page(story)


def test_a_draft_whose_story_is_gone_is_still_shown(newsroom: Newsroom) -> None:
    assert "Only on the screen" in newsroom.preview.page(an_article(id=ArticleId(404), headline="Only on the screen"))
