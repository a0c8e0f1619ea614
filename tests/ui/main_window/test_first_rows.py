"""The rows that stand in the list before the newsroom is open."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from newsdesk.app.compose import open_newsroom
from newsdesk.app.window import NewsroomDoor
from newsdesk.domain.article import Article
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.summary import ArticleSummary
from newsdesk.services.newsroom import Newsroom
from newsdesk.ui.main_window.window import MainWindow

HEADLINES = ["The first", "The second", "The third"]


class SlowDoor(NewsroomDoor):
    """Opens a newsroom, or refuses it, only once it may."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.may_open = Event()
        self._refuses = refuses

    def open(self, address: str) -> Newsroom:
        """Wait, then open."""
        self.may_open.wait(20)
        if self._refuses:
            raise NewsdeskError
        return super().open(address)


class BlindDoor(NewsroomDoor):
    """Sees nothing ahead."""

    def glimpse(self, address: str) -> Sequence[ArticleSummary]:
        """Return nothing, as for a shared newsroom."""
        return ()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a newsroom with three stories."""
    newsroom = open_newsroom(str(tmp_path / "newsroom"))
    for headline in HEADLINES:
        newsroom.articles.add(Article(headline=headline, body_markdown="It happened.\n"))
    newsroom.close()
    return tmp_path / "newsroom"


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> Iterator[None]:
    """Keep the window's size and theme out of other tests."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    yield


def shown(qtbot: QtBot, door: NewsroomDoor, folder: Path) -> MainWindow:
    """Return a window that begins on a newsroom."""
    window = MainWindow(door)
    qtbot.addWidget(window)
    window.show_on(str(folder))
    return window


def headlines(window: MainWindow) -> list[str]:
    model = window.frame.list.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_rows_stand_in_the_list_before_the_newsroom_is_open(qtbot: QtBot, folder: Path) -> None:
    door = SlowDoor()
    window = shown(qtbot, door, folder)
    qtbot.waitUntil(lambda: headlines(window) == HEADLINES[::-1])
    opened = window.newsroom
    door.may_open.set()
    qtbot.waitUntil(lambda: window.rooms is not None)
    assert opened is None


def test_story_chosen_before_the_newsroom_is_open_is_opened(qtbot: QtBot, folder: Path) -> None:
    door = SlowDoor()
    window = shown(qtbot, door, folder)
    qtbot.waitUntil(lambda: window.frame.list.model.rowCount() == len(HEADLINES))
    view = window.frame.list.findChild(QListView)
    assert view is not None
    view.setCurrentIndex(window.frame.list.model.index(1, 0))
    door.may_open.set()
    qtbot.waitUntil(lambda: window.rooms is not None and window.rooms.story.article is not None)
    assert window.rooms is not None and window.rooms.story.article is not None
    assert window.rooms.story.article.headline == HEADLINES[1]


def test_refused_newsroom_leaves_no_rows(qtbot: QtBot, folder: Path) -> None:
    door = SlowDoor(refuses=True)
    window = shown(qtbot, door, folder)
    qtbot.waitUntil(lambda: window.frame.list.model.rowCount() == len(HEADLINES))
    door.may_open.set()
    qtbot.waitUntil(lambda: window.frame.list.model.rowCount() == 0)
    assert window.rooms is None


def test_newsroom_opens_where_nothing_is_seen_ahead(qtbot: QtBot, folder: Path) -> None:
    window = shown(qtbot, BlindDoor(), folder)
    qtbot.waitUntil(lambda: window.rooms is not None and headlines(window) == HEADLINES[::-1])
