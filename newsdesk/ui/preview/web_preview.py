"""The published page in Chromium: no script of the page, no network, patched where it changed."""

import json
import logging

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from newsdesk.ui.preview.preview_scheme import PAGE_ADDRESS, page_server, register_scheme
from newsdesk.ui.theme import resource_path

_LOG = logging.getLogger(__name__)

# JavascriptEnabled is about the page's own world: our script runs in another and is not touched by it.
_OFF = (
    "JavascriptEnabled",
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
_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_LEAST_ZOOM = 0.25


class _Page(QWebEnginePage):
    """A page that goes nowhere: the preview shows, it does not browse."""

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        typed = kind is QWebEnginePage.NavigationType.NavigationTypeTyped
        return is_main_frame and typed and QUrl(url) == QUrl(PAGE_ADDRESS)

    def javaScriptConsoleMessage(  # noqa: N802 (Qt's name)
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        # What Chromium says of the page, such as a file that it did not let it read, is no trouble of ours.
        _LOG.debug("The previewed page, %s line %d: %s", source, line, message)


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
        self._page.setBackgroundColor(QColor("transparent"))
        self._page.scripts().insert(_our_script())
        self.setPage(self._page)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        # What is dropped here belongs to the panel around it.
        self.setAcceptDrops(False)
        self.setAccessibleName(self.tr("Page"))
        self._loaded = self._loading = False
        self._dark = False
        self._html = ""
        self._server.wanted.connect(self.resource_wanted)
        self.loadFinished.connect(self._on_load_finished)
        self.renderProcessTerminated.connect(self._on_process_ended)

    def show_page(self, html: str) -> None:
        """Show a page: loaded the first time, patched after that."""
        self._html = html
        self._server.set_page(html)
        if self._loaded:
            self._patch()
        elif not self._loading:
            self._loading = True
            self.load(QUrl(PAGE_ADDRESS))

    def forget(self) -> None:
        """Take the next page as another one, shown from its top."""
        if self._loaded:
            self._run("newsdesk.toTop()")

    def answer(self, ticket: int, content: bytes | None, media_type: str) -> None:
        """Give a stylesheet or a picture that was wanted."""
        self._server.answer(ticket, content, media_type)

    def set_width(self, page_px: int, room_px: int) -> None:
        """Lay the page out ``page_px`` wide and show it ``room_px`` wide."""
        self.setZoomFactor(max(_LEAST_ZOOM, min(1.0, room_px / page_px)))

    def set_dark(self, dark: bool) -> None:
        """Show the page as readers with a dark screen see it, or a light one."""
        self._dark = dark
        if self._loaded:
            self._show_scheme()

    def _on_load_finished(self, fine: bool) -> None:
        self._loading = False
        self._loaded = fine
        if fine:
            self._show_scheme()
            # What was typed while the page was loading.
            self._patch()

    def _on_process_ended(self) -> None:
        """Load the page again when it is shown next: its process is gone."""
        self._loaded = self._loading = False

    def _patch(self) -> None:
        self._run(f"newsdesk.morph({json.dumps(self._html)})")

    def _show_scheme(self) -> None:
        self._run(f"newsdesk.scheme({json.dumps(self._dark)})")

    def _run(self, script: str) -> None:
        self._page.runJavaScript(script, _WORLD)


def _our_script() -> QWebEngineScript:
    """Return the script of the preview, for a world of its own that the page can't reach."""
    script = QWebEngineScript()
    script.setName("newsdesk")
    script.setSourceCode(resource_path("preview", "page.js").read_text(encoding="utf-8"))
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(_WORLD)
    script.setRunsOnSubFrames(False)
    return script
