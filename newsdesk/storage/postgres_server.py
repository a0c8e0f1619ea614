"""A newsroom on a PostgreSQL server."""

from contextlib import ExitStack
from typing import Any

from sqlalchemy import URL, Connection, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from newsdesk.storage.refusals import (
    NewerSchemaError,
    NewsroomMissingError,
    NewsroomUnreachableError,
    NotANewsroomError,
    refusal_for,
)
from newsdesk.storage.schema import SCHEMA_VERSION, is_known, migrate, version_of
from newsdesk.storage.starting_set import fill
from newsdesk.storage.store import SqlStore, json_text

_CONNECTIONS = 8
_MAKING = 0x4E44534B
"""The advisory lock under which a newsroom is made or brought forward."""


def open_server(address: str, *, create: bool, patience: float) -> SqlStore:
    """Open the newsroom at a PostgreSQL address, make it where the database is empty; raises as ``open_store``."""
    url = _url(address)
    shown = url.render_as_string(hide_password=True)
    engine = create_engine(
        url,
        json_serializer=json_text,
        pool_size=_CONNECTIONS,
        max_overflow=-1,
        # A server that was restarted overnight must not cost the first save of the morning.
        pool_pre_ping=True,
        connect_args={"connect_timeout": max(2, round(patience))},
    )

    @event.listens_for(engine, "connect")
    def settle(connection: Any, record: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = {round(patience * 1000)}")
            cursor.execute("SET TIME ZONE 'UTC'")
        connection.commit()

    with ExitStack() as undo:
        undo.callback(engine.dispose)
        try:
            _require_reachable(engine.connect, shown)
            with engine.connect() as connection, connection.begin():
                _prepare(connection, shown, create=create)
        except DBAPIError as error:
            raise refusal_for(error, shown, patience) from error
        undo.pop_all()
    return SqlStore(engine, address=shown, patience=patience)


def _url(address: str) -> URL:
    try:
        return make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        raise NewsroomUnreachableError(address="postgresql://…", reason="this is no address of a database") from error


def _require_reachable(connect: Any, shown: str) -> None:
    try:
        connect().close()
    except DBAPIError as error:
        raise NewsroomUnreachableError(address=shown, reason=" ".join(str(error.orig).split())) from error


def _prepare(connection: Connection, shown: str, *, create: bool) -> None:
    current = version_of(connection)
    if current == SCHEMA_VERSION:
        return
    # Whoever comes second finds the work done.
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MAKING})
    current = version_of(connection)
    if current and not is_known(current):
        raise NewerSchemaError(address=shown, found=current, known=SCHEMA_VERSION)
    if not current:
        if inspect(connection).get_table_names():
            raise NotANewsroomError(address=shown, reason="the database holds the tables of another program")
        if not create:
            raise NewsroomMissingError(address=shown)
    if current != SCHEMA_VERSION:
        migrate(connection)
    if not current:
        fill(connection)
