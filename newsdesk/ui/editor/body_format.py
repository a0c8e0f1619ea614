"""What a block and its runs look like as Qt formats, and how the formats are read back.

The truth stands in properties of our own, never in a font's weight or a colour; everything that
shows is drawn from them, so that a wrong look can never become a wrong text.
"""

from enum import IntEnum
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextFormat

from newsdesk.text.blocks import Block, BlockKind, Figure, FigurePosition, ListKind, Mark, Run
from newsdesk.ui.theme.fonts import INTERFACE_FAMILY, text_font

PICTURE_HEIGHT = 220
"""The height, in pixels, of the picture of a figure in the text."""

RULE_HEIGHT = 13
LINE_HEIGHT = 1.6
"""The height of a line of the body, in ems."""

PARAGRAPH_GAP = 11
QUOTE_INDENT = 20
LIST_INDENT = 26
FRAME_PAD = 12
CREDIT_SPACE = 26
"""The room below a caption, in pixels, in which the credit line is drawn."""


class BodyPart(IntEnum):
    """What a block of the QTextDocument is; a figure is two of them, a picture and its caption."""

    PARAGRAPH = 0
    HEADING = 1
    QUOTE = 2
    LIST_ITEM = 3
    PICTURE = 4
    CAPTION = 5
    RULE = 6
    RAW = 7


TEXT_PARTS = frozenset({BodyPart.PARAGRAPH, BodyPart.HEADING, BodyPart.QUOTE, BodyPart.LIST_ITEM})
"""The parts that are ordinary text: they split, join and change their kind."""

SHUT_PARTS = frozenset({BodyPart.PICTURE, BodyPart.RULE, BodyPart.RAW})
"""The parts into which nobody types."""

_PARTS = {
    BlockKind.PARAGRAPH: BodyPart.PARAGRAPH,
    BlockKind.HEADING: BodyPart.HEADING,
    BlockKind.QUOTE: BodyPart.QUOTE,
    BlockKind.LIST_ITEM: BodyPart.LIST_ITEM,
    BlockKind.FIGURE: BodyPart.PICTURE,
    BlockKind.RULE: BodyPart.RULE,
    BlockKind.RAW: BodyPart.RAW,
}
_KINDS = {part: kind for kind, part in _PARTS.items()}

_FIRST = int(QTextFormat.Property.UserProperty.value)
_PART, _LEVEL, _QUOTE, _PATH, _STARTS, _START, _PHOTO, _ALT, _POSITION, _RAW = range(_FIRST + 1, _FIRST + 11)
_MARKS, _HREF, _TITLE, _LANGUAGE = range(_FIRST + 21, _FIRST + 25)

_BITS = {mark: 1 << index for index, mark in enumerate(Mark)}
_LETTERS = {ListKind.BULLET: "b", ListKind.NUMBERED: "n"}
_LISTS = {letter: kind for kind, letter in _LETTERS.items()}


def part_of(block: QTextBlock) -> BodyPart:
    """Return what a block of the document is."""
    return BodyPart(block.blockFormat().intProperty(_PART))


def part_for(block: Block) -> BodyPart:
    """Return as what a block of the body is laid out; for a figure, its picture."""
    return _PARTS[block.kind]


def block_format(block: Block, part: BodyPart | None = None) -> QTextBlockFormat:
    """Return the format of a block; ``part`` tells a figure's caption from its picture."""
    part = part_for(block) if part is None else part
    found = QTextBlockFormat()
    found.setProperty(_PART, int(part))
    if part is BodyPart.HEADING:
        found.setProperty(_LEVEL, block.level)
        found.setHeadingLevel(block.level)
    elif part is BodyPart.QUOTE:
        found.setProperty(_QUOTE, block.quote)
    elif part is BodyPart.LIST_ITEM:
        found.setProperty(_PATH, "".join(_LETTERS[kind] for kind in block.path))
        found.setProperty(_STARTS, int(block.starts_item))
        found.setProperty(_START, block.start)
    elif part is BodyPart.PICTURE and block.figure is not None:
        # As text: a photo's number may be larger than a C int.
        found.setProperty(_PHOTO, str(block.figure.photo))
        found.setProperty(_ALT, block.figure.alt)
        found.setProperty(_POSITION, block.figure.position.value)
    elif part is BodyPart.RAW:
        found.setProperty(_RAW, block.raw)
    _space(found, block, part)
    return found


def _space(found: QTextBlockFormat, block: Block, part: BodyPart) -> None:
    """Set the margins and the height of a line."""
    fixed = {BodyPart.PICTURE: PICTURE_HEIGHT, BodyPart.RULE: RULE_HEIGHT}.get(part)
    if fixed is not None:
        found.setLineHeight(fixed, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        found.setTopMargin(PARAGRAPH_GAP)
        found.setBottomMargin(0 if part is BodyPart.PICTURE else PARAGRAPH_GAP)
        return
    wanted = {BodyPart.HEADING: 1.3, BodyPart.CAPTION: 1.4, BodyPart.RAW: 1.5}.get(part, LINE_HEIGHT)
    found.setLineHeight(wanted * 100 / _natural_height(), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    # Qt takes the larger of two margins that meet.
    found.setTopMargin(0 if part is BodyPart.LIST_ITEM else PARAGRAPH_GAP)
    found.setBottomMargin(PARAGRAPH_GAP)
    if part is BodyPart.HEADING:
        found.setTopMargin(20 if block.level == 2 else 15)
        found.setBottomMargin(6)
    elif part is BodyPart.QUOTE:
        found.setLeftMargin(QUOTE_INDENT * block.quote)
    elif part is BodyPart.LIST_ITEM:
        found.setLeftMargin(LIST_INDENT * len(block.path))
        found.setBottomMargin(5)
    elif part is BodyPart.CAPTION:
        found.setLeftMargin(FRAME_PAD)
        found.setRightMargin(FRAME_PAD)
        found.setTopMargin(8)
        found.setBottomMargin(CREDIT_SPACE + 9 + PARAGRAPH_GAP)
    elif part is BodyPart.RAW:
        found.setLeftMargin(FRAME_PAD)
        found.setRightMargin(FRAME_PAD)
        found.setTopMargin(PARAGRAPH_GAP + 28)
        found.setBottomMargin(PARAGRAPH_GAP + 10)


@lru_cache(maxsize=1)
def _natural_height() -> float:
    """Return the height of a line of the text face, in ems, as Qt lays it out by itself."""
    font = text_font(100)
    return QFontMetricsF(font).height() / 100


CODE_FAMILIES = ("DejaVu Sans Mono", "monospace")


def shape_of(found: QTextBlockFormat) -> Block:
    """Return the block that a format stands for, without its runs; a caption gives a paragraph."""
    part = BodyPart(found.intProperty(_PART))
    kind = _KINDS.get(part, BlockKind.PARAGRAPH)
    if part is BodyPart.PARAGRAPH or part is BodyPart.CAPTION:
        return _PLAIN
    if part is BodyPart.HEADING:
        return Block(kind=kind, level=found.intProperty(_LEVEL))
    if part is BodyPart.QUOTE:
        return Block(kind=kind, quote=found.intProperty(_QUOTE))
    if part is BodyPart.LIST_ITEM:
        path = tuple(_LISTS[letter] for letter in found.stringProperty(_PATH))
        starts = bool(found.intProperty(_STARTS))
        return Block(kind=kind, path=path, starts_item=starts, start=found.intProperty(_START))
    if part is BodyPart.PICTURE:
        photo = int(found.stringProperty(_PHOTO) or 0)
        position = FigurePosition(found.stringProperty(_POSITION))
        return Block(kind=kind, figure=Figure(photo=photo, alt=found.stringProperty(_ALT), position=position))
    return Block(kind=kind, raw=found.stringProperty(_RAW))


_PLAIN = Block(kind=BlockKind.PARAGRAPH)


def run_of(text: str, found: QTextCharFormat) -> Run:
    """Return a text with the marks, the link and the language that its format says."""
    bits = found.intProperty(_MARKS)
    marks = frozenset(mark for mark, bit in _BITS.items() if bits & bit) if bits else frozenset[Mark]()
    href = found.stringProperty(_HREF)
    title = found.stringProperty(_TITLE) if href else ""
    return Run(text, marks, href, title, found.stringProperty(_LANGUAGE))


def href_of(found: QTextCharFormat) -> str:
    """Return a format's link; empty where there is none."""
    return found.stringProperty(_HREF)


def marks_of(found: QTextCharFormat) -> frozenset[Mark]:
    """Return a format's marks."""
    bits = found.intProperty(_MARKS)
    return frozenset(mark for mark, bit in _BITS.items() if bits & bit)


def char_format(run: Run, shape: Block, part: BodyPart) -> QTextCharFormat:
    """Return the format of a run in a block."""
    found = QTextCharFormat()
    if run.marks:
        found.setProperty(_MARKS, sum(_BITS[mark] for mark in run.marks))
    if run.language:
        found.setProperty(_LANGUAGE, run.language)
    if run.href:
        found.setProperty(_HREF, run.href)
        found.setFontUnderline(True)
        if run.title:
            found.setProperty(_TITLE, run.title)
    _dress_part(found, shape, part)
    _dress_marks(found, run.marks, part)
    return found


def redressed(old: QTextCharFormat, run: Run, shape: Block, part: BodyPart) -> QTextCharFormat:
    """Return ``char_format`` with the properties that others keep in the old one, such as an annotation's."""
    found = char_format(run, shape, part)
    for key, value in old.properties().items():
        if key > _LANGUAGE:
            found.setProperty(key, value)
    return found


def _dress_part(found: QTextCharFormat, shape: Block, part: BodyPart) -> None:
    if part is BodyPart.HEADING:
        # Relative, so that zooming the default font takes headings along.
        found.setProperty(QTextFormat.Property.FontSizeAdjustment, 1 if shape.level == 2 else 0)
        found.setFontWeight(QFont.Weight.DemiBold)
    elif part is BodyPart.CAPTION or part is BodyPart.PICTURE:
        found.setProperty(QTextFormat.Property.FontSizeAdjustment, -2)
        found.setFontFamilies([INTERFACE_FAMILY])
    elif part is BodyPart.RAW:
        found.setProperty(QTextFormat.Property.FontSizeAdjustment, -1)
        found.setFontFamilies([*CODE_FAMILIES])


def _dress_marks(found: QTextCharFormat, marks: frozenset[Mark], part: BodyPart) -> None:
    if Mark.STRONG in marks:
        found.setFontWeight(QFont.Weight.Black if part is BodyPart.HEADING else QFont.Weight.Bold)
    if Mark.EMPHASIS in marks:
        found.setFontItalic(True)
    if Mark.UNDERLINE in marks:
        found.setFontUnderline(True)
    if Mark.STRIKE in marks:
        found.setFontStrikeOut(True)
    if Mark.SUPERSCRIPT in marks:
        found.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    elif Mark.SUBSCRIPT in marks:
        found.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    if Mark.CODE in marks:
        found.setFontFamilies([*CODE_FAMILIES])
