"""A place that says that files can be dropped: a dashed outline around words."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from newsdesk.ui.theme import SIZES, current_tokens


class DropZone(QFrame):
    """Drawn here because the style sheet's dashes come out as dots at one pixel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ready = False

    def set_ready(self, ready: bool) -> None:
        """Light up while files hang over it."""
        if ready != self._ready:
            self._ready = ready
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tokens.accent if self._ready else tokens.edge), 1.2)
        pen.setDashPattern([4, 3])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        if self._ready:
            painter.setBrush(QColor(tokens.accent_soft))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, SIZES.radius_card, SIZES.radius_card)
