"""Slow work runs aside, its answers come back to the window's thread."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from newsdesk.ui.tasks import Lane, TaskRunner


class Listener(QObject):
    """Keeps what it is told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.threads: list[threading.Thread] = []

    def on_success(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(threading.current_thread())

    def on_failure(self, error: Exception) -> None:
        self.errors.append(error)


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.close()


def test_an_answer_comes_back_to_the_thread_of_the_window(tasks: TaskRunner, qtbot: QtBot) -> None:
    listener = Listener()
    tasks.run(threading.current_thread, listener.on_success, listener.on_failure)
    qtbot.waitUntil(lambda: bool(listener.results))
    assert listener.threads == [threading.main_thread()]
    assert listener.results != [threading.main_thread()]


def test_a_failure_comes_back_as_the_error_it_was(tasks: TaskRunner, qtbot: QtBot) -> None:
    listener = Listener()
    tasks.run(lambda: 1 // 0, listener.on_success, listener.on_failure)
    qtbot.waitUntil(lambda: bool(listener.errors))
    assert isinstance(listener.errors[0], ZeroDivisionError)


def test_writes_happen_one_after_another(tasks: TaskRunner, qtbot: QtBot) -> None:
    listener = Listener()
    for number in range(20):
        tasks.run(partial(int, number), listener.on_success, listener.on_failure, Lane.WRITE)
    qtbot.waitUntil(lambda: len(listener.results) == 20)
    assert listener.results == list(range(20))


def test_nobody_is_called_where_the_listener_is_gone(tasks: TaskRunner, qtbot: QtBot) -> None:
    gone, living, go_on = Listener(), Listener(), threading.Event()
    heard: list[object] = gone.results
    tasks.run(go_on.wait, gone.on_success, gone.on_failure, Lane.WRITE)
    del gone
    go_on.set()
    tasks.run(lambda: None, living.on_success, living.on_failure, Lane.WRITE)
    qtbot.waitUntil(lambda: bool(living.results))
    assert heard == []


def test_closing_waits_for_writes_that_were_asked_for(qtbot: QtBot) -> None:
    runner, listener, done = TaskRunner(), Listener(), threading.Event()
    runner.run(done.set, listener.on_success, listener.on_failure, Lane.WRITE)
    runner.close()
    assert done.is_set()


def test_a_closed_runner_takes_nothing_more(qtbot: QtBot) -> None:
    runner, listener, done = TaskRunner(), Listener(), threading.Event()
    runner.close()
    runner.run(done.set, listener.on_success, listener.on_failure)
    assert not done.is_set()
