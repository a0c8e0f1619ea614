"""The sheets over the page: the words of a move, the palette, the keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.workflow import Kind, State
from newsdesk.ui.help.keys_sheet import KeysSheet
from newsdesk.ui.main_window.move_sheet import MoveSheet
from newsdesk.ui.main_window.next_moves import NextMove, next_moves
from newsdesk.ui.main_window.palette import Palette

_CORRECT = next(move for move in next_moves(State.PUBLISHED) if move.kind is Kind.CORRECTION)


def _over(qtbot: QtBot) -> QWidget:
    place = QWidget()
    place.resize(900, 700)
    qtbot.addWidget(place)
    place.show()
    return place


def test_a_correction_asks_for_wrong_right_where_and_why(qtbot: QtBot) -> None:
    sheet = MoveSheet(_over(qtbot))
    sheet.ask(_CORRECT)
    names = [field.accessibleName() for field in sheet.findChildren(QLineEdit)]
    assert names == ["What was wrong", "What is right", "Where", "Reason"]


def test_the_words_come_back_with_the_move(qtbot: QtBot) -> None:
    sheet = MoveSheet(_over(qtbot))
    told: list[tuple[NextMove, dict[str, str]]] = []
    sheet.confirmed.connect(lambda move, words: told.append((move, words)))
    sheet.ask(_CORRECT)
    for number, field in enumerate(sheet.findChildren(QLineEdit)):
        QTest.keyClicks(field, f"word {number}")
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    words = {"wrong": "word 0", "right": "word 1", "where": "word 2", "reason": "word 3"}
    assert told == [(_CORRECT, words)]


def test_nothing_is_confirmed_while_a_word_is_missing(qtbot: QtBot) -> None:
    sheet = MoveSheet(_over(qtbot))
    told: list[object] = []
    sheet.confirmed.connect(lambda *words: told.append(words))
    sheet.ask(_CORRECT)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert told == []
    assert sheet.isVisible()


def test_escape_calls_a_move_off(qtbot: QtBot) -> None:
    sheet = MoveSheet(_over(qtbot))
    sheet.ask(_CORRECT)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_the_palette_runs_the_command_that_was_found(qtbot: QtBot) -> None:
    place, run = _over(qtbot), []
    action = QAction("Export the site…", place)
    action.triggered.connect(lambda: run.append(True))
    palette = Palette([action], place)
    palette.open()
    field = palette.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "export")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert run == [True]


def test_the_palette_asks_for_stories_once_typing_rests(qtbot: QtBot) -> None:
    palette, asked = Palette([], _over(qtbot)), []
    palette.search_requested.connect(asked.append)
    palette.open()
    field = palette.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "bridge")
    qtbot.waitUntil(lambda: "bridge" in asked)
    assert asked == ["", "bridge"]


def test_the_keys_sheet_names_every_key(qtbot: QtBot) -> None:
    place = _over(qtbot)
    action = QAction("New story", place)
    action.setShortcut("Ctrl+N")
    sheet = KeysSheet(place)
    sheet.show_keys([action, QAction("Nothing", place)])
    assert {"New story", "Ctrl+N"} <= {label.text() for label in sheet.findChildren(QLabel)}
