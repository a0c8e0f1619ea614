"""Headline and standfirst are one line of text that wraps, with a count of its letters."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from newsdesk.domain.article import HEADLINE_LIMIT
from newsdesk.ui.editor.headline_edit import HeadlineEdit
from newsdesk.ui.editor.standfirst_edit import StandfirstEdit

# The platform without a screen complains of every window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def headline(qtbot: QtBot) -> HeadlineEdit:
    made = HeadlineEdit()
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show()
    return made


def test_pasted_lines_come_as_one(headline: HeadlineEdit) -> None:
    mime = QMimeData()
    mime.setText("one\r\ntwo\u2028three")
    mime.setHtml("<h1>one</h1>")
    headline.field.insertFromMimeData(mime)
    assert headline.field.text().split() == ["one", "two", "three"] and headline.field.document().blockCount() == 1


def test_field_grows_with_its_text(headline: HeadlineEdit) -> None:
    before = headline.field.height()
    headline.field.set_text("A long headline that takes several lines " * 3)
    assert headline.field.height() >= 3 * before


@pytest.mark.parametrize(
    ("letters", "tone"),
    [(0, "faint"), (78, "faint"), (99, "warn"), (HEADLINE_LIMIT, "warn"), (HEADLINE_LIMIT + 1, "bad")],
)
def test_count_is_amber_near_the_limit_and_red_over_it(headline: HeadlineEdit, letters: int, tone: str) -> None:
    headline.field.set_text("x" * letters)
    assert headline.counter.tone() == tone


def test_count_is_told_to_those_who_do_not_see_it(headline: HeadlineEdit) -> None:
    headline.field.set_text("four")
    assert headline.counter.accessibleName() == "4 of 110 characters"


def test_shift_enter_and_tab_write_nothing(headline: HeadlineEdit) -> None:
    headline.field.set_text("text")
    QTest.keyClick(headline.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(headline.field, Qt.Key.Key_Tab)
    assert headline.field.toPlainText() == "text"


def test_set_text_can_not_be_undone(headline: HeadlineEdit) -> None:
    headline.field.set_text("text")
    assert not headline.field.document().isUndoAvailable()


def test_empty_standfirst_asks_for_one(qtbot: QtBot) -> None:
    standfirst = StandfirstEdit()
    qtbot.addWidget(standfirst)
    assert standfirst.field.placeholderText() == "Add a standfirst"
