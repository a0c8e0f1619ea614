"""Dates and clocks as pages and feeds print them, in the publication's zone."""

from datetime import datetime
from email.utils import format_datetime
from zoneinfo import ZoneInfo


def local(moment: datetime, zone: str) -> datetime:
    """Return an aware moment in a time zone, named as in ``Europe/Belgrade``."""
    return moment.astimezone(ZoneInfo(zone))


def iso(moment: datetime, zone: str) -> str:
    """Return ``2023-11-21T16:34:00+01:00`` (ISO 8601, to the second, with the zone's offset at that moment)."""
    return local(moment, zone).replace(microsecond=0).isoformat()


def day(moment: datetime, zone: str) -> str:
    """Return ``21.11.23``."""
    return f"{local(moment, zone):%d.%m.%y}"


def clock(moment: datetime, zone: str) -> str:
    """Return ``16:34``, of 24 hours."""
    return f"{local(moment, zone):%H:%M}"


def month(moment: datetime, zone: str) -> str:
    """Return ``2023-11``."""
    return f"{local(moment, zone):%Y-%m}"


def mail_date(moment: datetime, zone: str) -> str:
    """Return ``Tue, 21 Nov 2023 16:34:00 +0100`` (RFC 822, as RSS 2.0 wants it)."""
    return format_datetime(local(moment, zone))
