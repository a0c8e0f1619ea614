"""Assembling an edition: stories at the left, the running order in the middle."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QDate, QLocale, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from newsdesk.domain.briefing import Briefing, BriefingItem, BriefingState, Series
from newsdesk.domain.findings import Finding, blocking
from newsdesk.domain.ids import ArticleId, BriefingId
from newsdesk.domain.summary import ArticleSummary
from newsdesk.ui.briefings.running_order import RunningOrder
from newsdesk.ui.briefings.story_pool import StoryPool
from newsdesk.ui.theme import mark

_REST_MS = 400
_WORDS_A_MINUTE = 200


class BriefingPage(QWidget):
    """Shows one edition; a finished one is only read and exported."""

    new_requested = Signal(str)
    edition_chosen = Signal(object)
    edition_edited = Signal(object)
    finish_requested = Signal(object)
    export_requested = Signal(object, str)
    story_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("briefingPage")
        self._edition: Briefing | None = None
        self._stories: Mapping[ArticleId, ArticleSummary] = {}
        self._pool, self._order = StoryPool(self), RunningOrder(self)
        self._editions, self._new = QComboBox(self), QPushButton(self.tr("New edition"), self)
        self._title, self._facts = QLabel(self), QLabel(self)
        self._note_label, self._note = QLabel(self.tr("Editor's note"), self), QLineEdit(self)
        self._finish = QPushButton(self.tr("Finish"), self)
        self._web, self._markdown = QPushButton(self.tr("Export web page…"), self), QPushButton(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._build()
        self._connect()
        self.show_nothing()

    def _build(self) -> None:
        self._title.setProperty("role", "display_small")
        self._facts.setProperty("role", "hint")
        self._note_label.setProperty("role", "field")
        self._note_label.setBuddy(self._note)
        self._note.setPlaceholderText(self.tr("Good morning…"))
        self._note.setAccessibleName(self.tr("Editor's note"))
        self._editions.setAccessibleName(self.tr("Edition"))
        self._markdown.setText(self.tr("Export Markdown…"))
        self._finish.setProperty("kind", "primary")
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self._editions)
        bar.addWidget(self._new)
        bar.addStretch(1)
        for button in (self._markdown, self._web, self._finish):
            bar.addWidget(button)
        middle = QVBoxLayout()
        middle.setContentsMargins(24, 14, 24, 0)
        middle.setSpacing(6)
        middle.addLayout(bar)
        middle.addSpacing(8)
        for widget in (self._title, self._facts, self._note_label, self._note):
            middle.addWidget(widget)
        middle.addSpacing(6)
        middle.addWidget(self._order, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pool)
        rule = QFrame(self)
        rule.setProperty("role", "line")
        rule.setFixedWidth(1)
        layout.addWidget(rule)
        layout.addLayout(middle, 1)

    def _connect(self) -> None:
        self._new.clicked.connect(self._on_new_clicked)
        self._editions.activated.connect(self._on_edition_activated)
        self._note.textEdited.connect(self._rest.start)
        self._note.editingFinished.connect(self._on_note_rested)
        self._rest.timeout.connect(self._on_note_rested)
        self._finish.clicked.connect(self._on_finish_clicked)
        self._web.clicked.connect(self._on_web_clicked)
        self._markdown.clicked.connect(self._on_markdown_clicked)
        self._pool.story_added.connect(self._on_story_added)
        self._order.ordered.connect(self._on_ordered)
        self._order.story_opened.connect(self.story_opened)

    def show_nothing(self) -> None:
        """Say how to begin: there is no edition yet."""
        self._edition = None
        self._title.setText(self.tr("No edition yet"))
        self._facts.setText(self.tr("Begin one with “New edition”, then add stories from the left."))
        for widget in (self._note_label, self._note, self._order, self._finish, self._web, self._markdown):
            widget.hide()
        self._pool.set_adding(False)

    def show_editions(self, editions: Sequence[Briefing], series: Mapping[int, Series]) -> None:
        """Offer the editions, newest first."""
        self._editions.clear()
        for edition in editions:
            name = series[edition.series].name if edition.series in series else ""
            open_ = "" if edition.state is BriefingState.FINISHED else self.tr(" (open)")
            text = self.tr("{series} No. {number}, {date}{open}")
            self._editions.addItem(
                text.format(series=name, number=edition.number, date=f"{edition.date:%d.%m.%y}", open=open_),
                edition.id,
            )
        self._editions.setVisible(bool(editions))
        self._mark_edition()

    def show_edition(
        self,
        edition: Briefing,
        series: str,
        stories: Mapping[ArticleId, ArticleSummary],
        findings: Sequence[Finding],
    ) -> None:
        """Show an edition with its stories and what stands against it."""
        self._edition, self._stories = edition, stories
        day = QLocale(QLocale.Language.English).toString(_qdate(edition.date), "dddd, d MMMM yyyy")
        title = self.tr("{series} No. {number} · {day}")
        self._title.setText(title.format(series=series, number=edition.number, day=day))
        if not self._rest.isActive() and self._note.text().strip() != edition.editors_note:
            self._note.setText(edition.editors_note)
        is_open = edition.state is BriefingState.OPEN
        for widget in (self._note_label, self._note, self._order, self._web, self._markdown):
            widget.show()
        self._note.setReadOnly(not is_open)
        self._finish.setVisible(is_open)
        stops = blocking(findings) if is_open else ()
        text = self.tr("Finish · {count} to fix").format(count=len(stops)) if stops else self.tr("Finish")
        self._finish.setText(text)
        mark(self._finish, kind="warning" if stops else "primary")
        self._order.show_items(edition.items, stories, stops, editable=is_open)
        self._pool.set_adding(is_open, {item.article for item in edition.items})
        self._show_facts(edition, is_open)
        self._mark_edition()

    def show_pool(self, stories: Sequence[ArticleSummary]) -> None:
        """Show the stories that are ready or published."""
        self._pool.show_stories(stories)

    def _show_facts(self, edition: Briefing, is_open: bool) -> None:
        words = sum(self._stories[item.article].word_count for item in edition.items if item.article in self._stories)
        minutes = max(1, round(words / _WORDS_A_MINUTE)) if words else 0
        state = self.tr("open") if is_open else self.tr("finished")
        text = self.tr("{stories} stories · {words} words · {minutes} min · {state}")
        self._facts.setText(
            text.format(stories=len(edition.items), words=f"{words:,}", minutes=minutes, state=state)
        )

    def _mark_edition(self) -> None:
        if self._edition is not None:
            self._editions.setCurrentIndex(self._editions.findData(self._edition.id))

    def _on_new_clicked(self) -> None:
        self.new_requested.emit(self.tr("Morning Briefing"))

    def _on_edition_activated(self, row: int) -> None:
        self.edition_chosen.emit(BriefingId(self._editions.itemData(row)))

    def _on_note_rested(self) -> None:
        self._rest.stop()
        note = self._note.text().strip()
        if self._edition is not None and note != self._edition.editors_note and not self._note.isReadOnly():
            self._edit(replace(self._edition, editors_note=note))

    def _on_story_added(self, article: ArticleId) -> None:
        if self._edition is not None and all(item.article != article for item in self._edition.items):
            self._edit(replace(self._edition, items=(*self._edition.items, BriefingItem(article=article))))

    def _on_ordered(self, articles: Sequence[ArticleId]) -> None:
        if self._edition is None:
            return
        known = {item.article: item for item in self._edition.items}
        items = tuple(known[article] for article in articles if article in known)
        if items != self._edition.items:
            self._edit(replace(self._edition, items=items))

    def _edit(self, edition: Briefing) -> None:
        self._edition = edition
        self.edition_edited.emit(edition)

    def _on_finish_clicked(self) -> None:
        if self._edition is not None:
            self.finish_requested.emit(self._edition.id)

    def _on_web_clicked(self) -> None:
        if self._edition is not None:
            self.export_requested.emit(self._edition.id, "html")

    def _on_markdown_clicked(self) -> None:
        if self._edition is not None:
            self.export_requested.emit(self._edition.id, "md")


def _qdate(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)
