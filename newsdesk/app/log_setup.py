"""The log, and the hook that keeps an unexpected error from passing unseen."""

import logging
import sys
from itertools import pairwise
from pathlib import Path
from types import TracebackType

_LOG = logging.getLogger("newsdesk")
_LARGEST = 1_000_000
_OLDER = 2


def start_log(file: Path | None) -> None:
    """Send warnings and errors to a file of at most 1 MB, and to standard error where no file can be."""
    handler: logging.Handler = logging.StreamHandler(sys.stderr)
    if file is not None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            handler = _LogFile(file, encoding="utf-8")
        except OSError:
            _LOG.warning("The log can't be kept in %s", file)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    sys.excepthook = _on_unhandled


class _LogFile(logging.FileHandler):
    """A log that begins anew when it is full; two older ones stay beside it, as ``….1`` and ``….2``.

    The standard library's own loads sockets and pickles, for which the window would wait.
    """

    _is_stuck = False

    def emit(self, record: logging.LogRecord) -> None:
        if self.stream is not None and not self._is_stuck and self.stream.tell() >= _LARGEST:
            self.stream.close()
            self._move_aside()
            self.stream = self._open()
        super().emit(record)

    def _move_aside(self) -> None:
        full = Path(self.baseFilename)
        names = [full, *(full.with_name(f"{full.name}.{number}") for number in range(1, _OLDER + 1))]
        try:
            for newer, older in reversed(list(pairwise(names))):
                if newer.exists():
                    newer.replace(older)
        except OSError:
            # Another Newsdesk has it open, and Windows moves no open file: the log grows on.
            self._is_stuck = True


def _on_unhandled(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    _LOG.critical("An error that nobody caught", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
