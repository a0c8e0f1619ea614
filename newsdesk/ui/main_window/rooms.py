"""The rooms that need the newsroom: built when it opens, entered again when another does."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from newsdesk.domain.ids import ArticleId
from newsdesk.domain.publication import Publication
from newsdesk.domain.summary import ArticleQuery, ArticleSummary, PhotoQuery
from newsdesk.ui.help.keys_sheet import KeysSheet
from newsdesk.ui.main_window.briefing_wiring import BriefingWiring
from newsdesk.ui.main_window.export_wiring import ExportWiring
from newsdesk.ui.main_window.frame import Frame
from newsdesk.ui.main_window.intake_wiring import IntakeWiring
from newsdesk.ui.main_window.photo_desk_wiring import PhotoDeskWiring
from newsdesk.ui.main_window.photo_wiring import PhotoWiring
from newsdesk.ui.main_window.side_wiring import SideWiring
from newsdesk.ui.main_window.story_wiring import StoryWiring
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom

_REFRESH_MS = 120
_DUE_MS = 20_000
_FOUND_ROWS = 8


class Rooms(QObject):
    """Everything that stands on an open newsroom, and the counts and sections that come from it."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._newsroom: Newsroom | None = None
        self.stories = StoryWiring(frame)
        self.story = self.stories.story
        self.sides = SideWiring(frame, self.stories)
        self.photos = PhotoWiring(frame, self.stories)
        self.intake = IntakeWiring(frame, self.stories)
        self.exports = ExportWiring(frame, self.story)
        self.desk = PhotoDeskWiring(frame, self.stories)
        self.briefings = BriefingWiring(frame, self.stories, self.exports)
        tabs = (
            ("preview", self.tr("Preview"), self.sides.preview),
            ("details", self.tr("Details"), self.sides.details),
            ("photos", self.tr("Photos"), self.photos.panel),
            ("checks", self.tr("Checks"), self.sides.checks),
            ("history", self.tr("History"), self.sides.record.history),
        )
        for number, (key, title, page) in enumerate(tabs, start=1):
            frame.side.add(key, title, page, f"Alt+{number}")
            frame.commands[f"side.{key}"].triggered.connect(partial(self._show_tab, key))
        self.keys = KeysSheet(frame.desk)
        frame.commands["app.help"].triggered.connect(self._on_help_requested)
        self._refresh = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._due = QTimer(self, interval=_DUE_MS)
        self._refresh.timeout.connect(self._on_refresh)
        self._due.timeout.connect(self._on_due)
        frame.changes.articles_changed.connect(self._on_articles_changed)
        frame.changes.photos_changed.connect(self._on_articles_changed)
        frame.changes.settings_changed.connect(self._read_publication)
        frame.view_shown.connect(self.read_counts)
        frame.story_wanted.connect(self.show_story_or_nothing)
        frame.palette_sheet.search_requested.connect(self._on_search_requested)
        frame.palette_sheet.story_chosen.connect(self._on_story_found)

    def enter(self, newsroom: Newsroom) -> None:
        """Work in a newsroom from now on; an empty one shows the ways to begin."""
        self._newsroom = newsroom
        newsroom.events.subscribe(self._frame.changes.hear)
        self._frame.top_bar.show_person(newsroom.actor.initials, newsroom.actor.name)
        self.stories.enter(newsroom)
        self.sides.enter(newsroom)
        self.photos.enter(newsroom)
        self.intake.enter(newsroom)
        self.exports.enter(newsroom)
        self.desk.enter(newsroom)
        self.briefings.enter(newsroom)
        self._frame.list.model.set_source(newsroom.articles)
        self._read_publication()
        self._due.start()

    def read_counts(self) -> None:
        """Read the counts of the rail and of the view that is shown."""
        if self._newsroom is not None:
            self._frame.tasks.run(partial(_counts, self._newsroom), self._on_counted, self._frame.problems.show)

    def show_story_or_nothing(self) -> None:
        """Bring back the open story, else the empty place, else the first start."""
        if self.story.article is not None:
            self._frame.show_centre(self.stories.editor)
        else:
            self._frame.show_centre(self._frame.nothing_open)

    def _on_help_requested(self) -> None:
        self.keys.show_keys([*self._frame.commands, *self.stories.editor.actions()])

    def _show_tab(self, key: str) -> None:
        self._frame.desk.show_side()
        self._frame.side.show_tab(key)

    def _read_publication(self) -> None:
        if self._newsroom is not None:
            work = partial(_publication, self._newsroom)
            self._frame.tasks.run(work, self._on_publication_read, self._frame.problems.show)

    def _on_publication_read(self, answer: tuple[Publication, list[str], int]) -> None:
        publication, sections, stories = answer
        self.stories.show_publication(publication)
        self.sides.show_publication(publication)
        self.intake.show_publication(publication)
        self.desk.show_publication(publication)
        self._frame.top_bar.show_publication(publication.name)
        self._frame.list.set_time_zone(publication.time_zone)
        self._show_sections(sections)
        self.read_counts()
        if not stories and self.story.article is None:
            self._frame.show_centre(self.intake.start, full=True)

    def _show_sections(self, sections: list[str]) -> None:
        self._frame.list.set_sections(sections)
        self.sides.details.set_sections(sections)

    def _on_articles_changed(self, _: frozenset[ArticleId]) -> None:
        self._refresh.start()

    def _on_refresh(self) -> None:
        self._frame.list.model.refresh()
        self.read_counts()

    def _on_counted(self, answer: tuple[Mapping[str, int], int, list[str]]) -> None:
        counts, missing, sections = answer
        self._frame.rail.show_counts(counts, missing)
        self._show_sections(sections)
        self._frame.list.show_count(self._frame.view.count(counts))

    def _on_due(self) -> None:
        """Publish what is scheduled for now; asked of the database only where something is scheduled."""
        if self._newsroom is not None:
            self._frame.tasks.run(
                self._newsroom.publishing.publish_due, self._on_due_published, self._frame.problems.show, Lane.WRITE
            )

    def _on_due_published(self, articles: tuple[ArticleId, ...]) -> None:
        if articles:
            self._frame.problems.tell(self.tr("%n scheduled stories were published.", "", len(articles)))

    def _on_search_requested(self, words: str) -> None:
        if self._newsroom is not None:
            work = partial(_search, self._newsroom, words)
            self._frame.tasks.run(work, self._on_found, self._frame.problems.show)

    def _on_found(self, answer: tuple[str, tuple[ArticleSummary, ...]]) -> None:
        self._frame.palette_sheet.show_stories(*answer)

    def _on_story_found(self, article: ArticleId) -> None:
        self._frame.desk.set_full(False)
        self.story.open(article)
        self.show_story_or_nothing()


def _counts(newsroom: Newsroom) -> tuple[Mapping[str, int], int, list[str]]:
    missing = newsroom.photos.count(PhotoQuery(missing_credit=True))
    return newsroom.articles.counts_by_state(), missing, list(newsroom.articles.sections())


def _publication(newsroom: Newsroom) -> tuple[Publication, list[str], int]:
    stories = sum(newsroom.articles.counts_by_state().values())
    return newsroom.settings.publication(), list(newsroom.articles.sections()), stories


def _search(newsroom: Newsroom, words: str) -> tuple[str, tuple[ArticleSummary, ...]]:
    query = ArticleQuery(words=words)
    return words, newsroom.articles.page(query, None, _FOUND_ROWS).rows
