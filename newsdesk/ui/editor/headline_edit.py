"""The headline, written in the place and in the type in which it will be read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.article import HEADLINE_LIMIT
from newsdesk.ui.editor.growing_edit import GrowingEdit
from newsdesk.ui.editor.letter_count import LetterCount
from newsdesk.ui.theme.fonts import text_font
from newsdesk.ui.theme.tokens import SIZES


class HeadlineEdit(QWidget):
    """A growing serif field with its count of letters beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        font = text_font(SIZES.headline, 600)
        font.setLetterSpacing(font.SpacingType.PercentageSpacing, 99)
        self.field = GrowingEdit(font, 1.2, self)
        self.field.setPlaceholderText(self.tr("Headline"))
        self.field.setAccessibleName(self.tr("Headline"))
        self.field.setObjectName("headline")
        self.counter = LetterCount(HEADLINE_LIMIT, self)
        column = QVBoxLayout()
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.counter)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column)
        self.field.changed.connect(self.counter.count)
        self.counter.count("")
