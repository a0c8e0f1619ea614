"""The media worker: reads and draws photos in a process of its own, which a bad file may crash but not the program.

Nothing here loads Pillow or exiv2 into the program; only the worker's process does.
"""

import multiprocessing
import threading
from collections.abc import Iterable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import TypeVar

from newsdesk.domain.credit import Agency
from newsdesk.domain.credit_patterns import DEFAULT_AGENCIES
from newsdesk.domain.errors import NewsdeskError
from newsdesk.media.examination import Examination
from newsdesk.media.refusals import WorkerFailedError
from newsdesk.media.renditions import EmbeddedCredit, RenderedImage, RenditionSpec

__all__ = ["Examination", "MediaWorker", "Source"]

Source = bytes | Path
"""A photo's bytes, or the file that holds them: a path saves a copy of the bytes through the pipe."""

SECONDS_A_FILE = 10.0
MEMORY_BYTES = 512 * 1024 * 1024
_SECONDS_TO_START = 60.0

_Kind = TypeVar("_Kind")


class MediaWorker:
    """One process for photos, started at the first request and again after a crash.

    Any thread may call; requests wait for one another. ``seconds`` bounds each file, ``memory_bytes`` the
    whole process (on Linux). The process ends with the program, however that ends.
    """

    def __init__(self, *, seconds: float = SECONDS_A_FILE, memory_bytes: int = MEMORY_BYTES) -> None:
        self._seconds = seconds
        self._memory_bytes = memory_bytes
        self._lock = threading.Lock()
        self._closed = False
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    def examine(self, source: Source, name: str = "", agencies: Iterable[Agency] = DEFAULT_AGENCIES) -> Examination:
        """Return the facts and the metadata of a photo; ``agencies`` are those whose names it may carry.

        Raises:
            NotAnImageError, DamagedImageError, ImageTooLargeError, ImageFileTooLargeError,
            UnreadableImageError: if it is no photo that can be taken in.
            WorkerFailedError: if it crashed the process, or took more time or memory than a file may.
        """
        file = _named(source, name)
        return _of_kind(Examination, self._ask(file, "examine", source, file, tuple(agencies)))

    def render(self, source: Source, spec: RenditionSpec, credit: EmbeddedCredit, name: str = "") -> RenderedImage:
        """Return a rendition for a page, with its credit embedded; raises what ``examine`` does.

        Raises:
            InvalidValueError: if the recipe makes no sense.
        """
        file = _named(source, name)
        return _of_kind(RenderedImage, self._ask(file, "render", source, file, spec, credit))

    def thumbnail(self, source: Source, box_px: int, name: str = "") -> bytes:
        """Return a small upright JPEG that fits a square box of that many pixels; raises what ``examine`` does."""
        file = _named(source, name)
        return _of_kind(bytes, self._ask(file, "thumbnail", source, file, box_px))

    def close(self) -> None:
        """End the process at once; a request that it is working on fails."""
        self._closed = True
        process = self._process
        if process is not None:
            process.kill()
        with self._lock:
            self._stop()

    def _ask(self, file: str, task: str, *arguments: object) -> object:
        with self._lock:
            if self._closed:
                raise WorkerFailedError(file=file, reason="Newsdesk is closing")
            try:
                connection = self._sent(file, (task, arguments))
                if not connection.poll(self._seconds):
                    self._stop()
                    raise WorkerFailedError(file=file, reason=f"it took longer than {self._seconds:g} seconds")
                outcome, value = connection.recv()
            except (EOFError, OSError) as error:
                self._stop()
                reason = "Newsdesk is closing" if self._closed else "the process that reads photos crashed on it"
                raise WorkerFailedError(file=file, reason=reason) from error
        if isinstance(value, NewsdeskError):
            raise value
        if outcome == "no memory":
            raise WorkerFailedError(file=file, reason=f"it needs more than {self._memory_bytes >> 20} MB of memory")
        return value

    def _sent(self, file: str, request: tuple[str, tuple[object, ...]]) -> Connection:
        """Return the pipe to the process that has received a request."""
        connection = self._started(file)
        try:
            connection.send(request)
        except OSError:
            # It died while idle, and this photo has no part in that: a new process takes the request.
            self._stop()
            connection = self._started(file)
            connection.send(request)
        return connection

    def _started(self, file: str) -> Connection:
        """Return the pipe to a living process, a new one where there is none."""
        if self._process is not None and self._connection is not None and self._process.is_alive():
            return self._connection
        self._stop()
        # Spawned, never forked: the program has threads, and Qt and SQLite survive no fork.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(
            target=_run, args=(theirs, self._seconds, self._memory_bytes), name="newsdesk-media", daemon=True
        )
        self._connection = ours
        self._process.start()
        # Our copy of the child's end: while it is open, a crash of the child would not close the pipe.
        theirs.close()
        try:
            if ours.poll(_SECONDS_TO_START):
                ours.recv()
                return ours
        except (EOFError, OSError) as error:
            self._stop()
            raise WorkerFailedError(file=file, reason="the process that reads photos did not start") from error
        self._stop()
        raise WorkerFailedError(file=file, reason="the process that reads photos did not start")

    def _stop(self) -> None:
        process, self._process = self._process, None
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
        if process is not None:
            process.kill()
            process.join()


def _run(connection: Connection, seconds: float, memory_bytes: int) -> None:
    # Only here, in the child: the program itself must never load the decoders.
    from newsdesk.media.worker_process import serve

    serve(connection, seconds=seconds, memory_bytes=memory_bytes)


def _named(source: Source, name: str) -> str:
    return name or (source.name if isinstance(source, Path) else "the photo")


def _of_kind(kind: type[_Kind], value: object) -> _Kind:
    if not isinstance(value, kind):
        raise TypeError(f"the media worker answered with {type(value).__name__} instead of {kind.__name__}")
    return value
