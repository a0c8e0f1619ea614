"""The one defect of Qt's binding that would end the program: PySide 6.12 loses a reference to None at each call.

Python 3.11 counts the references to None; where a call takes one too many away, the count reaches zero
after some hundred signals and the interpreter aborts. The lock keeps to a version without the defect,
and these tests keep to the lock.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

CALLS = 3000
# Whatever else runs in the process may hold or let go of a few.
SLACK = 50


def drift(call: Callable[[], object]) -> int:
    """Return by how much the references to None changed over some thousand calls."""
    for _ in range(10):
        call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return sys.getrefcount(None) - before


class Bell(QObject):
    """Rings with nothing, with a number, and with an object."""

    rung = Signal()
    counted = Signal(int)
    carried = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0

    def hear(self, *_: object) -> None:
        """Take a ring in."""
        self.heard += 1


class Painted(QWidget):
    """A widget that is drawn in Python."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing."""


@pytest.fixture
def bell(qapp: QApplication) -> Bell:
    made = Bell()
    for signal in (made.rung, made.counted, made.carried):
        signal.connect(made.hear)
    return made


def test_signal_without_an_argument_leaves_none_alone(bell: Bell) -> None:
    assert abs(drift(bell.rung.emit)) < SLACK and bell.heard > CALLS


def test_signal_with_a_number_leaves_none_alone(bell: Bell) -> None:
    assert abs(drift(lambda: bell.counted.emit(7))) < SLACK and bell.heard > CALLS


@pytest.mark.parametrize("carried", [None, (1, 2), "words"])
def test_signal_with_an_object_leaves_none_alone(bell: Bell, carried: object) -> None:
    assert abs(drift(lambda: bell.carried.emit(carried))) < SLACK and bell.heard > CALLS


def test_signal_of_qt_leaves_none_alone(bell: Bell) -> None:
    timer = QTimer()
    timer.timeout.connect(bell.hear)
    assert abs(drift(lambda: timer.timeout.emit())) < SLACK and bell.heard > CALLS


def test_methods_of_widgets_leave_none_alone(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    assert abs(drift(lambda: label.setText("words"))) < SLACK


def test_painting_in_python_leaves_none_alone(qtbot: QtBot) -> None:
    widget = Painted()
    qtbot.addWidget(widget)
    widget.show()
    assert abs(drift(widget.repaint)) < SLACK


def test_writing_into_a_document_leaves_none_alone(qapp: QApplication) -> None:
    cursor, form = QTextCursor(QTextDocument()), QTextCharFormat()

    def write() -> None:
        form.setFontItalic(True)
        cursor.insertText("a", form)

    assert abs(drift(write)) < SLACK
