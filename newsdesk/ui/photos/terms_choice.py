"""On what terms a photo came that no agency stands behind."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from newsdesk.domain.rights import RightsCategory
from newsdesk.ui.widgets.calm_combo import CalmComboBox


class TermsChoice(QWidget):
    """A label and a choice; nothing is chosen until somebody does."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._box = CalmComboBox(self)
        for category, words in (
            (RightsCategory.UNKNOWN, self.tr("Choose…")),
            (RightsCategory.STAFF, self.tr("Our own photographer")),
            (RightsCategory.CONTRACT, self.tr("On contract")),
            (RightsCategory.HANDOUT, self.tr("Handout, free for the press")),
            (RightsCategory.CREATIVE_COMMONS, self.tr("Creative Commons")),
            (RightsCategory.PUBLIC_DOMAIN, self.tr("Public domain")),
            (RightsCategory.ARCHIVE, self.tr("Our archive")),
        ):
            self._box.addItem(words, category)
        label = QLabel(self.tr("Terms, as no agency stands behind it"), self)
        label.setProperty("role", "field")
        label.setBuddy(self._box)
        self._box.setAccessibleName(self.tr("Terms"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label)
        layout.addWidget(self._box)
        self._box.activated.connect(self.chosen)

    def show_category(self, category: str) -> None:
        """Show the terms of a photo; those of an agency count as none chosen."""
        self._box.setCurrentIndex(max(0, self._box.findData(RightsCategory(category))))

    def category(self) -> str:
        """Return the chosen terms, empty where none are."""
        category = RightsCategory(self._box.currentData())
        return "" if category is RightsCategory.UNKNOWN else str(category)
