"""Which columns stand at which width of the window."""

import pytest

from newsdesk.ui.main_window.desk_layout import EDITOR_LEAST, columns
from newsdesk.ui.main_window.rail import NARROW, WIDE


@pytest.mark.parametrize("width", [760, 900, 1000, 1100, 1280, 1366, 1440, 1600, 1920, 2560])
def test_the_page_is_never_narrower_than_its_least(width: int) -> None:
    now = columns(width, story_open=True)
    beside = now.rail + (0 if now.list_drawer else now.list_) + (0 if now.side_drawer else now.side)
    assert width - beside >= EDITOR_LEAST


@pytest.mark.parametrize(("width", "rail"), [(1440, NARROW), (1599, NARROW), (1600, WIDE)])
def test_the_rail_folds_below_1600_while_a_story_is_open(width: int, rail: int) -> None:
    assert columns(width, story_open=True).rail == rail


def test_the_rail_stands_unfolded_where_no_story_needs_the_room() -> None:
    assert columns(1440, story_open=False).rail == WIDE


@pytest.mark.parametrize(("width", "drawer"), [(1279, True), (1280, False)])
def test_the_side_becomes_a_drawer_below_1280(width: int, drawer: bool) -> None:
    assert columns(width, story_open=True).side_drawer is drawer


@pytest.mark.parametrize(("width", "drawer"), [(999, True), (1000, False)])
def test_the_list_becomes_a_drawer_below_1000(width: int, drawer: bool) -> None:
    assert columns(width, story_open=True).list_drawer is drawer
