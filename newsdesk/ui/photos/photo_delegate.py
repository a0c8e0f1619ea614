"""Draws a photo of the grid: the whole frame, what it shows, and its credit or the lack of it."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsdesk.domain.photo import Photo
from newsdesk.ui.photos.photo_model import Role, title_of
from newsdesk.ui.photos.picture_drawing import draw_sign, draw_whole
from newsdesk.ui.theme import SIZES, Tokens, current_tokens, interface_font
from newsdesk.ui.widgets.thumbnail_source import ThumbnailSource

GAP = 12
_INSET, _WORDS_HEIGHT, _LINE = 8, 48, 17
_PICTURE_SHAPE, _SIGN = 0.72, 20
_BOXES = (192, 480, 960)
_Index = QModelIndex | QPersistentModelIndex


class PhotoDelegate(QStyledItemDelegate):
    """The look of a card; its cell is given by the grid, the picture comes when it is drawn."""

    def __init__(self, thumbnails: ThumbnailSource, parent: QObject) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._zone = ZoneInfo("Europe/Belgrade")
        self._cell = QSize(180, 180)
        self._title_font = interface_font(12, QFont.Weight.DemiBold)
        self._line_font = interface_font(12)
        self._flag_font = interface_font(11, QFont.Weight.DemiBold)

    def set_time_zone(self, name: str) -> None:
        """Show the ends of rights and embargoes in a zone."""
        self._zone = ZoneInfo(name)

    def set_width(self, width: int) -> QSize:
        """Make cells that wide, gap included; returns their size."""
        self._cell = QSize(width, round((width - GAP) * _PICTURE_SHAPE) + _WORDS_HEIGHT + GAP)
        return self._cell

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self._cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        photo: Photo | None = index.data(Role.PHOTO)
        if photo is None:
            return
        tokens = current_tokens()
        state: QStyle.StateFlag = option.state
        cell: QRect = option.rect
        half = GAP // 2
        box = QRectF(cell.x() + half, cell.y() + half, cell.width() - GAP, cell.height() - GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), SIZES.radius_rail, SIZES.radius_rail)
        painter.fillPath(shape, QColor(tokens.paper))
        picture = QRectF(box.x(), box.y(), box.width(), box.height() - _WORDS_HEIGHT)
        mat = QPainterPath()
        mat.addRect(picture)
        painter.fillPath(shape.intersected(mat), QColor(tokens.well))
        self._paint_frame(painter, picture.adjusted(6, 6, -6, -6), photo)
        self._paint_flag(painter, picture, photo, tokens)
        self._paint_words(painter, box, photo, str(index.data(Role.LINE)), tokens)
        painter.strokePath(shape, QPen(QColor(tokens.line), 1))
        if state & QStyle.StateFlag.State_Selected:
            ring = QPainterPath()
            ring.addRoundedRect(box.adjusted(1, 1, -1, -1), SIZES.radius_rail - 1, SIZES.radius_rail - 1)
            painter.strokePath(ring, QPen(QColor(tokens.accent), 2))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.strokePath(shape, QPen(QColor(tokens.edge), 1))
        painter.restore()

    def _paint_frame(self, painter: QPainter, room: QRectF, photo: Photo) -> None:
        wanted = next((box for box in _BOXES if box >= max(room.width(), room.height())), _BOXES[-1])
        picture = self._thumbnails.pixmap(photo.sha256, wanted)
        if picture is None:
            draw_sign(painter, room, _SIGN)
        else:
            draw_whole(painter, room, picture)

    def _paint_words(self, painter: QPainter, box: QRectF, photo: Photo, line: str, tokens: Tokens) -> None:
        left, width = round(box.x()) + _INSET + 2, round(box.width()) - 2 * _INSET - 4
        top = round(box.bottom()) - _WORDS_HEIGHT + 7
        credit = f"✓ {line}" if line else self.tr("✕ No credit")
        for font, colour, words in (
            (self._title_font, tokens.ink, title_of(photo)),
            (self._line_font, tokens.good if line else tokens.bad, credit),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
            place = QRect(left, top, width, _LINE)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            top += _LINE

    def _paint_flag(self, painter: QPainter, picture: QRectF, photo: Photo, tokens: Tokens) -> None:
        words, colour = self._flag(photo, tokens)
        if not words:
            return
        width = QFontMetrics(self._flag_font).horizontalAdvance(words) + 12
        flag = QRectF(picture.x() + _INSET, picture.y() + _INSET, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.paper))
        painter.drawRoundedRect(flag, 4, 4)
        painter.setFont(self._flag_font)
        painter.setPen(QColor(colour))
        painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, words)

    def _flag(self, photo: Photo, tokens: Tokens) -> tuple[str, str]:
        """Return the one thing about a photo that must not be overlooked, with its colour."""
        if photo.killed_reason:
            return self.tr("Killed"), tokens.bad
        for moment, words in (
            (photo.rights.embargo_until, self.tr("Embargo {day}")),
            (photo.rights.valid_to, self.tr("Until {day}")),
        ):
            if moment is not None:
                return words.format(day=f"{moment.astimezone(self._zone):%d.%m.%y}"), tokens.warn
        return (self.tr("Made by AI"), tokens.warn) if photo.needs_label else ("", tokens.ink)
