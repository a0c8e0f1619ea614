"""Times as editors type them, read and written in the newsroom's zone."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CLOCK = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:\s*h)?"
_DAY = r"(?P<day>\S.*?)"
_BETWEEN = r"(?:\s*[,|·]\s*|\s+at\s+|\s+|t)"
_FORMS = tuple(re.compile(form) for form in (_CLOCK, _DAY + _BETWEEN + _CLOCK, _CLOCK + _BETWEEN + _DAY))
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_NUMBERS = re.compile(r"(?P<day>\d{1,2})[./]\s?(?P<month>\d{1,2})(?:[./]\s?(?P<year>\d{4}|\d{2})?)?\.?")
_WORDS = re.compile(r"(?P<day>\d{1,2})\.?\s+(?P<name>[a-z]{3})[a-z]*\.?(?:\s+(?P<year>\d{4}))?")
_CENTURY = 2000


class NotAMomentError(ValueError):
    """The text names no day and clock."""


def write_moment(moment: dt.datetime | None, zone: ZoneInfo) -> str:
    """Return a moment as ``21 Nov 2023, 16:34``, an empty text for None."""
    if moment is None:
        return ""
    local = moment.astimezone(zone)
    return f"{local.day} {_MONTHS[local.month - 1].capitalize()} {local.year:04}, {local:%H:%M}"


def read_moment(text: str, zone: ZoneInfo, now: dt.datetime) -> dt.datetime | None:
    """Return the moment in UTC that a text names; None for an empty text.

    Understands ``21.11.23 16:34``, ``21 Nov 2023, 16:34``, ``2023-11-21 16:34``, a day without its year
    (this year's), ``today`` and ``tomorrow``, a clock alone (today's), and ``now``. Of a clock that comes
    twice when summer time ends, the first is meant.

    Raises:
        NotAMomentError: if it names none, or holds a word that is not understood.
    """
    words = text.strip().casefold()
    if not words or words == "none":
        return None
    if words == "now":
        return now.astimezone(dt.UTC)
    found = next((match for form in _FORMS if (match := form.fullmatch(words))), None)
    if found is None:
        raise NotAMomentError(text)
    today = now.astimezone(zone).date()
    try:
        day = _day(found.groupdict().get("day"), today)
        clock = dt.time(int(found["hour"]), int(found["minute"]))
        return dt.datetime.combine(day, clock, zone).astimezone(dt.UTC)
    except (ValueError, OverflowError) as problem:
        raise NotAMomentError(text) from problem


def _day(words: str | None, today: dt.date) -> dt.date:
    """Return the day that a text names; raises ValueError where it names none."""
    if words is None or words == "today":
        return today
    if words == "tomorrow":
        return today + dt.timedelta(days=1)
    found = next((match for form in (_ISO, _NUMBERS, _WORDS) if (match := form.fullmatch(words))), None)
    if found is None:
        raise ValueError(words)
    parts = found.groupdict()
    month = _MONTHS.index(parts["name"]) + 1 if "name" in parts else int(parts["month"])
    year = int(parts["year"]) if parts["year"] else today.year
    if parts["year"] and len(parts["year"]) == len("23"):
        year += _CENTURY
    return dt.date(year, month, int(parts["day"]))
