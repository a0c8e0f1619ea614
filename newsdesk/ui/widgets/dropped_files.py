"""Files that somebody drops or pastes."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files on this machine that dropped or pasted data names."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
