"""The window's start: paint first, open the newsroom behind it, then bring the list."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from newsdesk.app.log_setup import start_log
from newsdesk.app.paths import default_newsroom, is_shared, log_file, resources
from newsdesk.ui.main_window.window import MainWindow
from newsdesk.ui.theme import Theme, apply_theme, load_fonts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdesk.domain.summary import ArticleSummary
    from newsdesk.services.newsroom import Newsroom

_LOG = logging.getLogger(__name__)
_SEEN_AHEAD = 40
"""As many rows as a tall screen shows."""
_CHROMIUM_FLAGS = ("--disable-gpu", "--disable-background-networking", "--log-level=3")


def make_application() -> QApplication:
    """Return the program's QApplication, with its fonts and look; call it once."""
    _prepare_web_engine()
    # QtWebEngine is created long after the window; without this it could not share its pictures with it.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(sys.argv[:1] or ["newsdesk"])
    app.setApplicationName("Newsdesk")
    app.setOrganizationName("Newsdesk")
    app.setApplicationDisplayName("Newsdesk")
    load_fonts()
    apply_theme(app, _wanted_theme())
    return app


def open_window(newsroom: str) -> int:
    """Show the window on a newsroom, or on the default one, and stay until it is closed."""
    start_log(log_file())
    app = make_application()
    window = MainWindow(NewsroomDoor())
    window.show_on(newsroom or str(default_newsroom()))
    status = app.exec()
    # The window goes before the application: its preview stands on what the application holds.
    del window
    return status


def _wanted_theme() -> Theme:
    """Return the theme that was chosen last, else the system's."""
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    kept = QSettings().value("theme")
    return Theme(kept) if kept in set(Theme) else Theme.DARK if dark else Theme.LIGHT


class NewsroomDoor:
    """Opens newsrooms for the window, which must not know what stands behind them."""

    def glimpse(self, address: str) -> Sequence[ArticleSummary]:
        """Return the stories that fill the list before the database library is there; runs on a worker."""
        if is_shared(address):
            return ()
        from newsdesk.storage.glimpse import newest_stories

        return newest_stories(Path(address), _SEEN_AHEAD)

    def open(self, address: str) -> Newsroom:
        """Open a newsroom; runs on a worker and imports the database library there."""
        from newsdesk.app.compose import open_newsroom

        return open_newsroom(address)

    def install_sample(self, newsroom: Newsroom) -> None:
        """Fill an empty newsroom with the sample; runs on a worker."""
        from newsdesk.services.sample import install_sample

        install_sample(newsroom, resources() / "sample")

    def label(self, address: str) -> str:
        """Return how the status line names a newsroom."""
        return "Shared newsroom" if is_shared(address) else Path(address).name


def _prepare_web_engine() -> None:
    if hasattr(os, "geteuid") and os.geteuid() == 0 and "QTWEBENGINE_DISABLE_SANDBOX" not in os.environ:
        # As root Chromium refuses to start in its sandbox; the page shown is our own, runs no script
        # and reaches no network.
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
        _LOG.info("Running as root: the preview starts without its sandbox.")
    given = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    wanted = [flag for flag in _CHROMIUM_FLAGS if flag not in given]
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join([given, *wanted]).strip()
