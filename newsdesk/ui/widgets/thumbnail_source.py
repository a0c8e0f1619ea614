"""Thumbnails for lists and cards: asked for while painting, drawn off the window's thread."""

from collections import OrderedDict
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from newsdesk.ui.tasks import Lane, TaskRunner

_KEPT_BYTES = 48 * 1024 * 1024
_MOST_WAITING = 200
_BYTES_A_PIXEL = 4
_Key = tuple[str, int]


class ThumbnailSource(QObject):
    """Keeps the pictures that were looked at last; ``arrived`` carries the SHA-256 whose picture is there now.

    One picture is drawn at a time and what was asked for last comes first: who scrolls past a thousand
    photos waits for those on the screen, not for those gone by.
    """

    arrived = Signal(str)

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._read: Callable[[str, int], bytes] | None = None
        self._pictures: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._bytes = 0
        self._waiting: OrderedDict[_Key, None] = OrderedDict()
        self._drawing: _Key | None = None
        # What can't be drawn is not asked for again by every paint.
        self._refused: set[_Key] = set()

    def set_reader(self, read: Callable[[str, int], bytes]) -> None:
        """Read thumbnails of a newsroom from now on."""
        self._read = read
        self._pictures.clear()
        self._waiting.clear()
        self._refused.clear()
        self._bytes = 0

    def pixmap(self, sha256: str, box_px: int) -> QPixmap | None:
        """Return a picture that fits about ``box_px`` pixels, or None while it is being drawn."""
        key = (sha256, box_px)
        picture = self._pictures.get(key)
        if picture is not None:
            self._pictures.move_to_end(key)
            return picture
        if self._read is not None and sha256 and key != self._drawing and key not in self._refused:
            self._waiting[key] = None
            self._waiting.move_to_end(key)
            while len(self._waiting) > _MOST_WAITING:
                self._waiting.popitem(last=False)
            self._draw_next()
        return None

    def _draw_next(self) -> None:
        if self._drawing is not None or self._read is None or not self._waiting:
            return
        self._drawing, _ = self._waiting.popitem(last=True)
        self._tasks.run(partial(_draw, self._read, *self._drawing), self._on_drawn, self._on_failed, Lane.READ)

    def _on_drawn(self, answer: tuple[str, int, QImage]) -> None:
        sha256, box_px, image = answer
        self._drawing = None
        if image.isNull():
            self._refused.add((sha256, box_px))
        else:
            self._keep((sha256, box_px), QPixmap.fromImage(image))
            self.arrived.emit(sha256)
        self._draw_next()

    def _on_failed(self, error: Exception) -> None:
        """Leave the place empty; the photo desk says what is wrong with a photo when it is opened."""
        if self._drawing is not None:
            self._refused.add(self._drawing)
        self._drawing = None
        self._draw_next()

    def _keep(self, key: _Key, picture: QPixmap) -> None:
        self._pictures[key] = picture
        self._bytes += _weight(picture)
        while self._bytes > _KEPT_BYTES and len(self._pictures) > 1:
            _, oldest = self._pictures.popitem(last=False)
            self._bytes -= _weight(oldest)


def _weight(picture: QPixmap) -> int:
    return picture.width() * picture.height() * _BYTES_A_PIXEL


def _draw(read: Callable[[str, int], bytes], sha256: str, box_px: int) -> tuple[str, int, QImage]:
    return sha256, box_px, QImage.fromData(read(sha256, box_px))
