"""The page without Chromium: its words and order, in Qt's plain rich text."""

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget


class PlainPreview(QTextBrowser):
    """Loads nothing and opens nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fresh = True
        self.setProperty("role", "page")
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Page"))

    def show_page(self, html: str) -> None:
        """Show a page, in place of the one before without scrolling away from it."""
        place = 0 if self._fresh else self.verticalScrollBar().value()
        self._fresh = False
        self.setHtml(html)
        self.verticalScrollBar().setValue(place)

    def forget(self) -> None:
        """Take the next page as another one, shown from its top."""
        self._fresh = True

    def answer(self, ticket: int, content: bytes | None, media_type: str) -> None:
        """Pass over what a web view would have wanted."""

    def set_width(self, page_px: int, room_px: int) -> None:
        """Keep the room's width: plain text fits every one."""

    def set_dark(self, dark: bool) -> None:
        """Keep the window's own colours."""

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        # A path in the page must never be read from this machine's files.
        return None
