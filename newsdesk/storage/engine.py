"""Opening a newsroom's database: a folder with SQLite, or a PostgreSQL server."""

import sqlite3
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, QueuePool

from newsdesk.storage.refusals import (
    NewerSchemaError,
    NewsroomMissingError,
    NotANewsroomError,
    ReadOnlyNewsroomError,
    refusal_for,
    sqlite_refusal,
)
from newsdesk.storage.schema import SCHEMA_VERSION, is_known, migrate, version_of
from newsdesk.storage.sqlite_file import (
    FILE_NAME,
    connector,
    new_file,
    require_newsroom_file,
    require_writable,
    version_in,
)
from newsdesk.storage.starting_set import fill
from newsdesk.storage.store import WRITES, SqlStore, json_text

_READERS = 8
PATIENCE = 5.0
"""How many seconds anybody waits for somebody else's lock."""


def open_store(address: str | Path, *, create: bool = True, patience: float = PATIENCE) -> SqlStore:
    """Open the newsroom in a folder or at a ``postgresql://`` address.

    Where none is, an empty one is made, unless ``create`` is false. ``patience`` is how many
    seconds to wait for another program's lock. A refusal has changed nothing.

    Raises:
        NewsroomMissingError, NotANewsroomError, DamagedNewsroomError, NewerSchemaError,
        ReadOnlyNewsroomError, LockedNewsroomError, NewsroomUnreachableError, StorageFullError, StorageFailedError.
    """
    if isinstance(address, str) and address.startswith(("postgresql://", "postgresql+psycopg://")):
        # The driver is loaded for those alone who work on a server.
        from newsdesk.storage.postgres_server import open_server

        return open_server(address, create=create, patience=patience)
    return _open_folder(Path(address), create=create, patience=patience)


def _open_folder(folder: Path, *, create: bool, patience: float) -> SqlStore:
    file = folder / FILE_NAME
    if folder.exists() and not folder.is_dir():
        raise NotANewsroomError(address=folder, reason="it is a file, and a newsroom is a folder")
    if not file.exists():
        if not create:
            raise NewsroomMissingError(address=folder)
        _make(folder, file, patience)
    require_newsroom_file(file)
    found = version_in(file, patience)
    if not is_known(found):
        raise NewerSchemaError(address=folder, found=found or "unknown", known=SCHEMA_VERSION)
    require_writable(folder, file)
    engine = sqlite_engine(file, patience)
    with ExitStack() as undo:
        undo.callback(engine.dispose)
        try:
            _prepare(engine)
        except sqlite3.Error as error:
            raise sqlite_refusal(error, str(folder), patience) from error
        except DBAPIError as error:
            raise refusal_for(error, str(folder), patience) from error
        undo.pop_all()
    return SqlStore(engine, address=str(folder), patience=patience, file=file)


def sqlite_engine(file: Path, patience: float, *, pooled: bool = True) -> Engine:
    """Return an engine for an existing file; units that write hold the file's one right to write from their start."""
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=connector(file, patience),
        json_serializer=json_text,
        **({"poolclass": QueuePool, "pool_size": _READERS, "max_overflow": -1} if pooled else {"poolclass": NullPool}),
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql(f"PRAGMA query_only = {0 if writes else 1}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _make(folder: Path, file: Path, patience: float) -> None:
    """Make an empty newsroom; where that fails, no folder of ours is left behind."""
    made = [place for place in (folder, *folder.parents) if not place.exists()]
    kept = False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with new_file(file) as passing:
            engine = sqlite_engine(passing, patience, pooled=False)
            with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
                migrate(connection)
                fill(connection)
        kept = True
    except OSError as error:
        raise ReadOnlyNewsroomError(address=folder, reason=error.strerror or str(error)) from error
    except sqlite3.Error as error:
        raise sqlite_refusal(error, str(folder), patience) from error
    except DBAPIError as error:
        raise refusal_for(error, str(folder), patience) from error
    finally:
        for place in made if not kept else ():
            if place.is_dir() and not any(place.iterdir()):
                place.rmdir()


def _prepare(engine: Engine) -> None:
    """Set the journal and bring an older newsroom forward, as a whole or not at all."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()
    with engine.connect() as connection:
        current = version_of(connection)
    if current == SCHEMA_VERSION:
        return
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        migrate(connection)
