"""Blocks go into a document at a cursor, as pasted, dropped or inserted by a command."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor

from newsdesk.text.blocks import Block, BlockKind, Run
from newsdesk.ui.editor.body_format import BodyPart, char_format, part_of, shape_of
from newsdesk.ui.editor.clipboard import as_line
from newsdesk.ui.editor.document_builder import (
    Piece,
    add_piece,
    pieces_of,
    redress,
    take_shape,
    write_runs,
)
from newsdesk.ui.editor.structure_guard import end_of, is_shut, remove, settle_lists, whole_of


def insert_blocks(cursor: QTextCursor, blocks: Sequence[Block]) -> None:
    """Put blocks in the place of the selection, as one step of undo; the cursor ends after them.

    A paragraph at the front continues the text at the cursor; a caption takes everything as words.
    """
    if not blocks:
        return
    cursor.beginEditBlock()
    if cursor.hasSelection():
        remove(cursor)
    pieces = [piece for block in blocks for piece in pieces_of(block)]
    if part_of(cursor.block()) is BodyPart.CAPTION:
        _insert_runs(cursor, as_line(blocks))
    elif is_shut(cursor):
        cursor.setPosition(end_of(whole_of(cursor.block())[1]))
        _add_all(cursor, pieces)
    else:
        _insert_in_text(cursor, pieces)
    cursor.endEditBlock()


def _insert_runs(cursor: QTextCursor, runs: Sequence[Run]) -> None:
    block = cursor.block()
    shape, part = shape_of(block.blockFormat()), part_of(block)
    for run in runs:
        cursor.insertText(run.text, char_format(run, shape, part))


def _insert_in_text(cursor: QTextCursor, pieces: list[Piece]) -> None:
    own = shape_of(cursor.block().blockFormat())
    own_part = part_of(cursor.block())
    has_tail = not cursor.atBlockEnd()
    is_blank = cursor.block().length() == 1
    continues = pieces[0].part is BodyPart.PARAGRAPH and (not is_blank or len(pieces) == 1)
    if continues:
        _insert_runs(cursor, pieces[0].runs)
        rest = pieces[1:]
        if rest and has_tail:
            _split_off(cursor, own, own_part)
    elif cursor.atBlockStart():
        if has_tail:
            _split_off(cursor, own, own_part)
        take_shape(cursor, pieces[0])
        write_runs(cursor, pieces[0])
        rest = pieces[1:]
    else:
        if has_tail:
            _split_off(cursor, own, own_part)
        rest = pieces
    _add_all(cursor, rest)
    if has_tail and rest and rest[-1].part is BodyPart.PARAGRAPH:
        _join_tail(cursor)
    _give_room(cursor)
    settle_lists(cursor.block())


def _split_off(cursor: QTextCursor, own: Block, own_part: BodyPart) -> None:
    """Put what follows the cursor into a block of its own, and stay before it."""
    position = cursor.position()
    cursor.insertBlock(Piece(own_part, own, ()).block_format, Piece(own_part, own, ()).char_format)
    cursor.setPosition(position)


def _add_all(cursor: QTextCursor, pieces: Sequence[Piece]) -> None:
    for piece in pieces:
        add_piece(cursor, piece)


def _join_tail(cursor: QTextCursor) -> None:
    """Let the text that was split off go on in the paragraph that was inserted last."""
    position = cursor.position()
    shape = shape_of(cursor.block().blockFormat())
    cursor.deleteChar()
    redress(cursor.block(), shape, BodyPart.PARAGRAPH)
    cursor.setPosition(position)


def _give_room(cursor: QTextCursor) -> None:
    """Leave a paragraph to write in after a figure or a rule that ends the story."""
    block = cursor.block()
    if part_of(block) in (BodyPart.CAPTION, BodyPart.RULE, BodyPart.RAW) and not block.next().isValid():
        position = cursor.position()
        add_piece(cursor, *pieces_of(Block(kind=BlockKind.PARAGRAPH)))
        cursor.setPosition(position)
