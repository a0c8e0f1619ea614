"""Findings and the preview page of the story on the desk, kept in step with what is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsdesk.domain.article import Article
from newsdesk.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from newsdesk.domain.findings import Finding
    from newsdesk.services.newsroom import Newsroom


class StoryWatch(QObject):
    """Asks for one answer at a time; while it is worked on, only the newest draft waits."""

    found = Signal(object)
    rendered = Signal(str)
    failed = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._newsroom: Newsroom | None = None
        self._waiting: Article | None = None
        self._busy = False
        self._preview_wanted = False
        self._latest: Article | None = None

    def set_newsroom(self, newsroom: Newsroom) -> None:
        """Work in a newsroom from now on."""
        self._newsroom = newsroom

    def want_preview(self, wanted: bool) -> None:
        """Render pages only while somebody looks at them."""
        newly = wanted and not self._preview_wanted
        self._preview_wanted = wanted
        if newly and self._latest is not None:
            self.watch(self._latest)

    def watch(self, draft: Article) -> None:
        """Look at a draft as soon as the last one is done with."""
        self._latest = self._waiting = draft
        self._next()

    def forget(self) -> None:
        """Drop the story: it was closed."""
        self._latest = self._waiting = None

    def _next(self) -> None:
        if self._busy or self._waiting is None or self._newsroom is None:
            return
        draft, self._waiting = self._waiting, None
        self._busy = True
        work = partial(_look, self._newsroom, draft, self._preview_wanted)
        self._tasks.run(work, self._on_looked, self._on_failed)

    def _on_looked(self, answer: tuple[Article, tuple[Finding, ...], str]) -> None:
        self._busy = False
        draft, findings, page = answer
        if self._latest is not None and self._latest.id == draft.id:
            self.found.emit(findings)
            if page:
                self.rendered.emit(page)
        self._next()

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self.failed.emit(error)
        self._next()


def _look(newsroom: Newsroom, draft: Article, preview: bool) -> tuple[Article, tuple[Finding, ...], str]:
    return draft, newsroom.checks.check(draft), newsroom.preview.page(draft) if preview else ""
