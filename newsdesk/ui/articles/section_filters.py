"""The chips above the list: all, each section in use, stories without a photo."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QScrollArea, QWidget


class SectionFilters(QScrollArea):
    """One row of chips that scrolls sideways where it is too long; one section at a time."""

    section_chosen = Signal(str)
    without_photo_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFixedHeight(26)
        self._sections: tuple[str, ...] = ()
        self._group = QButtonGroup(self)
        self._row = QWidget(self)
        self._row.setObjectName("chipRow")
        self._layout = QHBoxLayout(self._row)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self.setWidget(self._row)
        self._all = self._chip(self.tr("All"), "")
        self._all.setChecked(True)
        self._no_photo = QPushButton(self.tr("No photo"), self._row)
        self._no_photo.setProperty("kind", "chip")
        self._no_photo.setCheckable(True)
        self._no_photo.toggled.connect(self.without_photo_toggled)
        self._layout.addWidget(self._no_photo)
        self._layout.addStretch(1)
        self._group.buttonToggled.connect(self._on_toggled)

    def set_sections(self, sections: Sequence[str]) -> None:
        """Show a chip for each section, under the last part of its name."""
        if tuple(sections) == self._sections:
            return
        self._sections = tuple(sections)
        chosen = self._group.checkedButton()
        kept = chosen.property("section") if chosen else ""
        for button in self._group.buttons():
            if button is not self._all:
                self._group.removeButton(button)
                button.deleteLater()
        self._all.setChecked(True)
        for section in self._sections:
            chip = self._chip(section.rpartition(" / ")[2] or section, section)
            chip.setToolTip(section)
            chip.setChecked(section == kept)

    def _chip(self, text: str, section: str) -> QPushButton:
        chip = QPushButton(text, self._row)
        chip.setProperty("kind", "chip")
        chip.setProperty("section", section)
        chip.setCheckable(True)
        self._group.addButton(chip)
        self._layout.insertWidget(len(self._group.buttons()) - 1, chip)
        return chip

    def _on_toggled(self, button: QPushButton, checked: bool) -> None:
        if checked:
            self.section_chosen.emit(button.property("section"))
