"""A newsroom's file: what it must be before anything opens it, and how connections to it are made."""

import contextlib
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from newsdesk.storage.refusals import NotANewsroomError, ReadOnlyNewsroomError, sqlite_refusal
from newsdesk.storage.schema import VERSION_TABLE

FILE_NAME = "newsroom.sqlite3"
APPLICATION_ID = 0x4E44_534B
"""Marks a database as a newsroom ("NDSK"; SQLite file format, section 1.3.16)."""

_HEADER = 100
_MAGIC = b"SQLite format 3\x00"
_ID_AT = slice(68, 72)


def require_newsroom_file(file: Path) -> None:
    """Accept a newsroom's file by its first bytes, without a single change to it or beside it.

    Raises:
        NotANewsroomError: if it is something else.
        ReadOnlyNewsroomError: if it can't be read.
    """
    if not file.is_file():
        raise NotANewsroomError(address=file, reason="it is not a file")
    try:
        with file.open("rb") as handle:
            header = handle.read(_HEADER)
    except OSError as error:
        raise ReadOnlyNewsroomError(address=file, reason=error.strerror or str(error)) from error
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise NotANewsroomError(address=file, reason="it is no database")
    if int.from_bytes(header[_ID_AT], "big") != APPLICATION_ID:
        raise NotANewsroomError(address=file, reason="it is the database of another program")


def version_in(file: Path, patience: float) -> str:
    """Return the revision of a newsroom's file without leaving a trace; ``patience`` in seconds.

    Raises:
        NotANewsroomError: if the file is marked as a newsroom and holds none.
        DamagedNewsroomError, LockedNewsroomError: if it can't be read.
    """
    log = file.with_name(f"{file.name}-wal")
    # Where no log waits, nobody is writing either, and a file opened as immutable needs no help
    # beside it. Where one does, the newest revision may stand in it.
    mode = "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?{mode}", uri=True, timeout=patience)) as connection:
            found = connection.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
            raise NotANewsroomError(address=file, reason="its database holds no newsroom") from error
        raise sqlite_refusal(error, str(file.parent), patience) from error
    return str(found[0]) if found else ""


def require_writable(folder: Path, file: Path) -> None:
    """Accept a folder and a file that this account may write to; raises ReadOnlyNewsroomError."""
    effective = os.access in os.supports_effective_ids
    for place in (folder, file):
        if place.exists() and not os.access(place, os.W_OK, effective_ids=effective):
            raise ReadOnlyNewsroomError(address=folder, reason=f"{place.name} may only be read")


def connector(file: Path, patience: float) -> Callable[[], sqlite3.Connection]:
    """Return what opens connections to an existing file; ``patience`` in seconds."""
    address = f"{file.resolve().as_uri()}?mode=rw"

    def connect() -> sqlite3.Connection:
        # Transactions are begun by hand: sqlite3's own begin late, and leave tables outside them.
        connection = sqlite3.connect(
            address, uri=True, timeout=patience, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        try:
            for pragma in (
                "synchronous = FULL",
                "foreign_keys = ON",
                # Before SQLite 3.51.3 two connections that checkpoint can spoil the file; ours do so
                # only while they hold the right to write.
                "wal_autocheckpoint = 0",
                "journal_size_limit = 16777216",
                "cache_size = -8000",
                "temp_store = MEMORY",
                # A file that came from elsewhere may hold triggers that call functions.
                "trusted_schema = OFF",
            ):
                connection.execute(f"PRAGMA {pragma}")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    return connect


@contextmanager
def new_file(file: Path) -> Iterator[Path]:
    """Yield the path of an empty, marked database that becomes ``file`` when the block succeeds.

    Nobody sees it half made. Where somebody else made ``file`` meanwhile, theirs stays.
    """
    passing = file.with_name(f".{file.name}-{secrets.token_hex(6)}.new")
    try:
        with closing(sqlite3.connect(passing, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        yield passing
        _put_in_place(passing, file)
    finally:
        for leftover in (passing, passing.with_name(f"{passing.name}-journal")):
            leftover.unlink(missing_ok=True)


def _put_in_place(passing: Path, file: Path) -> None:
    try:
        file.hardlink_to(passing)
    except FileExistsError:
        return
    except OSError:
        # A file system without links; the moment between question and answer can't be helped there.
        if not file.exists():
            passing.rename(file)
    sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder outlive a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
