"""Times as editors type them, read and written in the newsroom's zone."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})\.?\s+([a-z]{3})[a-z]*\.?\s+(\d{4})", re.IGNORECASE)
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:.](\d{2})(?!\d)")


class NotAMomentError(ValueError):
    """The text names no day and clock."""


def write_moment(moment: dt.datetime | None, zone: ZoneInfo) -> str:
    """Return a moment as ``21 Nov 2023, 16:34``, an empty text for None."""
    if moment is None:
        return ""
    local = moment.astimezone(zone)
    return f"{local.day} {_MONTHS[local.month - 1].capitalize()} {local.year}, {local:%H:%M}"


def read_moment(text: str, zone: ZoneInfo, now: dt.datetime) -> dt.datetime | None:
    """Return the moment in UTC that a text names; None for an empty text.

    Understands ``21.11.23 16:34``, ``21 Nov 2023, 16:34``, ``2023-11-21 16:34``, a clock alone (today),
    and ``now``.

    Raises:
        NotAMomentError: if it names none.
    """
    words = text.strip().casefold()
    if not words or words == "none":
        return None
    if words == "now":
        return now
    day, rest = _day(words, now.astimezone(zone).date())
    clock = _CLOCK.search(rest)
    if clock is None:
        raise NotAMomentError(text)
    try:
        time = dt.time(int(clock.group(1)), int(clock.group(2)))
    except ValueError as problem:
        raise NotAMomentError(text) from problem
    return dt.datetime.combine(day, time, zone).astimezone(dt.UTC)


def _day(words: str, today: dt.date) -> tuple[dt.date, str]:
    """Return the day, and what is left of the words without it."""
    try:
        if found := _ISO.search(words):
            year, month, day = (int(part) for part in found.groups())
        elif found := _NUMBERS.search(words):
            day, month, year = (int(part) for part in found.groups())
            year += 2000 if year < 100 else 0
        elif found := _WORDS.search(words):
            day, year = int(found.group(1)), int(found.group(3))
            month = _MONTHS.index(found.group(2).casefold()) + 1
        else:
            return today, words
        return dt.date(year, month, day), words[: found.start()] + " " + words[found.end() :]
    except ValueError as problem:
        raise NotAMomentError(words) from problem
