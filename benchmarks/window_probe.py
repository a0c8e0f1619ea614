"""Starts Newsdesk's window, or a bare one, and prints when it was painted; run by ``benchmarks.start``.

``python -m benchmarks.window_probe newsdesk`` or ``… bare`` prints two numbers: nanoseconds since the
epoch at which the window was painted, and at which the first rows of its list were.
"""

import sys
from pathlib import Path


def bare() -> None:
    """Show what no program with such a window can do without."""
    from PySide6.QtCore import QStringListModel
    from PySide6.QtWidgets import QApplication, QHBoxLayout, QListView, QMainWindow, QTextEdit, QWidget

    from benchmarks.window_watch import PaintWatch

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    inside = QWidget(window)
    layout = QHBoxLayout(inside)
    rows, text = QListView(inside), QTextEdit(inside)
    rows.setModel(QStringListModel([f"Story {number}" for number in range(100)], rows))
    layout.addWidget(rows)
    layout.addWidget(text, 1)
    window.setCentralWidget(inside)
    window.resize(1440, 900)
    watch = PaintWatch(window, lambda: True, app.quit)
    window.show()
    app.exec()
    print(watch.painted_ns, watch.painted_ns)


def newsdesk() -> None:
    """Start as ``main.py`` does, on the person's own newsroom, and leave when its list has rows on the screen."""
    from newsdesk.app import environment

    environment.prepare(Path(__file__).resolve().parent.parent, sys.orig_argv[1:])

    from newsdesk.app import window
    from newsdesk.app.start import main
    from newsdesk.ui.main_window.frame import Door
    from newsdesk.ui.main_window.window import MainWindow

    watches = []

    class WatchedWindow(MainWindow):
        """The window, watched from outside."""

        def __init__(self, door: Door) -> None:
            from benchmarks.window_watch import PaintWatch

            super().__init__(door)
            watches.append(PaintWatch(self, lambda: True, self._watch_rows))

        def _watch_rows(self) -> None:
            from PySide6.QtWidgets import QListView

            from benchmarks.window_watch import PaintWatch

            view, rows = self.frame.list.findChild(QListView), self.frame.list.model
            assert view is not None
            # Now only: a view's viewport costs its first asker 15 ms, which the bare window does not pay.
            watches.append(PaintWatch(view.viewport(), lambda: rows.rowCount() > 0, self.close))

    setattr(window, "MainWindow", WatchedWindow)  # noqa: B010 - a plain assignment hides it from the type checker
    main([])
    print(*(watch.painted_ns for watch in watches))


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else newsdesk()
