"""A body goes into a QTextDocument and comes out as the same body."""

from hypothesis import given, settings
from PySide6.QtGui import QTextCursor

from newsdesk.text.blocks import Block, Mark, Run, figure, heading, paragraph, raw, rule
from newsdesk.ui.editor.block_insertion import insert_blocks
from newsdesk.ui.editor.body_format import BodyPart, part_of
from newsdesk.ui.editor.commands import toggle_mark
from newsdesk.ui.editor.document_builder import build_document
from newsdesk.ui.editor.document_reader import DocumentReader, read_document
from tests.text.strategies import documents, documents_with_raw


@settings(max_examples=150)
@given(documents())
def test_body_comes_out_as_it_went_in(qapp: object, body: tuple[Block, ...]) -> None:
    assert read_document(build_document(body)) == body


@settings(max_examples=50)
@given(documents_with_raw())
def test_raw_blocks_come_out_byte_for_byte(qapp: object, body: tuple[Block, ...]) -> None:
    assert read_document(build_document(body)) == body


def test_empty_body_is_one_empty_block(qapp: object) -> None:
    document = build_document(())
    assert (document.blockCount(), read_document(document)) == (1, ())


def test_new_document_has_nothing_to_undo_and_is_unmodified(qapp: object) -> None:
    document = build_document([heading("A"), figure(3, "B"), paragraph("C")])
    assert (document.isUndoAvailable(), document.isModified()) == (False, False)


def test_story_that_ends_in_a_figure_has_a_place_to_write_after_it(qapp: object) -> None:
    document = build_document([figure(3, "Caption")])
    assert part_of(document.lastBlock()) is BodyPart.PARAGRAPH


def test_credit_is_not_in_the_text(qapp: object) -> None:
    assert build_document([figure(3, "Caption")]).toPlainText().strip() == "Caption"


def test_raw_block_with_foreign_line_ends_shows_as_one_block(qapp: object) -> None:
    document = build_document([raw("a\r\nb\rc\nd")])
    assert part_of(document.begin()) is BodyPart.RAW and document.begin().text() == "a\u2028b\u2028c\u2028d"


def test_bold_words_in_a_heading_stay_apart_from_its_own_weight(qapp: object) -> None:
    body = (heading([Run("Heavy "), Run("words", frozenset({Mark.STRONG}))]),)
    assert read_document(build_document(body)) == body


def test_changed_format_alone_is_read_again(qapp: object) -> None:
    document = build_document([paragraph("one"), paragraph("two")])
    reader = DocumentReader(document)
    reader.blocks()
    cursor = QTextCursor(document.begin())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    toggle_mark(cursor, Mark.STRONG)
    assert reader.blocks() == (paragraph(Run("one", frozenset({Mark.STRONG}))), paragraph("two"))


def test_blocks_put_in_and_taken_out_are_read_in_their_places(qapp: object) -> None:
    document = build_document([paragraph("one"), paragraph("two"), paragraph("three")])
    reader = DocumentReader(document)
    reader.blocks()
    cursor = QTextCursor(document.findBlockByNumber(1))
    insert_blocks(cursor, [heading("new"), rule(), paragraph("")])
    assert reader.blocks() == read_document(document)


def test_what_is_read_is_in_normal_form(qapp: object) -> None:
    document = build_document([paragraph("one"), paragraph("two")])
    cursor = QTextCursor(document)
    cursor.insertText("  spaced ")
    cursor.insertBlock()
    assert read_document(document) == (paragraph("spaced"), paragraph("one"), paragraph("two"))
