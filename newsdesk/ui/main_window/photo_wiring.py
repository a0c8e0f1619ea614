"""Joins the photos of the open story with the panel and the page that show them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from newsdesk.domain.article import Article
from newsdesk.domain.credit import Agency
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import AwaitedPhoto
from newsdesk.ui.editor.lead_card import LeadFacts
from newsdesk.ui.main_window.frame import Frame
from newsdesk.ui.main_window.photo_wishes import PhotoWishes
from newsdesk.ui.main_window.story_wiring import StoryWiring
from newsdesk.ui.photos.photos_panel import PhotosPanel
from newsdesk.ui.photos.used_photo import UsedPhoto

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom

_LEAD_BOX = 960


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPhotos:
    """What the Photos panel shows, read in one go off the window's thread."""

    article: Article
    uses: tuple[UsedPhoto, ...]
    awaited_line: str
    agencies: tuple[Agency, ...]


class PhotoWiring(QObject):
    """Reads a story's photos after every change and shows them in the panel and on the page."""

    def __init__(self, frame: Frame, stories: StoryWiring) -> None:
        super().__init__(frame)
        self._frame, self._stories, self._story = frame, stories, stories.story
        self._newsroom: Newsroom | None = None
        self._shown: StoryPhotos | None = None
        self.panel = PhotosPanel(frame.thumbnails, frame)
        self.wishes = PhotoWishes(frame, stories, self.panel)
        stories.editor.set_figure_facts(self._figure_facts)
        saver = self._story.saver
        for arrived in (self._story.opened, self._story.changed, saver.merged, saver.saved):
            arrived.connect(self._read)
        frame.changes.photos_changed.connect(self._on_photos_changed)
        frame.thumbnails.arrived.connect(self._on_thumbnail_arrived)

    def enter(self, newsroom: Newsroom) -> None:
        """Work in a newsroom from now on."""
        self._newsroom = newsroom
        self.wishes.enter(newsroom)
        self._frame.thumbnails.set_reader(newsroom.photos.thumbnail)

    def _read(self, article: Article) -> None:
        if self._newsroom is not None:
            work = partial(_story_photos, self._newsroom, article, self.wishes.settled)
            self._frame.tasks.run(work, self._on_read, self._frame.problems.show)

    def _on_read(self, found: StoryPhotos) -> None:
        if self._story.article is None or self._story.article.id != found.article.id:
            return
        self._shown = found
        article, offer = found.article, self._offer(found)
        self.panel.show_story(found.uses, article.awaited_photo, found.awaited_line, found.agencies, offer)
        missing = sum(not shown.credit_line for shown in found.uses)
        self._frame.side.set_badge("photos", missing, serious=True)
        self._show_lead(found)
        self._stories.editor.set_figure_facts(self._figure_facts)

    def _offer(self, found: StoryPhotos) -> AwaitedPhoto | None:
        """The awaited photo's words stay on offer until the lead has its credit."""
        lead = next((shown for shown in found.uses if shown.use.lead), None)
        return self.wishes.settled if lead is not None and not lead.credit_line else None

    def _show_lead(self, found: StoryPhotos) -> None:
        lead = next((shown for shown in found.uses if shown.use.lead), None)
        if lead is not None:
            picture = self._frame.thumbnails.pixmap(lead.photo.sha256, _LEAD_BOX)
            image = picture.toImage() if picture is not None else None
            facts = LeadFacts(image=image, caption=lead.use.caption, credit=lead.credit_line)
        elif found.article.awaited_photo is not None:
            awaited = found.article.awaited_photo
            facts = LeadFacts(caption=awaited.caption, credit=found.awaited_line, awaited=True)
        else:
            self._stories.editor.set_lead(None)
            return
        self._stories.editor.set_lead(facts)

    def _figure_facts(self, photo: int) -> tuple[QImage | None, str]:
        shown = self._find(PhotoId(photo))
        if shown is None:
            return None, ""
        picture = self._frame.thumbnails.pixmap(shown.photo.sha256, _LEAD_BOX)
        return (picture.toImage() if picture is not None else None), shown.credit_line

    def _find(self, photo: PhotoId) -> UsedPhoto | None:
        uses = self._shown.uses if self._shown else ()
        return next((shown for shown in uses if shown.photo.id == photo), None)

    def _on_thumbnail_arrived(self, sha256: str) -> None:
        if self._shown is not None and any(shown.photo.sha256 == sha256 for shown in self._shown.uses):
            self._show_lead(self._shown)
            self._stories.editor.set_figure_facts(self._figure_facts)

    def _on_photos_changed(self, photos: frozenset[PhotoId]) -> None:
        if self._story.article is not None and any(use.photo in photos for use in self._story.article.photos):
            self._read(self._story.article)


def _story_photos(newsroom: Newsroom, article: Article, settled: AwaitedPhoto | None) -> StoryPhotos:
    desk = newsroom.photos
    photos = desk.get_many([use.photo for use in article.photos])
    rows = {row.photo.id: row for row in desk.with_lines(photos.values())}
    uses = [
        UsedPhoto(
            use=use,
            photo=rows[use.photo].photo,
            credit_line=rows[use.photo].credit_line,
            suggestion=rows[use.photo].suggestion,
            suggested_line=rows[use.photo].suggested_line,
        )
        for use in article.photos
        if use.photo in rows
    ]
    awaited = article.awaited_photo or settled
    awaited_line = desk.line_for(awaited.creator, awaited.agency) if awaited else ""
    agencies = tuple(desk.agencies().values())
    return StoryPhotos(article=article, uses=tuple(uses), awaited_line=awaited_line, agencies=agencies)
