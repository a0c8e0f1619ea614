"""The desk's photos in a small grid, to choose one for the story."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import Photo
from newsdesk.ui.widgets.thumbnail_source import ThumbnailSource

_REST_MS = 120
_TILE = 104
_ID, _SHA = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


class PhotoChooser(QFrame):
    """A search and what it finds; Enter or a double click takes a photo."""

    search_requested = Signal(str)
    chosen = Signal(object)

    def __init__(self, thumbnails: ThumbnailSource, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._search, self._grid, self._none = QLineEdit(self), QListWidget(self), QLabel(self)
        self._search.setPlaceholderText(self.tr("Search the photo desk"))
        self._search.setAccessibleName(self.tr("Search the photo desk"))
        self._none.setProperty("role", "hint")
        self._none.setWordWrap(True)
        self._none.setText(self.tr("The desk has no such photo. Attach a file, or drop one here."))
        self._grid.setViewMode(QListWidget.ViewMode.IconMode)
        self._grid.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._grid.setMovement(QListWidget.Movement.Static)
        self._grid.setIconSize(QSize(_TILE, _TILE))
        self._grid.setGridSize(QSize(_TILE + 10, _TILE + 26))
        self._grid.setFrameShape(QFrame.Shape.NoFrame)
        self._grid.setMinimumHeight(2 * (_TILE + 26) + 8)
        self._grid.setAccessibleName(self.tr("Photos of the desk"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._search, self._none, self._grid):
            layout.addWidget(widget)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._on_rested)
        self._search.textEdited.connect(self._rest.start)
        self._grid.itemActivated.connect(self._on_activated)
        self._grid.itemClicked.connect(self._on_activated)
        thumbnails.arrived.connect(self._on_arrived)

    def open(self) -> None:
        """Begin a choice."""
        self._search.clear()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search_requested.emit("")

    def show_photos(self, photos: Sequence[tuple[Photo, str]]) -> None:
        """Show photos, each with its credit line; one without says so."""
        self._grid.clear()
        for photo, line in photos:
            item = QListWidgetItem(line or self.tr("No credit"))
            item.setToolTip(f"{photo.description or photo.file_name}\n{line or self.tr('No credit')}")
            item.setData(_ID, photo.id)
            item.setData(_SHA, photo.sha256)
            self._grid.addItem(item)
            self._draw(item)
        self._none.setVisible(not photos)
        self._grid.setVisible(bool(photos))

    def _draw(self, item: QListWidgetItem) -> None:
        picture = self._thumbnails.pixmap(item.data(_SHA), 192)
        if picture is not None:
            item.setIcon(QIcon(picture))

    def _on_rested(self) -> None:
        self.search_requested.emit(self._search.text().strip())

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.chosen.emit(PhotoId(item.data(_ID)))

    def _on_arrived(self, sha256: str) -> None:
        for row in range(self._grid.count()):
            item = self._grid.item(row)
            if item.data(_SHA) == sha256:
                self._draw(item)
