"""The stories that could go into the edition."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from newsdesk.domain.ids import ArticleId
from newsdesk.domain.summary import ArticleSummary
from newsdesk.ui.widgets.card import Card
from newsdesk.ui.widgets.layouts import clear_layout
from newsdesk.ui.widgets.state_words import state_word
from newsdesk.ui.widgets.wrapped_button import WrappedButton

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
        title.setContentsMargins(16, 0, 16, 0)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Stories for the edition"))
        self._body = QWidget(area)
        self._cards = QVBoxLayout(self._body)
        self._cards.setContentsMargins(16, 2, 16, 16)
        self._cards.setSpacing(8)
        area.setWidget(self._body)
        # The paper of the column shows through.
        self._body.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addWidget(area, 1)
        self._fill()

    def show_stories(self, stories: Sequence[ArticleSummary]) -> None:
        """Show the stories, newest first."""
        if tuple(stories) != self._stories:
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
            words = QLabel(self._why_empty(), self._body)
            words.setProperty("role", "hint")
            words.setWordWrap(True)
            self._cards.addWidget(words)
        self._cards.addStretch(1)

    def _why_empty(self) -> str:
        if self._stories:
            return self.tr("Every story that is ready is in the edition.")
        return self.tr("A story stands here once it is ready or published.")

    def _card(self, story: ArticleSummary) -> Card:
        card = Card(self._body)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(11, 9, 11, 8)
        rows.setSpacing(4)
        shown = story.headline or self.tr("Without a headline")
        headline = QLabel(shown, card)
        headline.setProperty("role", "strong")
        headline.setWordWrap(True)
        headline.setTextFormat(Qt.TextFormat.PlainText)
        text = self.tr("{state} · {words} words · {section}")
        section = story.section.rpartition(" / ")[2] or story.section
        facts = QLabel(text.format(state=state_word(story.state), words=f"{story.word_count:,}", section=section), card)
        facts.setProperty("role", "hint")
        facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        add = WrappedButton(card, self.tr("Add"))
        add.setProperty("story", story.id)
        add.setEnabled(self._adding)
        add.setAccessibleName(self.tr("Add: {headline}").format(headline=shown))
        add.clicked.connect(self._on_add_clicked)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(facts, 1)
        foot.addWidget(add)
        rows.addWidget(headline)
        rows.addLayout(foot)
        return card

    def _on_add_clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self.story_added.emit(ArticleId(button.property("story")))
