"""The chips above the list."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.ui.articles.section_filters import SectionFilters
from tests.ui.records import Heard, button, click, texts

TWO = ["Archive / News", "Archive / Economy"]


@pytest.fixture
def filters(qtbot: QtBot) -> SectionFilters:
    made = SectionFilters()
    qtbot.addWidget(made)
    made.resize(280, 26)
    made.set_sections(TWO)
    made.show()
    return made


def test_chips_stand_in_the_order_of_the_sections(filters: SectionFilters) -> None:
    row = sorted(filters.findChildren(QPushButton), key=lambda chip: chip.x())
    assert [chip.text() for chip in row] == ["All", "News", "Economy", "No photo"]


def test_chosen_section_is_told_by_its_whole_name(filters: SectionFilters) -> None:
    told = Heard(filters.section_chosen)
    click(filters, "News")
    click(filters, "All")
    assert told.told == ["Archive / News", ""]


def test_same_section_chosen_again_tells_nothing(filters: SectionFilters) -> None:
    click(filters, "News")
    told = Heard(filters.section_chosen)
    click(filters, "News")
    assert told.told == []


def test_chosen_section_stays_chosen_when_sections_come_and_go(filters: SectionFilters) -> None:
    click(filters, "Economy")
    told = Heard(filters.section_chosen)
    filters.set_sections([*TWO, "Archive / Culture"])
    assert button(filters, "Economy").isChecked() and told.told == []


def test_chosen_section_that_is_gone_gives_way_to_all(filters: SectionFilters) -> None:
    click(filters, "Economy")
    told = Heard(filters.section_chosen)
    filters.set_sections(["Archive / News"])
    assert button(filters, "All").isChecked() and told.told == [""]


def test_chips_of_sections_that_are_gone_are_gone(filters: SectionFilters, qtbot: QtBot) -> None:
    filters.set_sections(["Archive / Culture"])
    qtbot.waitUntil(lambda: set(texts(filters, QPushButton)) == {"All", "Culture", "No photo"})


def test_no_photo_is_told(filters: SectionFilters) -> None:
    told = Heard(filters.without_photo_toggled)
    click(filters, "No photo")
    assert told.told == [True]


def test_wheel_scrolls_a_long_row_sideways(filters: SectionFilters, qtbot: QtBot) -> None:
    filters.set_sections([f"Archive / Section {number}" for number in range(12)])
    qtbot.waitUntil(lambda: filters.horizontalScrollBar().maximum() > 0)
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(filters.viewport(), turn)
    assert filters.horizontalScrollBar().value() > 0
