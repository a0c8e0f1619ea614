"""The stories that could go into the edition."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from newsdesk.domain.ids import ArticleId
from newsdesk.domain.summary import ArticleSummary
from newsdesk.ui.widgets.layouts import clear_layout
from newsdesk.ui.widgets.state_words import state_word

_WIDTH = 300


class StoryPool(QFrame):
    """Cards with an Add button; what is in the edition already is left out."""

    story_added = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("storyPool")
        self.setFixedWidth(_WIDTH)
        self._stories: tuple[ArticleSummary, ...] = ()
        self._taken: frozenset[ArticleId] = frozenset()
        self._adding = False
        title = QLabel(self.tr("Ready and published"), self)
        title.setProperty("role", "title")
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget(self._area)
        self._cards = QVBoxLayout(body)
        self._cards.setContentsMargins(14, 2, 14, 14)
        self._cards.setSpacing(8)
        self._area.setWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(10)
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        head.addWidget(title)
        layout.addLayout(head)
        layout.addWidget(self._area, 1)

    def show_stories(self, stories: Sequence[ArticleSummary]) -> None:
        """Show the stories, newest first."""
        self._stories = tuple(stories)
        self._fill()

    def set_adding(self, adding: bool, taken: Collection[ArticleId] = ()) -> None:
        """Say whether stories can be added, and which are in already."""
        if (adding, frozenset(taken)) != (self._adding, self._taken):
            self._adding, self._taken = adding, frozenset(taken)
            self._fill()

    def _fill(self) -> None:
        clear_layout(self._cards)
        left = [story for story in self._stories if story.id not in self._taken]
        for story in left:
            self._cards.addWidget(self._card(story))
        if not left:
            words = QLabel(self.tr("A story stands here once it is ready or published."), self)
            words.setProperty("role", "hint")
            words.setWordWrap(True)
            self._cards.addWidget(words)
        self._cards.addStretch(1)

    def _card(self, story: ArticleSummary) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(10, 8, 10, 8)
        rows.setSpacing(3)
        headline = QLabel(story.headline, card)
        headline.setProperty("role", "strong")
        headline.setWordWrap(True)
        foot = QHBoxLayout()
        facts = QLabel(f"{state_word(story.state)} · {story.word_count}", card)
        facts.setProperty("role", "hint")
        add = QPushButton(self.tr("Add"), card)
        add.setProperty("kind", "link")
        add.setProperty("story", story.id)
        add.setEnabled(self._adding)
        add.setAccessibleName(self.tr("Add: {headline}").format(headline=story.headline))
        add.clicked.connect(self._on_add_clicked)
        foot.addWidget(facts)
        foot.addStretch(1)
        foot.addWidget(add)
        rows.addWidget(headline)
        rows.addLayout(foot)
        return card

    def _on_add_clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self.story_added.emit(ArticleId(button.property("story")))
