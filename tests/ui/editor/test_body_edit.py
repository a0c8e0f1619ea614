"""What the keys do to the body."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from newsdesk.text.blocks import (
    HARD_BREAK,
    Block,
    ListKind,
    Mark,
    Run,
    figure,
    heading,
    list_item,
    paragraph,
    quote,
    rule,
)
from newsdesk.ui.editor.body_edit import BodyEdit
from newsdesk.ui.theme.tokens import DARK, LIGHT
from tests.ui.editor.bodies import CONTROL, SHIFT, a_body, press, select, stand, write

Key = Qt.Key
BULLET, NUMBER = ListKind.BULLET, ListKind.NUMBERED
STRONG = frozenset({Mark.STRONG})

# The platform without a screen complains of every window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_enter_after_a_heading_makes_a_paragraph(qtbot: QtBot) -> None:
    edit = a_body(qtbot, heading("Head"))
    stand(edit, 0, -1)
    press(edit, Key.Key_Return)
    write(edit, "text")
    assert edit.blocks() == (heading("Head"), paragraph("text"))


def test_enter_before_a_heading_makes_room_above_it(qtbot: QtBot) -> None:
    edit = a_body(qtbot, heading("Head"))
    press(edit, Key.Key_Return)
    stand(edit, 0)
    write(edit, "text")
    assert edit.blocks() == (paragraph("text"), heading("Head"))


def test_enter_within_a_paragraph_splits_it_and_keeps_its_marks(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph([Run("ab"), Run("cd", STRONG)]))
    stand(edit, 0, 3)
    press(edit, Key.Key_Return)
    assert edit.blocks() == (paragraph([Run("ab"), Run("c", STRONG)]), paragraph(Run("d", STRONG)))


def test_enter_in_a_list_makes_the_next_item(qtbot: QtBot) -> None:
    edit = a_body(qtbot, list_item("one", [NUMBER], start=7))
    stand(edit, 0, -1)
    press(edit, Key.Key_Return)
    write(edit, "two")
    assert edit.blocks() == (list_item("one", [NUMBER], start=7), list_item("two", [NUMBER]))


def test_enter_on_an_empty_item_leaves_the_list(qtbot: QtBot) -> None:
    edit = a_body(qtbot, list_item("one"))
    stand(edit, 0, -1)
    press(edit, Key.Key_Return, times=2)
    write(edit, "text")
    assert edit.blocks() == (list_item("one"), paragraph("text"))


def test_enter_on_an_empty_deep_item_goes_out_one_level(qtbot: QtBot) -> None:
    edit = a_body(qtbot, list_item("one"), list_item("deep", [BULLET, NUMBER]))
    stand(edit, 1, -1)
    press(edit, Key.Key_Return, times=2)
    write(edit, "two")
    assert edit.blocks()[-1] == list_item("two")


def test_tab_takes_an_item_deeper_but_no_deeper_than_its_place_allows(qtbot: QtBot) -> None:
    edit = a_body(qtbot, list_item("one"), list_item("two"))
    stand(edit, 1)
    press(edit, Key.Key_Tab, times=2)
    assert edit.blocks() == (list_item("one"), list_item("two", [BULLET, BULLET]))


def test_lists_are_three_deep_at_most(qtbot: QtBot) -> None:
    deep = [list_item("x", [BULLET] * depth) for depth in (1, 2, 3)]
    edit = a_body(qtbot, *deep, list_item("y", [BULLET] * 3))
    stand(edit, 3)
    press(edit, Key.Key_Tab)
    assert edit.blocks()[-1] == list_item("y", [BULLET] * 3)


def test_shift_tab_takes_an_item_out_and_what_hangs_on_it_along(qtbot: QtBot) -> None:
    edit = a_body(qtbot, list_item("one"), list_item("two", [BULLET] * 2), list_item("three", [BULLET] * 3))
    stand(edit, 0)
    press(edit, Key.Key_Backtab, SHIFT)
    assert edit.blocks() == (paragraph("one"), list_item("two"), list_item("three", [BULLET] * 2))


def test_tab_outside_a_list_writes_nothing_and_asks_to_go_on(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("text"))
    with qtbot.waitSignal(edit.left_by_tab) as left:
        press(edit, Key.Key_Tab)
    assert left.args == [True] and edit.blocks() == (paragraph("text"),)


@pytest.mark.parametrize("block", [list_item("text"), quote("text"), heading("text")])
def test_backspace_at_the_start_makes_a_paragraph(qtbot: QtBot, block: Block) -> None:
    edit = a_body(qtbot, paragraph("above"), block)
    stand(edit, 1)
    press(edit, Key.Key_Backspace)
    assert edit.blocks() == (paragraph("above"), paragraph("text"))


def test_backspace_at_the_start_of_a_paragraph_joins_it_to_the_heading_above(qtbot: QtBot) -> None:
    edit = a_body(qtbot, heading("Head"), paragraph([Run("te"), Run("xt", STRONG)]))
    stand(edit, 1)
    press(edit, Key.Key_Backspace)
    assert edit.blocks() == (heading([Run("Headte"), Run("xt", STRONG)]),)


def test_removing_from_a_block_start_into_the_next_keeps_the_kind_of_what_is_left(qtbot: QtBot) -> None:
    edit = a_body(qtbot, heading("Head"), paragraph("text"))
    select(edit, (0, 0), (1, 2))
    press(edit, Key.Key_Delete)
    assert edit.blocks() == (paragraph("xt"),)


def test_typing_at_the_end_of_a_link_does_not_extend_it(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph(Run("link", href="https://a.rs/")))
    stand(edit, 0, -1)
    write(edit, " on")
    assert edit.blocks() == (paragraph([Run("link", href="https://a.rs/"), Run(" on")]),)


def test_typing_before_a_link_does_not_extend_it(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph(Run("link", href="https://a.rs/")))
    stand(edit, 0)
    write(edit, "a ")
    assert edit.blocks() == (paragraph([Run("a "), Run("link", href="https://a.rs/")]),)


def test_typing_inside_a_link_stays_in_it(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph(Run("link", href="https://a.rs/")))
    stand(edit, 0, 2)
    write(edit, "xx")
    assert edit.blocks() == (paragraph(Run("lixxnk", href="https://a.rs/")),)


def test_shift_enter_breaks_the_line(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("ab"))
    stand(edit, 0, 1)
    press(edit, Key.Key_Return, SHIFT)
    assert edit.blocks() == (paragraph(f"a{HARD_BREAK}b"),)


def test_heading_takes_no_line_break(qtbot: QtBot) -> None:
    edit = a_body(qtbot, heading("ab"))
    stand(edit, 0, 1)
    press(edit, Key.Key_Return, SHIFT)
    assert edit.blocks() == (heading("ab"),)


def test_words_typed_in_one_go_are_undone_to_the_start(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("ab"))
    stand(edit, 0, -1)
    write(edit, "cdef")
    edit.undo()
    assert edit.blocks() == (paragraph("ab"),)


def test_ctrl_k_reaches_the_window(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    edit = BodyEdit(LIGHT)
    edit.set_body([paragraph("some words")])
    window.setCentralWidget(edit)
    search = QAction(window)
    search.setShortcut(QKeySequence("Ctrl+K"))
    window.addAction(search)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    edit.setFocus()
    with qtbot.waitSignal(search.triggered):
        press(edit, Key.Key_K, CONTROL)
    assert edit.blocks() == (paragraph("some words"),)


def test_up_on_the_first_line_asks_to_leave(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("one"), paragraph("two"))
    with qtbot.waitSignal(edit.left_upwards):
        press(edit, Key.Key_Up)


def test_files_are_left_to_the_window(qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/photo.jpg")])
    assert not a_body(qtbot, paragraph("text")).canInsertFromMimeData(mime)


def test_theme_changes_without_a_step_of_undo(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph(Run("link", href="https://a.rs/")))
    edit.recolour(DARK)
    assert (edit.document().isUndoAvailable(), edit.document().isModified()) == (False, False)


def test_zoom_changes_without_a_step_of_undo(qtbot: QtBot) -> None:
    edit = a_body(qtbot, heading("Head"), paragraph("text"))
    edit.set_type_size(24)
    assert not edit.document().isUndoAvailable() and edit.document().defaultFont().pixelSize() == 24


def test_caret_hides_on_a_picture_only(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("text"), figure(1, "caption"))
    widths = []
    for number in (0, 1, 2):
        stand(edit, number)
        widths.append(edit.cursorWidth())
    assert widths == [2, 0, 2]


def test_text_that_grows_does_not_scroll_the_head_away(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("text"))
    edit.page_bar.set_head_height(200)
    edit.show()
    stand(edit, 0, -1)
    press(edit, Key.Key_Return, times=3)
    assert edit.page_bar.minimum() == edit.page_bar.value() == -200


def test_all_kinds_of_blocks_are_painted(qtbot: QtBot) -> None:
    deep = [list_item("x", [BULLET] * depth) for depth in (1, 2, 3)]
    edit = a_body(qtbot, quote("a"), quote("b", 2), *deep, list_item("n", [NUMBER]), rule(), figure(2))
    edit.show()
    plain = a_body(qtbot, *(paragraph("x") for _ in range(8)))
    plain.show()
    assert edit.grab().toImage() != plain.grab().toImage()
