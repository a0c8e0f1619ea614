"""Fields that tell a change once it is meant."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.widgets.told_text import ToldLine, ToldText
from tests.ui.records import Heard

Key = Qt.Key


class Host(QWidget):
    """Both kinds of field above a plain one, to which the focus can go."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.text, self.other = ToldLine(self), ToldText(self), QLineEdit(self)
        layout = QVBoxLayout(self)
        for widget in (self.line, self.text, self.other):
            layout.addWidget(widget)


@pytest.fixture
def host(qtbot: QtBot) -> Host:
    made = Host()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture(params=["line", "text"])
def field(request: pytest.FixtureRequest, host: Host) -> ToldLine | ToldText:
    found: ToldLine | ToldText = getattr(host, request.param)
    found.setFocus()
    return found


def written(field: ToldLine | ToldText) -> str:
    return field.text() if isinstance(field, ToldLine) else field.toPlainText()


def test_change_is_told_once_after_a_rest(field: ToldLine | ToldText, host: Host, qtbot: QtBot) -> None:
    told = Heard(field.told)
    QTest.keyClicks(field, "ferry")
    qtbot.waitUntil(lambda: bool(told.told))
    host.other.setFocus()
    assert told.told == ["ferry"]


def test_change_is_told_when_the_field_is_left(field: ToldLine | ToldText, host: Host) -> None:
    told = Heard(field.told)
    QTest.keyClicks(field, "ferry")
    QTest.keyClick(field, Key.Key_Tab)
    assert told.told == ["ferry"]


def test_spaces_at_the_ends_are_not_told(field: ToldLine | ToldText) -> None:
    told = Heard(field.told)
    QTest.keyClicks(field, " ferry ")
    field.tell()
    assert told.told == ["ferry"]


def test_change_that_was_taken_back_is_not_told(field: ToldLine | ToldText) -> None:
    told = Heard(field.told)
    QTest.keyClicks(field, "f")
    QTest.keyClick(field, Key.Key_Backspace)
    field.tell()
    assert told.told == []


def test_value_that_is_shown_is_not_told(field: ToldLine | ToldText, host: Host, qtbot: QtBot) -> None:
    told = Heard(field.told)
    field.show_value("ferry")
    host.other.setFocus()
    qtbot.wait(350)
    assert written(field) == "ferry" and told.told == []


def test_value_from_elsewhere_does_not_overwrite_typing(field: ToldLine | ToldText) -> None:
    QTest.keyClicks(field, "ferry")
    field.show_value("boat")
    assert written(field) == "ferry"


def test_value_of_something_else_takes_the_field(field: ToldLine | ToldText) -> None:
    told = Heard(field.told)
    QTest.keyClicks(field, "ferry")
    field.show_value("boat", anew=True)
    field.tell()
    assert written(field) == "boat" and told.told == []


def test_echo_keeps_the_space_that_was_typed(field: ToldLine | ToldText) -> None:
    QTest.keyClicks(field, "ferry ")
    field.tell()
    field.show_value("ferry")
    assert written(field) == "ferry "


def test_changed_value_leaves_the_caret_near(host: Host) -> None:
    host.line.setFocus()
    host.line.show_value("The ferry at Kovin")
    host.line.setCursorPosition(4)
    host.line.show_value("The ferry at Kovin town")
    assert host.line.cursorPosition() == 4


def test_long_value_is_shown_from_its_beginning(host: Host) -> None:
    host.other.setFocus()
    host.line.show_value("word " * 60)
    assert host.line.cursorPosition() == 0


def test_field_that_is_only_read_tells_nothing(host: Host) -> None:
    told = Heard(host.line.told)
    host.line.setReadOnly(True)
    host.line.setText("by hand")
    host.line.tell()
    assert told.told == []
