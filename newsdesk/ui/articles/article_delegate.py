"""Draws a story of the list: a day's heading, the headline in two lines, its state and facts, its photo."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsdesk.domain.summary import ArticleSummary
from newsdesk.ui.articles.article_model import Role
from newsdesk.ui.theme import Tokens, current_tokens, interface_font, state_colours
from newsdesk.ui.widgets.state_words import state_word
from newsdesk.ui.widgets.text_lines import text_lines
from newsdesk.ui.widgets.thumbnail_source import ThumbnailSource

_MARGIN, _TOP, _GAP = 14, 9, 10
_DAY_HEIGHT = 28
_THUMB = 44
_HEADLINE_LINES = 2
_META_HEIGHT = 18
_META_GAP = 5
_LANGUAGES = {"en": "EN", "sr-Latn": "SR", "sr-Cyrl": "СР"}
_Index = QModelIndex | QPersistentModelIndex


class ArticleDelegate(QStyledItemDelegate):
    """The look of a row; the picture comes when its thumbnail is drawn, the row never waits for it."""

    def __init__(self, thumbnails: ThumbnailSource, parent: QObject) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._zone = ZoneInfo("Europe/Belgrade")
        self._headline_font = interface_font(14, QFont.Weight.DemiBold)
        self._meta_font = interface_font(12)
        self._urgent_font = interface_font(12, QFont.Weight.DemiBold)
        self._chip_font = interface_font(11, QFont.Weight.DemiBold)
        self._day_font = interface_font(11, QFont.Weight.DemiBold)
        self._day_font.setCapitalization(QFont.Capitalization.AllUppercase)
        self._day_font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
        self._line = QFontMetrics(self._headline_font).lineSpacing() + 1

    def set_time_zone(self, name: str) -> None:
        """Show times in a zone."""
        self._zone = ZoneInfo(name)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        summary: ArticleSummary | None = index.data(Role.SUMMARY)
        if summary is None:
            return QSize()
        width = option.rect.width() or option.widget.width()
        lines = len(self._headline_lines(_title(index), self._text_width(width, summary)))
        content = lines * self._line + _META_GAP + _META_HEIGHT
        if summary.lead_photo is not None:
            content = max(content, _THUMB)
        day = _DAY_HEIGHT if index.data(Role.DAY) else 0
        return QSize(width, day + 2 * _TOP + content + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        summary: ArticleSummary | None = index.data(Role.SUMMARY)
        if summary is None:
            return
        tokens = current_tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        day = index.data(Role.DAY)
        if day:
            self._paint_day(painter, QRect(rect.x(), rect.y(), rect.width(), _DAY_HEIGHT), day, tokens)
            rect.setTop(rect.top() + _DAY_HEIGHT)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selection))
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), QColor(tokens.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.panel))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), QColor(tokens.line))
        self._paint_words(painter, rect, index, summary, tokens)
        if summary.lead_photo is not None:
            self._paint_thumbnail(painter, rect, summary, tokens)
        painter.restore()

    def _paint_day(self, painter: QPainter, rect: QRect, day: str, tokens: Tokens) -> None:
        painter.fillRect(rect, QColor(tokens.paper))
        painter.setFont(self._day_font)
        painter.setPen(QColor(tokens.faint))
        inner = rect.adjusted(_MARGIN, 6, -_MARGIN, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, day)

    def _paint_words(
        self, painter: QPainter, rect: QRect, index: _Index, summary: ArticleSummary, tokens: Tokens
    ) -> None:
        painter.setFont(self._headline_font)
        painter.setPen(QColor(tokens.ink if summary.headline else tokens.muted))
        left, top = rect.x() + _MARGIN, rect.y() + _TOP
        width = self._text_width(rect.width(), summary)
        for line in self._headline_lines(_title(index), width):
            box = QRect(left, top, width, self._line)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
            top += self._line
        self._paint_meta(painter, QRect(left, top + _META_GAP, width, _META_HEIGHT), summary, tokens)

    def _paint_meta(self, painter: QPainter, rect: QRect, summary: ArticleSummary, tokens: Tokens) -> None:
        word = state_word(summary.state)
        ink, ground = state_colours(tokens, summary.state)
        chip_width = QFontMetrics(self._chip_font).horizontalAdvance(word) + 14
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        chip = QRectF(rect.x(), rect.y(), chip_width, rect.height())
        painter.drawRoundedRect(chip, 5, 5)
        painter.setFont(self._chip_font)
        painter.setPen(QColor(ink))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, word)
        left = round(rect.x() + chip_width + 7)
        room = rect.right() - left
        for text, colour, font in self._facts(summary, tokens, room):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.right() - left)
            box = QRect(left, rect.y(), rect.right() - left, rect.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            left += QFontMetrics(font).horizontalAdvance(shown)

    def _facts(self, summary: ArticleSummary, tokens: Tokens, room: int) -> list[tuple[str, str, QFont]]:
        """Return what fits beside the state: the clock always, then language, length and section."""
        language = _LANGUAGES.get(summary.language, summary.language.upper())
        section = summary.section.rpartition(" / ")[2] or summary.section
        clock, urgent = self._clock(summary)
        font = self._urgent_font if urgent else self._meta_font
        width = QFontMetrics(font).horizontalAdvance(clock)
        parts = [language, f"{summary.word_count:,}", section]
        for count in range(len(parts), 0, -1):
            words = "".join(f"{part} · " for part in parts[:count] if part)
            if QFontMetrics(self._meta_font).horizontalAdvance(words) + width <= room:
                break
        return [(words, tokens.muted, self._meta_font), (clock, tokens.warn if urgent else tokens.muted, font)]

    def _clock(self, summary: ArticleSummary) -> tuple[str, bool]:
        """Return the time that matters most, and whether somebody must mind it."""
        for moment, words in (
            (summary.embargo_until, self.tr("embargo {clock}")),
            (summary.scheduled_at, self.tr("due {clock}")),
        ):
            if moment is not None:
                return words.format(clock=f"{moment.astimezone(self._zone):%H:%M}"), True
        moment = summary.published_at or summary.updated_at
        return f"{moment.astimezone(self._zone):%H:%M}", False

    def _paint_thumbnail(self, painter: QPainter, rect: QRect, summary: ArticleSummary, tokens: Tokens) -> None:
        box = QRect(rect.right() - _MARGIN - _THUMB + 1, rect.y() + _TOP, _THUMB, _THUMB)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(box), 6, 6)
        picture = self._thumbnails.pixmap(summary.lead_sha256, 2 * _THUMB)
        painter.fillPath(shape, QColor(tokens.line))
        if picture is not None:
            painter.save()
            painter.setClipPath(shape)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(QRectF(box), picture, _square_of(picture))
            painter.restore()
        if summary.lacks_credit:
            _paint_flag(painter, QPointF(box.right() - 2, box.bottom() - 2), tokens)

    def _text_width(self, width: int, summary: ArticleSummary) -> int:
        picture = _THUMB + _GAP if summary.lead_photo is not None else 0
        return width - 2 * _MARGIN - picture

    def _headline_lines(self, text: str, width: int) -> list[str]:
        return text_lines(text, self._headline_font, width, _HEADLINE_LINES)


def _title(index: _Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole))


def _square_of(picture: QPixmap) -> QRectF:
    """Return the middle square of a picture."""
    side = min(picture.width(), picture.height())
    return QRectF((picture.width() - side) / 2, (picture.height() - side) / 2, side, side)


def _paint_flag(painter: QPainter, centre: QPointF, tokens: Tokens) -> None:
    """Draw the mark of a missing credit: a sign as well as a colour."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.bad))
    painter.drawEllipse(centre, 8, 8)
    painter.setFont(interface_font(11, QFont.Weight.Bold))
    painter.setPen(QColor(tokens.on_bad))
    box = QRectF(centre.x() - 8, centre.y() - 8, 16, 16)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "!")
