"""The credit of one photo of the desk: what its file suggests, the form, and the line as it will print."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from newsdesk.domain.credit import Agency, Credit
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import Photo
from newsdesk.ui.photos.credit_form import CreditForm
from newsdesk.ui.theme import mark
from newsdesk.ui.widgets.wrapped_button import WrappedButton


class CreditBlock(QWidget):
    """Always open; a credit that was typed but not saved waits until its photo is shown again."""

    credit_edited = Signal(object, str, str, str)
    line_wanted = Signal(object, str, str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._photo: Photo | None = None
        self._line = ""
        self._suggested = Credit()
        self._drafts: dict[PhotoId, tuple[str, str, str]] = {}
        self._offer = WrappedButton(self, kind="offer")
        self._form = CreditForm(self, standing=True)
        self._prints = QFrame(self)
        self._head, self._words = QLabel(self._prints), QLabel(self._prints)
        self._prints.setProperty("role", "banner")
        self._head.setProperty("role", "strong")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        rows = QVBoxLayout(self._prints)
        rows.setContentsMargins(12, 8, 12, 8)
        rows.setSpacing(2)
        rows.addWidget(self._head)
        rows.addWidget(self._words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._offer, self._form, self._prints):
            layout.addWidget(widget)
        self._offer.clicked.connect(self.take_suggestion)
        self._form.confirmed.connect(self._on_confirmed)
        self._form.dismissed.connect(self._on_dismissed)
        self._form.line_wanted.connect(self._on_line_wanted)

    def set_agencies(self, agencies: Sequence[Agency]) -> None:
        """Offer these agencies."""
        self._form.set_agencies(agencies)

    def show_photo(self, photo: Photo, line: str, suggested: Credit, suggested_line: str) -> None:
        """Show a photo's credit and its line; a credit that is being typed is left alone."""
        before, self._photo = self._photo, photo
        anew = before is None or before.id != photo.id
        if anew and before is not None and self._form.is_changed:
            self._drafts[before.id] = self._form.written()
        if anew or (before is not None and (before.credit, before.rights) != (photo.credit, photo.rights)):
            self._form.show_credit(photo)
        self._line, self._suggested = line, suggested
        if anew and photo.id in self._drafts:
            self._form.write(*self._drafts.pop(photo.id))
        self._offer.setText(self.tr("The file says {line}: use\u00a0it").format(line=suggested_line))
        self._offer.setToolTip(self.tr("Take this as the credit (Enter on the photo)"))
        self._offer.setVisible(not line and bool(suggested_line))
        if not self._form.is_changed:
            self._show_printed(line)

    def show_line(self, photo: PhotoId, line: str) -> None:
        """Show how the credit that is being typed will print; an answer about another photo is passed over."""
        if self._photo is not None and photo == self._photo.id and self._form.is_changed:
            self._show_printed(line)

    def has_suggestion(self) -> bool:
        """Tell whether the file names somebody and nobody is credited yet."""
        return not self._offer.isHidden()

    def take_suggestion(self) -> None:
        """Take what the file says as the credit."""
        if self._photo is not None and self.has_suggestion():
            self._offer.hide()
            self.credit_edited.emit(self._photo.id, self._suggested.creator, self._suggested.agency, "")

    def focus(self) -> None:
        """Put the cursor into the photographer's name."""
        self._form.focus()

    def holds_focus(self) -> bool:
        """Tell whether somebody is writing the credit."""
        focused = self.window().focusWidget()
        return focused is not None and self._form.isAncestorOf(focused)

    def _show_printed(self, line: str) -> None:
        self._head.setText(self.tr("Will print as") if line else self.tr("No credit"))
        self._words.setText(line or self.tr("The photo can't be published. Name the photographer or the agency."))
        for widget in (self._prints, self._head):
            mark(widget, tone="good" if line else "bad")

    def _on_confirmed(self, creator: str, agency: str, terms: str) -> None:
        if self._photo is not None:
            self.credit_edited.emit(self._photo.id, creator, agency, terms)

    def _on_dismissed(self) -> None:
        if self._photo is not None:
            self._form.show_credit(self._photo)
            self._show_printed(self._line)
        self.left.emit()

    def _on_line_wanted(self, creator: str, agency: str) -> None:
        if self._photo is not None:
            self.line_wanted.emit(self._photo.id, creator, agency)
