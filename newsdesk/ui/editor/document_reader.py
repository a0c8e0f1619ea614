"""Blocks out: a QTextDocument is read as a body, only what changed since the last time."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextDocument

from newsdesk.text.blocks import Block, Run
from newsdesk.text.normal_form import joined_runs, normalise
from newsdesk.ui.editor.body_format import BodyPart, part_of, run_of, shape_of


def runs_in(block: QTextBlock) -> tuple[Run, ...]:
    """Return the runs of a block of the document."""
    found = []
    each = block.begin()
    while not each.atEnd():
        fragment = each.fragment()
        found.append(run_of(fragment.text(), fragment.charFormat()))
        each += 1
    return joined_runs(found)


_Reading = tuple[BodyPart, Block]


def _reading(block: QTextBlock) -> _Reading:
    part = part_of(block)
    shape = shape_of(block.blockFormat())
    if part in (BodyPart.PICTURE, BodyPart.RULE, BodyPart.RAW):
        return part, shape
    return part, with_runs(shape, runs_in(block))


def with_runs(shape: Block, runs: tuple[Run, ...]) -> Block:
    """Return a block of that shape with those runs."""
    return Block(
        kind=shape.kind,
        runs=runs,
        level=shape.level,
        quote=shape.quote,
        path=shape.path,
        starts_item=shape.starts_item,
        start=shape.start,
        figure=shape.figure,
    )


def _joined(readings: list[_Reading]) -> tuple[Block, ...]:
    """Return the blocks, each picture with the caption below it; a stray caption stays as a paragraph."""
    found: list[Block] = []
    open_picture = False
    for part, block in readings:
        if part is BodyPart.CAPTION and open_picture:
            found[-1] = with_runs(found[-1], block.runs)
        else:
            found.append(block)
        open_picture = part is BodyPart.PICTURE
    return normalise(found)


def read_document(document: QTextDocument) -> tuple[Block, ...]:
    """Return the body that a document holds, in normal form."""
    readings = []
    block = document.begin()
    while block.isValid():
        readings.append(_reading(block))
        block = block.next()
    return _joined(readings)


class DocumentReader(QObject):
    """Reads one document again and again; a block that did not change is not read again.

    Qt counts a change of format alone as no new revision of a block, so that what changed is
    taken from ``contentsChange``, which tells all of it.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        # Without a layout a document tells nobody what changes in it.
        document.documentLayout()
        self._readings: list[_Reading | None] = [None] * document.blockCount()
        self._blocks: tuple[Block, ...] | None = None
        self._revision = document.revision()
        document.contentsChange.connect(self._on_contents_changed)

    def blocks(self) -> tuple[Block, ...]:
        """Return the body as it stands, in normal form."""
        if self._blocks is None:
            self._blocks = _joined([self._read(number) for number in range(len(self._readings))])
        return self._blocks

    def _read(self, number: int) -> _Reading:
        known = self._readings[number]
        if known is None:
            known = _reading(self._document.findBlockByNumber(number))
            self._readings[number] = known
        return known

    def _on_contents_changed(self, position: int, _removed: int, added: int) -> None:
        revision = self._document.revision()
        if revision == self._revision:
            # A new colour, laid over the text, and no edit of it.
            return
        self._revision = revision
        self._blocks = None
        document, readings = self._document, self._readings
        count = document.blockCount()
        first = document.findBlock(position).blockNumber()
        last_block = document.findBlock(position + added) if added else document.findBlock(position)
        last = last_block.blockNumber() if last_block.isValid() else count - 1
        if count == len(readings) and first == last:
            readings[first] = None
            return
        old_last = last - (count - len(readings))
        readings[first : old_last + 1] = [None] * (last - first + 1)
