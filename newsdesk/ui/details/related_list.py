"""Related articles by hand: pinned ones come first, banned ones never."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from newsdesk.domain.ids import ArticleId
from newsdesk.domain.summary import ArticleSummary
from newsdesk.ui.theme import dress
from newsdesk.ui.widgets.card import Card
from newsdesk.ui.widgets.layouts import clear_layout
from newsdesk.ui.widgets.wrapped_button import WrappedButton

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
        self._chosen, self._found = Card(self), Card(self)
        self._hint = QLabel(self)
        self._hint.setProperty("role", "hint")
        self._hint.setWordWrap(True)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Find a story to pin or ban"))
        self._search.setAccessibleName(self.tr("Find a story to pin or ban"))
        self._search.setClearButtonEnabled(True)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._on_rested)
        self._search.textChanged.connect(self._on_search_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._hint, self._chosen, self._search, self._found):
            layout.addWidget(widget)
        for card in (self._chosen, self._found):
            rows = QVBoxLayout(card)
            rows.setContentsMargins(11, 0, 11, 0)
            rows.setSpacing(0)
        self._found.hide()
        self._show_rows()

    def show_lists(self, pinned: tuple[ArticleId, ...], banned: tuple[ArticleId, ...], *, anew: bool = False) -> None:
        """Show what is pinned and banned; for another story (``anew``) the search begins empty."""
        if anew:
            self._search.clear()
        if (pinned, banned) != (self._pinned, self._banned):
            self._pinned, self._banned = pinned, banned
            self._show_rows()

    def set_titles(self, titles: Mapping[ArticleId, str]) -> None:
        """Give stories their headlines."""
        self._titles.update(titles)
        self._show_rows()

    def show_candidates(self, stories: Sequence[ArticleSummary]) -> None:
        """Show what was found; an answer to a search that was given up is passed over."""
        rows = _emptied(self._found)
        wanted = bool(self._search.text().strip())
        self._found.setVisible(wanted)
        if not wanted:
            return
        shown = [story for story in stories if story.id not in (*self._pinned, *self._banned)][:_MOST_CANDIDATES]
        for number, story in enumerate(shown):
            self._titles[story.id] = story.headline
            row, cells = self._row(story.headline, self._found, last=number == len(shown) - 1)
            for text, slot in ((self.tr("Pin"), self._on_pin_clicked), (self.tr("Ban"), self._on_ban_clicked)):
                button = WrappedButton(row, text)
                button.setProperty("story", story.id)
                name = self.tr("{verb}: {headline}")
                button.setAccessibleName(name.format(verb=text, headline=story.headline))
                button.clicked.connect(slot)
                cells.addWidget(button)
            rows.addWidget(row)
        if not shown:
            rows.addWidget(self._row(self.tr("Nothing found"), self._found, last=True)[0])

    def _show_rows(self) -> None:
        rows = _emptied(self._chosen)
        chosen = [(story, self.tr("pinned")) for story in self._pinned]
        chosen += [(story, self.tr("banned")) for story in self._banned]
        for number, (story, word) in enumerate(chosen):
            title = self._titles.get(story) or self.tr("Story {id}").format(id=story)
            row, cells = self._row(title, self._chosen, last=number == len(chosen) - 1)
            kind, remove = QLabel(word, row), QToolButton(row)
            kind.setProperty("role", "hint")
            remove.setProperty("kind", "close")
            dress(remove, "x", "muted", 14)
            remove.setProperty("story", story)
            remove.setToolTip(self.tr("Let it be chosen by itself again"))
            remove.setAccessibleName(self.tr("Take out: {title}").format(title=title))
            remove.clicked.connect(self._on_remove_clicked)
            cells.addWidget(kind)
            cells.addWidget(remove)
            rows.addWidget(row)
        self._chosen.setVisible(bool(chosen))
        self._hint.setText(self.tr("Chosen by section and date. Pin or ban stories here."))
        self._hint.setVisible(not chosen)

    def _row(self, title: str, parent: QWidget, *, last: bool) -> tuple[QFrame, QHBoxLayout]:
        row = QFrame(parent)
        if not last:
            row.setProperty("role", "row")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(10)
        label = QLabel(title, row)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout.addWidget(label, 1)
        return row, layout

    def _story(self) -> ArticleId:
        sender = self.sender()
        assert sender is not None
        return ArticleId(sender.property("story"))

    def _on_search_changed(self, text: str) -> None:
        if text.strip():
            self._rest.start()
        else:
            self._rest.stop()
            self.show_candidates(())

    def _on_rested(self) -> None:
        self.search_requested.emit(self._search.text().strip())

    def _on_pin_clicked(self) -> None:
        story = self._story()
        self._become((*_without(self._pinned, story), story), _without(self._banned, story))

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
        self._search.setFocus()
        if pinned != before[0]:
            self.edited.emit("related_pinned", pinned)
        if banned != before[1]:
            self.edited.emit("related_banned", banned)


def _emptied(card: Card) -> QVBoxLayout:
    rows = card.layout()
    assert isinstance(rows, QVBoxLayout)
    clear_layout(rows)
    return rows


def _without(stories: tuple[ArticleId, ...], story: ArticleId) -> tuple[ArticleId, ...]:
    return tuple(kept for kept in stories if kept != story)
