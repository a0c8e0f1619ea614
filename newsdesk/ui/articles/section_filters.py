"""The chips above the list: all, each section in use, stories without a photo."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QPushButton, QScrollArea, QWidget

from newsdesk.ui.theme import current_tokens

_HEIGHT, _FADE = 26, 28


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
        self.setFixedHeight(_HEIGHT)
        self._sections: tuple[str, ...] = ()
        self._chosen = ""
        self._group = QButtonGroup(self)
        self._row = QWidget(self)
        self._row.setObjectName("chipRow")
        self._layout = QHBoxLayout(self._row)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self.setWidget(self._row)
        self._fade = _Fade(self)
        self._all = self._chip(self.tr("All"), "")
        self._all.setChecked(True)
        self._no_photo = QPushButton(self.tr("No photo"), self._row)
        self._no_photo.setProperty("kind", "chip")
        self._no_photo.setCheckable(True)
        self._no_photo.setToolTip(self.tr("Only stories without a photo"))
        self._no_photo.toggled.connect(self.without_photo_toggled)
        self._no_photo.installEventFilter(self)
        self._layout.addWidget(self._no_photo)
        self._layout.addStretch(1)
        self._group.buttonToggled.connect(self._on_toggled)
        bar = self.horizontalScrollBar()
        bar.valueChanged.connect(self._show_fade)
        bar.rangeChanged.connect(self._show_fade)

    def set_sections(self, sections: Sequence[str]) -> None:
        """Show a chip for each section, under the last part of its name; a chosen section that is gone gives way."""
        if tuple(sections) == self._sections:
            return
        self._sections = tuple(sections)
        self._group.blockSignals(True)
        for button in self._group.buttons():
            if button is not self._all:
                self._group.removeButton(button)
                button.hide()
                button.deleteLater()
        self._all.setChecked(True)
        for section in self._sections:
            chip = self._chip(section.rpartition(" / ")[2] or section, section)
            chip.setToolTip(section)
            chip.setChecked(section == self._chosen)
        self._group.blockSignals(False)
        if self._chosen not in ("", *self._sections):
            self._chosen = ""
            self.section_chosen.emit("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QAbstractButton):
            self.ensureWidgetVisible(watched, _FADE, 0)
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().x() or event.angleDelta().y()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - turned // 2)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fade.setGeometry(self.width() - _FADE, 0, _FADE, self.height())
        self._show_fade()

    def _chip(self, text: str, section: str) -> QPushButton:
        chip = QPushButton(text, self._row)
        chip.setProperty("kind", "chip")
        chip.setProperty("section", section)
        chip.setCheckable(True)
        chip.installEventFilter(self)
        self._group.addButton(chip)
        self._layout.insertWidget(len(self._group.buttons()) - 1, chip)
        return chip

    def _show_fade(self) -> None:
        bar = self.horizontalScrollBar()
        self._fade.setVisible(bar.value() < bar.maximum())
        self._fade.raise_()

    def _on_toggled(self, button: QPushButton, checked: bool) -> None:
        if checked and button.property("section") != self._chosen:
            self._chosen = button.property("section")
            self.section_chosen.emit(self._chosen)


class _Fade(QWidget):
    """Lets the row run out into the paper where more chips follow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        paper = QColor(current_tokens().paper)
        clear = QColor(paper)
        clear.setAlpha(0)
        run = QLinearGradient(0, 0, self.width(), 0)
        run.setColorAt(0, clear)
        run.setColorAt(1, paper)
        QPainter(self).fillRect(self.rect(), run)
