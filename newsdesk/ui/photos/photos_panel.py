"""The Photos panel: the open story's photos as cards, and the ways to attach more."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from newsdesk.domain.credit import Agency
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import AwaitedPhoto, Photo
from newsdesk.ui.photos.photo_card import PhotoCard
from newsdesk.ui.photos.photo_chooser import PhotoChooser
from newsdesk.ui.photos.used_photo import UsedPhoto
from newsdesk.ui.widgets.dropped_files import dropped_files
from newsdesk.ui.widgets.thumbnail_source import ThumbnailSource


class PhotosPanel(QScrollArea):
    """Shows cards in the story's order; files can be dropped or pasted anywhere on it."""

    attach_requested = Signal()
    files_dropped = Signal(object)
    choose_requested = Signal(str)
    chosen = Signal(object)
    caption_edited = Signal(object, str)
    alt_edited = Signal(object, str)
    credit_edited = Signal(object, str, str)
    line_wanted = Signal(object, str, str)
    lead_requested = Signal(object)
    detach_requested = Signal(object)
    offer_accepted = Signal(object)

    def __init__(self, thumbnails: ThumbnailSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Photos"))
        self._thumbnails = thumbnails
        self._cards: dict[PhotoId, PhotoCard] = {}
        self._body = body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(16, 14, 16, 16)
        layout.setSpacing(12)
        self._awaited = QLabel(body)
        self._awaited.setProperty("role", "hint")
        self._awaited.setWordWrap(True)
        self._awaited.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._chooser = PhotoChooser(thumbnails, body)
        self._chooser.hide()
        layout.addWidget(self._awaited)
        layout.addLayout(self._rows)
        layout.addWidget(self._drop_zone(body))
        layout.addWidget(self._chooser)
        layout.addStretch(1)
        self.setWidget(body)
        self._chooser.search_requested.connect(self.choose_requested)
        self._chooser.chosen.connect(self._on_chosen)

    def _drop_zone(self, parent: QWidget) -> QFrame:
        zone = QFrame(parent)
        zone.setProperty("role", "drop")
        rows = QVBoxLayout(zone)
        rows.setContentsMargins(16, 18, 16, 18)
        rows.setSpacing(4)
        words = QLabel(self.tr("Drop photos here, paste, or"), zone)
        words.setProperty("role", "hint")
        rows.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        for text, slot in (
            (self.tr("attach files…"), self.attach_requested.emit),
            (self.tr("choose from the photo desk"), self._on_choose_clicked),
        ):
            button = QPushButton(text, zone)
            button.setProperty("kind", "link")
            button.clicked.connect(slot)
            rows.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return zone

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
            self._rows.removeWidget(card)
            self._rows.insertWidget(position, card)
            card.show_photo(shown, agencies, offer if shown.use.lead else None, awaited_line)
        self._awaited.setVisible(awaited is not None)
        if awaited is not None:
            line = f"{awaited.caption} {awaited_line}".strip()
            self._awaited.setText(self.tr("Awaited from the photo desk: {line}").format(line=line))

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

    def first_without_credit(self, uses: Sequence[UsedPhoto]) -> PhotoId | None:
        """Return the first photo that has no credit."""
        return next((shown.photo.id for shown in uses if not shown.credit_line), None)

    def tell(self) -> None:
        """Tell every word that is still being typed, before the story is left."""
        for card in self._cards.values():
            card.tell()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            data = QApplication.clipboard().mimeData()
            files = dropped_files(data) if data is not None else []
            if files:
                self.files_dropped.emit(files)
                return
        super().keyPressEvent(event)

    def _drop_gone(self, kept: set[PhotoId]) -> None:
        for photo in [known for known in self._cards if known not in kept]:
            card = self._cards.pop(photo)
            card.hide()
            card.deleteLater()

    def _new_card(self, shown: UsedPhoto) -> PhotoCard:
        card = PhotoCard(shown, self._thumbnails, self._body)
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

    def _on_chosen(self, photo: PhotoId) -> None:
        self._chooser.hide()
        self.chosen.emit(photo)
