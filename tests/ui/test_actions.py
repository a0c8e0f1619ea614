"""The table of commands."""

from collections import Counter

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from newsdesk.ui.actions import COMMANDS, ActionTable


def test_no_two_commands_share_a_key() -> None:
    keys = Counter(QKeySequence(command.shortcut).toString() for command in COMMANDS if command.shortcut)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_is_one_that_qt_understands() -> None:
    wrong = [command.id for command in COMMANDS if command.shortcut and QKeySequence(command.shortcut).isEmpty()]
    assert wrong == []


def test_an_action_is_found_by_its_id(qtbot: QtBot) -> None:
    owner = QObject()
    assert ActionTable(owner)["story.new"].text() == "New story"
