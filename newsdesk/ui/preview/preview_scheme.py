"""The preview's own addresses, ``nd://preview/…``, and the wall that keeps everything else out."""

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineProfile,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)
from shiboken6 import isValid

from newsdesk.ui.theme import resource_path

SCHEME = b"nd"
HOST = "preview"
PAGE_ADDRESS = f"nd://{HOST}/"
FONTS = "/~fonts/"
_SERVER = "newsdesk-preview"
_INSIDE = frozenset({SCHEME.decode(), "data"})


def register_scheme() -> None:
    """Make the scheme known; called once, before the first profile is made."""
    if QWebEngineUrlScheme.schemeByName(SCHEME).name():
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme | QWebEngineUrlScheme.Flag.CorsEnabled)
    QWebEngineUrlScheme.registerScheme(scheme)


class Wall(QWebEngineUrlRequestInterceptor):
    """Blocks every request that does not go to the preview's own addresses."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        if info.requestUrl().scheme() not in _INSIDE:
            info.block(True)


class PageServer(QWebEngineUrlSchemeHandler):
    """Serves the page at once and everything else when it has been made; ``wanted`` carries a ticket and a path.

    It holds the profile too, without cache, cookies or network.
    """

    wanted = Signal(int, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(_SERVER)
        self._wall = Wall(self)
        self.profile = QWebEngineProfile(self)
        self.profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        self.profile.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
        self.profile.installUrlSchemeHandler(SCHEME, self)
        self.profile.setUrlRequestInterceptor(self._wall)
        self._page = b""
        self._jobs: dict[int, QWebEngineUrlRequestJob] = {}
        self._tickets = 0

    def set_page(self, html: str) -> None:
        """Serve this page from now on."""
        self._page = html.encode()

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        path = job.requestUrl().path()
        if path in ("", "/"):
            _reply(job, self._page, b"text/html;charset=utf-8")
        elif path.startswith(FONTS):
            _serve_font(job, path.removeprefix(FONTS))
        else:
            self._ask(job, path)

    def answer(self, ticket: int, content: bytes | None, media_type: str) -> None:
        """Answer a request, with None where there is nothing under that path; one given up is passed over."""
        job = self._jobs.pop(ticket, None)
        if job is None or not isValid(job):
            return
        if content is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
        else:
            _reply(job, content, media_type.encode())

    def _ask(self, job: QWebEngineUrlRequestJob, path: str) -> None:
        self._jobs = {ticket: kept for ticket, kept in self._jobs.items() if isValid(kept)}
        self._tickets += 1
        self._jobs[self._tickets] = job
        self.wanted.emit(self._tickets, path)


def page_server() -> PageServer:
    """Return the program's one server of previews.

    It is the application's, not a panel's: Chromium ends the process where a profile goes before its page.
    """
    app = QCoreApplication.instance()
    assert app is not None
    return app.findChild(PageServer, _SERVER) or PageServer(app)


def _serve_font(job: QWebEngineUrlRequestJob, name: str) -> None:
    """Serve one of the bundled fonts, which no page can name a path out of."""
    found = next((file for file in resource_path("fonts").rglob("*.ttf") if file.name == name), None)
    if found is None:
        job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
    else:
        _reply(job, found.read_bytes(), b"font/ttf")


def _reply(job: QWebEngineUrlRequestJob, content: bytes, media_type: bytes) -> None:
    buffer = QBuffer(job)
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    job.reply(QByteArray(media_type), buffer)
