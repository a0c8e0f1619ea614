"""Draws a row of the running order: handle, number, headline, summary, facts, state, and what stops it."""

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsdesk.domain.workflow import State
from newsdesk.ui.theme import Tokens, current_tokens, interface_font, pixmap, state_colours, text_font
from newsdesk.ui.widgets.state_words import state_word
from newsdesk.ui.widgets.text_lines import text_lines

_TOP, _LINE, _NUMBER, _RIGHT, _CHIP_GAP = 10, 20, 58, 12, 12
_HEADLINES = 2
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row holds beside its headline."""

    ARTICLE = Qt.ItemDataRole.UserRole + 1
    SUMMARY = Qt.ItemDataRole.UserRole + 2
    FACTS = Qt.ItemDataRole.UserRole + 3
    STATE = Qt.ItemDataRole.UserRole + 4
    STOP = Qt.ItemDataRole.UserRole + 5


class OrderDelegate(QStyledItemDelegate):
    """A row is as high as what it has to say."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._headline, self._facts = interface_font(14, QFont.Weight.DemiBold), interface_font(12)
        self._summary, self._chip = text_font(14), interface_font(11, QFont.Weight.DemiBold)
        self.movable = True

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        room = _viewport_width(option) - _NUMBER - _RIGHT
        return QSize(200, 2 * _TOP + _LINE * len(self._lines(index, current_tokens(), room)) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = current_tokens()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.hover))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), QColor(tokens.line))
        if index.data(Role.STOP):
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height() - 1), QColor(tokens.bad_line))
        self._paint_number(painter, rect, index, tokens)
        self._paint_state(painter, rect, index, tokens)
        top, left = rect.y() + _TOP, rect.x() + _NUMBER
        room = rect.width() - _NUMBER - _RIGHT
        for font, colour, text in self._lines(index, tokens, room):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(left, top, room, _LINE), _LEFT, shown)
            top += _LINE
        painter.restore()

    def _lines(self, index: _Index, tokens: Tokens, room: int) -> list[tuple[QFont, str, str]]:
        headline = str(index.data(Qt.ItemDataRole.DisplayRole))
        beside = room - self._chip_width(index)
        lines = (
            *((self._headline, tokens.ink, line) for line in text_lines(headline, self._headline, beside, _HEADLINES)),
            (self._summary, tokens.soft, str(index.data(Role.SUMMARY) or "")),
            (self._facts, tokens.muted, str(index.data(Role.FACTS) or "")),
            (self._facts, tokens.bad, str(index.data(Role.STOP) or "")),
        )
        return [line for line in lines if line[2]]

    def _paint_number(self, painter: QPainter, rect: QRect, index: _Index, tokens: Tokens) -> None:
        if self.movable:
            grip = pixmap("grip-vertical", "faint", 14)
            painter.drawPixmap(QRectF(rect.x() + 9, rect.y() + _TOP + 3, 14, 14), grip, QRectF(grip.rect()))
        painter.setFont(self._headline)
        painter.setPen(QColor(tokens.ink))
        number = QRect(rect.x() + 24, rect.y() + _TOP, _NUMBER - 36, _LINE)
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.row() + 1))

    def _paint_state(self, painter: QPainter, rect: QRect, index: _Index, tokens: Tokens) -> None:
        state = index.data(Role.STATE)
        if not state:
            return
        word = state_word(State(state))
        ink, ground = state_colours(tokens, state)
        width = self._chip_width(index) - _CHIP_GAP
        chip = QRectF(rect.right() - _RIGHT - width, rect.y() + _TOP + 1, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(chip, 5, 5)
        painter.setFont(self._chip)
        painter.setPen(QColor(ink))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, word)

    def _chip_width(self, index: _Index) -> int:
        """Return the width that the state takes at the right, with the gap before it."""
        state = index.data(Role.STATE)
        return QFontMetrics(self._chip).horizontalAdvance(state_word(State(state))) + 14 + _CHIP_GAP if state else 0


def _viewport_width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
