"""One photo of a story: the picture, its words, its credit as it will print."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from newsdesk.domain.credit import Agency
from newsdesk.domain.photo import AwaitedPhoto
from newsdesk.ui.photos.credit_form import CreditForm
from newsdesk.ui.photos.cropped_picture import CroppedPicture
from newsdesk.ui.photos.used_photo import UsedPhoto
from newsdesk.ui.theme import dress, mark
from newsdesk.ui.widgets.thumbnail_source import ThumbnailSource

_REST_MS = 300


class PhotoCard(QFrame):
    """Tells changes of caption and alternative text, and asks for everything else."""

    caption_edited = Signal(object, str)
    alt_edited = Signal(object, str)
    credit_edited = Signal(object, str, str)
    line_wanted = Signal(object, str, str)
    lead_requested = Signal(object)
    detach_requested = Signal(object)
    offer_accepted = Signal(object)

    def __init__(self, shown: UsedPhoto, thumbnails: ThumbnailSource, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._shown = shown
        self._agencies: Sequence[Agency] = ()
        self._picture = CroppedPicture(thumbnails, self)
        self._place, self._terms = QLabel(self), QLabel(self)
        self._terms.setProperty("role", "hint")
        self._terms.setWordWrap(True)
        self._caption, self._alt = QLineEdit(self), QLineEdit(self)
        self._credit, self._edit = QLabel(self), QPushButton(self)
        self._credit.setWordWrap(True)
        self._edit.setProperty("kind", "link")
        self._offer, self._suggestion = QPushButton(self), QPushButton(self)
        self._form = CreditForm(self)
        self._form.hide()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._picture)
        inner = QVBoxLayout()
        inner.setContentsMargins(12, 9, 12, 12)
        inner.setSpacing(6)
        inner.addLayout(self._head())
        fields = ((self.tr("Caption in this story"), self._caption), (self.tr("Alternative text"), self._alt))
        for text, field in fields:
            label = QLabel(text, self)
            label.setProperty("role", "field")
            label.setBuddy(field)
            field.setAccessibleName(text)
            inner.addWidget(label)
            inner.addWidget(field)
        self._caption.setPlaceholderText(self.tr("Who or what it shows"))
        self._alt.setPlaceholderText(self.tr("What somebody who can't see it should know"))
        line = QHBoxLayout()
        line.addWidget(self._credit, 1)
        line.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignTop)
        inner.addSpacing(2)
        inner.addLayout(line)
        for button in (self._offer, self._suggestion):
            button.setProperty("kind", "offer")
            inner.addWidget(button)
        inner.addWidget(self._form)
        inner.addWidget(self._terms)
        layout.addLayout(inner)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(4)
        self._lead, self._out = QPushButton(self.tr("Make it the lead"), self), QToolButton(self)
        self._lead.setProperty("kind", "link")
        dress(self._out, "x", "muted", 16)
        self._out.setToolTip(self.tr("Take the photo out of the story; it stays with the desk"))
        self._out.setAccessibleName(self.tr("Take the photo out of the story"))
        self._place.setProperty("role", "strong")
        head.addWidget(self._place)
        head.addStretch(1)
        head.addWidget(self._lead)
        head.addWidget(self._out)
        return head

    def _connect(self) -> None:
        self._rest.timeout.connect(self.tell)
        for field in (self._caption, self._alt):
            field.textEdited.connect(self._rest.start)
            field.editingFinished.connect(self.tell)
        self._edit.clicked.connect(self._on_edit_clicked)
        self._form.confirmed.connect(self._on_credit_confirmed)
        self._form.dismissed.connect(self._form.hide)
        self._form.line_wanted.connect(self._on_line_wanted)
        self._lead.clicked.connect(self._on_lead_clicked)
        self._out.clicked.connect(self._on_out_clicked)
        self._offer.clicked.connect(self._on_offer_clicked)
        self._suggestion.clicked.connect(self._on_suggestion_clicked)

    def show_photo(self, shown: UsedPhoto, agencies: Sequence[Agency], offer: AwaitedPhoto | None, line: str) -> None:
        """Show a photo; words that are being typed are left alone. ``line`` is how the awaited credit prints."""
        before, self._shown, self._agencies = self._shown, shown, agencies
        self._picture.show_photo(shown.photo.sha256)
        self._place.setText(self.tr("Lead") if shown.use.lead else self.tr("Photo"))
        self._lead.setVisible(not shown.use.lead)
        if not self._rest.isActive():
            for field, old, new in (
                (self._caption, before.use.caption, shown.use.caption),
                (self._alt, before.use.alt, shown.use.alt),
            ):
                if field.text() != new and (field.text().strip() == old or not field.hasFocus()):
                    field.setText(new)
        self._show_credit(offer, line)

    def _show_credit(self, offer: AwaitedPhoto | None, offered_line: str) -> None:
        shown = self._shown
        has = bool(shown.credit_line)
        missing = self.tr("No credit: this photo can't be published")
        self._credit.setText(f"✓ {shown.credit_line}" if has else f"✕ {missing}")
        mark(self._credit, role="strong", tone="good" if has else "bad")
        self._edit.setText(self.tr("Edit credit") if has else self.tr("Add credit"))
        self._offer.setVisible(offer is not None)
        if offer is not None:
            text = self.tr("Awaited: {line}. Use this caption and credit")
            self._offer.setText(text.format(line=f"{offer.caption} {offered_line}".strip()))
        self._suggestion.setVisible(not has and bool(shown.suggested_line) and offer is None)
        self._suggestion.setText(self.tr("The file says {line}. Use it").format(line=shown.suggested_line))
        self._terms.setText(self._terms_text())

    def _terms_text(self) -> str:
        rights = self._shown.photo.rights
        terms = rights.usage_terms or self.tr("Terms not set")
        return self.tr("{terms} · assumed").format(terms=terms) if rights.assumed else terms

    def show_line(self, line: str) -> None:
        """Show how the credit in the form will print."""
        self._form.show_line(line)

    def open_credit(self) -> None:
        """Open the credit form."""
        self._on_edit_clicked()

    def tell(self) -> None:
        """Tell changed words."""
        self._rest.stop()
        photo, use = self._shown.photo.id, self._shown.use
        if self._caption.text().strip() != use.caption:
            self.caption_edited.emit(photo, self._caption.text().strip())
        if self._alt.text().strip() != use.alt:
            self.alt_edited.emit(photo, self._alt.text().strip())

    def _on_edit_clicked(self) -> None:
        credit, suggestion = self._shown.photo.credit, self._shown.suggestion
        wanted = credit if credit.parties else suggestion
        self._form.open(wanted.creator, wanted.agency, self._agencies)

    def _on_credit_confirmed(self, creator: str, agency: str) -> None:
        self._form.hide()
        self.credit_edited.emit(self._shown.photo.id, creator, agency)

    def _on_line_wanted(self, creator: str, agency: str) -> None:
        self.line_wanted.emit(self._shown.photo.id, creator, agency)

    def _on_lead_clicked(self) -> None:
        self.lead_requested.emit(self._shown.photo.id)

    def _on_out_clicked(self) -> None:
        self.detach_requested.emit(self._shown.photo.id)

    def _on_offer_clicked(self) -> None:
        self.offer_accepted.emit(self._shown.photo.id)

    def _on_suggestion_clicked(self) -> None:
        said = self._shown.suggestion
        self.credit_edited.emit(self._shown.photo.id, said.creator, said.agency)
