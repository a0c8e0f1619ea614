"""Joins the side with the story on the desk: Preview, Details, Checks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from newsdesk.domain.article import Article
from newsdesk.domain.findings import Finding, blocking
from newsdesk.domain.publication import Publication
from newsdesk.domain.summary import ArticleQuery, ArticleSummary
from newsdesk.ui.checks.checks_panel import ChecksPanel
from newsdesk.ui.details.details_panel import DetailsPanel
from newsdesk.ui.main_window.frame import Frame
from newsdesk.ui.main_window.record_wiring import RecordWiring
from newsdesk.ui.main_window.story_watch import StoryWatch
from newsdesk.ui.main_window.story_wiring import StoryWiring
from newsdesk.ui.preview.preview_panel import PreviewPanel

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom


class SideWiring(QObject):
    """Keeps the panels in step with what is typed, and carries their wishes."""

    def __init__(self, frame: Frame, stories: StoryWiring) -> None:
        super().__init__(frame)
        self._frame, self._stories, self._story = frame, stories, stories.story
        self._newsroom: Newsroom | None = None
        self._publication = Publication()
        self.preview, self.details = PreviewPanel(frame), DetailsPanel(frame)
        self.checks = ChecksPanel(frame)
        self.record = RecordWiring(frame, stories, self.checks)
        self.watch = StoryWatch(frame.tasks, self)
        self._connect_story()
        self._connect_panels()

    def _connect_story(self) -> None:
        for arrived in (self._story.opened, self._story.changed, self._story.saver.merged):
            arrived.connect(self._show_facts)
        self._story.saver.leaving.connect(self.details.tell)
        self._story.opened.connect(self._on_opened)
        self._story.closed.connect(self.watch.forget)
        self._story.closed.connect(self.preview.clear)
        self._story.drafted.connect(self.watch.watch)
        self.watch.found.connect(self._on_found)
        self.watch.rendered.connect(self.preview.show_page)
        self.watch.failed.connect(self._frame.problems.show)

    def _connect_panels(self) -> None:
        self.details.field_edited.connect(self._story.set_field)
        self.details.related_search_requested.connect(self._on_related_search)
        self.checks.place_requested.connect(self.show_place)
        self.checks.question_answered.connect(self._on_question_answered)
        self.preview.looked_at.connect(self.watch.want_preview)
        self.preview.resource_wanted.connect(self._on_resource_wanted)

    def enter(self, newsroom: Newsroom) -> None:
        """Work in a newsroom from now on."""
        self._newsroom = newsroom
        self.watch.set_newsroom(newsroom)
        self.record.enter(newsroom)

    def show_publication(self, publication: Publication) -> None:
        """Show times and defaults of a publication from now on."""
        self._publication = publication
        self.record.show_publication(publication)
        if self._story.article is not None:
            self._show_facts(self._story.article)

    def show_place(self, place: str) -> None:
        """Lead to the place that mends a finding."""
        editor = self._stories.editor
        places = {
            "headline": editor.focus_headline,
            "standfirst": editor.page.focus_standfirst,
            "body": editor.focus_body,
        }
        if place in places:
            places[place]()
            return
        tab = {"photos": "photos", "questions": "checks"}.get(place, "details")
        self._frame.desk.show_side()
        self._frame.side.show_tab(tab)
        self.details.focus_field(place)

    def _show_facts(self, article: Article) -> None:
        self.details.show_article(article, self._publication)

    def _on_opened(self, article: Article) -> None:
        self.preview.clear()
        related = [*article.related_pinned, *article.related_banned]
        if related and self._newsroom is not None:
            work = partial(self._newsroom.articles.summaries, related)
            self._frame.tasks.run(work, self._on_titles_read, self._frame.problems.show)

    def _on_titles_read(self, rows: Sequence[ArticleSummary]) -> None:
        self.details.set_related_titles({row.id: row.headline for row in rows})

    def _on_found(self, findings: tuple[Finding, ...]) -> None:
        self.checks.show_findings(findings)
        stops = len(blocking(findings))
        self._frame.side.set_badge("checks", stops or len(findings), serious=stops > 0)
        self._stories.show_findings(findings)

    def _on_question_answered(self, question: str, right: bool) -> None:
        if self._story.article is not None and self._newsroom is not None:
            answer = partial(self._newsroom.articles.answer, self._story.article.id, question, right=right)
            self._story.wish(answer, self._stories.show_anew)

    def _on_related_search(self, words: str) -> None:
        if self._newsroom is not None and words:
            work = partial(self._newsroom.articles.page, ArticleQuery(words=words), None, 6)
            self._frame.tasks.run(work, self._on_related_found, self._frame.problems.show)

    def _on_related_found(self, page: Any) -> None:
        open_id = self._story.article.id if self._story.article else None
        self.details.show_related_candidates([row for row in page.rows if row.id != open_id])

    def _on_resource_wanted(self, ticket: int, path: str) -> None:
        if self._newsroom is not None:
            work = partial(_resource, self._newsroom, ticket, path)
            self._frame.tasks.run(work, self._on_resource_read, self._frame.problems.show)

    def _on_resource_read(self, answer: tuple[int, bytes | None, str]) -> None:
        self.preview.answer(*answer)


def _resource(newsroom: Newsroom, ticket: int, path: str) -> tuple[int, bytes | None, str]:
    content, media_type = newsroom.preview.resource(path) or (None, "")
    return ticket, content, media_type
