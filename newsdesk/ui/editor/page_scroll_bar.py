"""A scroll bar whose page begins above the text: the head of a story scrolls together with its body."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QScrollBar, QWidget


class PageScrollBar(QScrollBar):
    """Begins at minus the head's height.

    A margin in the document would make room as well, but every change of it would be a step of
    undo and a new layout of the whole text; here the document knows nothing of the head.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._head = 0

    def head_height(self) -> int:
        """Return the height of the head, in pixels."""
        return self._head

    def set_head_height(self, height: int) -> None:
        """Make room for a head of that height; what is in view stays in view."""
        at_top = self.value() == self.minimum()
        self._head = height
        self.setMinimum(-height)
        if at_top:
            self.setValue(-height)

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:  # noqa: N802
        # QTextEdit sets the range from 0 whenever the text grows. This runs before the value is
        # brought into the new range, so that nothing jumps.
        if change == QAbstractSlider.SliderChange.SliderRangeChange and self.minimum() != -self._head:
            self.setMinimum(-self._head)
        super().sliderChange(change)
