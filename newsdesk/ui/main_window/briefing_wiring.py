"""Joins the briefing desk with its services."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from newsdesk.domain.briefing import Briefing, Series
from newsdesk.domain.findings import Finding
from newsdesk.domain.ids import ArticleId, BriefingId
from newsdesk.domain.summary import ArticleQuery, ArticleSummary
from newsdesk.domain.workflow import State
from newsdesk.ui.briefings.briefing_page import BriefingPage
from newsdesk.ui.main_window.export_wiring import ExportWiring
from newsdesk.ui.main_window.frame import Frame
from newsdesk.ui.main_window.story_wiring import StoryWiring
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom

_POOL = ArticleQuery(states=frozenset({State.READY, State.PUBLISHED, State.CORRECTING}))
_POOL_ROWS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingFacts:
    """What the briefing desk shows, read in one go off the window's thread."""

    editions: tuple[Briefing, ...]
    series: Mapping[int, Series]
    pool: tuple[ArticleSummary, ...]
    edition: Briefing | None
    stories: Mapping[ArticleId, ArticleSummary]
    findings: tuple[Finding, ...]


class BriefingWiring(QObject):
    """Reads the desk again after every change while it is looked at."""

    def __init__(self, frame: Frame, stories: StoryWiring, exports: ExportWiring) -> None:
        super().__init__(frame)
        self._frame, self._stories = frame, stories
        self._newsroom: Newsroom | None = None
        self._chosen: BriefingId | None = None
        self.page = BriefingPage(frame)
        self.page.new_requested.connect(self._on_new_requested)
        self.page.edition_chosen.connect(self._on_edition_chosen)
        self.page.edition_edited.connect(self._on_edition_edited)
        self.page.finish_requested.connect(self._on_finish_requested)
        self.page.export_requested.connect(exports.export_briefing)
        self.page.story_opened.connect(self._on_story_opened)
        stories.story.saver.leaving.connect(self.page.tell)
        frame.rail.briefings_requested.connect(self.show_page)
        frame.commands["briefing.open"].triggered.connect(self.show_page)
        frame.changes.briefings_changed.connect(self._on_changed)
        frame.changes.articles_changed.connect(self._on_changed)

    def enter(self, newsroom: Newsroom) -> None:
        """Work in a newsroom from now on."""
        self._newsroom, self._chosen = newsroom, None

    def show_page(self) -> None:
        """Bring the briefing desk to the centre."""
        self._stories.story.saver.when_saved(self._show_page)

    def _show_page(self) -> None:
        self._frame.rail.choose("briefings")
        self._frame.show_centre(self.page, full=True)
        self.read()

    def read(self) -> None:
        """Read what the desk shows."""
        if self._newsroom is not None:
            work = partial(_facts, self._newsroom, self._chosen)
            self._frame.tasks.run(work, self._on_read, self._frame.problems.show)

    def _on_read(self, facts: BriefingFacts) -> None:
        self.page.show_pool(facts.pool)
        self.page.show_editions(facts.editions, facts.series)
        if facts.edition is None:
            self.page.show_nothing()
            return
        self._chosen = facts.edition.id
        name = facts.series[facts.edition.series].name
        self.page.show_edition(facts.edition, name, facts.stories, facts.findings)

    def _on_changed(self, _: Any) -> None:
        if self.page.isVisible():
            self.read()

    def _on_new_requested(self, series: str) -> None:
        if self._newsroom is not None:
            today = dt.datetime.now().astimezone().date()
            work = partial(self._newsroom.briefings.new, series, today, ())
            self._frame.tasks.run(work, self._on_made, self._frame.problems.show, Lane.WRITE)

    def _on_made(self, edition: Briefing) -> None:
        self._chosen = edition.id
        self.read()

    def _on_edition_chosen(self, briefing: BriefingId) -> None:
        self._chosen = briefing
        self.read()

    def _on_edition_edited(self, edition: Briefing) -> None:
        if self._newsroom is not None:
            work = partial(self._newsroom.briefings.save, edition)
            self._frame.tasks.run(work, self._on_made, self._on_refused, Lane.WRITE)

    def _on_finish_requested(self, briefing: BriefingId) -> None:
        if self._newsroom is not None:
            work = partial(self._newsroom.briefings.finish, briefing)
            self._frame.tasks.run(work, self._on_finished, self._on_refused, Lane.WRITE)

    def _on_finished(self, edition: Briefing) -> None:
        self._frame.problems.tell(self.tr("The edition is finished as No. {number}.").format(number=edition.number))
        self.read()

    def _on_refused(self, error: Exception) -> None:
        self.page.edit_refused()
        self._frame.problems.show(error)
        self.read()

    def _on_story_opened(self, article: ArticleId) -> None:
        self._frame.desk.set_full(False)
        self._stories.story.open(article)


def _facts(newsroom: Newsroom, chosen: BriefingId | None) -> BriefingFacts:
    editions = tuple(newsroom.briefings.all())
    edition = next((one for one in editions if one.id == chosen), editions[0] if editions else None)
    items = [item.article for item in edition.items] if edition else []
    return BriefingFacts(
        editions=editions,
        series={series.id: series for series in newsroom.briefings.series()},
        pool=newsroom.articles.page(_POOL, None, _POOL_ROWS).rows,
        edition=edition,
        stories={story.id: story for story in newsroom.articles.summaries(items)},
        findings=newsroom.briefings.check(edition.id) if edition else (),
    )
