"""A store of each kind for each test: SQLite in a folder of its own, PostgreSQL in a schema of its own."""

import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from newsdesk.storage.engine import open_store
from newsdesk.storage.store import SqlStore
from tests.storage.builders import Desk


@pytest.fixture(scope="session")
def empty_newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an empty newsroom, to be copied."""
    folder = tmp_path_factory.mktemp("empty") / "newsroom"
    open_store(folder).close()
    return folder


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Yield an address where there is no newsroom yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "newsroom")
        return
    with own_schema(request.getfixturevalue("postgres_url")) as own:
        yield own


@contextmanager
def own_schema(server: str) -> Iterator[str]:
    """Yield the address of an empty schema on a server; it is gone after the block."""
    plain = server.replace("postgresql+psycopg://", "postgresql://")
    name = f"t_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f'CREATE SCHEMA "{name}"')
    try:
        yield f"{server}?options=-csearch_path%3D{name}"
    finally:
        with psycopg.connect(plain, autocommit=True) as connection:
            connection.execute("SET client_min_messages = warning")
            connection.execute(f'DROP SCHEMA "{name}" CASCADE')


@pytest.fixture
def store(address: str, empty_newsroom: Path) -> Iterator[SqlStore]:
    """Yield an empty newsroom's store."""
    if not address.startswith("postgresql"):
        shutil.copytree(empty_newsroom, address)
    opened = open_store(address)
    yield opened
    opened.close()


@pytest.fixture
def desk(store: SqlStore) -> Desk:
    """Return somebody at work in an empty newsroom."""
    return Desk(store)


@pytest.fixture
def sql(address: str) -> Iterator[Callable[[str], list[tuple[object, ...]]]]:
    """Yield what runs a statement as another program would, past all of Newsdesk, and keeps it."""
    server = address.startswith("postgresql")
    engine = create_engine(address if server else f"sqlite:///{address}/newsroom.sqlite3", poolclass=NullPool)

    def run(statement: str) -> list[tuple[object, ...]]:
        with engine.begin() as connection:
            done = connection.exec_driver_sql(statement)
            return [tuple(row) for row in done] if done.returns_rows else []

    yield run
    engine.dispose()
