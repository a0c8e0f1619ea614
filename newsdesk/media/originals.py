"""Originals: photos as they came, kept byte for byte under the SHA-256 of their bytes."""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from newsdesk.domain.errors import InvalidValueError
from newsdesk.media.refusals import OriginalDamagedError, OriginalMissingError, OriginalNotKeptError

_SHA256 = re.compile(r"[0-9a-f]{64}")
_UNFINISHED = ".taking-in-"


class Originals:
    """A folder of originals; each lies at ``ab/cdef…``, its SHA-256 cut after two digits."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def keep(self, data: bytes) -> str:
        """Return the SHA-256 of a photo that is now safe on the disk; keeping it twice keeps it once.

        A damaged copy of the same photo is replaced.

        Raises:
            OriginalNotKeptError: if the disk is full or the folder takes no files; nothing is left behind.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        target = self.path(sha256)
        try:
            if target.exists() and _digest(target) == sha256:
                return sha256
            target.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(target, data)
        except OSError as error:
            raise OriginalNotKeptError(folder=str(self._root), reason=error.strerror or str(error)) from error
        return sha256

    def path(self, sha256: str) -> Path:
        """Return where the photo with this SHA-256 lies, or would lie.

        Raises:
            InvalidValueError: if this is no SHA-256 in lower-case hexadecimal digits.
        """
        if not _SHA256.fullmatch(sha256):
            raise InvalidValueError(field="sha256", value=sha256, allowed="64 hexadecimal digits")
        return self._root / sha256[:2] / sha256[2:]

    def has(self, sha256: str) -> bool:
        """Tell whether a photo is kept here."""
        return self.path(sha256).is_file()

    def read(self, sha256: str) -> bytes:
        """Return the bytes of a photo, the same that were kept.

        Raises:
            OriginalMissingError: if it is not here.
            OriginalDamagedError: if it changed since it was kept.
        """
        try:
            data = self.path(sha256).read_bytes()
        except OSError as error:
            raise OriginalMissingError(sha256=sha256) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise OriginalDamagedError(sha256=sha256)
        return data

    def verify(self, expected: Iterable[str] = ()) -> list[str]:
        """Return the SHA-256 of every photo that is damaged, or expected and missing, in order."""
        damaged = {sha256 for sha256 in expected if not self.has(sha256)}
        for file in self._root.glob("[0-9a-f][0-9a-f]/*"):
            sha256 = file.parent.name + file.name
            if _SHA256.fullmatch(sha256) and _digest(file) != sha256:
                damaged.add(sha256)
        return sorted(damaged)


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _write_whole(target: Path, data: bytes) -> None:
    """Write a file so that after a power cut it is whole or not there."""
    handle, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=target.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(target)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)
    _sync_folder(target.parent.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows opens no folders, and its rename is durable without.
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
