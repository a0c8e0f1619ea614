"""Pictures of the real window, drawn offscreen."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from newsdesk.app.window import NewsroomDoor, make_application
from newsdesk.domain.ids import ArticleId
from newsdesk.ui.main_window.window import MainWindow
from newsdesk.ui.theme import Theme

_LIMIT_S = 20.0
_PREVIEW_S = 2.5
_SIDE_TABS = ("details", "photos", "checks", "history")


def take_screenshots(newsroom: Path, out: Path, article: ArticleId) -> tuple[Path, ...]:
    """Open the window on a newsroom and draw it with a story: each side panel, narrow, dark."""
    out.mkdir(parents=True, exist_ok=True)
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(out / ".settings"))
    app = QApplication.instance() or make_application()
    assert isinstance(app, QApplication)
    window = MainWindow(NewsroomDoor())
    camera = Camera(app, window, out)
    window.resize(1440, 900)
    window.show()
    window.open_newsroom(str(newsroom))
    camera.wait_for(lambda: window.rooms is not None and window.frame.list.model.rowCount() > 0)
    assert window.rooms is not None
    window.rooms.story.open(article)
    camera.wait_for(lambda: window.rooms is not None and window.rooms.story.article is not None)
    camera.linger(_PREVIEW_S)
    camera.take("window")
    for tab in _SIDE_TABS:
        window.frame.side.show_tab(tab)
        camera.linger(0.3)
        camera.take(tab)
    window.frame.side.show_tab("preview")
    window.resize(1100, 700)
    camera.linger(0.4)
    camera.take("narrow")
    window.resize(1440, 900)
    window.set_theme(Theme.DARK)
    camera.linger(0.6)
    camera.take("dark")
    window.set_theme(Theme.LIGHT)
    window.close()
    camera.linger(0.1)
    return tuple(camera.pictures)


class Camera:
    """Waits for the window and draws it into numbered files."""

    def __init__(self, app: QApplication, window: MainWindow, out: Path, prefix: str = "") -> None:
        self._app, self._window, self._out, self._prefix = app, window, out, prefix
        self.pictures: list[Path] = []

    def take(self, name: str) -> Path:
        """Draw the window into ``NN-name.png``, with the prefix before it."""
        file = self._out / f"{self._prefix}{len(self.pictures) + 1:02}-{name}.png"
        self._window.grab().save(str(file))
        self.pictures.append(file)
        return file

    def wait_for(self, ready: Callable[[], bool]) -> None:
        """Let the window work until something is so.

        Raises:
            TimeoutError: if it is not so after 20 s.
        """
        end = time.monotonic() + _LIMIT_S
        while not ready():
            if time.monotonic() > end:
                raise TimeoutError("the window did not come so far")
            self._app.processEvents()
            time.sleep(0.005)

    def linger(self, seconds: float) -> None:
        """Let the window work for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._app.processEvents()
            time.sleep(0.005)
