"""Thumbnails: drawn aside, what is on the screen first, and no more kept than there is room for."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import NotFoundError
from newsdesk.ui.tasks import TaskRunner
from newsdesk.ui.widgets import thumbnail_source
from newsdesk.ui.widgets.thumbnail_source import ThumbnailSource
from tests.builders import a_jpeg
from tests.ui.records import Heard, pictures_of, running_tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    with running_tasks() as runner:
        yield runner


def arrive(qtbot: QtBot, source: ThumbnailSource, sha256: str) -> None:
    """Ask for a picture and wait until it is there."""
    qtbot.waitUntil(lambda: source.pixmap(sha256, 96) is not None)


def test_picture_is_there_once_it_was_drawn(tasks: TaskRunner, qtbot: QtBot) -> None:
    source = pictures_of(tasks)
    first = source.pixmap("ab", 96)
    with qtbot.waitSignal(source.arrived) as told:
        pass
    picture = source.pixmap("ab", 96)
    assert first is None and told.args == ["ab"] and picture is not None and picture.width() == 60


def test_picture_is_read_off_the_windows_thread(tasks: TaskRunner, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []

    def read(sha256: str, box: int) -> bytes:
        threads.append(threading.current_thread())
        return a_jpeg()

    arrive(qtbot, pictures_of(tasks, read), "ab")
    assert threads[0] is not threading.main_thread()


def test_picture_that_is_asked_for_by_every_paint_is_read_once(tasks: TaskRunner, qtbot: QtBot) -> None:
    asked: list[str] = []

    def read(sha256: str, box: int) -> bytes:
        asked.append(sha256)
        return a_jpeg()

    source = pictures_of(tasks, read)
    for _ in range(5):
        source.pixmap("ab", 96)
    arrive(qtbot, source, "ab")
    source.pixmap("ab", 96)
    assert asked == ["ab"]


def test_what_was_asked_for_last_is_drawn_first(tasks: TaskRunner, qtbot: QtBot) -> None:
    order: list[str] = []
    gate = threading.Event()

    def read(sha256: str, box: int) -> bytes:
        gate.wait(5)
        order.append(sha256)
        return a_jpeg()

    source = pictures_of(tasks, read)
    for name in "abcd":
        source.pixmap(name, 96)
    gate.set()
    qtbot.waitUntil(lambda: len(order) == 4)
    assert order == ["a", "d", "c", "b"]


def test_what_was_scrolled_by_long_ago_is_not_drawn(tasks: TaskRunner, qtbot: QtBot) -> None:
    order: list[str] = []
    gate = threading.Event()

    def read(sha256: str, box: int) -> bytes:
        gate.wait(5)
        order.append(sha256)
        return a_jpeg()

    source = pictures_of(tasks, read)
    for number in range(1000):
        source.pixmap(f"{number}", 96)
    gate.set()
    qtbot.waitUntil(lambda: source.pixmap("999", 96) is not None)
    qtbot.waitUntil(lambda: len(order) > 200)
    qtbot.wait(50)
    assert len(order) == 201 and "500" not in order


@pytest.mark.parametrize("content", [b"", b"no picture"])
def test_picture_that_can_not_be_drawn_is_not_tried_again(tasks: TaskRunner, qtbot: QtBot, content: bytes) -> None:
    asked: list[str] = []

    def read(sha256: str, box: int) -> bytes:
        asked.append(sha256)
        return content if sha256 == "bad" else a_jpeg()

    source = pictures_of(tasks, read)
    source.pixmap("bad", 96)
    qtbot.waitUntil(lambda: asked == ["bad"])
    arrive(qtbot, source, "good")
    assert source.pixmap("bad", 96) is None and asked == ["bad", "good"]


def test_refused_file_does_not_stop_the_others(tasks: TaskRunner, qtbot: QtBot) -> None:
    def read(sha256: str, box: int) -> bytes:
        if sha256 == "bad":
            raise NotFoundError(kind="photo", id=1)
        return a_jpeg()

    source = pictures_of(tasks, read)
    source.pixmap("bad", 96)
    arrive(qtbot, source, "good")
    assert source.pixmap("bad", 96) is None


def test_pictures_looked_at_long_ago_make_room(
    tasks: TaskRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thumbnail_source, "_KEPT_BYTES", 2 * 60 * 40 * 4)
    asked: list[str] = []

    def read(sha256: str, box: int) -> bytes:
        asked.append(sha256)
        return a_jpeg(width=60, height=40)

    source = pictures_of(tasks, read)
    for name in ("a", "b", "c", "a"):
        arrive(qtbot, source, name)
    assert asked == ["a", "b", "c", "a"]


def test_other_newsroom_begins_without_pictures(tasks: TaskRunner, qtbot: QtBot) -> None:
    source = pictures_of(tasks)
    arrive(qtbot, source, "ab")
    source.set_reader(lambda sha256, box: a_jpeg(width=20, height=10))
    assert source.pixmap("ab", 96) is None


def test_no_photo_asks_for_nothing(tasks: TaskRunner, qtbot: QtBot) -> None:
    asked = Heard(pictures_of(tasks).arrived)
    source = pictures_of(tasks)
    assert source.pixmap("", 96) is None
    qtbot.wait(20)
    assert asked.told == []
