"""The published page in Chromium: no script of the page, no network, patched where it changed."""

import json
from functools import cache

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from newsdesk.ui.preview.preview_scheme import PAGE_ADDRESS, page_server, register_scheme
from newsdesk.ui.theme import resource_path

_OFF = (
    "LocalContentCanAccessRemoteUrls",
    "LocalContentCanAccessFileUrls",
    "PluginsEnabled",
    "JavascriptCanOpenWindows",
    "JavascriptCanAccessClipboard",
    "LocalStorageEnabled",
    "FullScreenSupportEnabled",
    "HyperlinkAuditingEnabled",
    "WebGLEnabled",
)


class _Page(QWebEnginePage):
    """A page whose links lead nowhere: the preview shows, it does not browse."""

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        return kind is not QWebEnginePage.NavigationType.NavigationTypeLinkClicked


class WebPreview(QWebEngineView):
    """Shows a page and turns it into the next one in place."""

    resource_wanted = Signal(int, str)

    def __init__(self, parent: QWidget) -> None:
        register_scheme()
        super().__init__(parent)
        self._server = page_server()
        self._page = _Page(self._server.profile, self)
        for name in _OFF:
            self._page.settings().setAttribute(getattr(QWebEngineSettings.WebAttribute, name), False)
        self.setPage(self._page)
        self._loaded = False
        self._waiting = ""
        self._server.wanted.connect(self.resource_wanted)
        self.loadFinished.connect(self._on_load_finished)

    def show_page(self, html: str) -> None:
        """Show a page: loaded the first time, patched after that."""
        self._server.set_page(html)
        if self._loaded:
            self._patch(html)
            return
        first = not self._waiting
        self._waiting = html
        if first:
            self.load(QUrl(PAGE_ADDRESS))

    def answer(self, ticket: int, content: bytes | None, media_type: str) -> None:
        """Give a stylesheet or a picture that was wanted."""
        self._server.answer(ticket, content, media_type)

    def _on_load_finished(self, fine: bool) -> None:
        self._loaded = fine
        if fine and self._waiting:
            self._patch(self._waiting)
        self._waiting = ""

    def _patch(self, html: str) -> None:
        # The page's own scripts are barred by its policy; ours runs in a world of its own.
        world = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
        self._page.runJavaScript(f"{_morph()}({json.dumps(html)})", world)


@cache
def _morph() -> str:
    return resource_path("preview", "morph.js").read_text(encoding="utf-8").partition("\n")[2]
