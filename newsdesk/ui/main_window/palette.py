"""Ctrl+K: stories and commands by a few letters."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from newsdesk.domain.ids import ArticleId
from newsdesk.domain.summary import ArticleSummary
from newsdesk.ui.theme import icon
from newsdesk.ui.widgets.state_words import state_word

_REST_MS = 60
_WIDTH, _ROW, _MOST_ROWS = 560, 34, 10
_ID, _ACTION = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


class Palette(QFrame):
    """A field and what it finds; Enter takes the first, Escape closes."""

    search_requested = Signal(str)
    story_chosen = Signal(object)

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("role", "sheet")
        self._actions = tuple(actions)
        self._field, self._found = QLineEdit(self), QListWidget(self)
        self._field.setPlaceholderText(self.tr("Search stories and commands"))
        self._field.setAccessibleName(self.tr("Search stories and commands"))
        self._found.setAccessibleName(self.tr("Found"))
        self._found.setFrameShape(QFrame.Shape.NoFrame)
        self._found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = QLabel(self.tr("Nothing found. Try fewer or other letters."), self)
        self._none.setProperty("role", "muted")
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self._field)
        layout.addWidget(self._none)
        layout.addWidget(self._found, 1)
        self._stories: tuple[ArticleSummary, ...] = ()
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.returnPressed.connect(self._on_entered)
        self._rest.timeout.connect(self._on_rested)
        self._found.itemClicked.connect(self._take)
        self.hide()

    def open(self) -> None:
        """Show the palette over its parent and wait for letters."""
        width = min(_WIDTH, self._over.width() - 40)
        self.setFixedWidth(width)
        self.move((self._over.width() - width) // 2, 6)
        self._stories = ()
        self._field.clear()
        self._list()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_requested.emit("")

    def show_stories(self, words: str, stories: Sequence[ArticleSummary]) -> None:
        """Show what was found, unless other letters were typed meanwhile."""
        if words == self._field.text().strip():
            self._stories = tuple(stories)
            self._list()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._found.count():
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self._found.setCurrentRow((self._found.currentRow() + step) % self._found.count())
                return True
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        return super().eventFilter(watched, event)

    def _on_text_changed(self) -> None:
        self._list()
        self._rest.start()

    def _on_rested(self) -> None:
        self.search_requested.emit(self._field.text().strip())

    def _list(self) -> None:
        words = self._field.text().strip().casefold()
        self._found.clear()
        for story in self._stories:
            item = QListWidgetItem(icon("file-text", "muted", 16), story.headline or self.tr("Without a headline"))
            item.setToolTip(f"{state_word(story.state)} · {story.section}")
            item.setData(_ID, story.id)
            self._found.addItem(item)
        for action in self._actions:
            if words and words in action.text().casefold() and action.isEnabled():
                keys = action.shortcut().toString()
                item = QListWidgetItem(icon("command", "muted", 16), f"{action.text()}   {keys}".rstrip())
                item.setData(_ACTION, action)
                self._found.addItem(item)
        self._found.setCurrentRow(0)
        rows = self._found.count()
        self._found.setVisible(rows > 0)
        self._found.setFixedHeight(_ROW * min(rows, _MOST_ROWS))
        self._none.setVisible(not rows and bool(words))
        self.adjustSize()

    def _on_entered(self) -> None:
        item = self._found.currentItem()
        if item is not None:
            self._take(item)

    def _take(self, item: QListWidgetItem) -> None:
        self.hide()
        action = item.data(_ACTION)
        if isinstance(action, QAction):
            action.trigger()
            return
        self.story_chosen.emit(ArticleId(item.data(_ID)))
