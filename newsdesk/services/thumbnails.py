"""Thumbnails: drawn once off the window's thread, then read from a folder."""

from pathlib import Path

from newsdesk.media.originals import Originals
from newsdesk.media.worker import MediaWorker
from newsdesk.services.kept_files import KeptFiles

BOXES = (96, 192, 480, 960)
"""The squares, in pixels, in which thumbnails are kept; others are served by the next larger one."""


class Thumbnails:
    """Small pictures of originals, kept in the newsroom's folder; they can be thrown away at any time."""

    def __init__(self, folder: Path, originals: Originals, worker: MediaWorker) -> None:
        self._kept = KeptFiles(folder)
        self._originals = originals
        self._worker = worker

    def read(self, sha256: str, box_px: int) -> bytes:
        """Return a JPEG that fits a square of at least ``box_px`` pixels (at most 960)."""
        box = next((size for size in BOXES if size >= box_px), BOXES[-1])
        name = f"{sha256}-{box}.jpg"
        return self._kept.read_or_make(name, lambda: self._worker.thumbnail(self._originals.read(sha256), box))
