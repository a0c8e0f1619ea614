"""Taking picture files in from the window: chosen or dropped, read aside, handed on one by one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from newsdesk.ui.main_window.frame import Frame
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.photo_desk import TakeIn

PICTURES = "*.jpg *.jpeg *.png *.webp"


class PhotoTakeIn(QObject):
    """``taken`` carries each photo of the desk that the files became, and what they were taken in for."""

    taken = Signal(object, object)

    def __init__(self, frame: Frame, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._title = frame, title
        self._newsroom: Newsroom | None = None

    def enter(self, newsroom: Newsroom) -> None:
        """Work in a newsroom from now on."""
        self._newsroom = newsroom

    def ask(self, purpose: object = None) -> None:
        """Let a person choose files; ``purpose`` comes back with each photo."""
        kinds = self.tr("Pictures ({kinds})").format(kinds=PICTURES)
        names, _ = QFileDialog.getOpenFileNames(self._frame, self._title, "", kinds)
        self.take([Path(name) for name in names], purpose)

    def take(self, files: Sequence[Path], purpose: object = None) -> None:
        """Take files in; ``purpose`` comes back with each photo."""
        if self._newsroom is None or not files:
            return
        self._frame.status.show_work(self.tr("Taking photos in…"))
        work = partial(_take_in, self._newsroom, list(files), purpose)
        self._frame.tasks.run(work, self._on_taken, self._on_failed, Lane.SLOW)

    def _on_taken(self, answer: tuple[TakeIn, object]) -> None:
        result, purpose = answer
        self._frame.status.end_work()
        if result.refused:
            self._frame.problems.tell(" ".join(refused.reason for refused in result.refused))
        for entry in result.photos:
            self.taken.emit(entry.photo, purpose)

    def _on_failed(self, error: Exception) -> None:
        self._frame.status.end_work()
        self._frame.problems.show(error)


def _take_in(newsroom: Newsroom, files: list[Path], purpose: object) -> tuple[TakeIn, object]:
    return newsroom.photos.add(files), purpose
