"""Dates and clocks as pages write them, and the moment that they name in the publication's zone."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from newsdesk.ingest import questions

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar januara januaru јануар јануара",
            "february feb februar februara фебруар фебруара",
            "march mar mart marta märz март марта",
            "april apr aprila април априла",
            "may maj maja mai мај маја",
            "june jun juna juni јун јуна",
            "july jul jula juli јул јула",
            "august aug avgust avgusta avg август августа авг",
            "september sep sept septembar septembra септембар септембра сеп",
            "october oct oktobar oktobra okt oktober октобар октобра окт",
            "november nov novembar novembra новембар новембра нов",
            "december dec decembar decembra dezember децембар децембра дец",
        ),
        start=1,
    )
    for name in names.split()
}
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\d)\.?")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DAY_MONTH = re.compile(r"(?<!\d)(\d{1,2})\.?\s+([^\W\d_]{3,10})\.?,?\s+(\d{4})(?!\d)")
_MONTH_DAY = re.compile(r"\b([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_CLOCK = re.compile(r"(?<![\d.:])(\d{1,2})[:.](\d{2})(?::\d{2})?(?![\d.:])(?:\s*([ap])\.?m\b)?", re.I)
_CENTURY_TURNS = 70
"""Two-figure years from here on belong to the last century."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment in UTC, and the question that its clock leaves open (empty where none)."""

    at: datetime
    question: str = ""


def find_date(text: str) -> date | None:
    """Return the first date that a line holds, or None where it holds none."""
    for found in _DOTTED.finditer(text):
        day = _day(found[3], found[2], found[1])
        if day:
            return day
    for found in _ISO.finditer(text):
        day = _day(found[1], found[2], found[3])
        if day:
            return day
    for pattern, month, number in ((_DAY_MONTH, 2, 1), (_MONTH_DAY, 1, 2)):
        for found in pattern.finditer(text):
            named = _MONTHS.get(found[month].casefold())
            day = _day(found[3], str(named), found[number]) if named else None
            if day:
                return day
    return None


def find_clock(text: str) -> time | None:
    """Return the first clock time that a line holds beside its date, or None."""
    rest = _ISO.sub(" ", _DOTTED.sub(" ", text))
    found = _CLOCK.search(rest)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2])
    if found[3] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def moment_of(day: date, clock: time, zone: ZoneInfo, as_written: str) -> Moment:
    """Return the moment at which a clock of the zone shows that time of that day.

    Of two equal times the first is taken; a time that clocks skip is read by the offset before the
    change. Both ask.
    """
    local = datetime.combine(day, clock, zone)
    at = local.astimezone(UTC)
    if at.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        return Moment(at=at, question=questions.clock_never(as_written))
    if local.utcoffset() != local.replace(fold=1).utcoffset():
        return Moment(at=at, question=questions.clock_twice(as_written))
    return Moment(at=at)


def read_iso(text: str, zone: ZoneInfo) -> Moment | None:
    """Return the moment of an ISO 8601 text, in the zone where it names none; None where it is no time.

    A date alone stands for the beginning of that day.
    """
    tidy = re.sub(r"(\.\d{6})\d+", r"\1", text.strip())
    try:
        found = datetime.fromisoformat(tidy)
    except ValueError:
        return None
    if found.tzinfo is not None:
        try:
            return Moment(at=found.astimezone(UTC))
        except OverflowError:
            return None
    if not date.min.year < found.year < date.max.year:
        return None
    return moment_of(found.date(), found.time(), zone, text.strip())


def shown(at: datetime, zone: ZoneInfo) -> str:
    """Return a moment as a person reads it: ``21.11.2023, 16:34``."""
    return at.astimezone(zone).strftime("%d.%m.%Y, %H:%M")


def _day(year: str, month: str, day: str) -> date | None:
    full = int(year) + (0 if len(year) == 4 else 2000 if int(year) < _CENTURY_TURNS else 1900)
    try:
        found = date(full, int(month), int(day))
    except ValueError:
        return None
    return found if 1900 <= found.year <= 2100 else None
