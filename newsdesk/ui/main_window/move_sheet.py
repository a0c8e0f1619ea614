"""A sheet over the page that asks for the words of a move; writing goes on beneath it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from newsdesk.ui.main_window.next_moves import NextMove
from newsdesk.ui.theme import mark
from newsdesk.ui.widgets.layouts import clear_layout

_WIDTH = 460


class MoveSheet(QFrame):
    """Asks what a move needs (a reason, what was wrong and right, a time) and gives it back as words."""

    confirmed = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("role", "sheet")
        self.setFixedWidth(_WIDTH)
        self._move: NextMove | None = None
        self._fields: dict[str, QLineEdit] = {}
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        self._form = QVBoxLayout()
        self._form.setSpacing(4)
        self._cancel, self._go = QPushButton(self.tr("Cancel"), self), QPushButton(self)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(10)
        layout.addWidget(self._title)
        layout.addLayout(self._form)
        layout.addLayout(foot)
        self._cancel.clicked.connect(self.hide)
        self._go.clicked.connect(self._on_go_clicked)
        self.hide()

    def ask(self, move: NextMove) -> None:
        """Show the sheet for a move."""
        self._move = move
        title = move.text.rstrip("…")
        self._title.setText(title)
        self._go.setText(title)
        mark(self._go, kind="danger" if move.grave else "primary")
        self._fields.clear()
        clear_layout(self._form)
        for name in move.needs:
            self._add_field(name)
        self.adjustSize()
        self.move(max(0, (self._over.width() - self.width()) // 2), 56)
        self.show()
        self.raise_()
        next(iter(self._fields.values())).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_go_clicked()
        else:
            super().keyPressEvent(event)

    def _add_field(self, name: str) -> None:
        labels = {
            "reason": self.tr("Reason"),
            "wrong": self.tr("What was wrong"),
            "right": self.tr("What is right"),
            "where": self.tr("Where"),
            "at": self.tr("When, such as 2026-11-21 16:34"),
        }
        label, field = QLabel(labels[name], self), QLineEdit(self)
        label.setProperty("role", "field")
        label.setBuddy(field)
        field.setAccessibleName(labels[name])
        self._form.addWidget(label)
        self._form.addWidget(field)
        self._fields[name] = field

    def _on_go_clicked(self) -> None:
        empty = next((field for field in self._fields.values() if not field.text().strip()), None)
        if empty is not None:
            empty.setFocus()
            return
        words = {name: field.text().strip() for name, field in self._fields.items()}
        self.hide()
        self.confirmed.emit(self._move, words)
