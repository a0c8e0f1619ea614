"""What the storage refuses, and what the databases' own errors mean to a newsroom."""

import sqlite3

from sqlalchemy.exc import DBAPIError

from newsdesk.domain.errors import NewsdeskError


class NewsroomMissingError(NewsdeskError):
    """There is nothing to open; field: ``address``."""

    sentence = "There is no newsroom at {address}."
    way_out = "Check the address, or create a newsroom there."


class NotANewsroomError(NewsdeskError):
    """Something else is there; fields: ``address``, ``reason``."""

    sentence = "{address} is no newsroom: {reason}."
    way_out = "Nothing was changed. Name another folder."


class DamagedNewsroomError(NewsdeskError):
    """Its database can't be read; fields: ``address``, ``reason``."""

    sentence = "The database of the newsroom at {address} is damaged ({reason})."
    way_out = "Nothing was changed. Keep the file as it is, and restore a backup to another folder."


class NewerSchemaError(NewsdeskError):
    """A later Newsdesk has written it; fields: ``address``, ``found``, ``known``."""

    sentence = "The newsroom at {address} was written by a newer Newsdesk (form {found}; this one knows {known})."
    way_out = "Nothing was changed. Open it with the newer version."


class ReadOnlyNewsroomError(NewsdeskError):
    """It can't be written to; fields: ``address``, ``reason``."""

    sentence = "The newsroom at {address} can't be written to: {reason}."
    way_out = "Nothing was changed. Give yourself the right to write there, or copy it to a place of your own."


class LockedNewsroomError(NewsdeskError):
    """Somebody else holds it; fields: ``address``, ``seconds``."""

    sentence = "The newsroom at {address} is held by another program; {seconds} seconds of waiting did not help."
    way_out = "Nothing was changed. Close the other program, or try again."


class NewsroomUnreachableError(NewsdeskError):
    """The server does not answer; fields: ``address``, ``reason``."""

    sentence = "The newsroom at {address} can't be reached: {reason}."
    way_out = "Check the address, the password and the network, then try again."


class StorageFullError(NewsdeskError):
    """There is no room left; field: ``address``."""

    sentence = "There is no room left where the newsroom lies ({address})."
    way_out = "The last change was not kept. Make room, then repeat it."


class StorageFailedError(NewsdeskError):
    """The database failed in another way; fields: ``address``, ``reason``."""

    sentence = "The database at {address} failed: {reason}."
    way_out = "The last change was not kept. Run verify, and have a backup at hand."


class PublicationRefusedByDatabaseError(NewsdeskError):
    """The database itself keeps a photo without credit from being published."""

    sentence = "A published story can't show a photo that has no credit."
    way_out = "Credit the photo first, or take it out of the story."


class AppendOnlyError(NewsdeskError):
    """Somebody tried to change the log of releases or the signatures."""

    sentence = "What was released or signed can't be changed in the records."
    way_out = "Release a correction, or sign anew."


class UnitMisusedError(NewsdeskError):
    """A unit of work was opened or used where it can't be; field: ``reason``."""

    sentence = "A unit of work was misused: {reason}."


class BackupTakenError(NewsdeskError):
    """The target of a backup exists; field: ``file``."""

    sentence = "There is already something at {file}."
    way_out = "Choose another name; a backup is never written over."


class BackupNotHereError(NewsdeskError):
    """A server's database is saved with its own tools; field: ``address``."""

    sentence = "Newsdesk can't save a PostgreSQL database ({address})."
    way_out = "Use PostgreSQL's own pg_dump, and copy the photos beside it."


UNCREDITED = "newsdesk: published without credit"
"""What the triggers say when they keep a photo without credit from being published."""

APPEND_ONLY = "newsdesk: append-only"
"""What the triggers say when a release or a signature is changed."""

_FOLDER_ERRORS = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY)
_LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGED = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
_SERVER_GONE = ("08", "57P")
_SERVER_FULL = ("53",)
_SERVER_LOCKED = ("55P03", "40P01", "40001")
_SERVER_READ_ONLY = ("25006", "42501")


def refusal_for(error: DBAPIError, address: str, seconds: float) -> NewsdeskError:
    """Return the refusal that a database's error amounts to, for the caller to raise from it."""
    said = str(error.orig)
    if UNCREDITED in said:
        return PublicationRefusedByDatabaseError()
    if APPEND_ONLY in said:
        return AppendOnlyError()
    if isinstance(error.orig, sqlite3.Error):
        return sqlite_refusal(error.orig, address, seconds)
    return _postgres_refusal(error, address, seconds)


def sqlite_refusal(error: sqlite3.Error, address: str, seconds: float) -> NewsdeskError:
    """Return the refusal that an error of SQLite amounts to."""
    # The low byte is the kind of error; the rest says which of its cases it is. Misuse of the
    # module raises errors without a code.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _LOCKED:
        return LockedNewsroomError(address=address, seconds=round(seconds))
    if code in _FOLDER_ERRORS:
        return ReadOnlyNewsroomError(address=address, reason=str(error))
    if code in _DAMAGED:
        return DamagedNewsroomError(address=address, reason=str(error))
    if code == sqlite3.SQLITE_FULL:
        return StorageFullError(address=address)
    return StorageFailedError(address=address, reason=str(error))


def _postgres_refusal(error: DBAPIError, address: str, seconds: float) -> NewsdeskError:
    state = getattr(error.orig, "sqlstate", None) or ""
    reason = " ".join(str(error.orig).split())
    if state.startswith(_SERVER_LOCKED):
        return LockedNewsroomError(address=address, seconds=round(seconds))
    if state.startswith(_SERVER_FULL):
        return StorageFullError(address=address)
    if state.startswith(_SERVER_READ_ONLY):
        return ReadOnlyNewsroomError(address=address, reason=reason)
    # Without a state the connection itself broke before the server could say anything.
    if state.startswith(_SERVER_GONE) or error.connection_invalidated or not state:
        return NewsroomUnreachableError(address=address, reason=reason)
    return StorageFailedError(address=address, reason=reason)
