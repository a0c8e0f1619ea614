"""The controls of the Details panel: a label, a field, and a change told once it is meant."""

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from newsdesk.ui.details.moment_text import NotAMomentError, read_moment, write_moment
from newsdesk.ui.theme import mark

_REST_MS = 250


class Field(QWidget):
    """A named control; ``edited`` carries the Article's attribute and its new value."""

    edited = Signal(str, object)

    def __init__(self, name: str, label: str, control: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.control = control
        self._label = QLabel(label, self)
        self._label.setProperty("role", "field")
        self._label.setBuddy(control)
        self._aside = QLabel(self)
        self._aside.setProperty("role", "count")
        control.setParent(self)
        control.setAccessibleName(label)
        head = QHBoxLayout()
        head.addWidget(self._label)
        head.addStretch(1)
        head.addWidget(self._aside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(control)

    def show_aside(self, text: str, tone: str = "") -> None:
        """Show a counter, a zone or a hint beside the label."""
        self._aside.setText(text)
        mark(self._aside, tone=tone)


class TextField(Field):
    """A line of text; told 250 ms after the last key, or when it is left."""

    def __init__(self, name: str, label: str, parent: QWidget, *, limits: tuple[int, int] | None = None) -> None:
        self._line = QLineEdit()
        super().__init__(name, label, self._line, parent)
        self._limits = limits
        self._told = ""
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.tell)
        self._line.textEdited.connect(self._rest.start)
        self._line.textChanged.connect(self._count)
        self._line.editingFinished.connect(self.tell)

    def show_value(self, value: str, placeholder: str = "") -> None:
        """Show a value, unless it is being typed over."""
        self._line.setPlaceholderText(placeholder)
        if self._rest.isActive() or value == self._told:
            return
        self._told = value
        if self._line.text() != value:
            self._line.setText(value)

    def tell(self) -> None:
        """Tell the value where it differs from what was told before."""
        self._rest.stop()
        value = self._line.text().strip()
        if value != self._told:
            self._told = value
            self.edited.emit(self.name, value)

    def _count(self, text: str) -> None:
        if self._limits is None:
            return
        wanted, most = self._limits
        tone = "bad" if len(text) > most else "warn" if len(text) > wanted else ""
        self.show_aside(f"{len(text)}/{wanted}" if text else "", tone)


class ChoiceField(Field):
    """A choice among values with words for each; an editable one takes new values too."""

    def __init__(self, name: str, label: str, parent: QWidget, *, editable: bool = False) -> None:
        self._box = QComboBox()
        super().__init__(name, label, self._box, parent)
        self._box.setEditable(editable)
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._editable = editable
        self._told: object = None
        self._box.activated.connect(self._on_activated)
        line = self._box.lineEdit()
        if line is not None:
            line.setAccessibleName(label)
            line.editingFinished.connect(self._on_activated)

    def offer(self, values: Sequence[tuple[object, str]]) -> None:
        """Offer values, each with its words."""
        shown = self._box.currentText()
        self._box.blockSignals(True)
        self._box.clear()
        for value, words in values:
            self._box.addItem(words, value)
        if self._editable:
            self._box.setEditText(shown)
        self._box.blockSignals(False)

    def show_value(self, value: object) -> None:
        """Show a value."""
        self._told = value
        position = self._box.findData(value)
        if position >= 0:
            self._box.setCurrentIndex(position)
        elif self._editable:
            self._box.setEditText(str(value))

    def _on_activated(self) -> None:
        text = self._box.currentText().strip()
        position = self._box.findText(text)
        value = self._box.itemData(position) if position >= 0 else text
        if value != self._told and (self._editable or position >= 0):
            self._told = value
            self.edited.emit(self.name, value)


class MomentField(Field):
    """A day and a clock as typed; what can't be read is said beside the label and not told."""

    def __init__(self, name: str, label: str, parent: QWidget) -> None:
        self._line = QLineEdit()
        super().__init__(name, label, self._line, parent)
        self._line.setPlaceholderText(self.tr("none"))
        self._zone = ZoneInfo("UTC")
        self._told: dt.datetime | None = None
        self._line.editingFinished.connect(self._on_finished)

    def show_value(self, value: dt.datetime | None, zone: ZoneInfo) -> None:
        """Show a moment in a zone, unless another is being typed."""
        self._zone = zone
        if self._line.hasFocus() and self._line.isModified():
            return
        self._told = value
        self._line.setText(write_moment(value, zone))
        self._say_zone()

    def _on_finished(self) -> None:
        try:
            value = read_moment(self._line.text(), self._zone, dt.datetime.now(dt.UTC))
        except NotAMomentError:
            self.show_aside(self.tr("write 21.11.23 16:34"), "bad")
            return
        self._line.setModified(False)
        self._say_zone()
        shown = write_moment(value, self._zone)
        if shown != write_moment(self._told, self._zone):
            self._told = value
            self.edited.emit(self.name, value)
        self._line.setText(shown)

    def _say_zone(self) -> None:
        self.show_aside(self._zone.key.rpartition("/")[2].replace("_", " "))
