"""What an empty newsroom holds: the agencies with their patterns, and one series."""

from sqlalchemy import Connection

from newsdesk.domain.briefing import Series
from newsdesk.domain.credit_patterns import DEFAULT_AGENCIES
from newsdesk.domain.ids import SeriesId
from newsdesk.storage.unit import SqlUnit

_SERIES = Series(id=SeriesId(0), name="Morning Briefing", slug="morning-briefing", language="en")


def fill(connection: Connection) -> None:
    """Fill a newsroom that was made a moment ago, inside the caller's transaction."""
    unit = SqlUnit(connection, writes=True)
    for agency in DEFAULT_AGENCIES:
        unit.settings.save_agency(agency)
    unit.briefings.add_series(_SERIES)
    unit.finish()
    unit.close()
