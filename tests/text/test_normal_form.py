import pytest
from hypothesis import given, settings

from newsdesk.text.blocks import (
    HARD_BREAK,
    Block,
    ListKind,
    Mark,
    Run,
    figure,
    heading,
    list_item,
    paragraph,
    quote,
    raw,
)
from newsdesk.text.normal_form import normal_runs, normalise
from tests.text.strategies import bodies

BULLET, NUMBERED = ListKind.BULLET, ListKind.NUMBERED
STRONG = frozenset({Mark.STRONG})


@settings(max_examples=150, deadline=None)
@given(bodies())
def test_normal_form_of_a_normal_form_is_itself(body: list[Block]) -> None:
    once = normalise(body)
    assert normalise(once) == once


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("  two   spaces ", "two spaces"),
        ("tab\tand\nline", "tab and line"),
        (f"a {HARD_BREAK} {HARD_BREAK} b{HARD_BREAK}", f"a{HARD_BREAK}b"),
        ("bell\x07, mark\ufeff, object\ufffc", "bell, mark, object"),
        ("no\u00a0break stays", "no\u00a0break stays"),
    ],
)
def test_spaces_and_control_characters_are_tidied(text: str, wanted: str) -> None:
    assert normal_runs([Run(text)]) == (Run(wanted),)


def test_spaces_are_single_across_runs() -> None:
    assert normal_runs([Run("a "), Run(" b", STRONG), Run(" ")]) == (Run("a "), Run("b", STRONG))


def test_neighbours_of_one_style_are_joined() -> None:
    assert normal_runs([Run("a", STRONG), Run("", frozenset()), Run("b", STRONG)]) == (Run("ab", STRONG),)


def test_blocks_without_words_are_left_out() -> None:
    assert normalise([paragraph("  "), heading(HARD_BREAK), quote(""), raw(" \n"), list_item("")]) == ()


@pytest.mark.parametrize(("level", "wanted"), [(0, 2), (1, 2), (2, 2), (3, 3), (6, 3)])
def test_headings_are_of_level_2_or_3(level: int, wanted: int) -> None:
    assert normalise([heading("H", level)]) == (heading("H", wanted),)


def test_a_heading_is_one_line() -> None:
    assert normalise([heading(f"a{HARD_BREAK}b")]) == (heading("a b"),)


def test_a_list_grows_by_one_level_at_a_time() -> None:
    body = [list_item("a"), list_item("b", [BULLET, NUMBERED, BULLET])]
    assert normalise(body)[1].path == (BULLET, NUMBERED)


def test_a_list_is_at_most_three_deep() -> None:
    deep = [list_item("x", [BULLET] * depth) for depth in (1, 2, 3, 4)]
    assert [len(block.path) for block in normalise(deep)] == [1, 2, 3, 3]


def test_a_list_begins_with_an_item() -> None:
    assert normalise([list_item("a", starts_item=False)])[0].starts_item


def test_only_the_first_item_of_a_numbered_list_has_a_number() -> None:
    items = [list_item("a", [NUMBERED], start=7), list_item("b", [NUMBERED], start=9)]
    assert [block.start for block in normalise(items)] == [7, 1]


def test_a_figure_without_a_photo_is_left_out() -> None:
    assert normalise([figure(0, "caption")]) == ()


def test_a_link_gets_a_target_that_markdown_can_hold() -> None:
    (tidy,) = normal_runs([Run("a", href=' https://x.rs/a b"<c>\\ ')])
    assert tidy.href == "https://x.rs/a%20b%22%3Cc%3E%5C"


def test_what_is_no_language_tag_is_no_language() -> None:
    assert normal_runs([Run("a", language='sr"><script>')]) == (Run("a"),)
