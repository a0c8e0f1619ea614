"""The desk's photos in a small grid, to choose one for the story."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from newsdesk.ui.photos.photo_grid import GridFrame, PhotoGrid
from newsdesk.ui.photos.photo_model import PhotoModel, PhotoRow
from newsdesk.ui.theme import dress
from newsdesk.ui.widgets.thumbnail_source import ThumbnailSource

_REST_MS = 120
_TILE, _GRID_HEIGHT = 140, 400


class PhotoChooser(QWidget):
    """A search and what it finds; a click or Enter takes a photo, Escape leaves."""

    search_requested = Signal(str)
    chosen = Signal(object)
    dismissed = Signal()

    def __init__(self, thumbnails: ThumbnailSource, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = PhotoModel(self)
        self._grid = PhotoGrid(self._model, thumbnails, self, tile_px=_TILE)
        self._search, self._none, self._close = QLineEdit(self), QLabel(self), QToolButton(self)
        self._search.setPlaceholderText(self.tr("Search the photo desk"))
        self._search.setAccessibleName(self.tr("Search the photo desk"))
        self._search.setClearButtonEnabled(True)
        self._close.setProperty("kind", "close")
        dress(self._close, "x", "muted", 16)
        self._close.setToolTip(self.tr("Close (Escape)"))
        self._close.setAccessibleName(self.tr("Close the photo desk"))
        self._none.setProperty("role", "hint")
        self._none.setWordWrap(True)
        self._none.setText(self.tr("The desk has no such photo. Attach a file, or drop one here."))
        self._none.hide()
        self._frame = GridFrame(self._grid, self)
        self._frame.setFixedHeight(_GRID_HEIGHT)
        self._grid.setAccessibleName(self.tr("Photos of the desk"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._search, 1)
        head.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._none)
        layout.addWidget(self._frame)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._on_rested)
        self._search.textEdited.connect(self._rest.start)
        self._search.returnPressed.connect(self._on_search_entered)
        self._close.clicked.connect(self.dismissed)
        self._grid.clicked.connect(self._on_clicked)
        self._grid.entered_by_key.connect(self._on_entered)

    def open(self) -> None:
        """Begin a choice."""
        self._search.clear()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search_requested.emit("")

    def show_photos(self, photos: Sequence[PhotoRow]) -> None:
        """Show photos, each with its credit line; one without says so."""
        self._model.show_rows(photos, anew=True, pages=False)
        self._none.setVisible(not photos)
        self._frame.setVisible(bool(photos))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _on_rested(self) -> None:
        self.search_requested.emit(self._search.text().strip())

    def _on_search_entered(self) -> None:
        """Step from the search into what it found."""
        first = self._model.index(0, 0)
        if first.isValid():
            self._grid.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if row is not None:
            self.chosen.emit(row[0].id)

    def _on_entered(self) -> None:
        self._on_clicked(self._grid.currentIndex())
