"""A picture that fills its strip, cut at the edges, with rounded corners above."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsdesk.ui.photos.picture_drawing import draw_filling, draw_sign
from newsdesk.ui.theme import SIZES, current_tokens
from newsdesk.ui.widgets.thumbnail_source import ThumbnailSource

_HEIGHT, _BOX, _SIGN = 140, 960, 24


class CroppedPicture(QWidget):
    """Draws the middle of a photo; the ground with a sign stands in until its thumbnail is there."""

    def __init__(self, thumbnails: ThumbnailSource, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._sha256 = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        thumbnails.arrived.connect(self._on_arrived)

    def sizeHint(self) -> QSize:
        return QSize(340, _HEIGHT)

    def show_photo(self, sha256: str) -> None:
        """Show the photo whose original has that hash."""
        if sha256 != self._sha256:
            self._sha256 = sha256
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        radius = SIZES.radius_card - 1
        shape = QPainterPath()
        shape.addRoundedRect(box.adjusted(0, 0, 0, radius), radius, radius)
        painter.setClipPath(shape)
        painter.fillRect(box, QColor(current_tokens().well))
        picture = self._thumbnails.pixmap(self._sha256, _BOX)
        if picture is None:
            draw_sign(painter, box, _SIGN)
        else:
            draw_filling(painter, box, picture)

    def _on_arrived(self, sha256: str) -> None:
        if sha256 == self._sha256:
            self.update()
