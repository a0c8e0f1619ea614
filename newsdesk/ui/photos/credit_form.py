"""Who a photo is owed to: photographer and agency, with the line that will print as one types."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from newsdesk.domain.credit import Agency
from newsdesk.domain.photo import Photo
from newsdesk.ui.photos.terms_choice import TermsChoice
from newsdesk.ui.theme import mark
from newsdesk.ui.widgets.calm_combo import CalmComboBox

# Short enough to seem at once; long enough that answers come back in the order they were asked for.
_REST_MS = 60


class CreditForm(QWidget):
    """Two fields and the line; Enter saves, Escape leaves it as it was.

    Without an agency, whose terms would hold, a third field asks on what terms the photo came. A
    ``standing`` form is always open: its buttons show once something is changed. ``confirmed`` carries
    photographer, agency and terms (a ``RightsCategory``, empty where the agency's own hold).
    """

    line_wanted = Signal(str, str)
    confirmed = Signal(str, str, str)
    dismissed = Signal()

    def __init__(self, parent: QWidget, *, standing: bool = False) -> None:
        super().__init__(parent)
        self._standing = standing
        self._base = ("", "", "")
        self._offered: tuple[str, ...] = ()
        self._creator, self._agency, self._line = QLineEdit(self), CalmComboBox(self), QLabel(self)
        self._terms = TermsChoice(self)
        self._foot = QWidget(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._build()
        self._rest.timeout.connect(self._on_rested)
        self._creator.textEdited.connect(self._on_edited)
        self._agency.editTextChanged.connect(self._on_edited)
        self._terms.chosen.connect(self._on_edited)
        self.show_line("")

    def _build(self) -> None:
        self._agency.setEditable(True)
        self._agency.setInsertPolicy(CalmComboBox.InsertPolicy.NoInsert)
        self._creator.setPlaceholderText(self.tr("First and last name"))
        self._line.setWordWrap(True)
        self._line.setTextFormat(Qt.TextFormat.PlainText)
        self._line.setVisible(not self._standing)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        fields: tuple[tuple[str, QLineEdit | CalmComboBox], ...] = (
            (self.tr("Photographer"), self._creator),
            (self.tr("Agency"), self._agency),
        )
        for column, (text, field) in enumerate(fields):
            label = QLabel(text, self)
            label.setProperty("role", "field")
            label.setBuddy(field)
            field.setAccessibleName(text)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(grid)
        for widget in (self._terms, self._line, self._foot):
            layout.addWidget(widget)
        self._build_foot()

    def _build_foot(self) -> None:
        save, cancel = QPushButton(self.tr("Save credit"), self._foot), QPushButton(self.tr("Cancel"), self._foot)
        save.setProperty("kind", "primary")
        save.setToolTip(self.tr("Save the credit (Enter)"))
        cancel.setToolTip(self.tr("Leave the credit as it was (Escape)"))
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(save)
        self._foot.setVisible(not self._standing)
        save.clicked.connect(self.confirm)
        cancel.clicked.connect(self.dismissed)

    @property
    def is_changed(self) -> bool:
        """Whether something else is written than what was shown."""
        return self.written() != self._base

    def set_agencies(self, agencies: Sequence[Agency]) -> None:
        """Offer known agencies by code; another can be typed."""
        codes = tuple(known.code for known in agencies)
        if codes == self._offered:
            return
        self._offered = codes
        written = self._agency.currentText()
        self._agency.blockSignals(True)
        self._agency.clear()
        self._agency.addItems(list(codes))
        for position, known in enumerate(agencies):
            self._agency.setItemData(position, known.name, Qt.ItemDataRole.ToolTipRole)
        self._agency.setEditText(written)
        self._agency.blockSignals(False)

    def show_credit(self, photo: Photo) -> None:
        """Show a photo's credit to change, in place of whatever is written."""
        self._terms.show_category(photo.rights.category)
        credit = photo.credit
        self._base = (credit.creator.strip(), credit.agency.strip(), self._terms.category())
        self.write(credit.creator, credit.agency)
        if self._standing:
            self._rest.stop()

    def write(self, creator: str, agency: str, terms: str = "") -> None:
        """Write a credit into the fields, as if it were typed; empty terms leave those that are chosen."""
        self._agency.blockSignals(True)
        self._agency.setEditText(agency)
        self._agency.blockSignals(False)
        self._creator.setText(creator)
        if terms:
            self._terms.show_category(terms)
        self._on_edited()

    def written(self) -> tuple[str, str, str]:
        """Return the photographer, the agency and the terms that are written."""
        return self._creator.text().strip(), self._agency.currentText().strip(), self._terms.category()

    def focus(self) -> None:
        """Put the cursor into the photographer's name."""
        self._creator.setFocus(Qt.FocusReason.OtherFocusReason)
        self._creator.selectAll()

    def show_line(self, line: str) -> None:
        """Show the line as it will print."""
        if line:
            self._line.setText(self.tr("Prints as {line}").format(line=line))
        else:
            self._line.setText(self.tr("Name the photographer, the agency, or both."))
        mark(self._line, role="strong" if line else "hint", tone="good" if line else "")

    def confirm(self) -> None:
        """Take what is written, where anything is; a standing form takes only a change."""
        creator, agency, terms = self.written()
        if self._standing and not self.is_changed:
            self.dismissed.emit()
        elif creator or agency:
            self._base = (creator, agency, terms)
            self._on_edited()
            self.confirmed.emit(creator, agency, "" if agency else terms)
        else:
            self._creator.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            pressed = self.focusWidget()
            if isinstance(pressed, QPushButton):
                pressed.click()
            else:
                self.confirm()
        elif event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def _on_edited(self) -> None:
        creator, agency, _ = self.written()
        self._terms.setVisible(bool(creator) and not agency)
        if self._standing:
            self._foot.setVisible(self.is_changed)
        self._rest.start()

    def _on_rested(self) -> None:
        creator, agency, _ = self.written()
        self.line_wanted.emit(creator, agency)
