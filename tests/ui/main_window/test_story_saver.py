"""Saving that happens by itself, on a real newsroom."""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from newsdesk.app.compose import open_newsroom
from newsdesk.domain.article import Article
from newsdesk.domain.errors import NewsdeskError, RevisionClashError
from newsdesk.services.newsroom import Newsroom
from newsdesk.ui.main_window.story_saver import StorySaver
from newsdesk.ui.tasks import TaskRunner


class Page(QObject):
    """Stands for the screen: what it says is what is saved."""

    def __init__(self, newsroom: Newsroom) -> None:
        super().__init__()
        self.tasks = TaskRunner(self)
        self.saver = StorySaver(self.tasks, self.draft, self)
        self.saver.set_newsroom(newsroom)
        self.newsroom = newsroom
        self.saver.take(newsroom.articles.create())
        self.headline = ""
        self.body = ""

    def draft(self) -> Article | None:
        """Return what the screen says."""
        if self.saver.base is None:
            return None
        return dataclasses.replace(self.saver.base, headline=self.headline, body_markdown=self.body)

    def type(self, *, headline: str = "", body: str = "") -> None:
        """Write on the screen."""
        self.headline, self.body = headline or self.headline, body or self.body
        self.saver.note_edit()

    def stored(self) -> Article:
        """Return the story as the database has it."""
        assert self.saver.base is not None
        return self.newsroom.articles.get(self.saver.base.id)

    def somebody_saves(self, **fields: str) -> None:
        """Save a change as another window would."""
        stored = self.stored()
        self.newsroom.articles.save(dataclasses.replace(stored, **fields), base=stored)  # type: ignore[arg-type]


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[Page]:
    newsroom = open_newsroom(str(tmp_path / "newsroom"))
    made = Page(newsroom)
    yield made
    made.tasks.close()
    newsroom.close()


def _saved(page: Page) -> Callable[[], bool]:
    return lambda: not page.saver.is_unsaved


def test_what_is_typed_is_saved_after_a_rest(page: Page, qtbot: QtBot) -> None:
    page.type(headline="Snow closes the pass")
    qtbot.waitUntil(_saved(page))
    assert page.stored().headline == "Snow closes the pass"


def test_what_is_typed_while_a_save_runs_is_saved_too(page: Page, qtbot: QtBot) -> None:
    page.type(headline="Snow")
    page.saver.flush()
    page.type(headline="Snow closes the pass")
    qtbot.waitUntil(_saved(page))
    assert page.stored().headline == "Snow closes the pass"


def test_a_step_waits_until_everything_is_saved(page: Page, qtbot: QtBot) -> None:
    seen: list[str] = []
    page.type(headline="Snow closes the pass")
    page.saver.when_saved(lambda: seen.append(page.stored().headline))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["Snow closes the pass"]


def test_what_somebody_else_saved_meanwhile_comes_back_merged(page: Page, qtbot: QtBot) -> None:
    merged: list[Article] = []
    page.saver.merged.connect(merged.append)
    page.somebody_saves(slugline="snow-pass")
    page.type(headline="Snow closes the pass")
    qtbot.waitUntil(_saved(page))
    assert [(story.headline, story.slugline) for story in merged] == [("Snow closes the pass", "snow-pass")]


def test_a_clash_is_told_and_nothing_typed_is_dropped(page: Page, qtbot: QtBot) -> None:
    failed: list[NewsdeskError] = []
    page.saver.failed.connect(failed.append)
    page.somebody_saves(headline="The pass is open")
    page.type(headline="Snow closes the pass")
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], RevisionClashError)
    assert page.saver.is_unsaved
