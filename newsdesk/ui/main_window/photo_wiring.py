"""Joins the photo desk's wishes with the open story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from newsdesk.domain.article import Article
from newsdesk.domain.credit import Agency
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import AwaitedPhoto, Photo
from newsdesk.domain.summary import PhotoQuery
from newsdesk.ui.editor.lead_card import LeadFacts
from newsdesk.ui.main_window.frame import Frame
from newsdesk.ui.main_window.story_wiring import StoryWiring
from newsdesk.ui.photos.photos_panel import PhotosPanel
from newsdesk.ui.photos.used_photo import UsedPhoto
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.photo_desk import TakeIn

PICTURES = "*.jpg *.jpeg *.png *.webp"
_LEAD_BOX, _DESK_ROWS = 960, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPhotos:
    """What the Photos panel shows, read in one go off the window's thread."""

    article: Article
    uses: tuple[UsedPhoto, ...]
    awaited_line: str
    agencies: tuple[Agency, ...]


class PhotoWiring(QObject):
    """Attaches, credits and shows photos; ``_settled`` is the awaited photo that a new lead may take its words from."""

    def __init__(self, frame: Frame, stories: StoryWiring) -> None:
        super().__init__(frame)
        self._frame, self._stories, self._story = frame, stories, stories.story
        self._newsroom: Newsroom | None = None
        self._shown: StoryPhotos | None = None
        self._settled: AwaitedPhoto | None = None
        self.panel = PhotosPanel(frame.thumbnails, frame)
        self._connect()

    def _connect(self) -> None:
        panel, story, frame = self.panel, self._story, self._frame
        panel.attach_requested.connect(self.ask_for_files)
        panel.files_dropped.connect(self.attach_files)
        panel.choose_requested.connect(self._on_choose_requested)
        panel.chosen.connect(self._on_chosen)
        panel.caption_edited.connect(self._on_caption_edited)
        panel.alt_edited.connect(self._on_alt_edited)
        panel.credit_edited.connect(self._on_credit_edited)
        panel.line_wanted.connect(self._on_line_wanted)
        panel.lead_requested.connect(self._on_lead_requested)
        panel.detach_requested.connect(self._on_detach_requested)
        panel.offer_accepted.connect(self._on_offer_accepted)
        self._stories.editor.lead_requested.connect(self._on_lead_card_pressed)
        self._stories.editor.photo_requested.connect(self.ask_for_files)
        self._stories.editor.set_figure_facts(self._figure_facts)
        story.opened.connect(self._on_opened)
        story.changed.connect(self._read)
        story.merged.connect(self._read)
        story.saved.connect(self._read)
        frame.changes.photos_changed.connect(self._on_photos_changed)
        frame.thumbnails.arrived.connect(self._on_thumbnail_arrived)
        frame.commands["photo.attach"].triggered.connect(self.ask_for_files)

    def enter(self, newsroom: Newsroom) -> None:
        """Work in a newsroom from now on."""
        self._newsroom = newsroom
        self._frame.thumbnails.set_reader(newsroom.photos.thumbnail)

    def ask_for_files(self) -> None:
        """Let a person choose files to attach."""
        if self._story.article is None:
            return
        title, kinds = self.tr("Attach photos"), self.tr("Pictures ({kinds})").format(kinds=PICTURES)
        names, _ = QFileDialog.getOpenFileNames(self._frame, title, "", kinds)
        if names:
            self.attach_files([Path(name) for name in names])

    def attach_files(self, files: Sequence[Path]) -> None:
        """Take files in and attach them; the first becomes the lead where there is none."""
        article = self._story.article
        if article is None or self._newsroom is None:
            return
        self._show_side()
        self._frame.status.show_work(self.tr("Taking photos in…"))
        work = partial(self._newsroom.photos.add, list(files))
        self._frame.tasks.run(work, self._on_taken_in, self._on_take_in_failed, Lane.SLOW)

    def _on_taken_in(self, taken: TakeIn) -> None:
        self._frame.status.end_work()
        for refused in taken.refused:
            self._frame.problems.tell(refused.reason)
        for entry in taken.photos:
            self._attach(entry.photo.id)

    def _on_take_in_failed(self, error: Exception) -> None:
        self._frame.status.end_work()
        self._frame.problems.show(error)

    def _attach(self, photo: PhotoId) -> None:
        article = self._story.article
        if article is None or self._newsroom is None:
            return
        lead = article.lead_photo is None
        if lead:
            self._settled = article.awaited_photo or self._settled
        self._story.wish(partial(self._newsroom.articles.attach, article.id, photo, lead=lead))

    def _on_opened(self, article: Article) -> None:
        self._settled = None
        self._read(article)

    def _read(self, article: Article) -> None:
        if self._newsroom is not None:
            work = partial(_story_photos, self._newsroom, article, self._settled)
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
        return self._settled if lead is not None and not lead.credit_line else None

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

    def _on_lead_card_pressed(self) -> None:
        self._show_side()
        if self._story.article is not None and self._story.article.lead_photo is None:
            self.ask_for_files()

    def _on_choose_requested(self, words: str) -> None:
        if self._newsroom is not None:
            work = partial(_desk_photos, self._newsroom, words)
            self._frame.tasks.run(work, self.panel.show_desk, self._frame.problems.show)

    def _on_chosen(self, photo: PhotoId) -> None:
        self._attach(photo)

    def _on_caption_edited(self, photo: PhotoId, caption: str) -> None:
        self._change_use(photo, caption=caption)

    def _on_alt_edited(self, photo: PhotoId, alt: str) -> None:
        self._change_use(photo, alt=alt)

    def _on_lead_requested(self, photo: PhotoId) -> None:
        self._change_use(photo, lead=True)

    def _change_use(
        self, photo: PhotoId, *, caption: str | None = None, alt: str | None = None, lead: bool = False
    ) -> None:
        article = self._story.article
        use = article.use_of(photo) if article else None
        if article is None or use is None or self._newsroom is None:
            return
        attach = partial(self._newsroom.articles.attach, article.id, photo)
        self._story.wish(partial(attach, caption=caption, alt=alt, lead=lead or use.lead))

    def _on_detach_requested(self, photo: PhotoId) -> None:
        if self._story.article is not None and self._newsroom is not None:
            self._story.wish(partial(self._newsroom.articles.detach, self._story.article.id, photo))

    def _on_credit_edited(self, photo: PhotoId, creator: str, agency: str) -> None:
        if self._newsroom is not None:
            work = partial(self._newsroom.photos.credit, photo, creator=creator, agency=agency)
            self._frame.tasks.run(work, self._on_credited, self._frame.problems.show, Lane.WRITE)

    def _on_credited(self, photo: Photo) -> None:
        self._frame.problems.clear()

    def _on_offer_accepted(self, photo: PhotoId) -> None:
        offer = self._settled
        if offer is None:
            return
        self._on_credit_edited(photo, offer.creator, offer.agency)
        if offer.caption:
            self._change_use(photo, caption=offer.caption)

    def _on_line_wanted(self, photo: PhotoId, creator: str, agency: str) -> None:
        if self._newsroom is not None:
            work = partial(_line, self._newsroom, photo, creator, agency)
            self._frame.tasks.run(work, self._on_line_made, self._frame.problems.show)

    def _on_line_made(self, answer: tuple[PhotoId, str]) -> None:
        self.panel.show_line(*answer)

    def _show_side(self) -> None:
        self._frame.desk.show_side()
        self._frame.side.show_tab("photos")


def _story_photos(newsroom: Newsroom, article: Article, settled: AwaitedPhoto | None) -> StoryPhotos:
    desk = newsroom.photos
    photos = desk.get_many([use.photo for use in article.photos])
    uses = []
    for use in article.photos:
        photo = photos.get(use.photo)
        if photo is not None:
            said = desk.suggested_credit(photo)
            line = desk.line_for(said.creator, said.agency)
            uses.append(
                UsedPhoto(
                    use=use, photo=photo, credit_line=desk.credit_line(photo), suggestion=said, suggested_line=line
                )
            )
    awaited = article.awaited_photo or settled
    awaited_line = desk.line_for(awaited.creator, awaited.agency) if awaited else ""
    agencies = tuple(desk.agencies().values())
    return StoryPhotos(article=article, uses=tuple(uses), awaited_line=awaited_line, agencies=agencies)


def _desk_photos(newsroom: Newsroom, words: str) -> list[tuple[Photo, str]]:
    found = newsroom.photos.find(PhotoQuery(words=words), 0, _DESK_ROWS)
    return [(photo, newsroom.photos.credit_line(photo)) for photo in found]


def _line(newsroom: Newsroom, photo: PhotoId, creator: str, agency: str) -> tuple[PhotoId, str]:
    return photo, newsroom.photos.line_for(creator, agency)
