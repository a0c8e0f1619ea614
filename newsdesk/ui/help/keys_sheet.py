"""F1: every command with its keys, over the page; Escape closes it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_COLUMNS = 2


class KeysSheet(QFrame):
    """A sheet with two columns of commands; it asks for nothing and stops nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("role", "sheet")
        self.setAccessibleName(self.tr("Keys"))
        title, close = QLabel(self.tr("Keys"), self), QPushButton(self.tr("Close"), self)
        title.setProperty("role", "title")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(14)
        layout.addWidget(title)
        layout.addLayout(self._grid)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._close = close
        close.clicked.connect(self.hide)
        self.hide()

    def show_keys(self, actions: Sequence[QAction]) -> None:
        """Show the commands that have keys, and come to the front."""
        if not self._grid.count():
            self._fill([action for action in actions if not action.shortcut().isEmpty()])
        self.adjustSize()
        self.move(max(0, (self._over.width() - self.width()) // 2), 24)
        self.show()
        self.raise_()
        self._close.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _fill(self, actions: Sequence[QAction]) -> None:
        rows = -(-len(actions) // _COLUMNS)
        for position, action in enumerate(actions):
            row, column = position % rows, 2 * (position // rows)
            words = QLabel(action.text().replace("&", "").rstrip("…"), self)
            keys = QLabel(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), self)
            keys.setProperty("role", "kbd")
            self._grid.addWidget(words, row, column)
            self._grid.addWidget(keys, row, column + 1, Qt.AlignmentFlag.AlignRight)
            self._grid.setColumnMinimumWidth(column, 220)
