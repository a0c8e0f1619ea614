"""The Preview panel: the page on a phone or a desktop, live."""

import logging

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

_LOG = logging.getLogger(__name__)
_IDLE_MS = 500
_PHONE_PX, _DESKTOP_PX = 390, 1160
_MARGIN = 16


class PreviewPanel(QWidget):
    """Makes its web view when it is first looked at; where none can be, a plain text view stands in."""

    resource_wanted = Signal(int, str)
    looked_at = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Preview"))
        self._devices = QButtonGroup(self)
        row = QHBoxLayout()
        row.setContentsMargins(_MARGIN, 9, _MARGIN, 9)
        row.setSpacing(6)
        for text, width in ((self.tr("Phone"), _PHONE_PX), (self.tr("Desktop"), _DESKTOP_PX)):
            chip = QPushButton(text, self)
            chip.setProperty("kind", "chip")
            chip.setProperty("page_px", width)
            chip.setCheckable(True)
            self._devices.addButton(chip)
            row.addWidget(chip)
        self._devices.buttons()[0].setChecked(True)
        row.addStretch(1)
        self._frame = QFrame(self)
        self._frame.setObjectName("previewFrame")
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(1, 1, 1, 0)
        self._hint = QLabel(self.tr("The page will stand here as readers see it."), self._frame)
        self._hint.setProperty("role", "hint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        middle = QHBoxLayout()
        middle.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        middle.addWidget(self._frame)
        layout.addLayout(middle, 1)
        self._view: QWidget | None = None
        self._html = ""
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self._make_view)
        self._devices.buttonToggled.connect(self._on_device_toggled)

    def show_page(self, html: str) -> None:
        """Show a page of the exporter."""
        self._html = html
        if self._view is not None:
            self._give(html)
        elif self.isVisible() and not self._idle.isActive():
            self._idle.start()

    def clear(self) -> None:
        """Show nothing: no story is open."""
        self._html = ""

    def answer(self, ticket: int, content: bytes | None, media_type: str) -> None:
        """Give a stylesheet or a picture that was wanted."""
        if self._view is not None and not isinstance(self._view, QTextBrowser):
            self._view.answer(ticket, content, media_type)  # type: ignore[attr-defined]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.looked_at.emit(True)
        if self._html and self._view is None:
            self._idle.start()

    def hideEvent(self, event: QEvent) -> None:
        self.looked_at.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _make_view(self) -> None:
        if self._view is not None or not self._html:
            return
        self._view = self._web_view() or QTextBrowser(self._frame)
        layout = self._frame.layout()
        assert layout is not None
        self._hint.hide()
        layout.addWidget(self._view)
        self._fit()
        self._give(self._html)

    def _web_view(self) -> QWidget | None:
        """Return the web view; None where Chromium's libraries are missing."""
        try:
            # Imported here: it costs 240 MB, which nobody pays who never looks.
            from newsdesk.ui.preview.web_preview import WebPreview
        except ImportError as problem:
            _LOG.warning("The preview has no web view: %s", problem)
            return None
        view = WebPreview(self._frame)
        view.resource_wanted.connect(self.resource_wanted)
        return view

    def _give(self, html: str) -> None:
        if isinstance(self._view, QTextBrowser):
            place = self._view.verticalScrollBar().value()
            self._view.setHtml(html)
            self._view.verticalScrollBar().setValue(place)
        elif self._view is not None:
            self._view.show_page(html)  # type: ignore[attr-defined]

    def _fit(self) -> None:
        """Zoom so that the page is laid out at the device's width, however wide the panel is."""
        if self._view is None or isinstance(self._view, QTextBrowser):
            return
        chip = self._devices.checkedButton()
        wanted = int(chip.property("page_px")) if chip is not None else _PHONE_PX
        factor = max(0.25, min(1.0, (self._frame.width() - 2) / wanted))
        self._view.setZoomFactor(factor)  # type: ignore[attr-defined]

    def _on_device_toggled(self, button: QPushButton, checked: bool) -> None:
        if checked:
            self._fit()
