"""Names for stories that nobody else can have given."""

import secrets
from datetime import UTC, datetime
from uuid import UUID

_HOST = "beta-briefing.example"


def uuid7(moment: datetime) -> UUID:
    """Return a UUID that sorts by its moment, to the millisecond (RFC 9562, section 5.7)."""
    milliseconds = int(moment.timestamp() * 1000) & (1 << 48) - 1
    value = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return UUID(int=value)


def new_uri(moment: datetime) -> str:
    """Return a new name for a story (NewsML URN, RFC 3085: provider, date, item)."""
    return f"urn:newsml:{_HOST}:{moment.astimezone(UTC):%Y%m%d}:{uuid7(moment)}"
