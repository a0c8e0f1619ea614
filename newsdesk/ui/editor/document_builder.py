"""Blocks in: a body becomes a QTextDocument, or goes into one at a cursor."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFrameFormat

from newsdesk.text.blocks import HARD_BREAK, Block, Run, paragraph
from newsdesk.ui.editor.body_format import (
    BodyPart,
    block_format,
    char_format,
    part_for,
    redressed,
    run_of,
)
from newsdesk.ui.theme.fonts import text_font
from newsdesk.ui.theme.tokens import SIZES

SIDE_MARGIN = 4
FOOT_MARGIN = 140
"""The empty room under the last line, in pixels, so that it need not be written at the window's edge."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a QTextDocument that is still to be made: its formats and its text."""

    part: BodyPart
    shape: Block
    runs: tuple[Run, ...]

    @property
    def block_format(self) -> QTextBlockFormat:
        """Return the block's format."""
        return block_format(self.shape, self.part)

    @property
    def char_format(self) -> QTextCharFormat:
        """Return the format of unmarked text in the block."""
        return char_format(_NO_RUN, self.shape, self.part)


_NO_RUN = Run("")


def pieces_of(block: Block) -> Iterator[Piece]:
    """Yield what the block is in a QTextDocument: one piece, for a figure its picture and its caption."""
    part = part_for(block)
    if part is BodyPart.PICTURE:
        yield Piece(part, block, ())
        yield Piece(BodyPart.CAPTION, block, block.runs)
    elif part is BodyPart.RAW:
        yield Piece(part, block, (Run(shown_raw(block.raw)),))
    else:
        yield Piece(part, block, block.runs)


def shown_raw(markdown: str) -> str:
    """Return foreign Markdown as its block shows it, with what Qt takes for a new block written otherwise."""
    lines = markdown.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").replace("\n", HARD_BREAK)
    return "".join(letter for letter in lines if letter not in "\0\ufdd0\ufdd1\ufffc")


def build_document(blocks: Iterable[Block], parent: QObject | None = None) -> QTextDocument:
    """Return a new document that holds the body; its history of undo is empty and it is unmodified."""
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(text_font(SIZES.body))
    document.setDocumentMargin(0)
    frame = QTextFrameFormat()
    frame.setLeftMargin(SIDE_MARGIN)
    frame.setRightMargin(SIDE_MARGIN)
    frame.setBottomMargin(FOOT_MARGIN)
    document.rootFrame().setFrameFormat(frame)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    pieces = [piece for block in blocks for piece in pieces_of(block)] or [*pieces_of(paragraph(""))]
    take_shape(cursor, pieces[0])
    write_runs(cursor, pieces[0])
    for piece in pieces[1:]:
        add_piece(cursor, piece)
    if pieces[-1].part in _NEEDS_A_NEIGHBOUR:
        # A place to write after a figure, a rule or a raw block that ends the story.
        add_piece(cursor, *pieces_of(paragraph("")))
    cursor.endEditBlock()
    document.setUndoRedoEnabled(True)
    document.setModified(False)
    return document


_NEEDS_A_NEIGHBOUR = frozenset({BodyPart.CAPTION, BodyPart.RULE, BodyPart.RAW})


def take_shape(cursor: QTextCursor, piece: Piece) -> None:
    """Turn the empty block at the cursor into the piece, still without its text."""
    cursor.setBlockFormat(piece.block_format)
    cursor.setBlockCharFormat(piece.char_format)
    cursor.setCharFormat(piece.char_format)


def add_piece(cursor: QTextCursor, piece: Piece) -> None:
    """Start a new block at the cursor, write the piece's text and leave the cursor after it."""
    cursor.insertBlock(piece.block_format, piece.char_format)
    write_runs(cursor, piece)


def write_runs(cursor: QTextCursor, piece: Piece) -> None:
    """Write the piece's text at the cursor."""
    for run in piece.runs:
        cursor.insertText(run.text, char_format(run, piece.shape, piece.part))


def redress(block: QTextBlock, shape: Block, part: BodyPart) -> None:
    """Give a block, and every run in it, the look of a kind; marks, links and foreign properties stay."""
    cursor = QTextCursor(block)
    cursor.setBlockFormat(block_format(shape, part))
    cursor.setBlockCharFormat(char_format(_NO_RUN, shape, part))
    for start, end, old in spans_of(block):
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        wanted = redressed(old, run_of("", old), shape, part)
        if wanted != old:
            cursor.setCharFormat(wanted)


def spans_of(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Return (start, end, format) of every stretch of one format in a block, in document positions."""
    found = []
    each = block.begin()
    while not each.atEnd():
        fragment = each.fragment()
        found.append((fragment.position(), fragment.position() + fragment.length(), fragment.charFormat()))
        each += 1
    return found
