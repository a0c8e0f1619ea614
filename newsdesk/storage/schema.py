"""The form of the database: which revision it has, and the way to the newest."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

SCHEMA_VERSION = "0001"
"""The newest revision of the migrations in this package."""

VERSION_TABLE = "newsdesk_version"
"""Where the database keeps its own revision; named so that it is nobody else's."""

MIGRATIONS = Path(__file__).with_name("migrations")


def version_of(connection: Connection) -> str:
    """Return the revision of the database, empty where it holds no newsroom."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return ""
    return connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar() or ""


def is_known(version: str, migrations: Path = MIGRATIONS) -> bool:
    """Tell whether this Newsdesk can read, or bring forward, a database of that revision."""
    if version == SCHEMA_VERSION:
        return True
    from alembic.script import ScriptDirectory

    return version in {script.revision for script in ScriptDirectory(str(migrations)).walk_revisions()}


def migrate(connection: Connection, migrations: Path = MIGRATIONS) -> None:
    """Bring the database to the newest revision inside the transaction that the caller began."""
    # Only a new or an old newsroom needs it, and it costs as much as opening the database.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def belongs_to_the_tables(
    item: object, name: str | None, kind: str, reflected: bool, compare_to: object | None
) -> bool:
    """Tell whether a table is described in ``tables``; the search's own tables differ by engine."""
    own = ("article_search", "article_fts")
    return not (kind == "table" and reflected and name is not None and name.startswith(own))
