"""Backups: one file that holds a newsroom, with the hash of everything in it."""

import hashlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.summary import PhotoQuery
from newsdesk.media.originals import Originals
from newsdesk.services.session import Session

_MANIFEST = "manifest.json"
_DATABASE = "newsroom.sqlite3"
_BLOCK = 1 << 20


class BackupExistsError(NewsdeskError):
    """The target is taken; field: ``file``."""

    sentence = "There is already something at {file}."
    way_out = "Choose another name; a backup is never written over."


class NotABackupError(NewsdeskError):
    """The file is no backup, or a damaged one; fields: ``file``, ``reason``."""

    sentence = "{file} can't be restored: {reason}."
    way_out = "Nothing was changed. Use another backup."


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
        """
        stamp = self._session.now().strftime("%Y%m%d-%H%M%S")
        target = out / f"newsdesk-{stamp}.zip" if out.is_dir() else out
        if target.exists():
            raise BackupExistsError(file=target)
        target.parent.mkdir(parents=True, exist_ok=True)
        passing = target.with_name(f"{target.name}.part")
        try:
            with tempfile.TemporaryDirectory(prefix="newsdesk-backup-") as scratch:
                copy = Path(scratch) / _DATABASE
                self._session.store.backup(str(copy))
                self._write(passing, copy, progress)
            passing.replace(target)
        finally:
            passing.unlink(missing_ok=True)
        return target

    def verify(self) -> tuple[str, ...]:
        """Return, in plain words, everything that is wrong with the newsroom; empty if nothing is."""
        with self._session.store.reading() as unit:
            known = unit.photos.find(PhotoQuery(), 0, unit.photos.count(PhotoQuery()))
        wrong = self._originals.verify([photo.sha256 for photo in known])
        damaged = [f"The original of a photo is damaged or gone: {sha256}." for sha256 in wrong]
        return (*self._session.store.verify(), *damaged)

    def _write(self, passing: Path, database: Path, progress: Callable[[int, int], None]) -> None:
        pictures = sorted(path for path in self._photos.rglob("*") if path.is_file())
        hashes = {}
        with zipfile.ZipFile(passing, "w", zipfile.ZIP_STORED) as archive:
            names = [f"photos/{path.relative_to(self._photos).as_posix()}" for path in pictures]
            entries = [(_DATABASE, database), *zip(names, pictures, strict=True)]
            for done, (name, path) in enumerate(entries):
                hashes[name] = _sha256(path)
                archive.write(path, name, zipfile.ZIP_DEFLATED if name == _DATABASE else zipfile.ZIP_STORED)
                progress(done + 1, len(entries))
            archive.writestr(_MANIFEST, json.dumps({"newsdesk": 1, "sha256": hashes}, indent=1, sort_keys=True))


def restore(file: Path, folder: Path) -> None:
    """Unpack a backup into a new folder, checking each hash; nothing is left where one fails.

    Raises:
        FolderTakenError: if the folder holds anything.
        NotABackupError: if the file is no backup or is damaged.
    """
    if folder.exists() and any(folder.iterdir()):
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


def _unpack(file: Path, folder: Path) -> None:
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = json.loads(archive.read(_MANIFEST))
            hashes: dict[str, str] = manifest["sha256"]
            if _DATABASE not in hashes:
                raise NotABackupError(file=file, reason="it holds no newsroom")
            for name, expected in hashes.items():
                _unpack_one(archive, file, folder, name, expected)
    except FileNotFoundError as problem:
        raise NotABackupError(file=file, reason="there is no such file") from problem
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError) as problem:
        raise NotABackupError(file=file, reason="it is no backup of a newsroom, or it is damaged") from problem


def _unpack_one(archive: zipfile.ZipFile, file: Path, folder: Path, name: str, expected: str) -> None:
    parts = PurePosixPath(name).parts
    if name != _DATABASE and (parts[:1] != ("photos",) or ".." in parts):
        raise NotABackupError(file=file, reason=f"it names a file that has no place in a newsroom ({name})")
    target = folder.joinpath(*parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(name) as source, target.open("wb") as sink:
        shutil.copyfileobj(source, sink, _BLOCK)
    if _sha256(target) != expected:
        raise NotABackupError(file=file, reason=f"{name} is damaged")


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
