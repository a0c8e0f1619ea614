"""Related articles by hand: pinned ones come first, banned ones never."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from newsdesk.domain.ids import ArticleId
from newsdesk.domain.summary import ArticleSummary
from newsdesk.ui.theme import dress
from newsdesk.ui.widgets.layouts import clear_layout

_REST_MS = 150
_MOST_CANDIDATES = 5


class RelatedList(QWidget):
    """Two lists and a search; the rest is chosen by itself when the page is made."""

    edited = Signal(str, object)
    search_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pinned: tuple[ArticleId, ...] = ()
        self._banned: tuple[ArticleId, ...] = ()
        self._titles: dict[ArticleId, str] = {}
        self._rows, self._candidates = QVBoxLayout(), QVBoxLayout()
        for rows in (self._rows, self._candidates):
            rows.setSpacing(2)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Find a story to pin or ban"))
        self._search.setAccessibleName(self.tr("Find a story to pin or ban"))
        self._search.setClearButtonEnabled(True)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._on_rested)
        self._search.textEdited.connect(self._rest.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._rows)
        layout.addWidget(self._search)
        layout.addLayout(self._candidates)
        self._show_rows()

    def show_lists(self, pinned: tuple[ArticleId, ...], banned: tuple[ArticleId, ...]) -> None:
        """Show what is pinned and banned."""
        if (pinned, banned) != (self._pinned, self._banned):
            self._pinned, self._banned = pinned, banned
            self._show_rows()

    def set_titles(self, titles: Mapping[ArticleId, str]) -> None:
        """Give stories their headlines."""
        self._titles.update(titles)
        self._show_rows()

    def show_candidates(self, stories: Sequence[ArticleSummary]) -> None:
        """Show what was found."""
        clear_layout(self._candidates)
        if not self._search.text().strip():
            return
        for story in stories[:_MOST_CANDIDATES]:
            self._titles[story.id] = story.headline
            row, cells = self._row(story.headline)
            for text, slot in ((self.tr("Pin"), self._on_pin_clicked), (self.tr("Ban"), self._on_ban_clicked)):
                button = QPushButton(text, row)
                button.setProperty("kind", "link")
                button.setProperty("story", story.id)
                button.setAccessibleName(f"{text}: {story.headline}")
                button.clicked.connect(slot)
                cells.addWidget(button)
            self._candidates.addWidget(row)

    def _show_rows(self) -> None:
        clear_layout(self._rows)
        groups = ((self._pinned, self.tr("pinned")), (self._banned, self.tr("banned")))
        for stories, word in groups:
            for story in stories:
                title = self._titles.get(story, self.tr("Story {id}").format(id=story))
                row, cells = self._row(title)
                kind = QLabel(word, row)
                kind.setProperty("role", "hint")
                remove = QToolButton(row)
                dress(remove, "x", "muted", 14)
                remove.setProperty("story", story)
                remove.setAccessibleName(self.tr("Take out: {title}").format(title=title))
                remove.clicked.connect(self._on_remove_clicked)
                cells.addWidget(kind)
                cells.addWidget(remove)
                self._rows.addWidget(row)
        if not self._pinned and not self._banned:
            words = QLabel(self.tr("Chosen by section and date. Pin or ban stories here."), self)
            words.setProperty("role", "hint")
            words.setWordWrap(True)
            self._rows.addWidget(words)

    def _row(self, title: str) -> tuple[QFrame, QHBoxLayout]:
        row = QFrame(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(8)
        label = QLabel(title, row)
        label.setWordWrap(True)
        layout.addWidget(label, 1)
        return row, layout

    def _story(self) -> ArticleId:
        sender = self.sender()
        assert sender is not None
        return ArticleId(sender.property("story"))

    def _on_rested(self) -> None:
        self.search_requested.emit(self._search.text().strip())

    def _on_pin_clicked(self) -> None:
        story = self._story()
        self._become((*(kept for kept in self._pinned if kept != story), story), _without(self._banned, story))

    def _on_ban_clicked(self) -> None:
        story = self._story()
        self._become(_without(self._pinned, story), (*_without(self._banned, story), story))

    def _on_remove_clicked(self) -> None:
        story = self._story()
        self._become(_without(self._pinned, story), _without(self._banned, story))

    def _become(self, pinned: tuple[ArticleId, ...], banned: tuple[ArticleId, ...]) -> None:
        before = (self._pinned, self._banned)
        self._pinned, self._banned = pinned, banned
        self._show_rows()
        self._search.clear()
        clear_layout(self._candidates)
        if pinned != before[0]:
            self.edited.emit("related_pinned", pinned)
        if banned != before[1]:
            self.edited.emit("related_banned", banned)


def _without(stories: tuple[ArticleId, ...], story: ArticleId) -> tuple[ArticleId, ...]:
    return tuple(kept for kept in stories if kept != story)
