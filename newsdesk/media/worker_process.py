"""The child's side of the media worker: the only process in which strangers' bytes meet Pillow and exiv2."""

import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection
from pathlib import Path

from newsdesk.domain.credit import Agency
from newsdesk.domain.errors import NewsdeskError
from newsdesk.media.examination import Examination
from newsdesk.media.images import probe
from newsdesk.media.metadata import read_metadata
from newsdesk.media.refusals import ImageFileTooLargeError, UnreadableImageError
from newsdesk.media.rendering import render, thumbnail
from newsdesk.media.renditions import EmbeddedCredit, RenderedImage, RenditionSpec

Source = bytes | Path

MAX_FILE_BYTES = 200_000_000
"""The largest file that is read: the worker's memory holds it beside its pixels."""

READY, DONE, REFUSED, NO_MEMORY = "ready", "done", "refused", "no memory"


def serve(connection: Connection, *, seconds: float, memory_bytes: int) -> None:
    """Answer requests one after another, until the program at the other end is gone."""
    # Ctrl+C in a terminal reaches the whole group; the program decides when this process ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What Pillow warns of is either refused or harmless; nobody reads this process's words.
    warnings.simplefilter("ignore")
    _limit_memory(memory_bytes)
    connection.send((READY, None))
    while True:
        try:
            task, arguments = connection.recv()
        except (EOFError, ConnectionError):
            return
        _set_alarm(seconds)
        answer = _answer(task, arguments)
        _set_alarm(0)
        try:
            connection.send(answer)
        except ConnectionError:
            return


def _answer(task: str, arguments: tuple[object, ...]) -> tuple[str, object]:
    try:
        return DONE, _TASKS[task](*arguments)
    except NewsdeskError as refusal:
        return REFUSED, refusal
    except MemoryError:
        return NO_MEMORY, None


def _examine(source: Source, name: str, agencies: Iterable[Agency]) -> Examination:
    data = _bytes(source, name)
    facts = probe(data, name)  # first: exiv2 sees only what is a picture
    return Examination(facts=facts, metadata=read_metadata(data, agencies))


def _render(source: Source, name: str, spec: RenditionSpec, credit: EmbeddedCredit) -> RenderedImage:
    return render(_bytes(source, name), spec, credit, name)


def _thumbnail(source: Source, name: str, box_px: int) -> bytes:
    return thumbnail(_bytes(source, name), box_px, name)


_TASKS: dict[str, Callable[..., object]] = {"examine": _examine, "render": _render, "thumbnail": _thumbnail}


def _bytes(source: Source, name: str) -> bytes:
    try:
        size = len(source) if isinstance(source, bytes) else source.stat().st_size
        if size > MAX_FILE_BYTES:
            limit = MAX_FILE_BYTES // 1_000_000
            raise ImageFileTooLargeError(file=name, size=size // 1_000_000, limit=limit)
        return source if isinstance(source, bytes) else source.read_bytes()
    except OSError as error:
        raise UnreadableImageError(file=name, reason=error.strerror or str(error)) from error


def _limit_memory(memory_bytes: int) -> None:
    """Bound the address space where the system knows how (Linux); elsewhere the time limit has to do."""
    if sys.platform != "linux":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _set_alarm(seconds: float) -> None:
    """Have the system end this process if a decoder hangs after the program that would end it was killed."""
    if os.name == "posix":
        signal.setitimer(signal.ITIMER_REAL, seconds * 2)
