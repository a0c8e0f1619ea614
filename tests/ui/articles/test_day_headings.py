"""Days in words."""

import datetime as dt

import pytest

from newsdesk.ui.articles.day_headings import day_words

TODAY = dt.date(2026, 3, 1)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "Today"),
        (dt.date(2026, 2, 28), "Yesterday"),
        (dt.date(2026, 2, 27), "27 February"),
        (dt.date(2025, 12, 31), "31 December 2025"),
    ],
)
def test_day_is_named_as_people_do(day: dt.date, words: str) -> None:
    assert day_words(day, TODAY) == words
