"""Words and photos stay with their story, whatever is opened or closed meanwhile."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from newsdesk.app.compose import open_newsroom
from newsdesk.app.paths import resources
from newsdesk.app.window import NewsroomDoor
from newsdesk.domain.article import Article
from newsdesk.domain.ids import ArticleId
from newsdesk.ui.main_window.rooms import Rooms
from newsdesk.ui.main_window.window import MainWindow

PICTURE = resources() / "sample" / "pictures" / "snow-road.jpg"


def _stories(folder: Path, *headlines: str) -> list[ArticleId]:
    newsroom = open_newsroom(str(folder))
    try:
        made = []
        for headline in headlines:
            blank = newsroom.articles.create()
            story = replace(blank, headline=headline, body_markdown=f"{headline} body.\n")
            made.append(newsroom.articles.save(story, base=blank).id)
        return made
    finally:
        newsroom.close()


def _stored(folder: Path, article: ArticleId) -> Article:
    newsroom = open_newsroom(str(folder))
    try:
        return newsroom.articles.get(article)
    finally:
        newsroom.close()


class Desk:
    """The window on a newsroom with some stories."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.window = MainWindow(NewsroomDoor())
        self.window.resize(1440, 900)
        self.window.show()
        self.window.open_newsroom(str(folder))
        qtbot.waitUntil(lambda: self.window.newsroom is not None)

    @property
    def rooms(self) -> Rooms:
        """The rooms behind the window."""
        assert self.window.rooms is not None
        return self.window.rooms

    def open(self, article: ArticleId) -> None:
        """Open a story and wait for it."""
        self.rooms.story.open(article)
        self.qtbot.waitUntil(lambda: self.shown() == article)

    def shown(self) -> ArticleId | None:
        """Return the story on the desk."""
        story = self.rooms.story.article
        return story.id if story else None

    def close(self) -> None:
        """Close the window and wait until it is gone."""
        self.window.close()
        self.qtbot.waitUntil(lambda: not self.window.isVisible(), timeout=10_000)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    _stories(tmp_path / "one", "First", "Second")
    made = Desk(qtbot, tmp_path / "one")
    yield made
    made.close()


def test_another_newsroom_never_gets_the_words_of_the_one_before(desk: Desk, tmp_path: Path) -> None:
    (other,) = _stories(tmp_path / "two", "Elsewhere")
    desk.open(ArticleId(1))
    desk.window.open_newsroom(str(tmp_path / "two"))
    QTest.keyClicks(desk.rooms.stories.editor.body, "Typed. ")
    first = desk.window.newsroom
    desk.qtbot.waitUntil(lambda: desk.window.newsroom is not first)
    desk.close()
    assert _stored(tmp_path / "two", other).body_markdown == "Elsewhere body.\n"
    assert _stored(tmp_path / "one", ArticleId(1)).body_markdown.startswith("Typed. ")


def test_a_field_that_is_being_typed_is_saved_by_closing(desk: Desk) -> None:
    desk.open(ArticleId(1))
    desk.window.frame.side.show_tab("details")
    field = next(
        line for line in desk.rooms.sides.details.findChildren(QLineEdit) if line.accessibleName() == "Slugline"
    )
    QTest.keyClicks(field, "snow-pass")
    desk.close()
    assert _stored(desk.folder, ArticleId(1)).slugline == "snow-pass"


def test_the_story_that_was_wanted_last_is_the_one_on_the_desk(desk: Desk) -> None:
    desk.open(ArticleId(1))
    desk.rooms.story.open(ArticleId(2))
    desk.rooms.story.open(ArticleId(1))
    desk.window.frame.tasks.wait()
    desk.qtbot.wait(100)
    assert desk.shown() == ArticleId(1)


def test_a_photo_goes_to_the_story_it_was_attached_to(desk: Desk) -> None:
    desk.open(ArticleId(1))
    desk.rooms.photos.wishes.attach_files([PICTURE])
    desk.open(ArticleId(2))
    newsroom = desk.window.newsroom
    assert newsroom is not None
    desk.qtbot.waitUntil(lambda: len(newsroom.articles.get(ArticleId(1)).photos) == 1, timeout=10_000)
    assert newsroom.articles.get(ArticleId(2)).photos == ()
