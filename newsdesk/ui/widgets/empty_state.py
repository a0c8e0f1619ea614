"""What stands where nothing is yet: what this place is for and how to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class EmptyState(QWidget):
    """Two lines and perhaps a button, in the middle of an empty place."""

    requested = Signal()

    def __init__(self, title: str, words: str, parent: QWidget | None = None, button: str = "") -> None:
        super().__init__(parent)
        self._title, self._words = QLabel(self), QLabel(self)
        self._button = QPushButton(self)
        self._title.setProperty("role", "title")
        self._words.setProperty("role", "hint")
        for label in (self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(6)
        layout.addStretch(2)
        layout.addWidget(self._title)
        layout.addWidget(self._words)
        layout.addSpacing(8)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(3)
        self._button.clicked.connect(self.requested)
        self.show_as(title, words, button)

    def show_as(self, title: str, words: str, button: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._words.setText(words)
        self._button.setText(button)
        self._button.setVisible(bool(button))
