"""The whole frame of a photo on a quiet ground."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsdesk.ui.photos.picture_drawing import draw_sign, draw_whole
from newsdesk.ui.theme import SIZES, current_tokens
from newsdesk.ui.widgets.thumbnail_source import ThumbnailSource

_HEIGHT, _BOX, _MAT, _SIGN = 200, 960, 8, 24


class FramedPicture(QWidget):
    """Shows a photo uncut; the ground with a sign stands in until its picture is there."""

    def __init__(self, thumbnails: ThumbnailSource, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._sha256 = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        thumbnails.arrived.connect(self._on_arrived)

    def sizeHint(self) -> QSize:
        return QSize(308, _HEIGHT)

    def show_photo(self, sha256: str, words: str) -> None:
        """Show the photo whose original has that hash; ``words`` say what it shows to who can't see it."""
        self._sha256 = sha256
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()), SIZES.radius_card, SIZES.radius_card)
        painter.fillPath(ground, QColor(current_tokens().well))
        room = QRectF(self.rect()).adjusted(_MAT, _MAT, -_MAT, -_MAT)
        picture = self._thumbnails.pixmap(self._sha256, _BOX)
        if picture is None:
            draw_sign(painter, room, _SIGN)
        else:
            draw_whole(painter, room, picture)

    def _on_arrived(self, sha256: str) -> None:
        if sha256 == self._sha256:
            self.update()
