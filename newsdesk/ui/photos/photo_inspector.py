"""Everything about one photo of the desk: its picture, credit, words, rights and uses."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from newsdesk.domain.credit import Agency, Credit
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import Photo
from newsdesk.domain.summary import ArticleSummary
from newsdesk.ui.photos.credit_block import CreditBlock
from newsdesk.ui.photos.fact_rows import FactRows
from newsdesk.ui.photos.framed_picture import FramedPicture
from newsdesk.ui.photos.photo_facts import file_line, rights_line, said_rows
from newsdesk.ui.photos.use_list import UseList
from newsdesk.ui.widgets.panel_column import PanelColumn
from newsdesk.ui.widgets.thumbnail_source import ThumbnailSource
from newsdesk.ui.widgets.told_text import ToldText


class PhotoInspector(PanelColumn):
    """Tells words and credits as they are meant; what is being typed stays when the photo changes elsewhere."""

    described = Signal(object, str, str)
    story_opened = Signal(object)

    def __init__(self, thumbnails: ThumbnailSource, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Photo"))
        self._photo: Photo | None = None
        self._zone = ZoneInfo("Europe/Belgrade")
        self.credit = CreditBlock(self.body)
        self._picture = FramedPicture(thumbnails, self.body)
        self._name, self._file, self._rights = QLabel(self.body), QLabel(self.body), QLabel(self.body)
        self._description, self._alt = ToldText(self.body), ToldText(self.body)
        self._said, self._uses = FactRows(self.body), UseList(self.body)
        self._build()
        self._description.told.connect(self._on_words_told)
        self._alt.told.connect(self._on_words_told)
        self._uses.story_opened.connect(self.story_opened)

    def _build(self) -> None:
        column = self.column
        column.setSpacing(8)
        self._name.setProperty("role", "strong")
        self._file.setProperty("role", "hint")
        for label in (self._name, self._file, self._rights):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._name)
        names.addWidget(self._file)
        column.addWidget(self._picture)
        column.addLayout(names)
        column.addWidget(self.heading(self.tr("Credit")))
        column.addWidget(self.credit)
        column.addWidget(self.heading(self.tr("Words")))
        column.addLayout(self._field(self.tr("What it shows"), self._description))
        column.addLayout(self._field(self.tr("Alternative text"), self._alt))
        self._description.setPlaceholderText(self.tr("Who, what, where and when"))
        self._alt.setPlaceholderText(self.tr("What somebody who can't see it should know"))
        for title, widget in (
            (self.tr("Rights"), self._rights),
            (self.tr("The file says"), self._said),
            (self.tr("Used in"), self._uses),
        ):
            column.addWidget(self.heading(title))
            column.addWidget(widget)
        column.addStretch(1)

    def _field(self, text: str, field: ToldText) -> QVBoxLayout:
        label = QLabel(text, self.body)
        label.setProperty("role", "field")
        label.setBuddy(field)
        field.setAccessibleName(text)
        pair = QVBoxLayout()
        pair.setSpacing(4)
        pair.addWidget(label)
        pair.addWidget(field)
        return pair

    @property
    def photo(self) -> Photo | None:
        """The photo that is shown."""
        return self._photo

    def set_time_zone(self, name: str) -> None:
        """Show times in a zone."""
        self._zone = ZoneInfo(name)

    def set_agencies(self, agencies: Sequence[Agency]) -> None:
        """Offer these agencies."""
        self.credit.set_agencies(agencies)

    def show_photo(self, photo: Photo, line: str, suggested: Credit, suggested_line: str) -> None:
        """Show a photo, the line that it prints, and the credit that its file suggests with its line."""
        anew = self._photo is None or self._photo.id != photo.id
        if anew:
            self.tell()
            self.verticalScrollBar().setValue(0)
            self._uses.show_waiting()
        self._photo = photo
        self._picture.show_photo(photo.sha256, photo.alt_text or photo.description or photo.file_name)
        self._name.setText(photo.file_name)
        self._file.setText(file_line(photo))
        self._description.show_value(photo.description, anew=anew)
        self._alt.show_value(photo.alt_text, anew=anew)
        self.credit.show_photo(photo, line, suggested, suggested_line)
        terms = rights_line(photo.rights, self._zone)
        words = self.tr("{terms} · assumed") if photo.rights.assumed else "{terms}"
        self._rights.setText(words.format(terms=terms))
        self._said.show_rows(said_rows(photo, self._zone), self.tr("Nothing about its makers"))

    def show_uses(self, photo: PhotoId, uses: Sequence[ArticleSummary]) -> None:
        """Show the stories that use the photo; an answer about another photo is passed over."""
        if self._photo is not None and photo == self._photo.id:
            self._uses.show_stories(uses)

    def focus_credit(self) -> None:
        """Put the cursor into the photographer's name."""
        self.ensureWidgetVisible(self.credit)
        self.credit.focus()

    def tell(self) -> None:
        """Tell every word that is still being typed, before the photo is left."""
        self._description.tell()
        self._alt.tell()

    def _on_words_told(self) -> None:
        if self._photo is not None:
            words = self._description.toPlainText().strip(), self._alt.toPlainText().strip()
            self.described.emit(self._photo.id, *words)
