"""List items carry the numbers that Markdown will give them."""

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.text.blocks import ListKind, list_item, paragraph
from newsdesk.ui.editor.body_format import shape_of
from newsdesk.ui.editor.list_numbers import ListNumbers, item_number
from tests.ui.editor.bodies import a_body, block_at

N, B = ListKind.NUMBERED, ListKind.BULLET
BODY = (
    list_item("seven", [N], start=7),
    list_item("deep", [N, B]),
    list_item("eight", [N]),
    list_item("still eight", [N], starts_item=False),
    list_item("inner one", [N, N]),
    list_item("inner two", [N, N]),
    list_item("nine", [N]),
    list_item("inner one again", [N, N]),
    paragraph("apart"),
    list_item("one", [N]),
)


@pytest.mark.parametrize(("number", "expected"), [(0, 7), (2, 8), (4, 1), (5, 2), (6, 9), (7, 1), (9, 1)])
def test_item_is_counted_from_where_its_list_begins(qtbot: QtBot, number: int, expected: int) -> None:
    assert item_number(block_at(a_body(qtbot, *BODY), number)) == expected


def test_counting_on_gives_the_same_numbers_as_counting_afresh(qtbot: QtBot) -> None:
    edit = a_body(qtbot, *(list_item(str(n), [N]) for n in range(30)))
    numbers = ListNumbers()
    blocks = [block_at(edit, number) for number in range(30)]
    assert [numbers.number(b, shape_of(b.blockFormat())) for b in blocks] == [item_number(b) for b in blocks]
