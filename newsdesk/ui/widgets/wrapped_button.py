"""A button whose words may take several lines: a way out of a finding, an offer that names a photo."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from newsdesk.ui.theme import current_tokens

_PADDING = {"offer": (12, 7)}
_LEAST_WIDTH, _LEAST_HEIGHT = 48, 20
_ONE_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class WrappedButton(QPushButton):
    """``kind`` is ``link`` or ``offer``; as narrow as its place, as high as its words need."""

    def __init__(self, parent: QWidget, text: str = "", *, kind: str = "link") -> None:
        super().__init__(text, parent)
        self._across, self._down = _PADDING.get(kind, (0, 1))
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Not Fixed, which would hold it at the height of a single line.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = max(_LEAST_WIDTH, width - 2 * self._across)
        if self._advance() <= room:
            return max(self.fontMetrics().height() + 2 * self._down, _LEAST_HEIGHT)
        words = self.fontMetrics().boundingRect(QRect(0, 0, room, 10_000), _WRAP, self.text())
        return max(words.height() + 2 * self._down, _LEAST_HEIGHT)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = self._advance() + 2 * self._across
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST_WIDTH, self.sizeHint().width()), _LEAST_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        font = self.font()
        font.setUnderline(self.property("kind") == "link" and self.underMouse())
        painter.setFont(font)
        tokens = current_tokens()
        painter.setPen(QColor(tokens.accent if self.isEnabled() else tokens.disabled))
        room = self.rect().adjusted(self._across, 0, -self._across, 0)
        painter.drawText(room, _ONE_LINE if self._advance() <= room.width() else _WRAP, self.text())

    def _advance(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text()) + 1
