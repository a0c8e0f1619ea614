"""Figures, rules and raw blocks stay whole, whatever is typed, removed, pasted, dragged or undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.text.blocks import Block, ListKind, figure, heading, list_item, paragraph, raw, rule
from newsdesk.ui.editor.structure_guard import broken_at
from tests.proofs.editor_monkey import failures
from tests.ui.editor.bodies import CONTROL, a_body, press, select, stand, write

Key = Qt.Key
TABLE = "| a | b |\n|---|---|\n| 1 | 2 |"
WRAPPED = (paragraph("above"), figure(3, "caption", "alt"), paragraph("below"))


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_random_sessions_break_nothing_and_undo_to_the_start(qapp: object, first: int) -> None:
    assert failures(first, 50) == []


def test_selection_into_a_figure_removes_all_of_it(qtbot: QtBot) -> None:
    edit = a_body(qtbot, *WRAPPED)
    select(edit, (0, 2), (2, 3))
    press(edit, Key.Key_Delete)
    assert edit.blocks() == (paragraph("ab"), paragraph("below"))


def test_typing_over_a_figure_replaces_all_of_it_in_one_step(qtbot: QtBot) -> None:
    edit = a_body(qtbot, *WRAPPED)
    select(edit, (0, 2), (3, 2))
    write(edit, "X")
    after = edit.blocks()
    edit.undo()
    assert (after, edit.blocks()) == ((paragraph("abXlow"),), WRAPPED)


def test_selection_within_a_caption_leaves_the_figure(qtbot: QtBot) -> None:
    edit = a_body(qtbot, *WRAPPED)
    select(edit, (2, 0), (2, 3))
    press(edit, Key.Key_Backspace)
    assert edit.blocks() == (paragraph("above"), figure(3, "tion", "alt"), paragraph("below"))


def test_backspace_below_a_figure_selects_it_before_it_removes_it(qtbot: QtBot) -> None:
    edit = a_body(qtbot, *WRAPPED)
    stand(edit, 3)
    press(edit, Key.Key_Backspace)
    after_one = edit.blocks()
    press(edit, Key.Key_Backspace)
    assert (after_one, edit.blocks()) == (WRAPPED, (paragraph("above"), paragraph("below")))


def test_delete_above_a_figure_selects_it_before_it_removes_it(qtbot: QtBot) -> None:
    edit = a_body(qtbot, *WRAPPED)
    stand(edit, 0, -1)
    press(edit, Key.Key_Delete)
    after_one = edit.blocks()
    press(edit, Key.Key_Delete)
    assert (after_one, edit.blocks()) == (WRAPPED, (paragraph("above"), paragraph("below")))


@pytest.mark.parametrize("key", [Key.Key_Backspace, Key.Key_Delete])
def test_key_on_the_picture_removes_the_figure(qtbot: QtBot, key: Qt.Key) -> None:
    edit = a_body(qtbot, *WRAPPED)
    stand(edit, 1)
    press(edit, key)
    assert edit.blocks() == (paragraph("above"), paragraph("below"))


def test_nobody_types_on_a_picture(qtbot: QtBot) -> None:
    edit = a_body(qtbot, *WRAPPED)
    stand(edit, 1)
    write(edit, "words")
    assert edit.blocks() == WRAPPED


def test_enter_on_the_first_picture_makes_room_above_it(qtbot: QtBot) -> None:
    edit = a_body(qtbot, figure(3, "caption"))
    stand(edit, 0)
    press(edit, Key.Key_Return)
    write(edit, "Lead")
    assert edit.blocks() == (paragraph("Lead"), figure(3, "caption"))


def test_enter_in_a_caption_goes_on_below_the_figure(qtbot: QtBot) -> None:
    edit = a_body(qtbot, *WRAPPED)
    stand(edit, 2, 3)
    press(edit, Key.Key_Return)
    write(edit, "Next")
    assert edit.blocks() == (*WRAPPED[:2], paragraph("Next"), paragraph("below"))


def test_backspace_at_the_start_of_a_caption_keeps_it_apart_from_the_picture(qtbot: QtBot) -> None:
    edit = a_body(qtbot, *WRAPPED)
    stand(edit, 2)
    press(edit, Key.Key_Backspace)
    assert broken_at(edit.document()) == "" and edit.blocks() == WRAPPED


def test_word_delete_does_not_leave_its_block(qtbot: QtBot) -> None:
    edit = a_body(qtbot, *WRAPPED)
    stand(edit, 3, 5)
    press(edit, Key.Key_Backspace, CONTROL, times=2)
    assert broken_at(edit.document()) == "" and edit.blocks()[1] == WRAPPED[1]


def test_blank_paragraph_below_a_figure_goes_and_the_figure_stays(qtbot: QtBot) -> None:
    edit = a_body(qtbot, *WRAPPED)
    stand(edit, 2, -1)
    press(edit, Key.Key_Return)
    press(edit, Key.Key_Backspace)
    assert edit.blocks() == WRAPPED and edit.document().blockCount() == 4


@pytest.mark.parametrize("shut", [rule(), raw(TABLE)])
@pytest.mark.parametrize("typed", ["x", "  "])
def test_rule_and_raw_take_no_letters(qtbot: QtBot, shut: Block, typed: str) -> None:
    body = (paragraph("above"), shut, paragraph("below"))
    edit = a_body(qtbot, *body)
    stand(edit, 1)
    write(edit, typed)
    assert edit.blocks() == body


def test_part_of_a_raw_block_is_neither_typed_over_nor_removed(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("above"), raw(TABLE), paragraph("below"))
    select(edit, (1, 2), (1, 6))
    write(edit, "x")
    press(edit, Key.Key_Delete)
    assert edit.blocks() == (paragraph("above"), raw(TABLE), paragraph("below"))


def test_raw_block_selected_whole_is_removed(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("above"), raw(TABLE), paragraph("below"))
    stand(edit, 1, 4)
    press(edit, Key.Key_Delete, times=2)
    assert edit.blocks() == (paragraph("above"), paragraph("below"))


def test_commit_of_an_input_method_goes_through_the_guard(qtbot: QtBot) -> None:
    edit = a_body(qtbot, *WRAPPED)
    select(edit, (0, 2), (2, 3))
    event = QInputMethodEvent("", [])
    event.setCommitString("ђ")
    QApplication.sendEvent(edit, event)
    assert edit.blocks() == (paragraph("abђ"), paragraph("below"))


def test_input_method_writes_nothing_on_a_picture(qtbot: QtBot) -> None:
    edit = a_body(qtbot, *WRAPPED)
    stand(edit, 1)
    event = QInputMethodEvent("", [])
    event.setCommitString("ђ")
    QApplication.sendEvent(edit, event)
    assert edit.blocks() == WRAPPED


def test_all_selected_and_removed_leaves_one_empty_paragraph(qtbot: QtBot) -> None:
    edit = a_body(qtbot, figure(3, "caption"), rule(), raw(TABLE), heading("end"))
    edit.selectAll()
    press(edit, Key.Key_Delete)
    assert (edit.blocks(), edit.document().blockCount()) == ((), 1)


def test_dragged_figure_moves_in_one_step(qtbot: QtBot) -> None:
    edit = a_body(qtbot, *WRAPPED)
    select(edit, (1, 0), (2, -1))
    target = QTextCursor(edit.document())
    target.movePosition(QTextCursor.MoveOperation.End)
    assert edit.drag.put(target, (figure(3, "caption", "alt"),), moves=True)
    moved = edit.blocks()
    edit.undo()
    assert (moved, edit.blocks()) == ((paragraph("above"), paragraph("below"), figure(3, "caption", "alt")), WRAPPED)


def test_drop_onto_the_dragged_text_itself_does_nothing(qtbot: QtBot) -> None:
    edit = a_body(qtbot, *WRAPPED)
    select(edit, (0, 0), (3, 2))
    target = QTextCursor(edit.document())
    target.setPosition(8)
    assert not edit.drag.put(target, (paragraph("x"),), moves=True) and edit.blocks() == WRAPPED


def test_item_that_loses_the_one_above_it_comes_out_a_level(qtbot: QtBot) -> None:
    bullets = ListKind.BULLET
    edit = a_body(qtbot, list_item("one"), list_item("deep", [bullets, bullets]), list_item("two"))
    select(edit, (0, 0), (1, 0))
    press(edit, Key.Key_Delete)
    assert edit.blocks() == (list_item("deep"), list_item("two"))
