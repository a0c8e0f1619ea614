"""The line above the headline: slugline, section, dateline, source."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsdesk.ui.theme.current import current_tokens
from newsdesk.ui.theme.fonts import interface_font
from newsdesk.ui.theme.tokens import SIZES


class KickerLine(QWidget):
    """Shows a few facts on one quiet line, cut off at its end where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setFont(interface_font(SIZES.text_small))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_facts(self, facts: Sequence[str]) -> None:
        """Show the facts that are filled in."""
        filled = [fact for fact in facts if fact]
        self._words = "   ·   ".join(filled)
        self.setAccessibleName(", ".join(filled))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, QFontMetrics(self.font()).height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(current_tokens().muted))
        words = QFontMetrics(self.font()).elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
