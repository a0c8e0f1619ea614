"""The Photos panel: the open story's photos as cards, and the ways to attach more."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsdesk.domain.credit import Agency
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import AwaitedPhoto, Photo
from newsdesk.ui.photos.photo_card import PhotoCard
from newsdesk.ui.photos.photo_chooser import PhotoChooser
from newsdesk.ui.photos.used_photo import UsedPhoto
from newsdesk.ui.widgets.card import Card
from newsdesk.ui.widgets.drop_zone import DropZone
from newsdesk.ui.widgets.file_catcher import FileCatcher
from newsdesk.ui.widgets.panel_column import PanelColumn
from newsdesk.ui.widgets.thumbnail_source import ThumbnailSource
from newsdesk.ui.widgets.wrapped_button import WrappedButton


class PhotosPanel(PanelColumn):
    """Shows cards in the story's order; files can be dropped or pasted anywhere on it.

    ``credit_edited`` carries the photo, photographer, agency, and where there is no agency the terms.
    """

    attach_requested = Signal()
    files_dropped = Signal(object)
    choose_requested = Signal(str)
    chosen = Signal(object)
    caption_edited = Signal(object, str)
    alt_edited = Signal(object, str)
    credit_edited = Signal(object, str, str, str)
    line_wanted = Signal(object, str, str)
    lead_requested = Signal(object)
    detach_requested = Signal(object)
    offer_accepted = Signal(object)

    def __init__(self, thumbnails: ThumbnailSource, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Photos"))
        self._thumbnails = thumbnails
        self._cards: dict[PhotoId, PhotoCard] = {}
        self._awaited = Card(self.body, "warn")
        self._awaited_line = QLabel(self._awaited)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._zone = DropZone(self.body)
        self._chooser = PhotoChooser(thumbnails, self.body)
        self._chooser.hide()
        self._build_awaited()
        self._build_zone()
        self.column.setSpacing(12)
        self.column.addWidget(self._awaited)
        self.column.addLayout(self._rows)
        self.column.addWidget(self._zone)
        self.column.addWidget(self._chooser)
        self.column.addStretch(1)
        catcher = FileCatcher(self)
        catcher.caught.connect(self.files_dropped)
        catcher.hovering.connect(self._zone.set_ready)
        self._chooser.search_requested.connect(self.choose_requested)
        self._chooser.chosen.connect(self._on_chosen)
        self._chooser.dismissed.connect(self._chooser.hide)

    def _build_awaited(self) -> None:
        title = QLabel(self.tr("A photo is awaited"), self._awaited)
        hint = QLabel(self.tr("Attach it: caption and credit are one click away."), self._awaited)
        title.setProperty("role", "strong")
        hint.setProperty("role", "hint")
        rows = QVBoxLayout(self._awaited)
        rows.setContentsMargins(12, 9, 12, 9)
        rows.setSpacing(2)
        for label in (title, self._awaited_line, hint):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            rows.addWidget(label)
        self._awaited.hide()

    def _build_zone(self) -> None:
        words = QLabel(self.tr("Drop photos here, or paste them"), self._zone)
        words.setProperty("role", "hint")
        attach = WrappedButton(self._zone, self.tr("Attach files…"))
        choose = WrappedButton(self._zone, self.tr("Choose from the photo desk"))
        links = QHBoxLayout()
        links.setSpacing(16)
        links.addStretch(1)
        for button in (attach, choose):
            links.addWidget(button)
        links.addStretch(1)
        rows = QVBoxLayout(self._zone)
        rows.setContentsMargins(12, 18, 12, 18)
        rows.setSpacing(4)
        rows.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addLayout(links)
        attach.setToolTip(self.tr("Attach photos (Ctrl+Shift+P)"))
        attach.clicked.connect(self.attach_requested)
        choose.clicked.connect(self._on_choose_clicked)

    def show_story(
        self,
        uses: Sequence[UsedPhoto],
        awaited: AwaitedPhoto | None,
        awaited_line: str,
        agencies: Sequence[Agency],
        offer: AwaitedPhoto | None = None,
    ) -> None:
        """Show a story's photos; ``offer`` is the awaited photo that the lead may take its words from."""
        self._drop_gone({shown.photo.id for shown in uses})
        for position, shown in enumerate(uses):
            card = self._cards.get(shown.photo.id) or self._new_card(shown)
            if self._rows.indexOf(card) != position:
                self._rows.removeWidget(card)
                self._rows.insertWidget(position, card)
            card.show_photo(shown, agencies, offer if shown.use.lead else None, awaited_line)
        self._awaited.setVisible(awaited is not None)
        if awaited is not None:
            self._awaited_line.setText(f"{awaited.caption} {awaited_line}".strip())

    def show_line(self, photo: PhotoId, line: str) -> None:
        """Show how the credit that is being typed will print."""
        if photo in self._cards:
            self._cards[photo].show_line(line)

    def show_desk(self, photos: Sequence[tuple[Photo, str]]) -> None:
        """Show the desk's photos to choose from, each with its credit line."""
        self._chooser.show_photos(photos)

    def open_credit(self, photo: PhotoId) -> None:
        """Open the credit form of a photo."""
        if photo in self._cards:
            self.ensureWidgetVisible(self._cards[photo])
            self._cards[photo].open_credit()

    def tell(self) -> None:
        """Tell every word that is still being typed, before the story is left."""
        for card in self._cards.values():
            card.tell()

    def _drop_gone(self, kept: set[PhotoId]) -> None:
        for photo in [known for known in self._cards if known not in kept]:
            card = self._cards.pop(photo)
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _new_card(self, shown: UsedPhoto) -> PhotoCard:
        card = PhotoCard(shown, self._thumbnails, self.body)
        card.caption_edited.connect(self.caption_edited)
        card.alt_edited.connect(self.alt_edited)
        card.credit_edited.connect(self.credit_edited)
        card.line_wanted.connect(self.line_wanted)
        card.lead_requested.connect(self.lead_requested)
        card.detach_requested.connect(self.detach_requested)
        card.offer_accepted.connect(self.offer_accepted)
        self._cards[shown.photo.id] = card
        return card

    def _on_choose_clicked(self) -> None:
        self._chooser.setVisible(self._chooser.isHidden())
        if not self._chooser.isHidden():
            self._chooser.open()
            self.ensureWidgetVisible(self._chooser)

    def _on_chosen(self, photo: PhotoId) -> None:
        self._chooser.hide()
        self.chosen.emit(photo)
