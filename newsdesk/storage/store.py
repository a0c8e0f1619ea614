"""A newsroom's database: units that write one at a time, units that read without waiting."""

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from newsdesk.domain.article import Article
from newsdesk.domain.ids import PersonId
from newsdesk.domain.summary import StoreInfo
from newsdesk.storage.bulk import add_many
from newsdesk.storage.refusals import (
    BackupNotHereError,
    BackupTakenError,
    LockedNewsroomError,
    ReadOnlyNewsroomError,
    StorageFailedError,
    UnitMisusedError,
    refusal_for,
    sqlite_refusal,
)
from newsdesk.storage.schema import SCHEMA_VERSION
from newsdesk.storage.sqlite_file import sync_folder
from newsdesk.storage.unit import SqlUnit
from newsdesk.storage.verification import faults_of, index_faults

WRITES = "newsdesk_writes"
"""The execution option of a connection whose transaction may write."""

_CHECKPOINT_AFTER = 200
"""After how many writes the log is copied into the database."""


def json_text(value: Any) -> str:
    """Return JSON with letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class SqlStore:
    """An open newsroom; made by ``newsdesk.storage.engine.open_store``. Safe to use from several threads."""

    def __init__(self, engine: Engine, *, address: str, patience: float, file: Path | None = None) -> None:
        self._engine = engine
        self._address = address
        self._patience = patience
        self._file = file
        self._writing = threading.Lock()
        self._here = threading.local()
        self._writes = 0

    @contextmanager
    def unit(self) -> Iterator[SqlUnit]:
        """Open a unit that writes: committed at the end of the block, rolled back by an exception.

        Raises:
            UnitMisusedError: if this thread has a unit open already.
            LockedNewsroomError, StorageFullError, StorageFailedError, NewsroomUnreachableError,
            PublicationRefusedByDatabaseError, AppendOnlyError: nothing is kept then.
        """
        self._require_no_unit()
        if not self._writing.acquire(timeout=self._patience):
            raise LockedNewsroomError(address=self._address, seconds=round(self._patience))
        try:
            with self._transaction(**{WRITES: True}) as connection:
                if self._writes >= _CHECKPOINT_AFTER:
                    self._checkpoint()
                yield from self._open_unit(connection, writes=True)
            self._writes += 1
        finally:
            self._writing.release()

    @contextmanager
    def reading(self) -> Iterator[SqlUnit]:
        """Open a unit that only reads, without waiting for writers; it sees one state of the newsroom throughout.

        Raises:
            UnitMisusedError: if this thread has a unit that writes open, whose changes it would not see.
            StorageFailedError, NewsroomUnreachableError.
        """
        self._require_no_unit()
        options: dict[str, Any] = {}
        if self._file is None:
            options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        try:
            with self._transaction(**options) as connection:
                yield from self._open_unit(connection, writes=False)
        except ReadOnlyNewsroomError as error:
            raise UnitMisusedError(reason="it may only read") from error

    def bulk_add(self, articles: Iterable[Article], *, actor: PersonId, now: datetime) -> int:
        """Keep many new stories at once, as they are, and return how many; those without times take ``now``.

        Photos are not attached. Made for filling an archive, and for measuring with a full one.
        """
        with self.unit() as unit:
            added = add_many(unit, articles, actor=actor, now=now)
        # The log holds a whole archive now; it is copied here, not under the next save.
        self._writes = _CHECKPOINT_AFTER
        with self.unit():
            return added

    def info(self) -> StoreInfo:
        """Return what the store is."""
        engine = "SQLite" if self._file is not None else "PostgreSQL"
        return StoreInfo(engine=engine, address=self._address, schema_version=SCHEMA_VERSION)

    def verify(self) -> Sequence[str]:
        """Return, in plain words, everything that is wrong with the database; empty if nothing is."""
        with self.reading() as unit:
            found = faults_of(unit)
        if found:
            return found
        # The index is checked by a statement that SQLite counts among those that write.
        with self.unit() as unit:
            return index_faults(unit)

    def backup(self, target: str) -> None:
        """Write a consistent copy of the database to a new file, while others write on.

        Raises:
            BackupTakenError: if there is something at the target.
            BackupNotHereError: if the database is a server's.
        """
        if self._file is None:
            raise BackupNotHereError(address=self._address)
        copy = Path(target)
        if copy.exists():
            raise BackupTakenError(file=target)
        try:
            with closing(sqlite3.connect(copy)) as sink, closing(self._engine.raw_connection()) as source:
                held = source.driver_connection
                if not isinstance(held, sqlite3.Connection):
                    raise StorageFailedError(address=self._address, reason="there is no connection to copy from")
                held.backup(sink)
                # One file that needs nothing beside it.
                sink.execute("PRAGMA journal_mode = DELETE")
            sync_folder(copy.parent)
        except (sqlite3.Error, OSError) as error:
            copy.unlink(missing_ok=True)
            raise StorageFailedError(address=target, reason=str(error)) from error

    def close(self) -> None:
        """Finish, checkpoint and let go of the database; safe to call twice."""
        with self._writing:
            # SQLite copies the log into the database when the last connection to it goes.
            self._engine.dispose()

    @contextmanager
    def _transaction(self, **options: Any) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection, connection.execution_options(**options).begin():
                yield connection
        except DBAPIError as error:
            raise refusal_for(error, self._address, self._patience) from error
        except sqlite3.Error as error:
            raise sqlite_refusal(error, self._address, self._patience) from error

    def _open_unit(self, connection: Connection, *, writes: bool) -> Iterator[SqlUnit]:
        unit = SqlUnit(connection, writes=writes)
        self._here.writes = writes
        try:
            yield unit
            unit.finish()
        finally:
            self._here.writes = False
            unit.close()

    def _require_no_unit(self) -> None:
        if getattr(self._here, "writes", False):
            raise UnitMisusedError(reason="one is open already, and everything belongs into that one")

    def _checkpoint(self) -> None:
        """Copy the log into the database, from a connection of its own and under this unit's right to write.

        While that is held nobody writes or checkpoints beside us, in no program: the one moment at
        which SQLite before 3.51.3 can't spoil the file.
        """
        if self._file is None:
            return
        with closing(self._engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")
        self._writes = 0
