"""Joins the photo desk's page with its services: taking in, crediting, describing, where a photo is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from newsdesk.domain.credit import Agency, Credit
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.domain.photo import Photo
from newsdesk.domain.publication import Publication
from newsdesk.domain.summary import ArticleSummary, PhotoQuery
from newsdesk.ui.main_window.frame import Frame
from newsdesk.ui.main_window.photo_take_in import PhotoTakeIn
from newsdesk.ui.main_window.story_wiring import StoryWiring
from newsdesk.ui.photos.photo_desk_page import PhotoDeskPage
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom

_PAGE = 200
_REST_MS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPhotos:
    """A page of the desk, read in one go off the window's thread, and what was asked for."""

    query: PhotoQuery
    rows: tuple[tuple[Photo, str], ...]
    suggestions: Mapping[PhotoId, tuple[Credit, str]]
    agencies: tuple[Agency, ...]
    total: int
    missing: int


class PhotoDeskWiring(QObject):
    """Reads the desk again after every change while it is looked at."""

    def __init__(self, frame: Frame, stories: StoryWiring) -> None:
        super().__init__(frame)
        self._frame, self._stories = frame, stories
        self._newsroom: Newsroom | None = None
        self.page = PhotoDeskPage(frame.thumbnails, frame)
        self._taking = PhotoTakeIn(frame, self.tr("Take photos in"), self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.read)
        self._connect()

    def _connect(self) -> None:
        page, frame = self.page, self._frame
        page.query_changed.connect(self.read)
        page.more_requested.connect(self._on_more_requested)
        page.take_in_requested.connect(self._taking.ask)
        page.files_dropped.connect(self._taking.take)
        page.photo_shown.connect(self._on_photo_shown)
        page.described.connect(self._on_described)
        page.credit_edited.connect(self._on_credit_edited)
        page.line_wanted.connect(self._on_line_wanted)
        page.story_opened.connect(self._on_story_opened)
        self._stories.story.saver.leaving.connect(page.tell)
        frame.rail.photos_requested.connect(self.show_page)
        frame.changes.photos_changed.connect(self._on_photos_changed)

    def enter(self, newsroom: Newsroom) -> None:
        """Work in a newsroom from now on."""
        self._newsroom = newsroom
        self._taking.enter(newsroom)

    def show_publication(self, publication: Publication) -> None:
        """Show times in a publication's zone from now on."""
        self.page.set_time_zone(publication.time_zone)

    def show_page(self) -> None:
        """Bring the photo desk to the centre."""
        self._stories.story.saver.when_saved(self._show_page)

    def _show_page(self) -> None:
        self._frame.rail.choose("photos")
        self._frame.show_centre(self.page, full=True)
        self.read()

    def read(self, _: object = None) -> None:
        """Read what the desk shows, as far as it was shown before."""
        if self._newsroom is not None:
            work = partial(_desk_photos, self._newsroom, self.page.query, 0, max(_PAGE, self.page.shown_count))
            self._frame.tasks.run(work, self._on_read, self._frame.problems.show)

    def _on_read(self, desk: DeskPhotos) -> None:
        if desk.query != self.page.query:
            return
        self.page.show_agencies(desk.agencies)
        self.page.show_counts(desk.total, desk.missing)
        self.page.show_photos(desk.rows)
        self.page.show_suggestions(desk.suggestions)

    def _on_more_requested(self) -> None:
        if self._newsroom is not None:
            work = partial(_desk_photos, self._newsroom, self.page.query, self.page.shown_count, _PAGE)
            self._frame.tasks.run(work, self._on_more_read, self._frame.problems.show)

    def _on_more_read(self, desk: DeskPhotos) -> None:
        if desk.query != self.page.query:
            return
        self.page.append_photos(desk.rows)
        self.page.show_suggestions(desk.suggestions)

    def _on_photo_shown(self, photo: PhotoId) -> None:
        if self._newsroom is not None:
            work = partial(_uses, self._newsroom, photo)
            self._frame.tasks.run(work, self._on_uses_read, self._frame.problems.show)

    def _on_uses_read(self, answer: tuple[PhotoId, Sequence[ArticleSummary]]) -> None:
        self.page.show_uses(*answer)

    def _on_described(self, photo: PhotoId, description: str, alt_text: str) -> None:
        if self._newsroom is not None:
            self._write(partial(self._newsroom.photos.describe, photo, description=description, alt_text=alt_text))

    def _on_credit_edited(self, photo: PhotoId, creator: str, agency: str, terms: str) -> None:
        if self._newsroom is not None:
            self._write(partial(self._newsroom.photos.credit, photo, creator=creator, agency=agency, terms=terms))

    def _write(self, work: Any) -> None:
        self._frame.tasks.run(work, self._frame.problems.clear, self._frame.problems.show, Lane.WRITE)

    def _on_line_wanted(self, photo: PhotoId, creator: str, agency: str) -> None:
        if self._newsroom is not None:
            work = partial(_line, self._newsroom, photo, creator, agency)
            self._frame.tasks.run(work, self._on_line_made, self._frame.problems.show)

    def _on_line_made(self, answer: tuple[PhotoId, str]) -> None:
        self.page.show_line(*answer)

    def _on_story_opened(self, article: ArticleId) -> None:
        self._frame.desk.set_full(False)
        self._stories.story.open(article)

    def _on_photos_changed(self, _: frozenset[PhotoId]) -> None:
        if self.page.isVisible():
            self._rest.start()


def _desk_photos(newsroom: Newsroom, query: PhotoQuery, offset: int, limit: int) -> DeskPhotos:
    desk = newsroom.photos
    shown = desk.with_lines(desk.find(query, offset, limit))
    return DeskPhotos(
        query=query,
        rows=tuple((row.photo, row.credit_line) for row in shown),
        suggestions={row.photo.id: (row.suggestion, row.suggested_line) for row in shown},
        agencies=tuple(desk.agencies().values()),
        total=desk.count(PhotoQuery(words=query.words)),
        missing=desk.count(PhotoQuery(words=query.words, missing_credit=True)),
    )


def _uses(newsroom: Newsroom, photo: PhotoId) -> tuple[PhotoId, Sequence[ArticleSummary]]:
    return photo, newsroom.articles.summaries(newsroom.photos.uses(photo))


def _line(newsroom: Newsroom, photo: PhotoId, creator: str, agency: str) -> tuple[PhotoId, str]:
    return photo, newsroom.photos.line_for(creator, agency)
