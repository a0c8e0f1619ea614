"""The standfirst, under the headline."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsdesk.domain.article import STANDFIRST_LIMIT
from newsdesk.ui.editor.growing_edit import GrowingEdit
from newsdesk.ui.editor.letter_count import LetterCount
from newsdesk.ui.theme.fonts import text_font
from newsdesk.ui.theme.tokens import SIZES


class StandfirstEdit(QWidget):
    """A growing serif field; its count of letters shows when the limit is near."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = GrowingEdit(text_font(SIZES.standfirst), 1.45, self)
        self.field.setPlaceholderText(self.tr("Add a standfirst"))
        self.field.setAccessibleName(self.tr("Standfirst"))
        self.field.setObjectName("standfirst")
        self.counter = LetterCount(STANDFIRST_LIMIT, self, only_near=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.counter, 0, Qt.AlignmentFlag.AlignTop)
        self.field.changed.connect(self.counter.count)
