"""Labels with their values, one under the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from newsdesk.ui.widgets.layouts import clear_layout

_LABEL_WIDTH = 96


class FactRows(QWidget):
    """Two columns of words that can be selected and copied."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)

    def show_rows(self, rows: Sequence[tuple[str, str]], otherwise: str) -> None:
        """Show label and value of each row; ``otherwise`` stands where there is none."""
        if tuple(rows) == self._shown:
            return
        self._shown = tuple(rows)
        clear_layout(self._grid)
        for number, (label, value) in enumerate(rows):
            self._grid.addWidget(self._cell(label, "hint"), number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._cell(value, "value"), number, 1)
        if not rows:
            self._grid.addWidget(self._cell(otherwise, "hint"), 0, 0, 1, 2)

    def _cell(self, words: str, role: str) -> QLabel:
        cell = QLabel(words, self)
        cell.setProperty("role", role)
        cell.setWordWrap(True)
        cell.setTextFormat(Qt.TextFormat.PlainText)
        if role == "value":
            cell.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return cell
