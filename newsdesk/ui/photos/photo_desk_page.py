"""The photo desk: every photo of the newsroom, and the queue of those without a credit."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.credit import Agency, Credit
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.summary import ArticleSummary, PhotoQuery
from newsdesk.ui.photos.desk_head import DeskHead
from newsdesk.ui.photos.photo_board import PhotoBoard
from newsdesk.ui.photos.photo_inspector import PhotoInspector
from newsdesk.ui.photos.photo_model import PhotoRow
from newsdesk.ui.widgets.drop_veil import DropVeil
from newsdesk.ui.widgets.file_catcher import FileCatcher
from newsdesk.ui.widgets.thumbnail_source import ThumbnailSource

_INSPECTOR_WIDTH = 340
_NOBODY = (Credit(), "")


class PhotoDeskPage(QWidget):
    """Shows photos page by page; files can be dropped or pasted anywhere on it.

    ``credit_edited`` carries the photo, photographer, agency, and where there is no agency the terms.

    While only photos without a credit are shown they are a queue: Enter takes what the file says, or
    leads to the form, whose Enter saves; either way the next photo is shown.
    """

    query_changed = Signal(object)
    more_requested = Signal()
    take_in_requested = Signal()
    files_dropped = Signal(object)
    photo_shown = Signal(object)
    described = Signal(object, str, str)
    credit_edited = Signal(object, str, str, str)
    line_wanted = Signal(object, str, str)
    story_opened = Signal(object)

    def __init__(self, thumbnails: ThumbnailSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photoDesk")
        self._suggestions: dict[PhotoId, tuple[Credit, str]] = {}
        self._shown: PhotoId | None = None
        self._head, self._board = DeskHead(self), PhotoBoard(thumbnails, self)
        self._side = QFrame(self)
        self._inspector = PhotoInspector(thumbnails, self._side)
        self._catcher = FileCatcher(self)
        self._veil = DropVeil(self.tr("Drop the photos to take them in"), self)
        self._build()
        self._connect()

    def _build(self) -> None:
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self._head)
        main.addWidget(self._board, 1)
        self._side.setObjectName("side")
        self._side.setFixedWidth(_INSPECTOR_WIDTH)
        self._side.hide()
        inner = QVBoxLayout(self._side)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._inspector)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(main, 1)
        layout.addWidget(self._side)

    def _connect(self) -> None:
        head, board, inspector, credit = self._head, self._board, self._inspector, self._inspector.credit
        # Before anybody answers: what comes next are other photos.
        head.query_changed.connect(board.forget)
        head.query_changed.connect(self.query_changed)
        head.take_in_requested.connect(self.take_in_requested)
        head.tile_chosen.connect(board.grid.set_tile)
        head.entered.connect(board.grid.setFocus)
        board.current_changed.connect(self._on_current_changed)
        board.entered.connect(self._on_photo_entered)
        board.more_requested.connect(self.more_requested)
        board.take_in_requested.connect(self.take_in_requested)
        inspector.described.connect(self.described)
        inspector.story_opened.connect(self.story_opened)
        credit.line_wanted.connect(self.line_wanted)
        credit.left.connect(board.grid.setFocus)
        credit.credit_edited.connect(self._on_credit_edited)
        self._catcher.caught.connect(self.files_dropped)
        self._catcher.hovering.connect(self._veil.setVisible)

    @property
    def query(self) -> PhotoQuery:
        """Which photos are asked for."""
        return self._head.query

    @property
    def shown_count(self) -> int:
        """How many photos are shown: where the next page begins, and how many to read again after a change."""
        return self._board.count()

    def set_time_zone(self, name: str) -> None:
        """Show times in a zone."""
        self._inspector.set_time_zone(name)
        self._board.grid.painter_of_cards.set_time_zone(name)

    def show_missing(self, missing: bool) -> None:
        """Show only the photos without a credit, or all again."""
        self._head.show_missing(missing)

    def show_agencies(self, agencies: Sequence[Agency]) -> None:
        """Offer these agencies in the credit form."""
        self._inspector.set_agencies(agencies)

    def show_counts(self, total: int, missing: int) -> None:
        """Say how many photos there are, and how many lack a credit."""
        self._head.show_counts(total, missing)

    def show_suggestions(self, suggestions: Mapping[PhotoId, tuple[Credit, str]]) -> None:
        """Know what files say of their makers, each with the line it would print; adds to what is known."""
        self._suggestions.update(suggestions)
        self._show_current()

    def show_photos(self, photos: Sequence[PhotoRow]) -> None:
        """Show the first photos of the query, or those that are shown already after a change."""
        self._board.show_rows(photos, self._head.query)

    def append_photos(self, photos: Sequence[PhotoRow]) -> None:
        """Add the next page; an empty one says that there is no more."""
        self._board.append_rows(photos)

    def show_line(self, photo: PhotoId, line: str) -> None:
        """Show how the credit that is being typed will print."""
        self._inspector.credit.show_line(photo, line)

    def show_uses(self, photo: PhotoId, uses: Sequence[ArticleSummary]) -> None:
        """Show the stories that use a photo."""
        self._inspector.show_uses(photo, uses)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The keys of the queue work at once.
        self._board.grid.setFocus()

    def tell(self) -> None:
        """Tell every word that is still being typed, before the desk is left."""
        self._inspector.tell()

    def _show_current(self) -> None:
        row = self._board.current()
        self._side.setVisible(row is not None)
        if row is not None:
            photo, line = row
            self._inspector.show_photo(photo, line, *self._suggestions.get(photo.id, _NOBODY))

    def _on_current_changed(self) -> None:
        self._show_current()
        row = self._board.current()
        shown = row[0].id if row is not None else None
        if shown != self._shown:
            self._shown = shown
            if shown is not None:
                self.photo_shown.emit(shown)

    def _on_photo_entered(self) -> None:
        if self._head.query.missing_credit and self._inspector.credit.has_suggestion():
            self._inspector.credit.take_suggestion()
        else:
            self._inspector.focus_credit()

    def _on_credit_edited(self, photo: PhotoId, creator: str, agency: str, terms: str) -> None:
        writing = self._inspector.credit.holds_focus()
        self.credit_edited.emit(photo, creator, agency, terms)
        if not self._head.query.missing_credit:
            return
        self._board.step_on(photo)
        if writing and not self._inspector.credit.has_suggestion():
            self._inspector.focus_credit()
        else:
            self._board.grid.setFocus()
