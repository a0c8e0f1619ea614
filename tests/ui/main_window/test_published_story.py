"""A published story that is written in becomes an update."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from newsdesk.app.paths import resources
from newsdesk.app.window import NewsroomDoor
from newsdesk.domain.article import Article
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.workflow import State
from newsdesk.services.newsroom import Newsroom
from newsdesk.ui.main_window.window import MainWindow


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """Yield the window with one published story open."""
    made = MainWindow(NewsroomDoor())
    made.show()
    made.open_newsroom(str(tmp_path / "newsroom"))
    qtbot.waitUntil(lambda: made.newsroom is not None and made.rooms is not None)
    assert made.newsroom is not None and made.rooms is not None
    story = _published(made.newsroom)
    made.rooms.story.open(story)
    qtbot.waitUntil(lambda: made.rooms is not None and made.rooms.story.article is not None)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not made.isVisible())


def _published(newsroom: Newsroom) -> ArticleId:
    blank = newsroom.articles.create()
    text = {"headline": "Snow closes the pass", "body_markdown": "The road is shut.\n"}
    story: Article = newsroom.articles.save(Article(**(_fields(blank) | text)), base=blank)  # type: ignore[arg-type]
    newsroom.articles.move(story.id, State.PUBLISHED)
    return story.id


def _fields(article: Article) -> dict[str, object]:
    return {name: getattr(article, name) for name in Article.__dataclass_fields__}


def test_writing_in_a_published_story_opens_an_update(window: MainWindow, qtbot: QtBot) -> None:
    assert window.rooms is not None
    rooms = window.rooms
    QTest.keyClicks(rooms.stories.editor.body, "Again. ")
    qtbot.waitUntil(lambda: rooms.story.article is not None and rooms.story.article.state is State.CORRECTING)
    qtbot.waitUntil(lambda: not rooms.story.saver.is_unsaved)
    assert rooms.story.article is not None
    assert rooms.story.article.body_markdown.startswith("Again. ")


def test_readers_keep_what_was_published_while_an_update_is_written(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert window.rooms is not None and window.newsroom is not None
    rooms = window.rooms
    QTest.keyClicks(rooms.stories.editor.body, "Again. ")
    qtbot.waitUntil(lambda: rooms.story.article is not None and rooms.story.article.state is State.CORRECTING)
    window.newsroom.publishing.export_site(tmp_path / "site")
    (page,) = (tmp_path / "site" / "public" / "archive" / "news").glob("*/index.html")
    assert "Again." not in page.read_text(encoding="utf-8")


def test_the_sample_lies_where_the_program_looks_for_it() -> None:
    assert (resources() / "sample" / "briefing.yaml").is_file()
