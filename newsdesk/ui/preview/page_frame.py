"""The frame around the page: a thin line and round corners above, as of a screen that runs out below."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from newsdesk.ui.theme import current_tokens

RADIUS = 14


class PageFrame(QFrame):
    """Holds one widget; its corners are painted over, because a web view has none of its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._inner = QVBoxLayout(self)
        self._inner.setContentsMargins(1, 1, 1, 0)
        self._rim = _Rim(self)

    def hold(self, widget: QWidget) -> None:
        """Put a widget into the frame."""
        self._inner.addWidget(widget)
        self._rim.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rim.setGeometry(self.rect())


class _Rim(QWidget):
    """The line, and the ground of the panel outside the round corners."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Taller than the frame: only the upper corners are round.
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, RADIUS + 1)
        screen, outside = QPainterPath(), QPainterPath()
        screen.addRoundedRect(box, RADIUS, RADIUS)
        outside.addRect(QRectF(self.rect()))
        painter.fillPath(outside.subtracted(screen), QColor(tokens.panel))
        painter.strokePath(screen, QPen(QColor(tokens.line), 1))
