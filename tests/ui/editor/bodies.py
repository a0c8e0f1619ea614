"""A body edit with a story in it, and short ways to stand somewhere in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from newsdesk.text.blocks import Block
from newsdesk.ui.editor.body_edit import BodyEdit
from newsdesk.ui.theme.tokens import LIGHT

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def a_body(qtbot: QtBot, *blocks: Block) -> BodyEdit:
    """Return a body edit that shows these blocks."""
    edit = BodyEdit(LIGHT)
    qtbot.addWidget(edit)
    edit.resize(640, 500)
    edit.set_body(blocks)
    return edit


def block_at(edit: BodyEdit, number: int) -> QTextBlock:
    """Return a block of the document by its number."""
    return edit.document().findBlockByNumber(number)


def stand(edit: BodyEdit, number: int, offset: int = 0) -> None:
    """Put the caret into a block, ``offset`` after its start or, negative, that far before the end (-1 is the end)."""
    block = block_at(edit, number)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + (offset if offset >= 0 else block.length() + offset))
    edit.setTextCursor(cursor)


def select(edit: BodyEdit, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Select from (block, offset) to (block, offset), with offsets as in ``stand``."""
    stand(edit, *end)
    last = edit.textCursor().position()
    stand(edit, *start)
    cursor = edit.textCursor()
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def press(edit: BodyEdit, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    """Press a key."""
    for _ in range(times):
        QTest.keyClick(edit, key, modifiers)


def write(edit: BodyEdit, text: str) -> None:
    """Type a text."""
    QTest.keyClicks(edit, text)


def body_of(edit: BodyEdit) -> Sequence[Block]:
    """Return the blocks as they stand."""
    return edit.blocks()
