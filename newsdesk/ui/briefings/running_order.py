"""The running order: drag a story, or move it with Alt+Up and Alt+Down; Delete takes it out."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from newsdesk.domain.briefing import BriefingItem
from newsdesk.domain.findings import Finding
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.summary import ArticleSummary
from newsdesk.ui.briefings.order_delegate import OrderDelegate, Role

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RunningOrder(QListWidget):
    """Rows numbered as they will print; a stopped one says why. ``ordered`` carries the stories' ids."""

    ordered = Signal(object)
    story_opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "grid")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Running order"))
        self._painter = OrderDelegate(self)
        self.setItemDelegate(self._painter)
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
        """Show an edition's stories in order, with what stops each; the chosen one stays chosen."""
        self._editable = self._painter.movable = editable
        self.setDragEnabled(editable)
        chosen = self.current_story()
        place = self.verticalScrollBar().value()
        self.clear()
        for item in items:
            self.addItem(self._row(item, stories.get(item.article), stops))
            if item.article == chosen:
                self.setCurrentRow(self.count() - 1)
        self.verticalScrollBar().setValue(place)

    def current_story(self) -> ArticleId | None:
        """Return the chosen story."""
        item = self.currentItem()
        return ArticleId(item.data(Role.ARTICLE)) if item is not None else None

    def move_current(self, step: int) -> None:
        """Move the chosen story up (-1) or down (1)."""
        row = self.currentRow()
        target = row + step
        if self._editable and row >= 0 and 0 <= target < self.count():
            self.insertItem(target, self.takeItem(row))
            self.setCurrentRow(target)
            self._tell()

    def take_current_out(self) -> None:
        """Take the chosen story out of the edition."""
        row = self.currentRow()
        if self._editable and row >= 0:
            self.takeItem(row)
            self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def dropEvent(self, event: QDropEvent) -> None:
        before = self._articles()
        super().dropEvent(event)
        if self._articles() != before:
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.take_current_out()
        else:
            super().keyPressEvent(event)

    def _row(self, item: BriefingItem, story: ArticleSummary | None, stops: Sequence[Finding]) -> QListWidgetItem:
        headline = item.headline or (story.headline if story is not None else "")
        row = QListWidgetItem(headline or self.tr("Story {id}").format(id=item.article))
        row.setData(Role.ARTICLE, item.article)
        row.setData(Role.SUMMARY, item.summary)
        if story is not None:
            facts = self.tr("{words} words · {section} · {access}").format(
                words=f"{story.word_count:,}", section=story.section, access=story.access
            )
            row.setData(Role.FACTS, facts)
            row.setData(Role.STATE, str(story.state))
        reasons = [stop.text for stop in stops if stop.article == item.article]
        row.setData(Role.STOP, " ".join(dict.fromkeys(reasons)))
        row.setToolTip(row.text())
        return row

    def _articles(self) -> list[ArticleId]:
        return [ArticleId(self.item(row).data(Role.ARTICLE)) for row in range(self.count())]

    def _tell(self) -> None:
        self.ordered.emit(self._articles())

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.story_opened.emit(ArticleId(item.data(Role.ARTICLE)))
