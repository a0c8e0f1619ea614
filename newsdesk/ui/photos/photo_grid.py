"""The grid of photos: cards in even columns that fill the width."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from newsdesk.ui.photos.photo_delegate import GAP, PhotoDelegate
from newsdesk.ui.photos.photo_model import PhotoModel
from newsdesk.ui.widgets.thumbnail_source import ThumbnailSource


class PhotoGrid(QListView):
    """Shows a ``PhotoModel``; ``entered_by_key`` tells that Enter was pressed on the current photo."""

    entered_by_key = Signal()

    def __init__(self, model: PhotoModel, thumbnails: ThumbnailSource, parent: QWidget, *, tile_px: int = 168) -> None:
        super().__init__(parent)
        self.painter_of_cards = PhotoDelegate(thumbnails, self)
        self._tile_px = tile_px
        self.setModel(model)
        self.setItemDelegate(self.painter_of_cards)
        self.setProperty("role", "grid")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Photos"))
        thumbnails.arrived.connect(self.viewport().update)

    def set_tile(self, width_px: int) -> None:
        """Make cards about that wide; they grow a little until the columns fill the grid."""
        if width_px != self._tile_px:
            self._tile_px = width_px
            self._share_width()

    def columns(self) -> int:
        """Return how many cards stand side by side."""
        return max(1, (self.viewport().width()) // (self._tile_px + GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_width()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_by_key.emit()
            return
        super().keyPressEvent(event)

    def _share_width(self) -> None:
        # One pixel short of the width: at the full width Qt wraps the last column.
        cell = self.painter_of_cards.set_width((self.viewport().width() - 1) // self.columns())
        if self.gridSize() != cell:
            self.setGridSize(QSize(cell))
            current: QModelIndex = self.currentIndex()
            if current.isValid():
                self.scrollTo(current)


class GridFrame(QWidget):
    """Lets a grid reach half a gap over its left edge, so that the cards, not their gaps, align with what is above."""

    def __init__(self, grid: PhotoGrid, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = grid
        grid.setParent(self)
        self.setFocusProxy(grid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grid.setGeometry(-GAP // 2, 0, self.width() + GAP // 2, self.height())
