"""INSERT … ON CONFLICT, which both databases know and SQLAlchemy spells twice."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from newsdesk.storage.tables import Table


def upsert(session: Session, table: type[Table], values: dict[str, Any], key: tuple[str, ...]) -> None:
    """Put a row in, or in the place of the one with the same key."""
    rest = {name: value for name, value in values.items() if name not in key}
    session.execute(insert_into(session, table).values(values).on_conflict_do_update(index_elements=key, set_=rest))


def insert_into(session: Session, table: type[Table]) -> "sqlite.Insert | postgresql.Insert":
    """Return the INSERT of the session's database that knows ON CONFLICT."""
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)
