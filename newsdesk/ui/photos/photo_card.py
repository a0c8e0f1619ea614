"""One photo of a story: the picture, its words, its credit as it will print."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from newsdesk.domain.credit import Agency
from newsdesk.domain.photo import AwaitedPhoto
from newsdesk.ui.photos.credit_form import CreditForm
from newsdesk.ui.photos.cropped_picture import CroppedPicture
from newsdesk.ui.photos.used_photo import UsedPhoto
from newsdesk.ui.theme import dress, mark
from newsdesk.ui.widgets.card import Card
from newsdesk.ui.widgets.thumbnail_source import ThumbnailSource
from newsdesk.ui.widgets.told_text import ToldLine, ToldText
from newsdesk.ui.widgets.wrapped_button import WrappedButton


class PhotoCard(Card):
    """Tells changes of caption and alternative text, and asks for everything else."""

    caption_edited = Signal(object, str)
    alt_edited = Signal(object, str)
    credit_edited = Signal(object, str, str, str)
    line_wanted = Signal(object, str, str)
    lead_requested = Signal(object)
    detach_requested = Signal(object)
    offer_accepted = Signal(object)

    def __init__(self, shown: UsedPhoto, thumbnails: ThumbnailSource, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = shown
        self._picture = CroppedPicture(thumbnails, self)
        self._place, self._terms = QLabel(self), QLabel(self)
        self._lead, self._out = WrappedButton(self, self.tr("Make it the lead")), QToolButton(self)
        self._caption, self._alt = ToldLine(self), ToldText(self, lines=2)
        self._credit, self._edit = QLabel(self), WrappedButton(self)
        self._offer, self._suggestion = WrappedButton(self, kind="offer"), WrappedButton(self, kind="offer")
        self._form = CreditForm(self)
        self._form.hide()
        self._build()
        self._connect()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 0)
        layout.setSpacing(0)
        layout.addWidget(self._picture)
        inner = QVBoxLayout()
        inner.setContentsMargins(11, 8, 11, 12)
        inner.setSpacing(8)
        inner.addLayout(self._head())
        fields: tuple[tuple[str, ToldLine | ToldText, str], ...] = (
            (self.tr("Caption in this story"), self._caption, self.tr("Who or what it shows")),
            (self.tr("Alternative text"), self._alt, self.tr("What somebody who can't see it should know")),
        )
        for text, field, example in fields:
            label = QLabel(text, self)
            label.setProperty("role", "field")
            label.setBuddy(field)
            field.setAccessibleName(text)
            field.setPlaceholderText(example)
            pair = QVBoxLayout()
            pair.setSpacing(4)
            pair.addWidget(label)
            pair.addWidget(field)
            inner.addLayout(pair)
        inner.addLayout(self._credit_lines())
        for widget in (self._offer, self._suggestion, self._form):
            inner.addWidget(widget)
        layout.addLayout(inner)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        self._place.setProperty("role", "strong")
        self._lead.setToolTip(self.tr("Print it above the story"))
        self._out.setProperty("kind", "close")
        dress(self._out, "x", "muted", 16)
        self._out.setToolTip(self.tr("Take the photo out of the story; it stays with the desk"))
        self._out.setAccessibleName(self.tr("Take the photo out of the story"))
        head.addWidget(self._place)
        head.addStretch(1)
        head.addWidget(self._lead)
        head.addWidget(self._out)
        return head

    def _credit_lines(self) -> QVBoxLayout:
        self._credit.setWordWrap(True)
        self._credit.setTextFormat(Qt.TextFormat.PlainText)
        self._terms.setProperty("role", "hint")
        self._terms.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._credit, 1)
        line.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setContentsMargins(0, 2, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(line)
        lines.addWidget(self._terms)
        return lines

    def _connect(self) -> None:
        self._caption.told.connect(self._on_caption_told)
        self._alt.told.connect(self._on_alt_told)
        self._edit.clicked.connect(self._on_edit_clicked)
        self._form.confirmed.connect(self._on_credit_confirmed)
        self._form.dismissed.connect(self._on_credit_dismissed)
        self._form.line_wanted.connect(self._on_line_wanted)
        self._lead.clicked.connect(self._on_lead_clicked)
        self._out.clicked.connect(self._on_out_clicked)
        self._offer.clicked.connect(self._on_offer_clicked)
        self._suggestion.clicked.connect(self._on_suggestion_clicked)

    def show_photo(self, shown: UsedPhoto, agencies: Sequence[Agency], offer: AwaitedPhoto | None, line: str) -> None:
        """Show a photo; words that are being typed are left alone. ``line`` is how the awaited credit prints."""
        self._shown = shown
        photo, use, has = shown.photo, shown.use, bool(shown.credit_line)
        self._picture.show_photo(photo.sha256)
        self._place.setText(self.tr("Lead") if use.lead else self.tr("Photo"))
        self._lead.setVisible(not use.lead)
        self._caption.show_value(use.caption)
        self._alt.show_value(use.alt)
        self._form.set_agencies(agencies)
        self._credit.setText(f"✓ {shown.credit_line}" if has else self.tr("✕ No credit: it can't be published"))
        mark(self._credit, role="strong", tone="good" if has else "bad")
        self._edit.setText(self.tr("Edit credit") if has else self.tr("Add credit"))
        self._offer.setVisible(offer is not None)
        if offer is not None:
            text = self.tr("Awaited: {line}. Use this caption and credit")
            self._offer.setText(text.format(line=f"{offer.caption} {line}".strip()))
        self._suggestion.setVisible(not has and bool(shown.suggested_line) and offer is None)
        self._suggestion.setText(self.tr("The file says {line}: use\u00a0it").format(line=shown.suggested_line))
        self._show_terms()

    def _show_terms(self) -> None:
        rights = self._shown.photo.rights
        self._terms.setVisible(bool(self._shown.credit_line))
        terms = rights.usage_terms or self.tr("No terms are set")
        self._terms.setText(self.tr("{terms} · assumed").format(terms=terms) if rights.assumed else terms)

    def show_line(self, line: str) -> None:
        """Show how the credit in the form will print."""
        self._form.show_line(line)

    def open_credit(self) -> None:
        """Open the credit form; where nobody is credited, it holds what the file says, to be looked at."""
        self._form.show_credit(self._shown.photo)
        said = self._shown.suggestion
        if not self._shown.photo.credit.parties:
            self._form.write(said.creator, said.agency)
        self._form.show()
        self._form.focus()

    def tell(self) -> None:
        """Tell changed words."""
        self._caption.tell()
        self._alt.tell()

    def _on_caption_told(self, caption: str) -> None:
        self.caption_edited.emit(self._shown.photo.id, caption)

    def _on_alt_told(self, alt: str) -> None:
        self.alt_edited.emit(self._shown.photo.id, alt)

    def _on_edit_clicked(self) -> None:
        if self._form.isHidden():
            self.open_credit()
        else:
            self._on_credit_dismissed()

    def _on_credit_confirmed(self, creator: str, agency: str, terms: str) -> None:
        self._on_credit_dismissed()
        self.credit_edited.emit(self._shown.photo.id, creator, agency, terms)

    def _on_credit_dismissed(self) -> None:
        self._form.hide()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

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
        self.credit_edited.emit(self._shown.photo.id, said.creator, said.agency, "")
