"""Names of stories."""

import re
from datetime import timedelta, timezone

from newsdesk.storage.uri import new_uri, uuid7
from tests.storage.builders import NOW, later


def test_name_tells_provider_day_and_item() -> None:
    item = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
    assert re.fullmatch(rf"urn:newsml:beta-briefing\.example:20261121:{item}", new_uri(NOW))


def test_day_is_that_of_utc() -> None:
    auckland = later(hours=-4).astimezone(timezone(timedelta(hours=13)))
    assert ":20261121:" in new_uri(auckland)


def test_names_of_one_moment_differ() -> None:
    assert len({uuid7(NOW) for _ in range(500)}) == 500


def test_later_names_sort_later() -> None:
    names = [str(uuid7(later(seconds=second))) for second in range(50)]
    assert names == sorted(names)


def test_moment_can_be_read_from_the_name() -> None:
    assert uuid7(NOW).int >> 80 == int(NOW.timestamp() * 1000)
