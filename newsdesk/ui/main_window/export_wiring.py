"""Joins the exports and the backup: a folder is chosen, the work runs aside, the foot shows it and cancels it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from newsdesk.domain.ids import ArticleId, BriefingId
from newsdesk.ui.main_window.frame import Frame
from newsdesk.ui.main_window.open_story import OpenStory
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom

_SUFFIXES = {"html": ".html", "md": ".md"}


class ExportWiring(QObject):
    """One export at a time; a second one waits its turn on the same lane."""

    _progressed = Signal(int, int)

    def __init__(self, frame: Frame, story: OpenStory) -> None:
        super().__init__(frame)
        self._frame, self._story = frame, story
        self._newsroom: Newsroom | None = None
        self._cancelled = Event()
        self._words = ""
        self._progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)
        frame.status.cancel_requested.connect(self._cancelled.set)
        frame.commands["site.export"].triggered.connect(self._on_site_requested)
        frame.commands["story.export"].triggered.connect(self._on_story_requested)
        frame.commands["newsroom.backup"].triggered.connect(self._on_backup_requested)

    def enter(self, newsroom: Newsroom) -> None:
        """Work in a newsroom from now on."""
        self._newsroom = newsroom

    def export_site(self, out: Path) -> None:
        """Write the site to a folder."""
        if self._newsroom is not None:
            work = partial(
                _site, self._newsroom, out, self._progressed.emit, self._cancelled.is_set
            )
            self._start(self.tr("Exporting the site…"), work, self._on_exported)

    def export_story(self, article: ArticleId, format_name: str, out: Path) -> None:
        """Write one story to a file."""
        if self._newsroom is not None:
            work = partial(self._newsroom.publishing.export_article, article, format_name, out)
            self._story.saver.when_saved(partial(self._start, self.tr("Exporting the story…"), work, self._on_exported))

    def export_briefing(self, briefing: BriefingId, format_name: str) -> None:
        """Let a person choose a file and write an edition to it."""
        name, _ = QFileDialog.getSaveFileName(
            self._frame, self.tr("Export the briefing"), f"briefing{_SUFFIXES[format_name]}"
        )
        if name and self._newsroom is not None:
            work = partial(self._newsroom.publishing.export_briefing, briefing, format_name, Path(name))
            self._start(self.tr("Exporting the briefing…"), work, self._on_exported)

    def _start(self, words: str, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._cancelled.clear()
        self._words = words
        self._frame.status.show_work(words)
        self._frame.tasks.run(work, then, self._on_failed, Lane.SLOW)

    def _on_progressed(self, done: int, total: int) -> None:
        self._frame.status.show_work(self._words, done, total)

    def _on_exported(self, report: Any) -> None:
        self._frame.status.end_work()
        text = self.tr("Exported: {written} files written, {unchanged} unchanged, {removed} removed.")
        said = text.format(written=report.written, unchanged=report.unchanged, removed=report.removed)
        self._frame.problems.tell(said)

    def _on_backed_up(self, file: Path) -> None:
        self._frame.status.end_work()
        self._frame.problems.tell(self.tr("Backed up to {file}").format(file=file))

    def _on_failed(self, error: Exception) -> None:
        self._frame.status.end_work()
        self._frame.problems.show(error)

    def _on_site_requested(self) -> None:
        name = QFileDialog.getExistingDirectory(self._frame, self.tr("Export the site into"))
        if name:
            self._story.saver.when_saved(partial(self.export_site, Path(name)))

    def _on_story_requested(self) -> None:
        article = self._story.article
        if article is None:
            return
        web, markdown = self.tr("Web page (*.html)"), self.tr("Markdown (*.md)")
        name, chosen = QFileDialog.getSaveFileName(
            self._frame, self.tr("Export the story"), f"story-{article.id}.html", f"{web};;{markdown}"
        )
        if name:
            format_name = "md" if name.endswith(".md") or chosen == markdown else "html"
            self.export_story(article.id, format_name, Path(name).with_suffix(_SUFFIXES[format_name]))

    def _on_backup_requested(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self._frame, self.tr("Back up"), "newsroom.zip")
        if name and self._newsroom is not None:
            work = partial(self._newsroom.backup.backup, Path(name), self._progressed.emit)
            self._start(self.tr("Backing up…"), work, self._on_backed_up)


def _site(
    newsroom: Newsroom, out: Path, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> Any:
    return newsroom.publishing.export_site(out, progress, cancelled)
