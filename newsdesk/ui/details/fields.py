"""The controls of the Details panel: a label, a field, and a change told once it is meant."""

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from newsdesk.ui.details.moment_text import NotAMomentError, read_moment, write_moment
from newsdesk.ui.theme import mark
from newsdesk.ui.widgets.calm_combo import CalmComboBox
from newsdesk.ui.widgets.told_text import ToldLine

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
        self._aside, self._hint = QLabel(self), QLabel(self)
        self._aside.setProperty("role", "count")
        self._hint.setProperty("role", "count")
        self._hint.setProperty("tone", "bad")
        self._hint.setWordWrap(True)
        self._hint.hide()
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
        layout.addWidget(self._hint)
        # Beside a field with a hint under it, the other one stays at the top.
        layout.addStretch(1)

    def show_aside(self, text: str, tone: str = "") -> None:
        """Show a counter or a zone beside the label."""
        self._aside.setText(text)
        mark(self._aside, tone=tone)

    def show_hint(self, text: str) -> None:
        """Say under the field what is wrong with it; an empty text takes that back."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        mark(self.control, tone="bad" if text else "")

    def tell(self) -> None:
        """Tell what is still being typed."""


class TextField(Field):
    """A line of text; told 250 ms after the last key, or when it is left."""

    def __init__(self, name: str, label: str, parent: QWidget, *, limits: tuple[int, int] | None = None) -> None:
        self._line = ToldLine(rest_ms=_REST_MS)
        super().__init__(name, label, self._line, parent)
        self._limits = limits
        self._line.told.connect(self._on_told)
        self._line.textChanged.connect(self._count)

    def show_value(self, value: str, placeholder: str = "", *, anew: bool = False) -> None:
        """Show a value, unless it is being typed over; of another story (``anew``) in any case."""
        self._line.setPlaceholderText(placeholder)
        self._line.show_value(value, anew=anew)

    def tell(self) -> None:
        self._line.tell()

    def _on_told(self, value: str) -> None:
        self.edited.emit(self.name, value)

    def _count(self, text: str) -> None:
        if self._limits is not None:
            wanted, most = self._limits
            tone = "bad" if len(text) > most else "warn" if len(text) > wanted else ""
            self.show_aside(f"{len(text)}/{wanted}" if text else "", tone)


class ChoiceField(Field):
    """A choice among values with words for each; an editable one takes new values too."""

    def __init__(self, name: str, label: str, parent: QWidget, *, editable: bool = False) -> None:
        self._box = CalmComboBox()
        super().__init__(name, label, self._box, parent)
        self._box.setEditable(editable)
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._editable = editable
        self._offered: tuple[tuple[object, str], ...] = ()
        self._told: object = None
        self._box.activated.connect(self.tell)
        line = self._box.lineEdit()
        if line is not None:
            line.setAccessibleName(label)
            line.editingFinished.connect(self.tell)

    def offer(self, values: Sequence[tuple[object, str]]) -> None:
        """Offer values, each with its words; what is chosen or being typed stays."""
        if tuple(values) == self._offered:
            return
        self._offered = tuple(values)
        written = self._box.currentText()
        self._box.blockSignals(True)
        self._box.clear()
        for value, words in values:
            self._box.addItem(words, value)
        if self._editable:
            self._box.setEditText(written)
        else:
            self._box.setCurrentIndex(self._box.findData(self._told))
        self._box.blockSignals(False)

    def show_value(self, value: object, *, anew: bool = False) -> None:
        """Show a value, unless another is being typed; of another story (``anew``) in any case."""
        line = self._box.lineEdit()
        typing = line is not None and line.isModified() and line.hasFocus()
        if not anew and (typing or value == self._told):
            return
        self._told = value
        position = self._box.findData(value)
        if self._editable:
            self._box.setEditText(self._box.itemText(position) if position >= 0 else str(value))
        else:
            self._box.setCurrentIndex(position)
            self._box.setPlaceholderText(str(value) if position < 0 else "")

    def tell(self) -> None:
        text = self._box.currentText().strip()
        position = self._box.findText(text) if self._editable else self._box.currentIndex()
        if position < 0 and not self._editable:
            return
        value = self._offered[position][0] if position >= 0 else text
        if value != self._told:
            self._told = value
            self.edited.emit(self.name, value)


class MomentField(Field):
    """A day and a clock as typed; what can't be read is said under the field and not told."""

    def __init__(self, name: str, label: str, parent: QWidget) -> None:
        self._line = QLineEdit()
        super().__init__(name, label, self._line, parent)
        self._line.setPlaceholderText(self.tr("none"))
        self._line.setToolTip(self.tr("21.11.23 16:34, 21 Nov 2023 16:34, tomorrow 6:30, now"))
        self._zone = ZoneInfo("UTC")
        self._told: dt.datetime | None = None
        self._line.editingFinished.connect(self.tell)

    def show_value(self, value: dt.datetime | None, zone: ZoneInfo, *, anew: bool = False) -> None:
        """Show a moment in a zone, unless another is being typed; of another story (``anew``) in any case."""
        self._zone = zone
        self._say_zone()
        if self._line.isModified() and not anew:
            return
        self._told = value
        shown = write_moment(value, zone)
        self.show_hint("")
        if self._line.text() != shown:
            self._line.setText(shown)

    def tell(self) -> None:
        if not self._line.isModified():
            return
        try:
            value = read_moment(self._line.text(), self._zone, dt.datetime.now(dt.UTC))
        except NotAMomentError:
            self.show_hint(self.tr("Not understood. Write it as 21.11.23 16:34, or now."))
            return
        self.show_hint("")
        shown = write_moment(value, self._zone)
        self._line.setText(shown)
        if shown != write_moment(self._told, self._zone):
            self._told = value
            self.edited.emit(self.name, value)

    def _say_zone(self) -> None:
        self.show_aside(self._zone.key.rpartition("/")[2].replace("_", " "))
