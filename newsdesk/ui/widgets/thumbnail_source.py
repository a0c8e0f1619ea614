"""Thumbnails for lists and cards: asked for while painting, drawn off the window's thread."""

from collections import OrderedDict
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from newsdesk.ui.tasks import Lane, TaskRunner

_KEPT = 400
_Key = tuple[str, int]


class ThumbnailSource(QObject):
    """Keeps the last few hundred thumbnails; ``arrived`` carries the SHA-256 whose picture is there now."""

    arrived = Signal(str)

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._read: Callable[[str, int], bytes] | None = None
        self._pictures: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._asked: set[_Key] = set()

    def set_reader(self, read: Callable[[str, int], bytes]) -> None:
        """Read thumbnails of a newsroom from now on."""
        self._read = read
        self._pictures.clear()
        self._asked.clear()

    def pixmap(self, sha256: str, box_px: int) -> QPixmap | None:
        """Return a picture that fits about ``box_px`` pixels, or None while it is being drawn."""
        key = (sha256, box_px)
        picture = self._pictures.get(key)
        if picture is not None:
            self._pictures.move_to_end(key)
            return picture
        if self._read is not None and sha256 and key not in self._asked:
            self._asked.add(key)
            self._tasks.run(partial(_draw, self._read, sha256, box_px), self._on_drawn, self._on_failed, Lane.SLOW)
        return None

    def _on_drawn(self, answer: tuple[str, int, QImage]) -> None:
        sha256, box_px, image = answer
        # What can't be drawn stays asked for, so that painting does not ask again and again.
        if image.isNull():
            return
        self._asked.discard((sha256, box_px))
        self._pictures[(sha256, box_px)] = QPixmap.fromImage(image)
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        self.arrived.emit(sha256)

    def _on_failed(self, error: Exception) -> None:
        """A picture that can't be drawn leaves its place empty; the photo desk says why when it is opened."""


def _draw(read: Callable[[str, int], bytes], sha256: str, box_px: int) -> tuple[str, int, QImage]:
    return sha256, box_px, QImage.fromData(read(sha256, box_px))
