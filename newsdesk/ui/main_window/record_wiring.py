"""Joins the record of a story, its history and its approvals, with the panels that show them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from newsdesk.domain.article import Article
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.publication import Publication
from newsdesk.ui.checks.checks_panel import ChecksPanel
from newsdesk.ui.history.history_panel import HistoryPanel
from newsdesk.ui.main_window.frame import Frame
from newsdesk.ui.main_window.story_wiring import StoryWiring

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom

_WITH_RECORD = frozenset({"history", "checks"})


class RecordWiring(QObject):
    """Reads the record while one of the panels that show it is in front."""

    def __init__(self, frame: Frame, stories: StoryWiring, checks: ChecksPanel) -> None:
        super().__init__(frame)
        self._frame, self._stories, self._story, self._checks = frame, stories, stories.story, checks
        self._newsroom: Newsroom | None = None
        self._publication = Publication()
        self.history = HistoryPanel(frame)
        for arrived in (self._story.opened, self._story.changed, self._story.saver.saved):
            arrived.connect(self._on_story_arrived)
        frame.side.tab_shown.connect(self._on_tab_shown)
        checks.approval_requested.connect(self._on_approval_requested)
        self.history.restore_requested.connect(self._on_restore_requested)

    def enter(self, newsroom: Newsroom) -> None:
        """Work in a newsroom from now on."""
        self._newsroom = newsroom

    def show_publication(self, publication: Publication) -> None:
        """Show times in a publication's zone from now on."""
        self._publication = publication

    def _on_story_arrived(self, article: Article) -> None:
        self._read_history(article.id)

    def _on_approval_requested(self, kind: str) -> None:
        if self._story.article is not None and self._newsroom is not None:
            sign = partial(self._newsroom.approvals.sign, self._story.article.id, kind)
            self._story.wish(sign, self._on_signed)

    def _on_signed(self, _: Any) -> None:
        if self._story.article is not None:
            self._read_history(self._story.article.id)

    def _on_restore_requested(self, revision: int) -> None:
        if self._story.article is not None and self._newsroom is not None:
            restore = partial(self._newsroom.articles.restore, self._story.article.id, revision)
            self._story.wish(restore, self._stories.show_anew)

    def _on_tab_shown(self, _: str) -> None:
        if self._story.article is not None:
            self._read_history(self._story.article.id)

    def _read_history(self, article: ArticleId) -> None:
        if self._newsroom is not None and self._frame.side.current() in _WITH_RECORD:
            work = partial(_history, self._newsroom, article)
            self._frame.tasks.run(work, self._on_history_read, self._frame.problems.show)

    def _on_history_read(self, answer: tuple[ArticleId, Any, Any]) -> None:
        article, versions, approvals = answer
        if self._story.article is not None and self._story.article.id == article:
            self.history.show_versions(versions, self._publication.time_zone)
            self._checks.show_approvals(approvals)


def _history(newsroom: Newsroom, article: ArticleId) -> tuple[ArticleId, Any, Any]:
    return article, newsroom.articles.history(article), newsroom.approvals.of(article)
