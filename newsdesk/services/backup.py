"""Backups: one file that holds a newsroom, with the hash of everything in it."""

import hashlib
import json
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.summary import PhotoQuery
from newsdesk.media.originals import Originals
from newsdesk.services.session import Session

_MANIFEST = "manifest.json"
_DATABASE = "newsroom.sqlite3"
_BLOCK = 1 << 20
_PHOTO = re.compile(r"photos/originals/[0-9a-f]{2}/[0-9a-f]{62}")
_NO_BACKUP = "it is no backup of a newsroom, or it is damaged"
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError)
"""What reading an archive raises where it is cut, altered, encrypted or packed in a way that nobody knows."""


class BackupExistsError(NewsdeskError):
    """The target is taken; field: ``file``."""

    sentence = "There is already something at {file}."
    way_out = "Choose another name; a backup is never written over."


class NotABackupError(NewsdeskError):
    """The file is no backup, or a damaged one; fields: ``file``, ``reason``."""

    sentence = "{file} can't be restored: {reason}."
    way_out = "Nothing was changed. Use another backup."


class BackupFailedError(NewsdeskError):
    """A backup could not be written or unpacked; fields: ``place``, ``reason``."""

    sentence = "{place} could not be written: {reason}."
    way_out = "Choose another place, or make room and see that you may write there. Nothing half-done is left."


class FolderTakenError(NewsdeskError):
    """Restoring needs an empty place; field: ``folder``."""

    sentence = "{folder} is not empty."
    way_out = "Name a new folder with --newsroom; a newsroom is never written over."


class BackupService:
    """Writes backups and verifies the newsroom."""

    def __init__(self, session: Session, originals: Originals, photos: Path) -> None:
        self._session = session
        self._originals = originals
        self._photos = photos

    def backup(
        self, out: Path, progress: Callable[[int, int], None] = lambda done, total: None
    ) -> Path:
        """Write a backup while everybody works on; into a folder under a dated name, else to that file.

        Raises:
            BackupExistsError: if the file is there already.
            BackupFailedError: if it can't be written.
        """
        try:
            stamp = self._session.now().strftime("%Y%m%d-%H%M%S")
            target = out / f"newsdesk-{stamp}.zip" if out.is_dir() else out
            if target.exists():
                raise BackupExistsError(file=target)
            target.parent.mkdir(parents=True, exist_ok=True)
            # Beside the target, where there is room for all of it if there is room at all.
            with tempfile.TemporaryDirectory(prefix=".newsdesk-backup-", dir=target.parent) as scratch:
                copy, whole = Path(scratch) / _DATABASE, Path(scratch) / "whole.zip"
                self._session.store.backup(str(copy))
                self._write(whole, copy, progress)
                whole.replace(target)
        except OSError as problem:
            raise BackupFailedError(place=out, reason=problem.strerror or str(problem)) from problem
        return target

    def verify(self) -> tuple[str, ...]:
        """Return, in plain words, everything that is wrong with the newsroom; empty if nothing is."""
        with self._session.store.reading() as unit:
            known = unit.photos.find(PhotoQuery(), 0, unit.photos.count(PhotoQuery()))
        wrong = self._originals.verify([photo.sha256 for photo in known])
        damaged = [f"The original of a photo is damaged or gone: {sha256}." for sha256 in wrong]
        return (*self._session.store.verify(), *damaged)

    def _write(self, whole: Path, database: Path, progress: Callable[[int, int], None]) -> None:
        # Listed after the database was copied: whatever that names is here by now.
        found = sorted((self._photos / "originals").glob("[0-9a-f][0-9a-f]/*"))
        named = [(f"photos/{path.relative_to(self._photos).as_posix()}", path) for path in found]
        # What is being taken in just now, and what others put there, is no original.
        entries = [(_DATABASE, database), *(entry for entry in named if _PHOTO.fullmatch(entry[0]))]
        hashes = {}
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED, strict_timestamps=False) as archive:
            for done, (name, path) in enumerate(entries):
                hashes[name] = _sha256(path)
                archive.write(path, name, zipfile.ZIP_DEFLATED if name == _DATABASE else zipfile.ZIP_STORED)
                progress(done + 1, len(entries))
            archive.writestr(_MANIFEST, json.dumps({"newsdesk": 1, "sha256": hashes}, indent=1, sort_keys=True))


def restore(file: Path, folder: Path) -> None:
    """Unpack a backup into a new folder, checking each hash; nothing is left where one fails.

    Raises:
        FolderTakenError: if there is anything in the folder, or it is a file.
        NotABackupError: if the file is no backup or is damaged.
        BackupFailedError: if the folder can't be written.
    """
    folder = folder.absolute()
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise FolderTakenError(folder=folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            _unpack(file, scratch)
            if folder.exists():
                folder.rmdir()
            scratch.replace(folder)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    except OSError as problem:
        raise BackupFailedError(place=folder, reason=problem.strerror or str(problem)) from problem


def _unpack(file: Path, folder: Path) -> None:
    with _opened(file) as archive:
        hashes = _manifest(archive, file)
        size = sum(entry.file_size for entry in archive.infolist())
        if size > shutil.disk_usage(folder).free:
            raise BackupFailedError(place=folder.parent, reason=f"there is no room for {size >> 20} MB")
        for name, expected in hashes.items():
            _unpack_one(archive, file, folder, name, expected)


def _opened(file: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except FileNotFoundError as problem:
        raise NotABackupError(file=file, reason="there is no such file") from problem
    except (OSError, zipfile.BadZipFile) as problem:
        raise NotABackupError(file=file, reason=_NO_BACKUP) from problem


def _manifest(archive: zipfile.ZipFile, file: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of a newsroom by its name; the names have their place in one."""
    try:
        held = json.loads(archive.read(_MANIFEST))
    except (*_DAMAGE, KeyError, ValueError) as problem:
        raise NotABackupError(file=file, reason=_NO_BACKUP) from problem
    hashes = held.get("sha256") if isinstance(held, dict) else None
    if not isinstance(hashes, dict) or _DATABASE not in hashes:
        raise NotABackupError(file=file, reason="it holds no newsroom")
    for name in hashes:
        if name != _DATABASE and not _PHOTO.fullmatch(name):
            raise NotABackupError(file=file, reason=f"it names a file that has no place in a newsroom ({name})")
    return hashes


def _unpack_one(archive: zipfile.ZipFile, file: Path, folder: Path, name: str, expected: str) -> None:
    target = folder.joinpath(*name.split("/"))
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        source = archive.open(name)
    except (*_DAMAGE, KeyError) as problem:
        raise NotABackupError(file=file, reason=f"{name} is missing or damaged") from problem
    with source, target.open("wb") as sink:
        try:
            shutil.copyfileobj(source, sink, _BLOCK)
        except _DAMAGE as problem:
            raise NotABackupError(file=file, reason=f"{name} is damaged") from problem
    if _sha256(target) != expected:
        raise NotABackupError(file=file, reason=f"{name} is damaged")


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
