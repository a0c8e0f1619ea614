"""Joins bringing stories in: files chosen or dropped, the import page, the sample."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from newsdesk.domain.article import Article
from newsdesk.domain.publication import Publication
from newsdesk.ui.main_window.frame import Frame
from newsdesk.ui.main_window.story_wiring import StoryWiring
from newsdesk.ui.start.import_page import ImportPage, KeptFile
from newsdesk.ui.start.start_page import StartPage
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.services.intake import ReadFile
    from newsdesk.services.newsroom import Newsroom

STORIES = "*.html *.htm *.xhtml *.txt *.md *.markdown"


class IntakeWiring(QObject):
    """Reads files in a worker, shows what they held, and keeps what a person wants."""

    def __init__(self, frame: Frame, stories: StoryWiring) -> None:
        super().__init__(frame)
        self._frame, self._stories = frame, stories
        self._newsroom: Newsroom | None = None
        self._publication = Publication()
        self.start, self.page = StartPage(frame), ImportPage(frame)
        self.start.sample_requested.connect(self._on_sample_requested)
        self.start.empty_requested.connect(self._on_empty_requested)
        self.start.open_requested.connect(self.ask_for_newsroom)
        self.start.import_requested.connect(self.ask_for_files)
        self.start.files_dropped.connect(self.read)
        frame.files_dropped.connect(self.read)
        self.page.kept.connect(self._on_kept)
        self.page.discarded.connect(self._on_discarded)
        frame.commands["story.import"].triggered.connect(self.ask_for_files)
        frame.commands["newsroom.open"].triggered.connect(self.ask_for_newsroom)

    def enter(self, newsroom: Newsroom) -> None:
        """Work in a newsroom from now on."""
        self._newsroom = newsroom

    def show_publication(self, publication: Publication) -> None:
        """Show times in a publication's zone from now on."""
        self._publication = publication

    def ask_for_files(self) -> None:
        """Let a person choose files to bring in."""
        title, kinds = self.tr("Bring stories in"), self.tr("Stories ({kinds})").format(kinds=STORIES)
        everything = self.tr("All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self._frame, title, "", f"{kinds};;{everything}")
        if names:
            self.read([Path(name) for name in names])

    def ask_for_newsroom(self) -> None:
        """Let a person choose another newsroom's folder."""
        name = QFileDialog.getExistingDirectory(self._frame, self.tr("Open a newsroom"))
        if name:
            self._stories.story.saver.when_saved(partial(self._frame.newsroom_requested.emit, name))

    def read(self, files: Sequence[Path]) -> None:
        """Read files and show what they hold; nothing is kept yet."""
        if self._newsroom is None:
            return
        self._frame.status.show_work(self.tr("Reading files…"), 0, len(files))
        work = partial(self._newsroom.intake.read, list(files))
        self._frame.tasks.run(work, self._on_read, self._on_failed, Lane.SLOW)

    def _on_read(self, results: Sequence[ReadFile]) -> None:
        self._frame.status.end_work()
        self.page.show_results(results, self._publication.time_zone)
        self._stories.story.saver.when_saved(partial(self._frame.show_centre, self.page, full=True))

    def _on_failed(self, error: Exception) -> None:
        self._frame.status.end_work()
        self._frame.problems.show(error)

    def _on_kept(self, files: Sequence[KeptFile]) -> None:
        if self._newsroom is not None:
            work = partial(_keep, self._newsroom, list(files))
            self._frame.tasks.run(work, self._on_stored, self._on_failed, Lane.WRITE)

    def _on_stored(self, articles: Sequence[Article]) -> None:
        self._frame.desk.set_full(False)
        self._frame.show_drafts()
        if articles:
            self._stories.story.open(articles[0].id)

    def _on_discarded(self) -> None:
        self._frame.story_wanted.emit()

    def _on_empty_requested(self) -> None:
        self._frame.desk.set_full(False)
        self._stories.story.create()

    def _on_sample_requested(self) -> None:
        if self._newsroom is None:
            return
        self._frame.status.show_work(self.tr("Unpacking the sample…"))
        work = partial(self._frame.door.install_sample, self._newsroom)
        self._frame.tasks.run(work, self._on_sample_ready, self._on_failed, Lane.SLOW)

    def _on_sample_ready(self, _: Any) -> None:
        self._frame.status.end_work()
        self._frame.story_wanted.emit()


def _keep(newsroom: Newsroom, files: Sequence[KeptFile]) -> list[Article]:
    kept = []
    for file in files:
        assert file.read.imported is not None
        imported = replace(file.read.imported, questions=file.questions)
        kept.append(newsroom.intake.keep(imported, file.read.file.parent))
    return kept
