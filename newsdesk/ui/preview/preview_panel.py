"""The Preview panel: the page on a phone or a desktop, by day or by night, live."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from newsdesk.ui.preview.page_frame import PageFrame
from newsdesk.ui.preview.page_view import PageView
from newsdesk.ui.preview.plain_preview import PlainPreview

if TYPE_CHECKING:
    from newsdesk.ui.preview.web_preview import WebPreview

_LOG = logging.getLogger(__name__)
_IDLE_MS = 500
_PHONE_PX, _DESKTOP_PX = 390, 1160
_SIDE, _PHONE_SIDE = 16, 24


class PreviewPanel(QWidget):
    """Makes its web view when it is first looked at; where none can be, a plain text view stands in."""

    resource_wanted = Signal(int, str)
    looked_at = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Preview"))
        self._html = ""
        self._view: PageView | None = None
        self._shown_in: QWidget | None = None
        self._devices = QButtonGroup(self)
        self._phone = self._chip(self.tr("Phone"), self.tr("The page as wide as on a phone"))
        self._desktop = self._chip(self.tr("Desktop"), self.tr("The page as wide as on a desktop, made smaller to fit"))
        self._dark = self._chip(self.tr("Dark"), self.tr("The page as readers with a dark screen see it"))
        for chip in (self._phone, self._desktop):
            self._devices.addButton(chip)
        self._phone.setChecked(True)
        self._frame = PageFrame(self)
        self._hint = QLabel(self.tr("The page will stand here as readers see it."), self._frame)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._build()
        self._idle.timeout.connect(self._make_view)
        self._devices.buttonToggled.connect(self._fit)
        self._dark.toggled.connect(self._on_dark_toggled)

    def _build(self) -> None:
        self._hint.setProperty("role", "hint")
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._frame.hold(self._hint)
        row = QHBoxLayout()
        row.setContentsMargins(_SIDE, 9, _SIDE, 9)
        row.setSpacing(6)
        row.addWidget(self._phone)
        row.addWidget(self._desktop)
        row.addStretch(1)
        row.addWidget(self._dark)
        self._middle = QHBoxLayout()
        self._middle.setContentsMargins(_PHONE_SIDE, 0, _PHONE_SIDE, 0)
        self._middle.addWidget(self._frame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addLayout(self._middle, 1)

    def _chip(self, text: str, tip: str) -> QPushButton:
        chip = QPushButton(text, self)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.setToolTip(tip)
        return chip

    def show_page(self, html: str) -> None:
        """Show a page of the exporter."""
        self._html = html
        if self._view is not None:
            self._show_view(True)
            self._view.show_page(html)
        elif self.isVisible() and not self._idle.isActive():
            self._idle.start()

    def clear(self) -> None:
        """Show nothing: no story is open; the next page is shown from its top."""
        self._html = ""
        self._idle.stop()
        if self._view is not None:
            self._view.forget()
            self._show_view(False)

    def answer(self, ticket: int, content: bytes | None, media_type: str) -> None:
        """Give a stylesheet or a picture that was wanted."""
        if self._view is not None:
            self._view.answer(ticket, content, media_type)

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
        view = self._web_view() or PlainPreview(self._frame)
        self._frame.hold(view)
        self._view = self._shown_in = view
        self._show_view(True)
        self._fit()
        view.set_dark(self._dark.isChecked())
        view.show_page(self._html)

    def _web_view(self) -> WebPreview | None:
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

    def _show_view(self, shown: bool) -> None:
        if self._shown_in is not None:
            self._shown_in.setVisible(shown)
        self._hint.setVisible(not shown)

    def _fit(self) -> None:
        """Zoom so that the page is laid out at the device's width, however wide the panel is."""
        phone = self._phone.isChecked()
        side = _PHONE_SIDE if phone else _SIDE
        self._middle.setContentsMargins(side, 0, side, 0)
        if self._view is not None:
            self._view.set_width(_PHONE_PX if phone else _DESKTOP_PX, self.width() - 2 * side - 2)

    def _on_dark_toggled(self, dark: bool) -> None:
        if self._view is not None:
            self._view.set_dark(dark)
