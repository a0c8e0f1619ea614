"""The import worker: files are read in a process of its own, which a bad one may break but not Newsdesk."""

import multiprocessing
import signal
import threading
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

from newsdesk.domain.credit import Agency
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.publication import Publication
from newsdesk.ingest.imported import Imported
from newsdesk.ingest.refusals import ImportTooLargeError, ImportTooSlowError, UnreadableFileError

SECONDS = 10.0
MEMORY_BYTES = 512 * 1024 * 1024
_START_SECONDS = 60.0
_READY = "ready"


class ImportWorker:
    """Reads files in one spawned process, started when first needed and again after it broke.

    Any thread may call ``read``; calls take turns. A file has 10 seconds and, where the system
    can limit it, 512 MB. ``close`` ends the process; it also ends by itself with Newsdesk.
    """

    def __init__(self, *, seconds: float = SECONDS, memory_bytes: int = MEMORY_BYTES) -> None:
        self._seconds = seconds
        self._memory_bytes = memory_bytes
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def read(self, path: Path, *, publication: Publication, agencies: tuple[Agency, ...]) -> Imported:
        """Return what a file holds, with nothing kept yet.

        Raises:
            EmptyFileError, NotTextError, PageTooDeepError, NoStoryError, FrontMatterError,
            UnreadableFileError, ImportTooLargeError: what the file is at fault for.
            ImportTooSlowError: if it took longer than it may.
        """
        file = path.name or str(path)
        with self._lock:
            answer = self._asked(path, file, publication, agencies)
        if isinstance(answer, NewsdeskError):
            raise answer
        if not isinstance(answer, Imported):
            raise UnreadableFileError(file=file, reason="reading it broke off")
        return answer

    def close(self) -> None:
        """End the process, once the file that is being read is done."""
        with self._lock:
            self._end()

    def _asked(self, path: Path, file: str, publication: Publication, agencies: tuple[Agency, ...]) -> object:
        question = (path.absolute(), _portable(publication), agencies)
        try:
            pipe = self._running_pipe()
            try:
                pipe.send(question)
            except BrokenPipeError:
                # It died between two files, which is not the fault of this one.
                self._end()
                pipe = self._running_pipe()
                pipe.send(question)
            if pipe.poll(self._seconds):
                return pipe.recv()
        except (EOFError, OSError) as error:
            self._end()
            raise UnreadableFileError(file=file, reason="reading it broke off") from error
        self._end()
        raise ImportTooSlowError(file=file, seconds=f"{self._seconds:g}")

    def _running_pipe(self) -> Connection:
        if self._process is not None and self._pipe is not None and self._process.is_alive():
            return self._pipe
        self._end()
        # Never forked: a fork copies locks that other threads hold.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._memory_bytes), daemon=True, name="newsdesk-import")
        process.start()
        # Only the process may hold its end, or its death would not be seen from ours.
        theirs.close()
        self._process, self._pipe = process, ours
        # The seconds of a file begin when the process has loaded what it needs.
        if not ours.poll(_START_SECONDS) or ours.recv() != _READY:
            raise EOFError
        return ours

    def _end(self) -> None:
        pipe, self._pipe = self._pipe, None
        process, self._process = self._process, None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.kill()
            process.join()
            process.close()


def _portable(publication: Publication) -> Publication:
    """Return the publication with its gates in a plain dictionary: a read-only one can't be sent."""
    return replace(publication, gates=dict(publication.gates))


def _serve(pipe: Connection, memory_bytes: int) -> None:
    """Read one file after another until the other end is closed."""
    # Loaded here only: the window must not pay for lxml at its start.
    from newsdesk.ingest.file_reading import read_file

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(memory_bytes)
    pipe.send(_READY)
    while True:
        try:
            path, publication, agencies = pipe.recv()
        except EOFError:
            return
        try:
            answer: object = read_file(path, publication=publication, agencies=agencies)
        except NewsdeskError as refusal:
            answer = refusal
        except MemoryError:
            answer = ImportTooLargeError(file=path.name, limit=f"{memory_bytes >> 20} MB of memory")
        pipe.send(answer)


def _limit_memory(memory_bytes: int) -> None:
    try:
        import resource
    except ImportError:
        # Windows has no such limit; the time limit holds there alone.
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    except (OSError, ValueError):
        # macOS knows the name but refuses the limit.
        return
