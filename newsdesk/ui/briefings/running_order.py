"""The running order: drag a story, or move it with Alt+Up and Alt+Down; Delete takes it out."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from newsdesk.domain.briefing import BriefingItem
from newsdesk.domain.findings import Finding
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.summary import ArticleSummary
from newsdesk.ui.theme import current_tokens, interface_font
from newsdesk.ui.widgets.state_words import state_word

_ID, _FACTS, _STOP = (Qt.ItemDataRole.UserRole + step for step in (1, 2, 3))
_HEIGHT, _HEIGHT_STOPPED = 58, 76
_NUMBER = 44


class RunningOrder(QListWidget):
    """Rows numbered as they will print; a stopped one says why."""

    ordered = Signal(object)
    story_opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("runningOrder")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAccessibleName(self.tr("Running order"))
        self.setToolTip(self.tr("Drag to reorder, or Alt+Up and Alt+Down. Delete takes a story out."))
        self.setItemDelegate(_RowDelegate(self))
        self.itemActivated.connect(self._on_activated)
        self._editable = True

    def show_items(
        self,
        items: Sequence[BriefingItem],
        stories: Mapping[ArticleId, ArticleSummary],
        stops: Sequence[Finding],
        *,
        editable: bool,
    ) -> None:
        """Show an edition's stories in order, with what stops each."""
        self._editable = editable
        self.setDragEnabled(editable)
        kept = self.currentRow()
        self.clear()
        for item in items:
            story = stories.get(item.article)
            row = QListWidgetItem(item.headline or (story.headline if story else str(item.article)))
            row.setData(_ID, item.article)
            if story is not None:
                row.setData(_FACTS, f"{state_word(story.state)} · {story.word_count} · {story.section}")
            reasons = [stop.sentence for stop in stops if stop.article == item.article]
            row.setData(_STOP, " ".join(reasons))
            self.addItem(row)
        self.setCurrentRow(min(kept, self.count() - 1))

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, moves = self.currentRow(), {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = moves.get(Qt.Key(event.key()), 0)
        if self._editable and row >= 0 and event.modifiers() & Qt.KeyboardModifier.AltModifier and step:
            target = row + step
            if 0 <= target < self.count():
                self.insertItem(target, self.takeItem(row))
                self.setCurrentRow(target)
                self._tell()
            return
        if self._editable and row >= 0 and event.key() == Qt.Key.Key_Delete:
            self.takeItem(row)
            self._tell()
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        self.ordered.emit([ArticleId(self.item(row).data(_ID)) for row in range(self.count())])

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.story_opened.emit(ArticleId(item.data(_ID)))


class _RowDelegate(QStyledItemDelegate):
    """Number, headline, facts, and in red what stops the story."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, _HEIGHT_STOPPED if index.data(_STOP) else _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = current_tokens()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        stop = index.data(_STOP)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selection))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), QColor(tokens.line))
        if stop:
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), QColor(tokens.bad))
        lines = [
            (interface_font(14, QFont.Weight.DemiBold), tokens.ink, str(index.data(Qt.ItemDataRole.DisplayRole))),
            (interface_font(12), tokens.muted, str(index.data(_FACTS) or "")),
        ]
        if stop:
            lines.append((interface_font(12), tokens.bad, stop))
        painter.setFont(lines[0][0])
        painter.setPen(QColor(tokens.ink))
        number = QRect(rect.x() + 12, rect.y() + 9, _NUMBER - 16, 20)
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.row() + 1))
        top = rect.y() + 9
        for font, colour, text in lines:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            box = QRect(rect.x() + _NUMBER + 8, top, rect.width() - _NUMBER - 20, 20)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            top += 20
        painter.restore()
