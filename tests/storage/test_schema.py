"""The form of the database: migrations and tables say the same, and a migration is kept whole or not at all."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, inspect, text
from sqlalchemy.exc import DBAPIError

from newsdesk.storage.engine import open_store, sqlite_engine
from newsdesk.storage.schema import (
    MIGRATIONS,
    SCHEMA_VERSION,
    VERSION_TABLE,
    belongs_to_the_tables,
    is_known,
    migrate,
    version_of,
)
from newsdesk.storage.store import WRITES
from newsdesk.storage.tables import Table

_NEXT = '''
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "0002", "0001", None, None


def upgrade():
    op.create_table("tips", sa.Column("id", sa.Integer, primary_key=True))
    op.add_column("people", sa.Column("phone", sa.Text))
    {then}
'''


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    """Yield an engine at a newsroom that is closed otherwise."""
    open_store(address).close()
    server = address.startswith("postgresql")
    made = create_engine(address) if server else sqlite_engine(Path(address) / "newsroom.sqlite3", 5)
    yield made
    made.dispose()


def later_migrations(folder: Path, then: str) -> Path:
    """Return migrations that go on after ours."""
    copied = shutil.copytree(MIGRATIONS, folder / "migrations", ignore=shutil.ignore_patterns("__pycache__"))
    (copied / "versions" / "0002_tips.py").write_text(_NEXT.format(then=then))
    return copied


def upgrade(engine: Engine, migrations: Path) -> None:
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        migrate(connection, migrations)


def form(engine: Engine) -> tuple[str, set[str], set[str]]:
    with engine.connect() as connection:
        found = inspect(connection)
        return (
            version_of(connection),
            set(found.get_table_names()),
            {column["name"] for column in found.get_columns("people")},
        )


def test_known_version_is_the_newest_migration() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == SCHEMA_VERSION


def test_unknown_version_is_not_known() -> None:
    assert (is_known(SCHEMA_VERSION), is_known("9999"), is_known("")) == (True, False, False)


def test_migrations_make_the_tables(engine: Engine) -> None:
    options = {"version_table": VERSION_TABLE, "include_object": belongs_to_the_tables, "compare_type": True}
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Table.metadata) == []


def test_constraints_have_their_names(engine: Engine) -> None:
    with engine.connect() as connection:
        found = inspect(connection)
        names = {
            key["name"]
            for table in Table.metadata.tables
            for key in (*found.get_foreign_keys(table), *found.get_unique_constraints(table))
        }
    assert all(name and name.startswith(("fk_", "uq_")) for name in names)


def test_older_newsroom_is_brought_forward(engine: Engine, tmp_path: Path) -> None:
    upgrade(engine, later_migrations(tmp_path, "op.execute(\"INSERT INTO tips VALUES (1)\")"))
    version, tables, columns = form(engine)
    assert (version, "tips" in tables, "phone" in columns) == ("0002", True, True)


def test_failing_migration_leaves_nothing(engine: Engine, tmp_path: Path) -> None:
    before = form(engine)
    with pytest.raises(DBAPIError):
        upgrade(engine, later_migrations(tmp_path, 'op.execute("INSERT INTO nowhere VALUES (1)")'))
    assert form(engine) == before


def test_interrupted_migration_leaves_nothing(engine: Engine, tmp_path: Path) -> None:
    before = form(engine)
    with pytest.raises(KeyboardInterrupt):
        upgrade(engine, later_migrations(tmp_path, "raise KeyboardInterrupt"))
    assert form(engine) == before


def test_newsroom_opens_after_a_failed_migration(engine: Engine, address: str, tmp_path: Path) -> None:
    with pytest.raises(DBAPIError):
        upgrade(engine, later_migrations(tmp_path, 'op.execute("INSERT INTO nowhere VALUES (1)")'))
    with closing(open_store(address, create=False)) as store:
        assert store.verify() == []


def test_older_newsroom_is_brought_forward_by_opening_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newsdesk.storage import engine as opening

    folder = tmp_path / "newsroom"
    with closing(open_store(folder)) as store, store.unit() as unit:
        unit.settings.set("publication.name", "Beta")
    newer = later_migrations(tmp_path, "pass")
    forward: Callable[[object], None] = lambda connection: migrate(connection, newer)  # type: ignore[arg-type]  # noqa: E731
    monkeypatch.setattr(opening, "migrate", forward)
    monkeypatch.setattr(opening, "SCHEMA_VERSION", "0002")
    with closing(open_store(folder)) as store, store.reading() as unit:
        assert unit.settings.all() == {"publication.name": "Beta"}
        assert unit.session.execute(text("SELECT count(*) FROM tips")).scalar() == 0
