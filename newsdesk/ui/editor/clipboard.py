"""Copy and paste: blocks as Markdown under a type of our own, HTML and plain text for everybody else."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QTextBlock, QTextCursor

from newsdesk.domain.errors import NewsdeskError
from newsdesk.text.blocks import HARD_BREAK, Block, BlockKind, Run, paragraph, plain_text
from newsdesk.text.html_writer import write_html
from newsdesk.text.markdown_reader import read_markdown
from newsdesk.text.markdown_writer import write_markdown
from newsdesk.text.normal_form import joined_runs, normalise
from newsdesk.ui.editor.block_edits import blocks_between
from newsdesk.ui.editor.body_format import BodyPart, part_of, run_of, shape_of
from newsdesk.ui.editor.document_builder import spans_of
from newsdesk.ui.editor.document_reader import with_runs
from newsdesk.ui.editor.structure_guard import end_of, widen

BLOCKS_TYPE = "application/x-newsdesk-blocks"
"""The type of our own: JSON with the blocks as Markdown and the spaces at their edges, which Markdown drops."""

LARGEST_TEXT = 2_000_000
"""The most characters of plain text that are pasted at once."""


class PastedTextTooLargeError(NewsdeskError):
    """More plain text than a story can hold; fields: ``size``, ``limit`` (characters)."""

    sentence = "The clipboard holds {size} characters of text; at most {limit} are pasted at once."
    way_out = "Save it as a text file and bring that in."


def selected_blocks(cursor: QTextCursor) -> tuple[Block, ...]:
    """Return what is selected as blocks; a part of one text block comes as a paragraph."""
    picked = QTextCursor(cursor)
    widen(picked)
    document = picked.document()
    start, end = picked.selectionStart(), picked.selectionEnd()
    first, last = document.findBlock(start), document.findBlock(end)
    if first == last and part_of(first) is not BodyPart.RAW:
        whole = start == first.position() and end == end_of(first)
        shape = shape_of(first.blockFormat())
        keeps_kind = whole and shape.kind in (BlockKind.HEADING, BlockKind.QUOTE, BlockKind.LIST_ITEM)
        found = with_runs(shape if keeps_kind else paragraph(""), _runs_between(first, start, end))
        return (found,)
    found_blocks: list[Block] = []
    for block in blocks_between(first, last):
        part, shape = part_of(block), shape_of(block.blockFormat())
        runs = _runs_between(block, start, end)
        if part is BodyPart.CAPTION and found_blocks:
            found_blocks[-1] = with_runs(found_blocks[-1], runs)
        elif part in (BodyPart.PICTURE, BodyPart.RULE, BodyPart.RAW):
            found_blocks.append(shape)
        elif runs:
            found_blocks.append(with_runs(shape, runs))
    return tuple(found_blocks)


def _runs_between(block: QTextBlock, start: int, end: int) -> tuple[Run, ...]:
    found = []
    cursor = QTextCursor(block)
    for first, last, form in spans_of(block):
        first, last = max(first, start), min(last, end)
        if first < last:
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            found.append(run_of(cursor.selectedText(), form))
    return joined_runs(found)


def mime_of(blocks: Sequence[Block]) -> QMimeData:
    """Return blocks for the clipboard: as our own type, as HTML and as plain text."""
    text = "".join(block.text for block in blocks[:1]), "".join(block.text for block in blocks[-1:])
    tidy = normalise(blocks)
    payload = {
        "markdown": write_markdown(tidy),
        "before": " " if text[0].startswith(" ") else "",
        "after": " " if text[1].endswith(" ") else "",
    }
    found = QMimeData()
    found.setData(BLOCKS_TYPE, QByteArray(json.dumps(payload).encode()))
    found.setHtml(write_html(tidy))
    found.setText(plain_text(blocks) if len(blocks) == 1 else plain_text(tidy))
    return found


def can_paste(mime: QMimeData) -> bool:
    """Return whether there is something that a body can take."""
    return mime.hasFormat(BLOCKS_TYPE) or mime.hasHtml() or mime.hasText()


def blocks_of(mime: QMimeData, *, plain: bool = False) -> tuple[Block, ...]:
    """Return what the clipboard holds as blocks; with ``plain`` its text alone.

    Raises:
        NewsdeskError: if it is too large or too deep to be taken.
    """
    if not plain and mime.hasFormat(BLOCKS_TYPE):
        return _own_blocks(bytes(mime.data(BLOCKS_TYPE).data()))
    if not plain and mime.hasHtml():
        # Here, not above: the parsers it brings along would be loaded with the window.
        from newsdesk.text.html_reader import blocks_from_html

        found = blocks_from_html(mime.html())
        if found:
            return found
    return blocks_of_text(mime.text())


def _own_blocks(data: bytes) -> tuple[Block, ...]:
    try:
        payload = json.loads(data)
        markdown, before, after = (str(payload[name]) for name in ("markdown", "before", "after"))
    except (ValueError, TypeError, KeyError):
        # Another program put something of its own under our type: it is taken as no blocks at all.
        return ()
    blocks = list(read_markdown(markdown).blocks)
    if not blocks:
        return (paragraph(before or after),) if before or after else ()
    if before and blocks[0].runs:
        blocks[0] = replace(blocks[0], runs=(Run(" "), *blocks[0].runs))
    if after and blocks[-1].runs:
        blocks[-1] = replace(blocks[-1], runs=(*blocks[-1].runs, Run(" ")))
    return tuple(blocks)


_LINE_END = re.compile("\r\n|[\r\n\u2029]")


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """Return plain text as paragraphs: parted by blank lines where there are any, else one a line.

    Raises:
        PastedTextTooLargeError: if there is more than ``LARGEST_TEXT``.
    """
    if len(text) > LARGEST_TEXT:
        raise PastedTextTooLargeError(size=len(text), limit=LARGEST_TEXT)
    lines = _LINE_END.sub("\n", text)
    if "\n" not in lines:
        return (paragraph(lines.replace("\t", " ")),) if lines else ()
    # Wire copy breaks its lines inside a paragraph and leaves a blank line between two.
    parts = re.split(r"\n[ \t]*\n\s*", lines) if re.search(r"\S[^\n]*\n[ \t]*\n", lines) else lines.split("\n")
    return normalise(paragraph(part.replace("\n", " ")) for part in parts)


def as_line(blocks: Sequence[Block]) -> tuple[Run, ...]:
    """Return the runs of all blocks on one line, for a caption."""
    runs: list[Run] = []
    for block in blocks:
        if runs and block.runs:
            runs.append(Run(" "))
        runs += [replace(run, text=run.text.replace(HARD_BREAK, " ")) for run in block.runs]
    return joined_runs(runs)
