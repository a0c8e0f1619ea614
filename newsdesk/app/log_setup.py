"""The log, and the hook that keeps an unexpected error from passing unseen."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_LOG = logging.getLogger("newsdesk")


def start_log(file: Path | None) -> None:
    """Send warnings and errors to a file of at most 1 MB, and to standard error where no file can be."""
    handler: logging.Handler = logging.StreamHandler(sys.stderr)
    if file is not None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(file, maxBytes=1_000_000, backupCount=2, encoding="utf-8")
        except OSError:
            _LOG.warning("The log can't be kept in %s", file)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    sys.excepthook = _on_unhandled


def _on_unhandled(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    _LOG.critical("An error that nobody caught", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
