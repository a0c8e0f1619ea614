"""Commands on the text at a cursor, each one step of undo, and the state that a toolbar shows."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from newsdesk.text.blocks import Block, BlockKind, ListKind, Mark, Run, figure, heading, quote, rule
from newsdesk.ui.editor.block_edits import blocks_between, list_shape, paragraph_after
from newsdesk.ui.editor.block_insertion import insert_blocks
from newsdesk.ui.editor.body_format import (
    SHUT_PARTS,
    TEXT_PARTS,
    BodyPart,
    char_format,
    href_of,
    marks_of,
    part_for,
    part_of,
    redressed,
    run_of,
    shape_of,
)
from newsdesk.ui.editor.document_builder import redress, spans_of
from newsdesk.ui.editor.structure_guard import PLAIN, end_of, settle_lists, whole_of

_KEEP = QTextCursor.MoveMode.KeepAnchor


@dataclass(frozen=True, slots=True, kw_only=True)
class CaretState:
    """What the text at the caret is; ``level`` is a heading's, ``list_kind`` that of a list item."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    list_kind: ListKind | None = None
    marks: frozenset[Mark] = frozenset()
    href: str = ""
    takes_text: bool = True
    takes_kind: bool = True


def caret_state(cursor: QTextCursor, typing: QTextCharFormat | None = None) -> CaretState:
    """Return the state at a cursor; ``typing`` is the format that the next letter gets."""
    part = part_of(cursor.block())
    shape = shape_of(cursor.block().blockFormat())
    form = cursor.charFormat() if typing is None else typing
    return CaretState(
        kind=BlockKind.FIGURE if part is BodyPart.CAPTION else shape.kind,
        level=shape.level,
        list_kind=shape.path[-1] if shape.path else None,
        marks=marks_of(form),
        href=href_of(form),
        takes_text=part not in SHUT_PARTS,
        takes_kind=part in TEXT_PARTS,
    )


def toggled_mark(form: QTextCharFormat, mark: Mark, block: QTextBlock) -> QTextCharFormat:
    """Return the format for typing with the mark turned round."""
    return _with_mark(form, mark, mark not in marks_of(form), block)


_APART = {Mark.SUPERSCRIPT: Mark.SUBSCRIPT, Mark.SUBSCRIPT: Mark.SUPERSCRIPT}


def _with_mark(form: QTextCharFormat, mark: Mark, on: bool, block: QTextBlock) -> QTextCharFormat:
    run = run_of("", form)
    marks = run.marks - {mark, _APART.get(mark)} | ({mark} if on else set())
    return redressed(form, replace(run, marks=frozenset(marks)), shape_of(block.blockFormat()), part_of(block))


def toggle_mark(cursor: QTextCursor, mark: Mark) -> None:
    """Mark the selection, or take the mark away where all of it has it; nothing else changes."""
    spans = _selected_spans(cursor)
    on = not all(mark in marks_of(form) for _block, _start, _end, form in spans)
    _reformat(cursor, spans, lambda block, form: _with_mark(form, mark, on, block))


def set_link(cursor: QTextCursor, href: str, title: str = "") -> None:
    """Link the selection, or the link around the cursor, to an address; an empty one takes the link away.

    Without a selection and a link the address itself is written and linked.
    """
    target = QTextCursor(cursor)
    if not target.hasSelection():
        start, end = link_span(target)
        target.setPosition(start)
        target.setPosition(end, _KEEP)
    if target.hasSelection():
        _reformat(target, _selected_spans(target), lambda block, form: _with_link(form, href, title, block))
    elif href and part_of(cursor.block()) not in SHUT_PARTS:
        block = cursor.block()
        run = Run(href.removeprefix("mailto:"), href=href, title=title)
        cursor.insertText(run.text, char_format(run, shape_of(block.blockFormat()), part_of(block)))


def _with_link(form: QTextCharFormat, href: str, title: str, block: QTextBlock) -> QTextCharFormat:
    run = replace(run_of("", form), href=href, title=title if href else "")
    return redressed(form, run, shape_of(block.blockFormat()), part_of(block))


def link_span(cursor: QTextCursor) -> tuple[int, int]:
    """Return (start, end) of the link at the cursor; both are the cursor's place where there is none."""
    position = cursor.position()
    spans = spans_of(cursor.block())
    at = next((i for i, (start, end, form) in enumerate(spans) if start <= position <= end and href_of(form)), -1)
    if at < 0:
        return position, position
    href = href_of(spans[at][2])
    first = last = at
    while first > 0 and href_of(spans[first - 1][2]) == href:
        first -= 1
    while last + 1 < len(spans) and href_of(spans[last + 1][2]) == href:
        last += 1
    return spans[first][0], spans[last][1]


_Span = tuple[QTextBlock, int, int, QTextCharFormat]


def _selected_spans(cursor: QTextCursor) -> list[_Span]:
    document = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    found = []
    for block in blocks_between(document.findBlock(start), document.findBlock(end)):
        if part_of(block) in SHUT_PARTS:
            continue
        for first, last, form in spans_of(block):
            first, last = max(first, start), min(last, end)
            if first < last:
                found.append((block, first, last, form))
    return found


def _reformat(
    cursor: QTextCursor, spans: list[_Span], change: Callable[[QTextBlock, QTextCharFormat], QTextCharFormat]
) -> None:
    if not spans:
        return
    cursor.beginEditBlock()
    painter = QTextCursor(cursor)
    for block, start, end, form in spans:
        painter.setPosition(start)
        painter.setPosition(end, _KEEP)
        painter.setCharFormat(change(block, form))
    cursor.endEditBlock()


def set_kind(cursor: QTextCursor, shape: Block) -> None:
    """Make every text block of the selection into the kind of ``shape``; figures and the like stay."""
    document = cursor.document()
    blocks = blocks_between(document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd()))
    texts = [block for block in blocks if part_of(block) in TEXT_PARTS]
    if not texts:
        return
    cursor.beginEditBlock()
    for block in texts:
        redress(block, _fitting(shape, shape_of(block.blockFormat())), part_for(shape))
    settle_lists(texts[0])
    settle_lists(texts[-1])
    cursor.endEditBlock()


def _fitting(shape: Block, old: Block) -> Block:
    """Return the shape for one block: an item that is in a list already keeps its depth."""
    if shape.kind is BlockKind.LIST_ITEM and old.kind is BlockKind.LIST_ITEM:
        return replace(old, path=(*old.path[:-1], shape.path[-1]), starts_item=True)
    return shape


def make_paragraph(cursor: QTextCursor) -> None:
    """Make paragraphs of the selection."""
    set_kind(cursor, PLAIN)


def toggle_heading(cursor: QTextCursor, level: int) -> None:
    """Make headings of the selection, or paragraphs where it is one of that level."""
    is_so = caret_state(cursor).kind is BlockKind.HEADING and caret_state(cursor).level == level
    set_kind(cursor, PLAIN if is_so else heading("", level))


def toggle_quote(cursor: QTextCursor) -> None:
    """Make quotations of the selection, or paragraphs where it is one."""
    set_kind(cursor, PLAIN if caret_state(cursor).kind is BlockKind.QUOTE else quote(""))


def toggle_list(cursor: QTextCursor, kind: ListKind) -> None:
    """Make items of such a list of the selection, or paragraphs where it is one."""
    set_kind(cursor, PLAIN if caret_state(cursor).list_kind is kind else list_shape(kind))


def insert_rule(cursor: QTextCursor) -> None:
    """Put a rule after the block at the cursor, and go on below it."""
    _insert_below(cursor, rule())


def insert_figure(cursor: QTextCursor, photo: int, alt: str = "", caption: str = "") -> None:
    """Put a figure after the block at the cursor, and go on below it."""
    _insert_below(cursor, figure(photo, caption, alt))


def _insert_below(cursor: QTextCursor, block: Block) -> None:
    """Insert after the text at the cursor, in the place of an empty paragraph; a text is never split."""
    cursor.beginEditBlock()
    at = whole_of(cursor.block())[1]
    cursor.setPosition(end_of(at))
    if part_of(at) is BodyPart.CAPTION:
        # Pasted into a caption a block would come as words.
        paragraph_after(cursor)
    insert_blocks(cursor, [block])
    following = cursor.block().next()
    if following.isValid() and part_of(following) in TEXT_PARTS:
        cursor.setPosition(following.position())
    cursor.endEditBlock()
