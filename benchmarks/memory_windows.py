"""The windows whose memory is measured, each shown, left to rest, and weighed."""

import sys
import time
from collections.abc import Callable

import psutil  # type: ignore[import-untyped]  # psutil ships no types
from PySide6.QtCore import QCoreApplication, QStringListModel, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListView, QMainWindow, QTextEdit, QWidget

from newsdesk.app.window import NewsroomDoor, make_application
from newsdesk.ui.main_window.window import MainWindow

_REST_S = 4.0
_LIMIT_S = 60.0
_MB = 1024 * 1024


def taken() -> float:
    """Return the megabytes of this process and of those that it started; shared pages are counted once."""
    own = psutil.Process()
    return sum(_bytes_of(process) for process in (own, *own.children(recursive=True))) / _MB


def _bytes_of(process: psutil.Process) -> int:
    info = process.memory_full_info()
    # Elsewhere than on Linux no system tells what is shared; there it is what is the process's alone.
    return int(getattr(info, "pss", info.uss))


def until(ready: Callable[[], bool]) -> None:
    """Let the window work until something is so; raises TimeoutError."""
    end = time.monotonic() + _LIMIT_S
    while not ready():
        if time.monotonic() > end:
            raise TimeoutError("the window did not come so far")
        QApplication.processEvents()
        time.sleep(0.005)


def rest() -> None:
    """Let the window come to rest."""
    end = time.monotonic() + _REST_S
    until(lambda: time.monotonic() > end)


def bare(*, web: bool) -> float:
    """Show a window of bare widgets, or one with a bare web view, and return what it holds."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = make_application() if web else QApplication(sys.argv[:1])
    window = QMainWindow()
    inside = QWidget(window)
    layout = QHBoxLayout(inside)
    rows, text = QListView(inside), QTextEdit(inside)
    rows.setModel(QStringListModel([f"Story {number}" for number in range(100)], rows))
    layout.addWidget(rows)
    layout.addWidget(text, 1)
    if web:
        from PySide6.QtWebEngineWidgets import QWebEngineView

        view = QWebEngineView(inside)
        view.setHtml("<!doctype html><title>Story</title><p>A story.")
        layout.addWidget(view)
    window.setCentralWidget(inside)
    window.resize(1440, 900)
    window.show()
    rest()
    held = taken()
    window.close()
    app.processEvents()
    return held


def newsdesk(folder: str, *, tab: str) -> float:
    """Show the window on a newsroom, with its newest story and a panel where one is named; return what it holds."""
    app = make_application()
    window = MainWindow(NewsroomDoor())
    window.resize(1440, 900)
    window.show()
    window.open_newsroom(folder)
    until(lambda: window.rooms is not None and window.frame.list.model.rowCount() > 0)
    rooms, first = window.rooms, window.frame.list.model.summary(0)
    assert rooms is not None and first is not None
    if tab:
        window.frame.side.show_tab(tab)
        rooms.story.open(first.id)
        until(lambda: rooms.story.article is not None)
    rest()
    held = taken()
    window.close()
    app.processEvents()
    return held
