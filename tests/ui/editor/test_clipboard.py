"""Copy and paste keep what is the newsroom's and let nothing else in."""

import pytest
from hypothesis import given, settings
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from newsdesk.text.blocks import Block, Mark, Run, figure, heading, list_item, paragraph, raw, rule
from newsdesk.text.html_reader import HtmlTooDeepError
from newsdesk.ui.editor.block_insertion import insert_blocks
from newsdesk.ui.editor.clipboard import (
    BLOCKS_TYPE,
    LARGEST_TEXT,
    PastedTextTooLargeError,
    blocks_of,
    blocks_of_text,
    mime_of,
)
from newsdesk.ui.editor.document_builder import build_document
from newsdesk.ui.editor.document_reader import read_document
from tests.text.strategies import documents
from tests.ui.editor.bodies import a_body, press, select, stand

STRONG = frozenset({Mark.STRONG})


def html(markup: str, text: str = "") -> QMimeData:
    mime = QMimeData()
    mime.setHtml(markup)
    mime.setText(text or markup)
    return mime


@settings(max_examples=40)
@given(documents(4))
def test_whole_body_goes_through_the_clipboard_unchanged(qapp: object, body: tuple[Block, ...]) -> None:
    document = build_document(())
    insert_blocks(QTextCursor(document), blocks_of(mime_of(body)))
    assert read_document(document) == body


def test_copied_blocks_come_as_own_type_html_and_text(qtbot: QtBot) -> None:
    edit = a_body(qtbot, heading("Head"), paragraph("text"))
    edit.selectAll()
    mime = edit.createMimeDataFromSelection()
    assert mime.hasFormat(BLOCKS_TYPE) and "<h2>Head</h2>" in mime.html() and mime.text() == "Head\n\ntext"


def test_part_of_a_heading_is_copied_as_words(qtbot: QtBot) -> None:
    edit = a_body(qtbot, heading("Some heading"))
    select(edit, (0, 0), (0, 4))
    assert blocks_of(edit.createMimeDataFromSelection()) == (paragraph("Some"),)


def test_space_at_the_edge_of_a_copy_is_kept(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("one two three"))
    select(edit, (0, 3), (0, 7))
    mime = edit.createMimeDataFromSelection()
    stand(edit, 0, -1)
    edit.insertFromMimeData(mime)
    assert edit.blocks() == (paragraph("one two three two"),)


def test_copied_letters_keep_their_marks(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph([Run("😀a"), Run("bc", STRONG)]), paragraph("end"))
    select(edit, (0, 2), (0, 4))
    mime = edit.createMimeDataFromSelection()
    stand(edit, 1, -1)
    edit.insertFromMimeData(mime)
    assert edit.blocks()[1] == paragraph([Run("enda"), Run("b", STRONG)])


def test_figure_partly_selected_is_copied_whole(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("above"), figure(3, "caption", "alt"), paragraph("below"))
    select(edit, (0, 3), (2, 2))
    assert blocks_of(edit.createMimeDataFromSelection()) == (paragraph("ve"), figure(3, "caption", "alt"))


def test_cut_and_paste_moves_a_figure(qtbot: QtBot) -> None:
    edit = a_body(qtbot, figure(3, "caption"), paragraph("below"))
    select(edit, (0, 0), (1, 2))
    edit.cut_selection()
    stand(edit, 1, -1)
    edit.paste_from_clipboard()
    assert edit.blocks() == (paragraph("below"), figure(3, "caption"))


def test_pasted_html_comes_as_blocks_without_its_styles(qtbot: QtBot) -> None:
    edit = a_body(qtbot)
    edit.insertFromMimeData(html('<h1 style="color:red">Head</h1><p class="x"><b>bold</b> <script>1</script>text</p>'))
    assert edit.blocks() == (heading("Head"), paragraph([Run("bold", STRONG), Run(" text")]))


def test_paste_into_the_middle_continues_both_halves(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("abcd"))
    stand(edit, 0, 2)
    edit.insertFromMimeData(html("<p>X</p><ul><li>item</li></ul><p>Y</p>"))
    assert edit.blocks() == (paragraph("abX"), list_item("item"), paragraph("Ycd"))


def test_paste_into_a_caption_comes_as_words_on_one_line(qtbot: QtBot) -> None:
    edit = a_body(qtbot, figure(3, "see"))
    stand(edit, 1, -1)
    edit.insertFromMimeData(html("<h2>one</h2><p>two</p>"))
    assert edit.blocks() == (figure(3, "seeone two"),)


def test_paste_on_a_raw_block_goes_below_it(qtbot: QtBot) -> None:
    edit = a_body(qtbot, raw("| a |\n|---|"), paragraph("end"))
    stand(edit, 0, 3)
    edit.insertFromMimeData(html("<p>new</p>"))
    assert edit.blocks() == (raw("| a |\n|---|"), paragraph("new"), paragraph("end"))


def test_paste_is_one_step_of_undo(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("abcd"), rule())
    select(edit, (0, 1), (1, 0))
    edit.insertFromMimeData(html("<p>X</p><p>Y</p>"))
    edit.undo()
    assert edit.blocks() == (paragraph("abcd"), rule())


def test_too_deep_html_is_refused_and_changes_nothing(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("text"))
    with qtbot.waitSignal(edit.paste_refused) as refused:
        edit.insertFromMimeData(html("<div>" * 5000 + "x" + "</div>" * 5000))
    assert isinstance(refused.args[0], HtmlTooDeepError) and edit.blocks() == (paragraph("text"),)


def test_too_much_plain_text_is_refused() -> None:
    with pytest.raises(PastedTextTooLargeError):
        blocks_of_text("x" * (LARGEST_TEXT + 1))


def test_plain_paste_takes_the_words_of_html(qtbot: QtBot) -> None:
    edit = a_body(qtbot)
    edit.insert_mime(html("<h1>Head</h1>", "Head"), plain=True)
    assert edit.blocks() == (paragraph("Head"),)


def test_lines_of_wire_copy_are_joined_within_a_paragraph() -> None:
    assert blocks_of_text("First line\nof one.\n\nSecond\r\nparagraph.\n") == (
        paragraph("First line of one."),
        paragraph("Second paragraph."),
    )


def test_lines_without_blank_lines_are_paragraphs() -> None:
    assert blocks_of_text("one\ntwo\n") == (paragraph("one"), paragraph("two"))


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\xff", b'{"markdown": 1}'])
def test_foreign_data_under_our_type_is_no_blocks(qtbot: QtBot, data: bytes) -> None:
    mime = QMimeData()
    mime.setData(BLOCKS_TYPE, data)
    assert blocks_of(mime) == ()


def test_keys_of_the_clipboard_go_through_our_own_path(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("above"), figure(3, "caption"), paragraph("below"))
    select(edit, (0, 0), (2, 2))
    press(edit, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    press(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert edit.blocks() == (paragraph("above"), figure(3, "caption"), paragraph("below"))


def test_dropped_text_goes_where_it_was_dropped(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("one"), figure(3, "caption"), paragraph("two"))
    edit.show()
    stand(edit, 3)
    place = edit.cursorRect().center()
    mime = html("<p>new <b>words</b></p>")
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(edit.viewport(), QDragEnterEvent(place, action, mime, button, none))
    QApplication.sendEvent(edit.viewport(), QDropEvent(QPointF(place), action, mime, button, none))
    assert edit.blocks()[2] == paragraph([Run("new "), Run("words", STRONG), Run("two")])
