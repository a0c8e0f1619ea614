"""How many letters a field has and how many it may have."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsdesk.ui.theme.current import current_tokens
from newsdesk.ui.theme.fonts import interface_font
from newsdesk.ui.theme.tokens import SIZES

NEAR = 0.9
"""From this part of the limit on, the count is amber."""


class LetterCount(QWidget):
    """Shows ``78 / 110``, amber near the limit and red over it."""

    def __init__(self, limit: int, parent: QWidget | None = None, *, only_near: bool = False) -> None:
        """Count up to ``limit``; with ``only_near`` nothing shows until the limit is near."""
        super().__init__(parent)
        self._limit, self._only_near = limit, only_near
        self._count = 0
        self.setFont(interface_font(SIZES.text_tiny, 500, tabular=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def count(self, text: str) -> None:
        """Count the letters of a text."""
        self._count = len(text)
        self.setAccessibleName(self.tr("{count} of {limit} characters").format(count=self._count, limit=self._limit))
        self.update()

    def tone(self) -> str:
        """Return the name of the colour that the count has now."""
        if self._count > self._limit:
            return "bad"
        return "warn" if self._count >= NEAR * self._limit else "faint"

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance("000 / 000"), metrics.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._only_near and self.tone() == "faint":
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(getattr(current_tokens(), self.tone())))
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), int(align), f"{self._count} / {self._limit}")
