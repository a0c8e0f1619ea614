"""Thumbnails: drawn once off the window's thread, then read from a folder."""

import os
from pathlib import Path

from newsdesk.media.originals import Originals
from newsdesk.media.worker import MediaWorker

BOXES = (96, 192, 480, 960)
"""The squares, in pixels, in which thumbnails are kept; others are served by the next larger one."""


class Thumbnails:
    """Small pictures of originals, kept in the newsroom's folder; they can be thrown away at any time."""

    def __init__(self, folder: Path, originals: Originals, worker: MediaWorker) -> None:
        self._folder = folder
        self._originals = originals
        self._worker = worker

    def read(self, sha256: str, box_px: int) -> bytes:
        """Return a JPEG that fits a square of at least ``box_px`` pixels (at most 960)."""
        box = next((size for size in BOXES if size >= box_px), BOXES[-1])
        kept = self._folder / sha256[:2] / f"{sha256[2:]}-{box}.jpg"
        if kept.exists():
            return kept.read_bytes()
        content = self._worker.thumbnail(self._originals.read(sha256), box)
        kept.parent.mkdir(parents=True, exist_ok=True)
        passing = kept.with_name(f"{kept.name}.{os.getpid()}")
        passing.write_bytes(content)
        passing.replace(kept)
        return content
