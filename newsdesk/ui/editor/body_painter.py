"""What is drawn around the words: quote bars, list marks, figures, rules, frames of raw blocks."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTextBlock,
    QTextCursor,
)

from newsdesk.text.blocks import ListKind
from newsdesk.ui.editor.body_format import (
    CREDIT_SPACE,
    FRAME_PAD,
    LIST_INDENT,
    PARAGRAPH_GAP,
    PICTURE_HEIGHT,
    QUOTE_INDENT,
    RULE_HEIGHT,
    BodyPart,
    part_of,
    shape_of,
)
from newsdesk.ui.editor.document_builder import SIDE_MARGIN
from newsdesk.ui.editor.list_numbers import ListNumbers
from newsdesk.ui.editor.structure_guard import end_of, whole_of
from newsdesk.ui.theme.fonts import interface_font
from newsdesk.ui.theme.tokens import SIZES, Tokens

FigureFacts = Callable[[int], tuple[QImage | None, str]]
"""Gives a photo's picture, if it is at hand, and its credit line, empty where nobody is credited."""


def no_facts(_photo: int) -> tuple[QImage | None, str]:
    """Return nothing about any photo."""
    return None, ""


def text_box(layout: QAbstractTextDocumentLayout, block: QTextBlock) -> QRectF:
    """Return where the text of a block stands: its box in the document without its left and right margins."""
    # Across, Qt's own box leaves some margins out and not others: the column is the better measure.
    form, box = block.blockFormat(), layout.blockBoundingRect(block)
    left = SIDE_MARGIN + form.leftMargin()
    return QRectF(left, box.top(), block.document().textWidth() - SIDE_MARGIN - form.rightMargin() - left, box.height())


def cropped(image: QImage, size: QSize, ratio: float) -> QPixmap:
    """Return a picture that fills a size, its middle kept, sharp at the screen's ratio."""
    wanted = size * ratio
    grown = image.scaled(
        wanted, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left, top = (grown.width() - wanted.width()) // 2, (grown.height() - wanted.height()) // 2
    found = QPixmap.fromImage(grown.copy(left, top, wanted.width(), wanted.height()))
    found.setDevicePixelRatio(ratio)
    return found


class BodyPainter:
    """Draws, behind the words, what the visible blocks are beside words."""

    def __init__(self, colours: Tokens) -> None:
        self.colours = colours
        self.facts: FigureFacts = no_facts
        self._pictures: dict[tuple[int, int, float], QPixmap] = {}

    def forget_pictures(self) -> None:
        """Ask for every picture and credit line again."""
        self._pictures.clear()

    def plain_only(self, first: QTextBlock, layout: QAbstractTextDocumentLayout, bottom: float) -> bool:
        """Return whether there is nothing to draw from a block down to a height; it is the usual case."""
        block = first
        while block.isValid() and layout.blockBoundingRect(block).top() <= bottom:
            if part_of(block) not in (BodyPart.PARAGRAPH, BodyPart.HEADING):
                return False
            block = block.next()
        return True

    def paint(self, painter: QPainter, first: QTextBlock, bottom: float, cursor: QTextCursor) -> None:
        """Draw for the blocks from the first down to a height, in the document's own pixels."""
        layout = cursor.document().documentLayout()
        numbers = ListNumbers()
        block = whole_of(first)[0]
        while block.isValid():
            box = text_box(layout, block)
            if box.top() > bottom:
                break
            part = part_of(block)
            if part is BodyPart.QUOTE:
                self._quote(painter, block, box)
            elif part is BodyPart.LIST_ITEM:
                self._list_mark(painter, block, box, numbers)
            elif part is BodyPart.PICTURE:
                self._figure(painter, block, box, cursor)
            elif part is BodyPart.RULE:
                self._rule(painter, block, box, cursor)
            elif part is BodyPart.RAW:
                self._raw(painter, block, box, cursor)
            block = block.next()

    def _quote(self, painter: QPainter, block: QTextBlock, box: QRectF) -> None:
        depth = shape_of(block.blockFormat()).quote
        goes_on = part_of(block.next()) is BodyPart.QUOTE
        deep_below = shape_of(block.next().blockFormat()).quote if goes_on else 0
        left = box.left() - QUOTE_INDENT * depth
        for level in range(depth):
            height = box.height() + (PARAGRAPH_GAP if level < deep_below else 0)
            bar = QRectF(left + QUOTE_INDENT * level, box.top(), 3, height + 2)
            painter.fillRect(bar, QColor(self.colours.line) if level else QColor(self.colours.accent))

    def _list_mark(self, painter: QPainter, block: QTextBlock, box: QRectF, numbers: ListNumbers) -> None:
        shape = shape_of(block.blockFormat())
        number = numbers.number(block, shape) if shape.path[-1] is ListKind.NUMBERED else 0
        if not shape.starts_item or block.layout().lineCount() == 0:
            return
        line = block.layout().lineAt(0)
        font = QFont(block.document().defaultFont())
        baseline = box.top() + line.y() + line.ascent()
        if shape.path[-1] is ListKind.NUMBERED:
            label = f"{number}."
            painter.setFont(font)
            painter.setPen(QColor(self.colours.muted))
            width = QFontMetricsF(font).horizontalAdvance(label)
            painter.drawText(QPointF(box.left() - 7 - width, baseline), label)
            return
        radius = 2.6
        middle = QPointF(box.left() - LIST_INDENT / 2, baseline - QFontMetricsF(font).xHeight() / 2)
        painter.setPen(QPen(QColor(self.colours.muted), 1.2))
        painter.setBrush(QColor(self.colours.muted) if len(shape.path) == 1 else Qt.BrushStyle.NoBrush)
        if len(shape.path) == 3:
            painter.drawRect(QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius))
        else:
            painter.drawEllipse(middle, radius, radius)

    def _figure(self, painter: QPainter, block: QTextBlock, box: QRectF, cursor: QTextCursor) -> None:
        layout = block.document().documentLayout()
        caption = whole_of(block)[1]
        below = text_box(layout, caption)
        card = QRectF(box.left(), box.top(), box.width(), below.bottom() + CREDIT_SPACE + 9 - box.top())
        shown = shape_of(block.blockFormat()).figure
        image, credit = self.facts(shown.photo) if shown is not None else (None, "")
        outline = QPainterPath()
        outline.addRoundedRect(card, SIZES.radius_card, SIZES.radius_card)
        painter.save()
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        top = QRectF(card.left(), card.top(), card.width(), PICTURE_HEIGHT)
        if image is None or image.isNull():
            painter.fillRect(top, QColor(self.colours.panel))
            self._label(painter, top, shown.alt if shown is not None else "", Qt.AlignmentFlag.AlignCenter)
        elif shown is not None:
            painter.drawPixmap(top.topLeft(), self._picture(shown.photo, image, top, painter))
        painter.restore()
        self._credit(painter, QRectF(below.left(), below.bottom(), below.width(), CREDIT_SPACE), credit)
        if caption.length() == 1:
            prompt = QCoreApplication.translate("BodyEdit", "Write a caption")
            self._label(painter, below, prompt, Qt.AlignmentFlag.AlignVCenter)
        self._frame(painter, card, _stands_on(cursor, block))

    def _picture(self, photo: int, image: QImage, place: QRectF, painter: QPainter) -> QPixmap:
        ratio = painter.device().devicePixelRatio()
        key = (photo, image.cacheKey(), place.width() * ratio)
        if key not in self._pictures:
            self._pictures[key] = cropped(image, place.size().toSize(), ratio)
        return self._pictures[key]

    def _credit(self, painter: QPainter, place: QRectF, credit: str) -> None:
        painter.setFont(interface_font(SIZES.text_small, 600))
        painter.setPen(QColor(self.colours.good) if credit else QColor(self.colours.bad))
        words = f"✓ {credit}" if credit else QCoreApplication.translate("BodyEdit", "no credit")
        shown = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), shown)

    def _label(self, painter: QPainter, place: QRectF, words: str, align: Qt.AlignmentFlag) -> None:
        painter.setFont(interface_font(SIZES.text_small))
        painter.setPen(QColor(self.colours.faint))
        shown = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, place.width() - 8)
        painter.drawText(place, int(align), shown)

    def _frame(self, painter: QPainter, place: QRectF, chosen: bool) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.colours.accent), 2) if chosen else QPen(QColor(self.colours.line), 1))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), SIZES.radius_card, SIZES.radius_card)

    def _rule(self, painter: QPainter, block: QTextBlock, box: QRectF, cursor: QTextCursor) -> None:
        middle = round(box.top() + RULE_HEIGHT / 2) + 0.5
        chosen = _stands_on(cursor, block)
        painter.setPen(QPen(QColor(self.colours.accent), 2) if chosen else QPen(QColor(self.colours.line), 1))
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))

    def _raw(self, painter: QPainter, block: QTextBlock, box: QRectF, cursor: QTextCursor) -> None:
        place = box.adjusted(-FRAME_PAD, -28, FRAME_PAD, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.panel))
        painter.drawRoundedRect(place, SIZES.radius_card, SIZES.radius_card)
        self._frame(painter, place, _stands_on(cursor, block))
        head = QRectF(box.left(), place.top() + 6, box.width(), 18)
        words = QCoreApplication.translate("BodyEdit", "Kept as it was written")
        self._label(painter, head, words, Qt.AlignmentFlag.AlignVCenter)


def _stands_on(cursor: QTextCursor, block: QTextBlock) -> bool:
    """Return whether the cursor is on a thing, or has it selected whole."""
    first, last = whole_of(block)
    if not cursor.hasSelection():
        return cursor.block() == first and part_of(first) is not BodyPart.RAW
    return cursor.selectionStart() <= first.position() and cursor.selectionEnd() >= end_of(last)
