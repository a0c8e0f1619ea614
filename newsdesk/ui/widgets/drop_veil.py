"""A veil over a page while files hang over it, with words on what a drop does."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from newsdesk.ui.theme import SIZES, current_tokens, interface_font

_INSET = 12
_VEIL_ALPHA = 235


class DropVeil(QWidget):
    """Covers its parent while it is shown; the mouse passes through it."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._covered = words, parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._cover()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._cover()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        ground = QColor(tokens.accent_soft)
        ground.setAlpha(_VEIL_ALPHA)
        pen = QPen(QColor(tokens.accent), 1.5)
        pen.setDashPattern([5, 4])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(ground)
        box = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.drawRoundedRect(box, SIZES.radius_sheet, SIZES.radius_sheet)
        painter.setFont(interface_font(SIZES.text_title, 600))
        painter.setPen(QColor(tokens.accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words)

    def _cover(self) -> None:
        self.setGeometry(self._covered.rect())
        self.raise_()
