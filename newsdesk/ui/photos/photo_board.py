"""The middle of the photo desk: the grid, or words on what to do where it is empty."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from newsdesk.domain.ids import PhotoId
from newsdesk.domain.summary import PhotoQuery
from newsdesk.ui.photos.photo_grid import GridFrame, PhotoGrid
from newsdesk.ui.photos.photo_model import PhotoModel, PhotoRow
from newsdesk.ui.widgets.empty_state import EmptyState
from newsdesk.ui.widgets.thumbnail_source import ThumbnailSource

_SIDE, _TOP = 16, 2


class PhotoBoard(QStackedWidget):
    """One photo is current; after a change it stays so, or the next one takes its place."""

    current_changed = Signal()
    entered = Signal()
    more_requested = Signal()
    take_in_requested = Signal()

    def __init__(self, thumbnails: ThumbnailSource, parent: QWidget) -> None:
        super().__init__(parent)
        self._anew = True
        self._model = PhotoModel(self)
        self._room = QWidget(self)
        self._grid = PhotoGrid(self._model, thumbnails, self._room)
        self._empty = EmptyState("", "", self)
        around = QVBoxLayout(self._room)
        around.setContentsMargins(_SIDE, _TOP, 0, 0)
        around.addWidget(GridFrame(self._grid, self._room))
        self.addWidget(self._room)
        self.addWidget(self._empty)
        self._grid.selectionModel().currentChanged.connect(self.current_changed)
        self._grid.entered_by_key.connect(self.entered)
        self._model.more_requested.connect(self.more_requested)
        self._empty.requested.connect(self.take_in_requested)

    @property
    def grid(self) -> PhotoGrid:
        """The grid."""
        return self._grid

    def count(self) -> int:
        """Return how many photos are shown."""
        return self._model.rowCount()

    def current(self) -> PhotoRow | None:
        """Return the photo that is looked at, with its line."""
        return self._model.row(self._grid.currentIndex().row())

    def forget(self) -> None:
        """Take what comes next as other photos, not as these after a change."""
        self._anew = True

    def show_rows(self, rows: Sequence[PhotoRow], query: PhotoQuery) -> None:
        """Show the first photos of a query, or the shown ones after a change."""
        chosen = self.current()
        anew, self._anew = self._anew, False
        self._model.show_rows(rows, anew=anew)
        if anew:
            self._grid.scrollToTop()
            self._select(max(0, self._model.row_of(chosen[0].id)) if chosen is not None else 0)
        elif not self._grid.currentIndex().isValid():
            self._select(0)
        if not rows:
            self._say_why(query)
        self.setCurrentWidget(self._room if rows else self._empty)
        self.current_changed.emit()

    def append_rows(self, rows: Sequence[PhotoRow]) -> None:
        """Add the next page; an empty one says that there is no more."""
        self._model.append(rows)

    def step_on(self, photo: PhotoId) -> None:
        """Make the photo after that one current; at the end the first one."""
        following = self._model.row_of(photo) + 1
        self._select(following if following < self._model.rowCount() else 0)

    def _select(self, row: int) -> None:
        index = self._model.index(row, 0)
        if index.isValid():
            self._grid.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._grid.scrollTo(index)

    def _say_why(self, query: PhotoQuery) -> None:
        if query.words:
            self._empty.show_as(self.tr("Nothing found"), self.tr("Try fewer or other words."))
        elif query.missing_credit:
            self._empty.show_as(self.tr("Every photo has its credit"), self.tr("Nothing waits here."))
        else:
            words = self.tr("Drop JPEG, PNG or WebP files here, paste them, or choose them.")
            self._empty.show_as(self.tr("No photos yet"), words, self.tr("Take photos in…"))
