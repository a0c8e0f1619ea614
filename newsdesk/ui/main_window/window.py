"""The main window: it opens newsrooms, wears a theme, and leaves only when everything is saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox

from newsdesk.ui.main_window.frame import Door, Frame
from newsdesk.ui.tasks import Lane
from newsdesk.ui.theme import Theme, application_icon, apply_theme, current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdesk.domain.summary import ArticleSummary
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.main_window.rooms import Rooms

_FRAME_MS = 16


class MainWindow(QMainWindow):
    """The frame, and the rooms that are built once a newsroom is open."""

    def __init__(self, door: Door) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Newsdesk"))
        self.setMinimumSize(QSize(760, 480))
        self.frame = Frame(door, self)
        self.newsroom: Newsroom | None = None
        self.rooms: Rooms | None = None
        self._door = door
        self._address = ""
        self._first_address = ""
        self._leaving = self._asked_to_leave = False
        self._painted = False
        self.setCentralWidget(self.frame)
        for action in self.frame.commands:
            self.addAction(action)
        self.frame.newsroom_requested.connect(self.open_newsroom)
        self.frame.theme_requested.connect(self.toggle_theme)
        self.frame.commands["app.quit"].triggered.connect(self.close)
        self._restore_geometry()
        self.frame.list.setFocus()

    def show_on(self, address: str) -> None:
        """Show the window, and open a newsroom as soon as it stands on the screen.

        No sooner: opening loads the database library, beside which painting takes twice its time.
        """
        self._first_address = address
        self.show()

    def open_newsroom(self, address: str) -> None:
        """Open a newsroom behind the window, which stays usable meanwhile."""
        self._address = address
        self.frame.status.show_work(self.tr("Opening the newsroom…"))
        if self.newsroom is None:
            self.frame.tasks.run(partial(self._door.glimpse, address), self._on_glimpsed, self._on_newsroom_refused)
        else:
            self._open()

    def toggle_theme(self) -> None:
        """Change between light and dark."""
        self.set_theme(Theme.LIGHT if current_theme() is Theme.DARK else Theme.DARK)

    def set_theme(self, theme: Theme) -> None:
        """Show the program in a theme and remember it."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, theme)
        QSettings().setValue("theme", str(theme))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # In its turn: what stands in the window is painted after the window itself.
            QTimer.singleShot(0, self, self._on_painted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.frame.desk.close_drawers()
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave once everything typed is saved; a save that fails keeps the window and says why."""
        saver = self.rooms.story.saver if self.rooms is not None else None
        if saver is not None and not self._leaving:
            saver.leaving.emit()
            if saver.is_unsaved:
                event.ignore()
                self._asked_to_leave = True
                saver.when_saved(self._leave)
                return
        QSettings().setValue("geometry", self.saveGeometry())
        _leave_clipboard()
        self.frame.tasks.close()
        if self.newsroom is not None:
            self.newsroom.close()
        super().closeEvent(event)

    def _on_painted(self) -> None:
        # Drawn now: nobody looks for the icon before the window.
        self.setWindowIcon(application_icon())
        if self._first_address:
            self.open_newsroom(self._first_address)

    def _leave(self) -> None:
        self._leaving = True
        self.close()

    def _on_glimpsed(self, rows: Sequence[ArticleSummary]) -> None:
        self.frame.list.model.show_ahead(rows)
        # The rows are painted first: opening loads the database library.
        QTimer.singleShot(_FRAME_MS, self, self._open)

    def _open(self) -> None:
        work = partial(self._door.open, self._address)
        self.frame.tasks.run(work, self._on_newsroom_opened, self._on_newsroom_refused, Lane.READ)

    def _on_save_failed(self, error: Exception) -> None:
        """Ask, where the window was to be left: this is the one place where work would be lost."""
        if not self._asked_to_leave:
            return
        self._asked_to_leave = False
        question = QMessageBox(self)
        question.setIcon(QMessageBox.Icon.Warning)
        question.setText(self.tr("What you typed last can't be saved."))
        question.setInformativeText(str(error))
        question.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        leave = question.addButton(self.tr("Leave without saving"), QMessageBox.ButtonRole.DestructiveRole)
        question.exec()
        if question.clickedButton() is leave:
            self._leave()

    def _on_newsroom_opened(self, newsroom: Newsroom) -> None:
        if self.rooms is not None and self.rooms.story.saver.is_unsaved:
            # Typed while the other newsroom was being opened: it belongs to the one that is left.
            self.rooms.story.saver.when_saved(partial(self._on_newsroom_opened, newsroom))
            return
        # Imported here: these panels need the text room, which must not delay the first paint.
        from newsdesk.ui.main_window.rooms import Rooms

        self.frame.status.end_work()
        if self.newsroom is not None:
            self.newsroom.close()
        self.newsroom = newsroom
        self.frame.status.show_database(self._door.label(self._address), self._address)
        first = self.rooms is None
        if self.rooms is None:
            self.rooms = Rooms(self.frame)
            self.rooms.story.saver.failed.connect(self._on_save_failed)
        self.rooms.enter(newsroom)
        if first:
            self.frame.list.tell_chosen()

    def _on_newsroom_refused(self, error: Exception) -> None:
        self.frame.status.end_work()
        if self.newsroom is None:
            self.frame.list.model.show_ahead(())
            self.frame.list.select(None)
        self.frame.problems.show(error)

    def _restore_geometry(self) -> None:
        kept = QSettings().value("geometry")
        if kept is None or not self.restoreGeometry(kept):
            self.resize(1440, 900)


def _leave_clipboard() -> None:
    """Leave what was copied here as plain text: data made in Python must not outlive the interpreter."""
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.setText(clipboard.text())
