"""The strip above the page: where the story stands, its embargo, its access, what waits for an answer."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from newsdesk.domain.article import Access, Article
from newsdesk.domain.publication import Publication
from newsdesk.domain.workflow import NEVER_PUBLISHED, State
from newsdesk.ui.theme import mark
from newsdesk.ui.widgets.state_words import state_word

_MARGIN = 46


class StoryStrip(QFrame):
    """Facts in one line; the import's open questions as a link to the checks."""

    questions_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self.setFixedHeight(32)
        self._state, self._urgency, self._embargo, self._access = (QLabel(self) for _ in range(4))
        self._state.setProperty("role", "strong")
        self._questions = QPushButton(self)
        self._questions.setProperty("kind", "link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        layout.setSpacing(14)
        for widget in (self._state, self._urgency, self._embargo, self._access):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._questions)
        self._questions.clicked.connect(self.questions_requested)

    def show_article(self, article: Article, publication: Publication) -> None:
        """Show a story's facts."""
        state = state_word(article.state)
        written = article.state in NEVER_PUBLISHED or article.state is State.CORRECTING
        version = article.version + 1 if written else article.version
        self._state.setText(self.tr("v{version} {state}").format(version=version, state=state))
        self._urgency.setText(self.tr("Urgency {urgency}").format(urgency=article.urgency))
        self._show_embargo(article, ZoneInfo(publication.time_zone))
        words = {
            Access.OPEN: self.tr("open"),
            Access.TEASER: self.tr("teaser"),
            Access.MEMBERS: self.tr("members only"),
        }
        self._access.setText(words[article.access])
        count = len(article.questions)
        self._questions.setVisible(count > 0)
        self._questions.setText(
            self.tr("1 question to answer") if count == 1 else self.tr("%n questions to answer", "", count)
        )

    def _show_embargo(self, article: Article, zone: ZoneInfo) -> None:
        until = article.embargo_until
        waits = until is not None and until > datetime.now(UTC)
        if until is None:
            self._embargo.setText(self.tr("no embargo"))
        else:
            word = self.tr("embargo until {time}") if waits else self.tr("embargo passed {time}")
            self._embargo.setText(word.format(time=f"{until.astimezone(zone):%d.%m.%y %H:%M}"))
        mark(self._embargo, tone="warn" if waits else "")
