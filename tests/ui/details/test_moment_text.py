"""Times as editors type them."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.ui.details.moment_text import NotAMomentError, read_moment, write_moment

BELGRADE = ZoneInfo("Europe/Belgrade")
NOW = dt.datetime(2023, 11, 21, 10, 5, 7, tzinfo=dt.UTC)
AFTERNOON = dt.datetime(2023, 11, 21, 15, 34, tzinfo=dt.UTC)
ZONES = st.sampled_from(["Europe/Belgrade", "UTC", "America/St_Johns", "Asia/Kathmandu", "Pacific/Auckland"])
_FIRST, _LAST = (int(dt.datetime(year, 1, 1, tzinfo=dt.UTC).timestamp()) for year in (1950, 2150))
MOMENTS = st.integers(_FIRST, _LAST).map(lambda seconds: dt.datetime.fromtimestamp(seconds, dt.UTC))


@pytest.mark.parametrize(
    "text",
    [
        "21.11.23 16:34",
        "21.11.2023 16:34",
        "21.11.23. 16:34",
        "21. 11. 2023. 16:34",
        "21/11/23 16.34",
        "21.11.23 | 16:34",
        "21.11. 16:34",
        "21.11 16:34",
        "21 Nov 2023, 16:34",
        "21 November 2023 16:34",
        "21 nov 16:34",
        "21 Nov 2023 at 16:34",
        "2023-11-21 16:34",
        "2023-11-21T16:34",
        "16:34",
        "16.34",
        "16:34 h",
        "today 16:34",
        "16:34, 21.11.23",
        "  21.11.23   16:34  ",
    ],
)
def test_moment_is_read_in_many_forms(text: str) -> None:
    assert read_moment(text, BELGRADE, NOW) == AFTERNOON


def test_tomorrow_is_the_next_day() -> None:
    assert read_moment("tomorrow 6:30", BELGRADE, NOW) == dt.datetime(2023, 11, 22, 5, 30, tzinfo=dt.UTC)


def test_now_is_now() -> None:
    assert read_moment("now", BELGRADE, NOW) == NOW


@pytest.mark.parametrize("text", ["", "   ", "none", "None"])
def test_no_text_is_no_moment(text: str) -> None:
    assert read_moment(text, BELGRADE, NOW) is None


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "21.11.23",
        "31.11.23 16:34",
        "21.13.23 16:34",
        "21.11.23 25:00",
        "21.11.23 16:60",
        "21.11.23 16:34 or later",
        "maybe 21.11.23 16:34",
        "21 Foo 2023 16:34",
        "16:34 17:34",
        "0.0.0 0:00",
        "29.2.23 10:00",
        "1634",
        "21.11.23 21.11.23 16:34",
    ],
)
def test_what_is_not_understood_is_refused_whole(text: str) -> None:
    with pytest.raises(NotAMomentError):
        read_moment(text, BELGRADE, NOW)


def test_day_without_a_year_is_of_this_year_even_when_it_could_be_a_clock() -> None:
    assert read_moment("21.11 9:00", BELGRADE, NOW) == dt.datetime(2023, 11, 21, 8, 0, tzinfo=dt.UTC)


def test_clock_that_comes_twice_is_the_first() -> None:
    assert read_moment("29.10.23 02:30", BELGRADE, NOW) == dt.datetime(2023, 10, 29, 0, 30, tzinfo=dt.UTC)


def test_moment_is_written_in_the_zone() -> None:
    assert write_moment(AFTERNOON, BELGRADE) == "21 Nov 2023, 16:34"


def test_no_moment_is_written_as_nothing() -> None:
    assert write_moment(None, BELGRADE) == ""


@given(moment=MOMENTS, name=ZONES)
def test_what_was_written_is_read_back_to_the_minute(moment: dt.datetime, name: str) -> None:
    zone = ZoneInfo(name)
    local = moment.astimezone(zone)
    # A clock that comes twice can't be told apart in writing.
    if local.fold:
        return
    minute = local.replace(second=0, microsecond=0)
    assert read_moment(write_moment(moment, zone), zone, NOW) == minute.astimezone(dt.UTC)


@given(moment=MOMENTS, name=ZONES)
def test_reading_and_writing_again_changes_no_letter(moment: dt.datetime, name: str) -> None:
    zone = ZoneInfo(name)
    written = write_moment(moment, zone)
    assert write_moment(read_moment(written, zone, NOW), zone) == written


@given(text=st.text(max_size=30))
def test_any_text_is_a_moment_or_refused(text: str) -> None:
    try:
        found = read_moment(text, BELGRADE, NOW)
    except NotAMomentError:
        return
    assert found is None or found.utcoffset() == dt.timedelta(0)


@given(text=st.from_regex(r"[0-9]{1,2}[./-][0-9]{1,2}[./-]?[0-9]{0,4} [0-9]{1,2}[:.][0-9]{1,2}", fullmatch=True))
def test_any_numbers_are_a_moment_or_refused(text: str) -> None:
    try:
        found = read_moment(text, BELGRADE, NOW)
    except NotAMomentError:
        return
    assert found is not None
