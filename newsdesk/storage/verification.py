"""Everything that can be wrong with a database, in plain words."""

from collections.abc import Iterator

from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from newsdesk.storage.search import search_index
from newsdesk.storage.tables import ArticleRow, VersionRow
from newsdesk.storage.tallies import counted, kept
from newsdesk.storage.unit import SqlUnit


def faults_of(unit: SqlUnit) -> list[str]:
    """Return what is wrong, the search index aside; empty if nothing is."""
    try:
        found = list(_file_faults(unit.session))
        if found:
            # A damaged file makes every other answer worthless.
            return found
        found += [f"Release {number} is not what was released, or one before it is gone." for number in _chain(unit)]
        found += _history_faults(unit.session)
        if counted(unit.session) != kept(unit.session):
            found.append("The counts of the stories are not right.")
    except DatabaseError as error:
        return [f"The database is damaged: {error.orig}."]
    return found


def index_faults(unit: SqlUnit) -> list[str]:
    """Return where the search index does not agree with the stories; needs a unit that writes."""
    return search_index(unit.session).faults()


def _file_faults(session: Session) -> Iterator[str]:
    if session.get_bind().dialect.name != "sqlite":
        return
    for (said,) in session.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield f"The database file is damaged: {said}."
    for row in session.execute(text("PRAGMA foreign_key_check")):
        yield f"Row {row[1]} of {row[0]} names a row of {row[2]} that does not exist."


def _chain(unit: SqlUnit) -> list[int]:
    return list(unit.releases.verify())


def _history_faults(session: Session) -> list[str]:
    there = select(VersionRow.id).where(
        VersionRow.article_id == ArticleRow.id, VersionRow.revision == ArticleRow.revision
    )
    missing = session.scalars(select(ArticleRow.id).where(~there.exists()).limit(10)).all()
    return [f"The history of story {article} lacks the story as it stands." for article in missing]
