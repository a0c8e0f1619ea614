"""Dates and clocks as pages write them."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from newsdesk.ingest.page_clock import find_clock, find_date, moment_of, read_iso

BELGRADE = ZoneInfo("Europe/Belgrade")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Archive / News | 21.11.23 | access_time 16:34", date(2023, 11, 21)),
        ("21.11.2023.", date(2023, 11, 21)),
        ("1. 2. 2024", date(2024, 2, 1)),
        ("2024-02-01T10:00", date(2024, 2, 1)),
        ("Published 3 March 2021", date(2021, 3, 3)),
        ("March 3rd, 2021 at 5 p.m.", date(2021, 3, 3)),
        ("21. novembar 2023.", date(2023, 11, 21)),
        ("21. новембра 2023.", date(2023, 11, 21)),
        ("01.05.69", date(2069, 5, 1)),
        ("01.05.70", date(1970, 5, 1)),
    ],
)
def test_date_is_found_in_a_line(text: str, day: date) -> None:
    assert find_date(text) == day


@pytest.mark.parametrize("text", ["32.01.23", "29.02.23", "1.2.3.4", "version 10.11.234", "half past four", "May 2023"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("access_time 16:34", time(16, 34)),
        ("21.11.23 | 9.05", time(9, 5)),
        ("11:05 p.m.", time(23, 5)),
        ("12:10 AM", time(0, 10)),
        ("25:00", None),
        ("21.11.23", None),
    ],
)
def test_clock_is_found_beside_the_date(text: str, clock: time | None) -> None:
    assert find_clock(text) == clock


@pytest.mark.parametrize(
    ("day", "clock", "moment"),
    [
        (date(2023, 11, 21), time(16, 34), datetime(2023, 11, 21, 15, 34, tzinfo=UTC)),
        (date(2023, 7, 21), time(16, 34), datetime(2023, 7, 21, 14, 34, tzinfo=UTC)),
        (date(2024, 3, 31), time(1, 59), datetime(2024, 3, 31, 0, 59, tzinfo=UTC)),
        (date(2024, 3, 31), time(3, 0), datetime(2024, 3, 31, 1, 0, tzinfo=UTC)),
        (date(2024, 10, 27), time(1, 59), datetime(2024, 10, 26, 23, 59, tzinfo=UTC)),
        (date(2024, 10, 27), time(3, 0), datetime(2024, 10, 27, 2, 0, tzinfo=UTC)),
    ],
)
def test_clock_of_the_zone_becomes_utc_without_a_question(day: date, clock: time, moment: datetime) -> None:
    found = moment_of(day, clock, BELGRADE, "x")
    assert (found.at, found.question) == (moment, "")


def test_time_that_clocks_skip_is_asked_about() -> None:
    found = moment_of(date(2024, 3, 31), time(2, 30), BELGRADE, "31.03.24, 02:30")
    assert found.at == datetime(2024, 3, 31, 1, 30, tzinfo=UTC) and "never showed" in found.question


def test_time_that_clocks_show_twice_is_the_first_and_asked_about() -> None:
    found = moment_of(date(2024, 10, 27), time(2, 30), BELGRADE, "27.10.24, 02:30")
    assert found.at == datetime(2024, 10, 27, 0, 30, tzinfo=UTC) and "twice" in found.question


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-11-21T16:34:00+01:00", datetime(2023, 11, 21, 15, 34, tzinfo=UTC)),
        ("2023-11-21T15:34:00Z", datetime(2023, 11, 21, 15, 34, tzinfo=UTC)),
        ("2023-11-21T16:34", datetime(2023, 11, 21, 15, 34, tzinfo=UTC)),
        ("2023-11-21 16:34", datetime(2023, 11, 21, 15, 34, tzinfo=UTC)),
        ("2023-11-21T15:34:00.1234567Z", datetime(2023, 11, 21, 15, 34, 0, 123456, tzinfo=UTC)),
        ("2023-11-21", datetime(2023, 11, 20, 23, 0, tzinfo=UTC)),
    ],
)
def test_iso_time_is_read(text: str, moment: datetime) -> None:
    found = read_iso(text, BELGRADE)
    assert found is not None and found.at == moment


@pytest.mark.parametrize("text", ["", "soon", "0001-01-01T00:00", "9999-12-31T23:59", "0001-01-01T00:00+14:00"])
def test_what_is_no_time_gives_none(text: str) -> None:
    assert read_iso(text, BELGRADE) is None
