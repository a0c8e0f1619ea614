"""When a window is painted, told from inside its process."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

_PAINTED = QEvent.Type(QEvent.registerEventType())
_HIGH = 1
"""Qt's ``HighEventPriority``: the name would load all of the ``Qt`` namespace, which a bare window can do without."""


class PaintWatch(QObject):
    """Notes when a widget was painted for the first time while ``ready`` held."""

    def __init__(self, widget: QWidget, ready: Callable[[], bool], told: Callable[[], object]) -> None:
        super().__init__(widget)
        self.painted_ns = 0
        self._ready, self._told = ready, told
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and self._ready():
            self._widget.removeEventFilter(self)
            # The event comes before its painting. What is sent now arrives when all of the window is
            # painted and handed to the screen.
            QCoreApplication.postEvent(self, QEvent(_PAINTED), _HIGH)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() != _PAINTED:
            return super().event(event)
        self.painted_ns = time.time_ns()
        self._told()
        return True
