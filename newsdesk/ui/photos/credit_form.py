"""Who a photo is owed to: photographer and agency, with the line that will print as one types."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from newsdesk.domain.credit import Agency
from newsdesk.ui.theme import mark


class CreditForm(QWidget):
    """Two fields and the line; Enter saves, Escape leaves it as it was."""

    line_wanted = Signal(str, str)
    confirmed = Signal(str, str)
    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._creator, self._agency, self._line = QLineEdit(self), QComboBox(self), QLabel(self)
        self._agency.setEditable(True)
        self._agency.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._line.setWordWrap(True)
        self._line.setTextFormat(Qt.TextFormat.PlainText)
        save, cancel = QPushButton(self.tr("Save credit"), self), QPushButton(self.tr("Cancel"), self)
        save.setProperty("kind", "primary")
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for column, (text, field) in enumerate(
            ((self.tr("Photographer"), self._creator), (self.tr("Agency"), self._agency))
        ):
            label = QLabel(text, self)
            label.setProperty("role", "field")
            label.setBuddy(field)
            field.setAccessibleName(text)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(grid)
        layout.addWidget(self._line)
        layout.addLayout(foot)
        self._creator.textEdited.connect(self._on_edited)
        self._agency.editTextChanged.connect(self._on_edited)
        save.clicked.connect(self.confirm)
        cancel.clicked.connect(self.dismissed)
        self.show_line("")

    def open(self, creator: str, agency: str, agencies: Sequence[Agency]) -> None:
        """Show a credit to change; known agencies are offered by code."""
        self._agency.blockSignals(True)
        self._agency.clear()
        self._agency.addItems([known.code for known in agencies])
        for position, known in enumerate(agencies):
            self._agency.setItemData(position, known.name, Qt.ItemDataRole.ToolTipRole)
        self._agency.setCurrentText(agency)
        self._agency.blockSignals(False)
        self._creator.setText(creator)
        self.show()
        self._creator.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_edited()

    def show_line(self, line: str) -> None:
        """Show the line as it will print."""
        if line:
            self._line.setText(self.tr("Prints as {line}").format(line=line))
        else:
            self._line.setText(self.tr("Name the photographer, the agency, or both."))
        mark(self._line, role="strong" if line else "hint", tone="good" if line else "")

    def confirm(self) -> None:
        """Take what is written, where anything is."""
        creator, agency = self._written()
        if creator or agency:
            self.confirmed.emit(creator, agency)
        else:
            self._creator.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm()
        elif event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def _written(self) -> tuple[str, str]:
        return self._creator.text().strip(), self._agency.currentText().strip()

    def _on_edited(self) -> None:
        self.line_wanted.emit(*self._written())
