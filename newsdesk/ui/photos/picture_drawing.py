"""Drawing a photo into its room: whole, or a sign while there is no picture yet."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from newsdesk.ui.theme import pixmap


def draw_whole(painter: QPainter, room: QRectF, picture: QPixmap) -> None:
    """Draw the whole frame in the middle of its room."""
    size = picture.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    frame = QRectF(0, 0, size.width(), size.height())
    frame.moveCenter(room.center())
    painter.drawPixmap(frame, picture, QRectF(picture.rect()))


def draw_filling(painter: QPainter, room: QRectF, picture: QPixmap) -> None:
    """Fill the room with the middle of a picture."""
    scale = max(room.width() / picture.width(), room.height() / picture.height())
    part = QRectF(0, 0, room.width() / scale, room.height() / scale)
    part.moveCenter(QRectF(picture.rect()).center())
    painter.drawPixmap(room, picture, part)


def draw_sign(painter: QPainter, room: QRectF, side: int) -> None:
    """Draw the sign for a picture in the middle of its room, ``side`` pixels wide and high."""
    sign = pixmap("image", "faint", side)
    place = QRectF(0, 0, side, side)
    place.moveCenter(room.center())
    painter.drawPixmap(place, sign, QRectF(sign.rect()))
