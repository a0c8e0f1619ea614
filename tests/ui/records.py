"""What the panels are shown in tests, and how the tests work with them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from newsdesk.domain.article import Access
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.summary import ArticleSummary
from newsdesk.domain.workflow import State
from newsdesk.ui.tasks import TaskRunner
from newsdesk.ui.widgets.thumbnail_source import ThumbnailSource
from tests.builders import a_jpeg

_Child = TypeVar("_Child", bound=QWidget)

MORNING = datetime(2023, 11, 21, 8, 30, tzinfo=UTC)


def a_summary(number: int, headline: str = "", **fields: Any) -> ArticleSummary:
    """Return a row of the article list."""
    story = ArticleSummary(
        id=ArticleId(number),
        headline=headline or f"Story {number}",
        state=State.REVIEW,
        section="Archive / News",
        language="en",
        access=Access.OPEN,
        word_count=292,
        version=0,
        revision=1,
        published_at=None,
        embargo_until=None,
        scheduled_at=None,
        updated_at=MORNING,
    )
    return replace(story, **fields)


class Heard:
    """What a signal told, in order: the argument, or all of them where there are several."""

    def __init__(self, signal: SignalInstance) -> None:
        self.told: list[Any] = []
        signal.connect(self._hear)

    def _hear(self, *arguments: object) -> None:
        self.told.append(arguments[0] if len(arguments) == 1 else arguments)


@contextmanager
def running_tasks() -> Iterator[TaskRunner]:
    """Give a task runner and wait for its threads at the end."""
    tasks = TaskRunner()
    yield tasks
    tasks.close()


def pictures_of(tasks: TaskRunner, read: Callable[[str, int], bytes] | None = None) -> ThumbnailSource:
    """Return a source of thumbnails; without a reader every photo is a small JPEG."""
    source = ThumbnailSource(tasks, tasks)
    source.set_reader(read or (lambda sha256, box: a_jpeg(width=60, height=40)))
    return source


def settle() -> None:
    """Let go of what was taken away and show what was added, as the next turn of the event loop does."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def button(parent: QWidget, text: str) -> QAbstractButton:
    """Return the button with that text."""
    settle()
    found = [one for one in parent.findChildren(QAbstractButton) if one.text() == text]
    assert found, f"no button says {text!r}: {[one.text() for one in parent.findChildren(QAbstractButton)]}"
    return found[0]


def click(parent: QWidget, text: str) -> None:
    """Press the button with that text as a person would."""
    QTest.mouseClick(button(parent, text), Qt.MouseButton.LeftButton)


def child(parent: QObject, kind: type[_Child]) -> _Child:
    """Return the parent's child of a kind, the first where there are several."""
    settle()
    found = parent.findChild(kind)
    assert found is not None
    return found


def named(parent: QWidget, name: str, kind: type[_Child]) -> _Child:
    """Return the widget that a screen reader calls so."""
    settle()
    return next(one for one in parent.findChildren(kind) if one.accessibleName() == name)


def texts(parent: QWidget, kind: type[QWidget]) -> list[str]:
    """Return what is written in the labels or buttons that the parent shows."""
    settle()
    return [one.text() for one in parent.findChildren(kind) if one.isVisibleTo(parent)]  # type: ignore[attr-defined]


def drop(widget: QWidget, *files: str) -> bool:
    """Drag files over a widget and let them go; returns whether it wanted them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(file) for file in files])
    place, copy, left = QPoint(20, 20), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    release = QDropEvent(QPointF(place), copy, data, left, none)
    QApplication.sendEvent(widget, release)
    return release.isAccepted()
