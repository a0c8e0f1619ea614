"""Saving that happens by itself: snapshots at rest, one at a time, merged with what others saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.domain.article import Article
from newsdesk.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom

REST_MS = 300
LONGEST_MS = 1000
RETRY_MS = 3000
_KEPT_BY_THE_STORE = ("revision", "updated_at", "updated_by")


class StorySaver(QObject):
    """Saves a story after 300 ms of rest, or after a second of steady typing.

    ``draft`` gives the story as it stands on the screen; ``fields`` are those changed beside the page.
    What others saved meanwhile comes back with ``merged``; ``leaving`` asks the panels for the words
    that are still being typed. Nothing typed is ever dropped: a save that
    fails is tried again, and ``failed`` says why.
    """

    leaving = Signal()
    unsaved = Signal()
    saved = Signal(object)
    merged = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: TaskRunner, draft: Callable[[], Article | None], parent: QObject) -> None:
        super().__init__(parent)
        self.base: Article | None = None
        self.fields: dict[str, Any] = {}
        self._tasks = tasks
        self._draft = draft
        self._newsroom: Newsroom | None = None
        self._sent: Article | None = None
        self._dirty = False
        self._next_steps: list[Callable[[], None]] = []
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._rest.timeout.connect(self.flush)
        self._longest.timeout.connect(self.flush)

    @property
    def is_unsaved(self) -> bool:
        """Whether something typed is not in the database yet."""
        return self._dirty or self._sent is not None

    def set_newsroom(self, newsroom: Newsroom) -> None:
        """Save into a newsroom from now on."""
        self._newsroom = newsroom

    def take(self, article: Article | None) -> None:
        """Work on a story as it was read; what was typed into the one before is saved or given up by now."""
        self._rest.stop()
        self._longest.stop()
        self.base, self._sent, self._dirty = article, None, False
        self._next_steps.clear()
        self.fields.clear()

    def note_edit(self) -> None:
        """Take note that the screen says something new."""
        if self.base is None:
            return
        self._dirty = True
        self._rest.start()
        if not self._longest.isActive():
            self._longest.start(LONGEST_MS)
        self.unsaved.emit()

    def when_saved(self, step: Callable[[], None]) -> None:
        """Take a step once everything typed is in the database; a save that fails calls it off."""
        self.leaving.emit()
        if not self.is_unsaved:
            step()
            return
        self._next_steps.append(step)
        self.flush()

    def save_now(self) -> None:
        """Save everything that stands on the screen, words that are still being typed too."""
        self.leaving.emit()
        self.flush()

    def flush(self) -> None:
        """Send what is unsaved to the database now."""
        self._rest.stop()
        self._longest.stop()
        draft = self._draft()
        if self._newsroom is None or self.base is None or draft is None or not self._dirty:
            return
        if self._sent is not None:
            # One save at a time; the answer of the one under way sends the next.
            return
        self._dirty, self._sent = False, draft
        work = partial(self._newsroom.articles.save, draft, base=self.base, why="snapshot")
        self._tasks.run(work, self._on_saved, self._on_failed, Lane.WRITE)

    def _on_saved(self, saved: Article) -> None:
        sent, self._sent = self._sent, None
        if sent is None or self.base is None:
            return
        same = replace(sent, **{name: getattr(saved, name) for name in _KEPT_BY_THE_STORE}) == saved
        if same or not self._dirty:
            self.base = saved
        else:
            # The screen holds newer words than what was merged: the next save merges from what this one sent.
            self.base = replace(sent, revision=self.base.revision)
        self.saved.emit(saved)
        if self._dirty:
            self._go_on()
            return
        self.fields.clear()
        if not same:
            self.merged.emit(saved)
        steps, self._next_steps = self._next_steps, []
        for step in steps:
            step()

    def _go_on(self) -> None:
        """Save what was typed while the last save was under way: at once where somebody waits for it."""
        if self._next_steps:
            self.flush()
        else:
            self._rest.start()

    def _on_failed(self, error: Exception) -> None:
        self._sent = None
        self._next_steps.clear()
        self._dirty = True
        self._longest.start(RETRY_MS)
        self.failed.emit(error)
