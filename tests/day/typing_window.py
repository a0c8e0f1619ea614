"""A window that types until it is killed; it prints how many letters are saved after each save.

Run as ``python -m tests.day.typing_window NEWSROOM``.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from newsdesk.app.window import NewsroomDoor, make_application
from newsdesk.domain.article import Article
from newsdesk.ui.main_window.window import MainWindow

LETTERS = "The river froze at dawn. "


class Typist:
    """Types a letter every few milliseconds into a new story."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._typed = 0
        self._timer = QTimer(window, interval=8)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._begun = False

    def _tick(self) -> None:
        rooms = self._window.rooms
        if rooms is None:
            return
        if not self._begun:
            self._begun = True
            rooms.story.saver.saved.connect(self._on_saved)
            rooms.story.create()
            return
        if rooms.story.article is None:
            return
        QTest.keyClicks(rooms.stories.editor.body, LETTERS[self._typed % len(LETTERS)])
        self._typed += 1

    def _on_saved(self, article: Article) -> None:
        print(len(article.body_markdown.strip()), flush=True)


def main(newsroom: Path) -> int:
    """Open the window on a newsroom and type."""
    app = make_application()
    window = MainWindow(NewsroomDoor())
    window.show()
    window.open_newsroom(str(newsroom))
    typist = Typist(window)
    window.setProperty("typist", typist)
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
