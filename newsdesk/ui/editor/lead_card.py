"""The photo above the story, or the place that waits for it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from newsdesk.ui.editor.body_painter import cropped
from newsdesk.ui.theme.current import current_tokens
from newsdesk.ui.theme.fonts import interface_font
from newsdesk.ui.theme.icons import dress, pixmap
from newsdesk.ui.theme.tokens import SIZES

PICTURE = 180
FOOT = 34
WAITING = 84


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadFacts:
    """What the card shows: the photo above the story, or with ``awaited`` one that nobody has attached yet.

    ``credit`` is the line as it prints, empty where nobody is credited.
    """

    image: QImage | None = None
    caption: str = ""
    credit: str = ""
    awaited: bool = False


class LeadCard(QWidget):
    """A framed photo with its caption and its credit; Enter or a click asks for its details."""

    photo_requested = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: LeadFacts | None = None
        self._picture: QPixmap | None = None
        self.attach = QPushButton(self.tr("Attach photo"), self)
        dress(self.attach, "image-plus")
        self.attach.clicked.connect(self.photo_requested)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_facts(None)

    def show_facts(self, facts: LeadFacts | None) -> None:
        """Show a photo, the place that waits for one, or nothing at all."""
        self._facts = facts
        self._picture = None
        awaited = facts is not None and facts.awaited
        self.setVisible(facts is not None)
        self.attach.setVisible(awaited)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if awaited else Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor if awaited else Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(WAITING if awaited else PICTURE + FOOT)
        if facts is not None:
            self.setAccessibleName(self.words())
        self.update()

    def words(self) -> str:
        """Return what the card says, in one sentence."""
        if self._facts is None:
            return ""
        if self._facts.awaited:
            expected = " ".join(part for part in (self._facts.caption, self._facts.credit) if part)
            return self.tr("Awaited: {photo}").format(photo=expected or self.tr("a photo"))
        return f"{self._facts.caption} {self.credit_words()}".strip()

    def credit_words(self) -> str:
        """Return the credit line as the card shows it."""
        credit = self._facts.credit if self._facts is not None else ""
        return f"✓ {credit}" if credit else self.tr("no credit")

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None
        size = self.attach.sizeHint()
        self.attach.setGeometry(
            self.width() - size.width() - 16, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._facts is not None and not self._facts.awaited:
            self.opened.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._facts is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = current_tokens()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(frame, SIZES.radius_card, SIZES.radius_card)
        painter.fillPath(outline, QColor(colours.panel if self._facts.awaited else colours.paper))
        if self._facts.awaited:
            self._paint_waiting(painter, frame)
        else:
            painter.save()
            painter.setClipPath(outline)
            self._paint_picture(painter)
            painter.restore()
            self._paint_foot(painter, self._facts)
        pen = QPen(QColor(colours.accent), 2) if self.hasFocus() else QPen(QColor(colours.line), 1)
        if self._facts.awaited:
            pen = QPen(QColor(colours.edge), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawPath(outline)

    def _paint_picture(self, painter: QPainter) -> None:
        image = self._facts.image if self._facts is not None else None
        if image is None or image.isNull():
            painter.fillRect(0, 0, self.width(), PICTURE, QColor(current_tokens().well))
            painter.drawPixmap((self.width() - 24) // 2, (PICTURE - 24) // 2, pixmap("image", "muted", 24))
            return
        if self._picture is None:
            self._picture = cropped(image, QSize(self.width(), PICTURE), self.devicePixelRatioF())
        painter.drawPixmap(0, 0, self._picture)

    def _paint_foot(self, painter: QPainter, facts: LeadFacts) -> None:
        colours = current_tokens()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        foot = QRectF(12, PICTURE, self.width() - 24, FOOT - 1)
        credit_font = interface_font(SIZES.text_small, 600)
        metrics = QFontMetricsF(credit_font)
        credit = metrics.elidedText(self.credit_words(), Qt.TextElideMode.ElideRight, foot.width() * 0.6)
        width = metrics.horizontalAdvance(credit)
        painter.setFont(credit_font)
        painter.setPen(QColor(colours.good if facts.credit else colours.bad))
        painter.drawText(QRectF(foot.right() - width - 1, foot.top(), width + 2, foot.height()), int(left), credit)
        font = interface_font(SIZES.text_small)
        room = foot.width() - width - 12
        caption = QFontMetricsF(font).elidedText(facts.caption, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        painter.drawText(QRectF(foot.left(), foot.top(), room, foot.height()), int(left), caption)

    def _paint_waiting(self, painter: QPainter, frame: QRectF) -> None:
        painter.drawPixmap(18, (self.height() - 20) // 2, pixmap("image", "muted", 20))
        room = frame.width() - 52 - self.attach.width() - 32
        font = interface_font(SIZES.text)
        painter.setFont(font)
        painter.setPen(QColor(current_tokens().soft))
        words = QFontMetricsF(font).elidedText(self.words(), Qt.TextElideMode.ElideRight, room)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(52, 0, room, self.height()), int(left), words)
