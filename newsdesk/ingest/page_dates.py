"""When a page was published, by what it says of itself, then by what it shows; a doubt becomes a question."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from email.utils import parsedate_to_datetime

from lxml.html import HtmlElement

from newsdesk.ingest import questions
from newsdesk.ingest.page_clock import Moment, find_clock, find_date, moment_of, read_iso, shown
from newsdesk.ingest.page_facts import PageFacts
from newsdesk.ingest.page_lines import Leaf
from newsdesk.ingest.setting import Setting

_NAMES_ZONE = re.compile(r"(?:Z|[+-]\d{2}:?\d{2}|GMT|UTC)\s*$", re.I)
_NAMES_CLOCK = re.compile(r"\d:\d\d|T\d{4}")
_HEADER_LINE = 120


def published_at(
    facts: PageFacts, place: HtmlElement, head: Sequence[Leaf], setting: Setting, asked: list[str]
) -> datetime | None:
    """Return when the page was published, in UTC, or None where nothing on it is a date.

    ``head`` are the lines above the story. The answer is sure, and nothing is asked, where the page
    states one moment with its zone.
    """
    stated = [(text, moment) for text in facts.dates if (moment := _read(text, setting)) is not None]
    if stated:
        text, moment = stated[0]
        spread = max(abs(other.at - moment.at) for _, other in stated)
        sure = bool(_NAMES_ZONE.search(text) and _NAMES_CLOCK.search(text)) and spread <= timedelta(days=1)
        return _asked(moment, sure, setting, asked)
    for element in place.iter("time"):
        found = _read(element.get("datetime", ""), setting)
        if found is not None:
            return _asked(found, False, setting, asked)
    for leaf in head:
        day = find_date(leaf.text) if len(leaf.text) < _HEADER_LINE else None
        if day is not None:
            clock = find_clock(leaf.text) or time(0, 0)
            return _asked(moment_of(day, clock, setting.zone, leaf.text), False, setting, asked)
    return None


def _read(text: str, setting: Setting) -> Moment | None:
    found = read_iso(text, setting.zone)
    if found is not None:
        return found
    try:
        stamp = parsedate_to_datetime(text)
        return Moment(at=stamp.astimezone(UTC) if stamp.tzinfo else stamp.replace(tzinfo=setting.zone).astimezone(UTC))
    except (ValueError, OverflowError):
        day = find_date(text)
    return moment_of(day, find_clock(text) or time(0, 0), setting.zone, text) if day else None


def _asked(moment: Moment, sure: bool, setting: Setting, asked: list[str]) -> datetime:
    if moment.question:
        asked.append(moment.question)
    elif not sure:
        asked.append(questions.is_published_at(shown(moment.at, setting.zone)))
    return moment.at
