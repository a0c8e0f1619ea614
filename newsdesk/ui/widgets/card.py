"""A sheet of paper on the panel: rounded, with a thin line around it and perhaps a coloured left edge."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from newsdesk.ui.theme import SIZES, current_tokens

_EDGE = 3
_TONES = {"good": "good", "warn": "warn_line", "bad": "bad_line", "note": "faint"}


class Card(QFrame):
    """Holds what belongs together; ``tone`` is good, warn, bad, note, or empty for no coloured edge.

    Drawn here because the style sheet's rounded borders are ragged where two colours meet.
    """

    def __init__(self, parent: QWidget, tone: str = "") -> None:
        super().__init__(parent)
        self._tone = tone

    @property
    def tone(self) -> str:
        """What the left edge says."""
        return self._tone

    def set_tone(self, tone: str) -> None:
        """Colour the left edge otherwise."""
        if tone != self._tone:
            self._tone = tone
            self.update()

    def ground(self) -> str:
        """Return the token of the card's ground."""
        return "paper"

    def outline(self) -> tuple[str, float]:
        """Return the token of the line around the card and its width in pixels."""
        return "line", 1.0

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        colour, width = self.outline()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = width / 2
        shape = QPainterPath()
        shape.addRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), SIZES.radius_card, SIZES.radius_card
        )
        painter.fillPath(shape, QColor(getattr(tokens, self.ground())))
        painter.strokePath(shape, QPen(QColor(getattr(tokens, colour)), width))
        if self._tone:
            whole, edge = QPainterPath(), QPainterPath()
            whole.addRoundedRect(QRectF(self.rect()), SIZES.radius_card, SIZES.radius_card)
            edge.addRect(QRectF(0, 0, _EDGE, self.height()))
            painter.fillPath(whole.intersected(edge), QColor(getattr(tokens, _TONES[self._tone])))
