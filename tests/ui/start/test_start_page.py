"""The first start."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from newsdesk.ui.start.start_page import Choice, StartPage
from tests.ui.records import Heard, drop

WISHES = ("sample_requested", "empty_requested", "open_requested", "import_requested")


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    made = StartPage()
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    made.activateWindow()
    return made


def choices(page: StartPage) -> list[Choice]:
    return sorted(page.findChildren(Choice), key=lambda choice: choice.y())


@pytest.mark.parametrize(("place", "wish"), list(enumerate(WISHES)))
def test_each_choice_is_one_wish(page: StartPage, place: int, wish: str) -> None:
    heard = {name: Heard(getattr(page, name)) for name in WISHES}
    QTest.mouseClick(choices(page)[place], Qt.MouseButton.LeftButton)
    assert [name for name, one in heard.items() if one.told] == [wish]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_choice_is_made_by_key(page: StartPage, key: Qt.Key) -> None:
    wanted = Heard(page.sample_requested)
    QTest.keyClick(choices(page)[0], key)
    assert len(wanted.told) == 1


def test_arrows_lead_from_choice_to_choice(page: StartPage) -> None:
    first, second = choices(page)[:2]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    down = page.focusWidget()
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert (down, page.focusWidget()) == (second, first)


def test_mouse_let_go_outside_chooses_nothing(page: StartPage) -> None:
    wanted = Heard(page.sample_requested)
    card = choices(page)[0]
    QTest.mousePress(card, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=QPoint(-40, -40))
    assert wanted.told == []


def test_every_choice_has_a_name_for_screen_readers(page: StartPage) -> None:
    assert all(choice.accessibleName() for choice in choices(page))


def test_dropped_files_are_brought_in(page: StartPage) -> None:
    told = Heard(page.files_dropped)
    assert drop(page, "/stories/ferry.html") and told.told == [[Path("/stories/ferry.html")]]
