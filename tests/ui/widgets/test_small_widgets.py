"""The small shared widgets: wrapping buttons, calm choices, panels that fit, files that are dropped."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.workflow import State
from newsdesk.ui.theme import Theme, apply_theme, current_tokens
from newsdesk.ui.widgets.calm_combo import CalmComboBox
from newsdesk.ui.widgets.card import Card
from newsdesk.ui.widgets.drop_veil import DropVeil
from newsdesk.ui.widgets.drop_zone import DropZone
from newsdesk.ui.widgets.empty_state import EmptyState
from newsdesk.ui.widgets.file_catcher import FileCatcher
from newsdesk.ui.widgets.panel_column import PanelColumn
from newsdesk.ui.widgets.state_words import state_word
from newsdesk.ui.widgets.text_lines import text_lines
from newsdesk.ui.widgets.wrapped_button import WrappedButton
from tests.ui.records import Heard, click, drop, settle, texts

LONG = "Name the photographer and the agency under Photos, or take the photo out of the story again"


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


def hover_wheel(widget: QWidget) -> None:
    """Turn the wheel over a widget."""
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, turn)


def test_long_words_of_a_button_take_more_lines(host: QWidget) -> None:
    button = WrappedButton(host, LONG)
    assert button.heightForWidth(200) > button.heightForWidth(2000)


def test_button_never_forces_its_place_wider(host: QWidget) -> None:
    assert WrappedButton(host, LONG).minimumSizeHint().width() < 100


def test_button_has_room_for_its_words_on_one_line(host: QWidget) -> None:
    button = WrappedButton(host, "Choose from the photo desk")
    hint = button.sizeHint()
    assert button.heightForWidth(hint.width()) == hint.height() == button.heightForWidth(2000)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space])
def test_button_is_pressed_by_key(host: QWidget, key: Qt.Key) -> None:
    button = WrappedButton(host, LONG)
    pressed = Heard(button.clicked)
    QTest.keyClick(button, key)
    assert len(pressed.told) == 1


def test_wheel_passes_over_a_choice_without_focus(host: QWidget) -> None:
    box = CalmComboBox(host)
    box.addItems(["one", "two"])
    hover_wheel(box)
    assert box.currentText() == "one"


def test_wheel_turns_a_choice_that_has_the_focus(host: QWidget) -> None:
    box = CalmComboBox(host)
    box.addItems(["one", "two"])
    box.show()
    host.activateWindow()
    box.setFocus()
    hover_wheel(box)
    assert box.currentText() == "two"


def test_longest_choice_does_not_make_the_field_wider(host: QWidget) -> None:
    box = CalmComboBox(host)
    before = box.sizeHint().width()
    box.addItem(LONG)
    assert box.sizeHint().width() == before


def test_edge_of_a_card_has_the_colour_of_its_tone(host: QWidget) -> None:
    card = Card(host, "bad")
    card.resize(100, 60)
    edge = QColor(card.grab().toImage().pixel(1, 30)).name()
    card.set_tone("good")
    assert (edge, QColor(card.grab().toImage().pixel(1, 30)).name()) == (
        current_tokens().bad_line,
        current_tokens().good,
    )


def test_scroll_bar_of_a_panel_moves_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, Theme.LIGHT)
    panel = PanelColumn("Panel")
    qtbot.addWidget(panel)
    panel.resize(400, 300)
    label = QLabel("words")
    panel.column.addWidget(label)
    panel.show()
    settle()
    before = label.width()
    label.setFixedHeight(900)
    qtbot.waitUntil(panel.verticalScrollBar().isVisible)
    settle()
    assert label.width() == before


def test_panel_shows_the_ground_of_the_side(qtbot: QtBot) -> None:
    side = QWidget()
    qtbot.addWidget(side)
    side.setStyleSheet(
        "QWidget { background: #123456 } QScrollArea, QWidget#qt_scrollarea_viewport { background: transparent }"
    )
    panel = PanelColumn("Panel", side)
    panel.resize(200, 100)
    side.resize(200, 100)
    side.show()
    assert not panel.body.autoFillBackground()


def test_files_are_caught_where_they_are_dropped(host: QWidget) -> None:
    told = Heard(FileCatcher(host).caught)
    assert drop(host, "/a.jpg", "/b.jpg") and told.told == [[Path("/a.jpg"), Path("/b.jpg")]]


def test_catcher_tells_that_files_hang_over_and_are_gone(host: QWidget) -> None:
    told = Heard(FileCatcher(host).hovering)
    drop(host, "/a.jpg")
    assert told.told == [True, False]


def test_nothing_that_is_no_file_is_caught(host: QWidget) -> None:
    told = Heard(FileCatcher(host).caught)
    assert not drop(host) and told.told == []


def test_veil_covers_its_page_as_that_grows(host: QWidget) -> None:
    veil = DropVeil("Drop them", host)
    veil.show()
    host.resize(500, 400)
    settle()
    assert veil.geometry() == host.rect()


def test_drop_zone_lights_up(host: QWidget) -> None:
    zone = DropZone(host)
    zone.resize(200, 80)
    before = zone.grab().toImage().pixelColor(100, 40)
    zone.set_ready(True)
    assert zone.grab().toImage().pixelColor(100, 40).name() == current_tokens().accent_soft != before.name()


def test_empty_state_says_what_to_do(host: QWidget) -> None:
    empty = EmptyState("No photos yet", "Drop some here.", host, "Take in…")
    wanted = Heard(empty.requested)
    click(empty, "Take in…")
    assert len(wanted.told) == 1 and texts(empty, QLabel) == ["No photos yet", "Drop some here."]


def test_empty_state_without_a_button_has_none(host: QWidget) -> None:
    layout = QVBoxLayout(host)
    empty = EmptyState("Nothing found", "Try other words.", host)
    layout.addWidget(empty)
    assert texts(empty, WrappedButton) == []


def test_text_is_broken_at_words_and_cut_at_the_last_line(qapp: QApplication) -> None:
    font = QFont()
    width = QFontMetrics(font).horizontalAdvance("Name the photographer and")
    lines = text_lines(LONG, font, width, 2)
    assert len(lines) == 2 and LONG.startswith(lines[0] + " ") and lines[1].endswith("…")


def test_short_text_is_one_line(qapp: QApplication) -> None:
    assert text_lines("Ferry", QFont(), 500, 2) == ["Ferry"]


def test_no_text_is_no_line_to_cut(qapp: QApplication) -> None:
    assert text_lines("", QFont(), 500, 2) in ([], [""])


def test_every_state_has_a_word() -> None:
    assert all(state_word(state)[0].isupper() for state in State)
