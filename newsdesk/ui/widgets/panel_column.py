"""The shape of a side panel: one column that scrolls, on the ground of the side."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

_SIDE, _TOP, _LEAST_RIGHT = 16, 14, 4


class PanelColumn(QScrollArea):
    """``body`` holds the panel's widgets, ``column`` lays them out from the top."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.body = QWidget(self)
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(_SIDE, _TOP, _SIDE, _SIDE)
        self.setWidget(self.body)
        # A scroll area lets its widget fill itself with the window's ground; the side's own shows through instead.
        self.body.setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The scroll bar takes its room from the margin, so that nothing moves when it comes and goes.
        bar = self.width() - self.viewport().width()
        self.column.setContentsMargins(_SIDE, _TOP, max(_LEAST_RIGHT, _SIDE - bar), _SIDE)

    def heading(self, text: str, *, first: bool = False) -> QLabel:
        """Return a section heading; every one but the first stands off from what is above it."""
        label = QLabel(text, self.body)
        label.setProperty("role", "section")
        label.setProperty("place", "first" if first else "later")
        label.setIndent(0)
        return label
