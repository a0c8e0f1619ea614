"""What people ask of the photos of the open story: attach, describe, credit, take out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.domain.article import Article
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.domain.photo import AwaitedPhoto, Photo
from newsdesk.domain.summary import PhotoQuery
from newsdesk.ui.main_window.frame import Frame
from newsdesk.ui.main_window.photo_take_in import PhotoTakeIn
from newsdesk.ui.main_window.story_wiring import StoryWiring
from newsdesk.ui.photos.photos_panel import PhotosPanel
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom

_DESK_ROWS = 60


class PhotoWishes(QObject):
    """Carries the wishes of the Photos panel and of the page.

    ``settled`` is the awaited photo whose caption and credit a newly attached lead may take.
    """

    def __init__(self, frame: Frame, stories: StoryWiring, panel: PhotosPanel) -> None:
        super().__init__(frame)
        self._frame, self._story, self._panel = frame, stories.story, panel
        self._editor = stories.editor
        self._newsroom: Newsroom | None = None
        self.settled: AwaitedPhoto | None = None
        self._attaching = PhotoTakeIn(frame, self.tr("Attach photos"), self)
        self._inserting = PhotoTakeIn(frame, self.tr("Put a photo into the text"), self)
        self._connect()

    def _connect(self) -> None:
        panel, editor = self._panel, self._editor
        panel.attach_requested.connect(self.ask_for_files)
        panel.files_dropped.connect(self.attach_files)
        panel.choose_requested.connect(self._on_choose_requested)
        panel.chosen.connect(self._attach)
        panel.caption_edited.connect(self._on_caption_edited)
        panel.alt_edited.connect(self._on_alt_edited)
        panel.credit_edited.connect(self._on_credit_edited)
        panel.line_wanted.connect(self._on_line_wanted)
        panel.lead_requested.connect(self._on_lead_requested)
        panel.detach_requested.connect(self._on_detach_requested)
        panel.offer_accepted.connect(self._on_offer_accepted)
        editor.lead_requested.connect(self._on_lead_card_pressed)
        editor.photo_requested.connect(self.ask_for_figures)
        self._attaching.taken.connect(self._on_taken)
        self._inserting.taken.connect(self._on_figure_taken)
        self._story.opened.connect(self._on_opened)
        self._story.saver.leaving.connect(panel.tell)
        self._frame.commands["photo.attach"].triggered.connect(self.ask_for_files)

    def enter(self, newsroom: Newsroom) -> None:
        """Work in a newsroom from now on."""
        self._newsroom = newsroom
        self._attaching.enter(newsroom)
        self._inserting.enter(newsroom)

    def ask_for_files(self) -> None:
        """Let a person choose files to attach."""
        if self._story.article is not None:
            self._attaching.ask(self._story.article.id)

    def ask_for_figures(self) -> None:
        """Let a person choose files to put into the text."""
        if self._story.article is not None:
            self._inserting.ask(self._story.article.id)

    def attach_files(self, files: Sequence[Path]) -> None:
        """Take files in and attach them; the first becomes the lead where there is none."""
        if self._story.article is not None:
            self._attaching.take(files, self._story.article.id)

    def _on_opened(self, _: Article) -> None:
        self.settled = None

    def _on_taken(self, photo: Photo, article: ArticleId) -> None:
        if self._newsroom is not None and (self._story.article is None or self._story.article.id != article):
            # Another story came to the desk while the file was read: the photo goes where it was meant to.
            work = partial(self._newsroom.articles.attach, article, photo.id, lead=False)
            self._frame.tasks.run(work, self._frame.problems.clear, self._frame.problems.show, Lane.WRITE)
            return
        self._frame.desk.show_side()
        self._frame.side.show_tab("photos")
        self._attach(photo.id)

    def _on_figure_taken(self, photo: Photo, article: ArticleId) -> None:
        if self._story.article is not None and self._story.article.id == article:
            self._editor.insert_figure(photo.id, photo.alt_text, photo.description)
        else:
            self._frame.problems.tell(self.tr("The photo is at the photo desk; its story was left meanwhile."))

    def _attach(self, photo: PhotoId) -> None:
        article = self._story.article
        if article is None or self._newsroom is None:
            return
        if article.lead_photo is None:
            self.settled = article.awaited_photo or self.settled
        lead = article.lead_photo is None
        self._story.wish(partial(self._newsroom.articles.attach, article.id, photo, lead=lead))

    def _on_lead_card_pressed(self) -> None:
        self._frame.desk.show_side()
        self._frame.side.show_tab("photos")
        if self._story.article is not None and self._story.article.lead_photo is None:
            self.ask_for_files()

    def _on_choose_requested(self, words: str) -> None:
        if self._newsroom is not None:
            work = partial(_desk_photos, self._newsroom, words)
            self._frame.tasks.run(work, self._panel.show_desk, self._frame.problems.show)

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

    def _on_credit_edited(self, photo: PhotoId, creator: str, agency: str, terms: str = "") -> None:
        if self._newsroom is not None:
            work = partial(self._newsroom.photos.credit, photo, creator=creator, agency=agency, terms=terms)
            self._frame.tasks.run(work, self._frame.problems.clear, self._frame.problems.show, Lane.WRITE)

    def _on_offer_accepted(self, photo: PhotoId) -> None:
        offer = self.settled
        if offer is None:
            return
        self._on_credit_edited(photo, offer.creator, offer.agency)
        if offer.caption:
            self._change_use(photo, caption=offer.caption)

    def _on_line_wanted(self, photo: PhotoId, creator: str, agency: str) -> None:
        if self._newsroom is not None:
            work = partial(self._newsroom.photos.line_for, creator, agency)
            self._frame.tasks.run(work, partial(self._panel.show_line, photo), self._frame.problems.show)


def _desk_photos(newsroom: Newsroom, words: str) -> list[tuple[Photo, str]]:
    found = newsroom.photos.find(PhotoQuery(words=words), 0, _DESK_ROWS)
    return [(row.photo, row.credit_line) for row in newsroom.photos.with_lines(found)]
