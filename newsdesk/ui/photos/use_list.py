"""The stories that use a photo, each a way to open it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from newsdesk.domain.ids import ArticleId
from newsdesk.domain.summary import ArticleSummary
from newsdesk.ui.widgets.layouts import clear_layout
from newsdesk.ui.widgets.state_words import state_word
from newsdesk.ui.widgets.wrapped_button import WrappedButton

_BETWEEN = 8


class UseList(QWidget):
    """Headlines with the state of each story under them."""

    story_opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def show_waiting(self) -> None:
        """Show nothing until it is known where the photo is used."""
        clear_layout(self._rows)

    def show_stories(self, stories: Sequence[ArticleSummary]) -> None:
        """Show the stories, or that there are none."""
        clear_layout(self._rows)
        for number, story in enumerate(stories):
            if number:
                self._rows.addSpacing(_BETWEEN)
            headline = story.headline or self.tr("Without a headline")
            link = WrappedButton(self, headline)
            link.setProperty("story", story.id)
            link.setAccessibleName(self.tr("Open the story: {headline}").format(headline=headline))
            link.clicked.connect(self._on_story_clicked)
            words = self.tr("{state} · {section}")
            facts = QLabel(words.format(state=state_word(story.state), section=story.section), self)
            facts.setProperty("role", "hint")
            self._rows.addWidget(link)
            self._rows.addWidget(facts)
        if not stories:
            nowhere = QLabel(self.tr("No story yet"), self)
            nowhere.setProperty("role", "hint")
            self._rows.addWidget(nowhere)

    def _on_story_clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self.story_opened.emit(ArticleId(button.property("story")))
