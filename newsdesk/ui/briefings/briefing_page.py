"""Assembling an edition: stories at the left, the running order in the middle."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.briefing import Briefing, BriefingItem, BriefingState, Series
from newsdesk.domain.findings import Finding, blocking
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.summary import ArticleSummary
from newsdesk.ui.briefings.edition_bar import EditionBar
from newsdesk.ui.briefings.edition_edits import EditionEdits
from newsdesk.ui.briefings.edition_sheet import EditionSheet
from newsdesk.ui.briefings.story_pool import StoryPool


class BriefingPage(QWidget):
    """Shows one edition; a finished one is only read and exported.

    ``edition_edited`` carries a change; the next one waits until ``show_edition`` brings the edition back
    with a new revision, or ``edit_refused`` is called. ``new_requested`` carries the series that is shown,
    or the one that a newsroom begins with.
    """

    new_requested = Signal(str)
    edition_chosen = Signal(object)
    edition_edited = Signal(object)
    finish_requested = Signal(object)
    export_requested = Signal(object, str)
    story_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("briefingPage")
        self._edits = EditionEdits()
        self._pool, self._bar, self._sheet = StoryPool(self), EditionBar(self), EditionSheet(self)
        middle = QVBoxLayout()
        middle.setContentsMargins(24, 14, 24, 0)
        middle.setSpacing(16)
        middle.addWidget(self._bar)
        middle.addWidget(self._sheet, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pool)
        layout.addLayout(middle, 1)
        self._bar.new_requested.connect(self.new_requested)
        self._bar.edition_chosen.connect(self._on_edition_chosen)
        self._bar.finish_requested.connect(self._on_finish_requested)
        self._sheet.export_requested.connect(self._on_export_requested)
        self._pool.story_added.connect(self._on_story_added)
        self._sheet.note_edited.connect(self._on_note_edited)
        self._sheet.ordered.connect(self._on_ordered)
        self._sheet.story_opened.connect(self.story_opened)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say how to begin: there is no edition yet."""
        self._edits.clear()
        self._bar.show_none()
        self._sheet.show_nothing()
        self._pool.set_adding(False)

    def show_editions(self, editions: Sequence[Briefing], series: Mapping[int, Series]) -> None:
        """Offer the editions, newest first."""
        self._bar.show_editions(editions, series)

    def show_edition(
        self,
        edition: Briefing,
        series: str,
        stories: Mapping[ArticleId, ArticleSummary],
        findings: Sequence[Finding],
    ) -> None:
        """Show an edition with its stories and what stands against it."""
        shown, following = self._edits.read(edition)
        is_open = shown.state is BriefingState.OPEN
        stops = blocking(findings) if is_open else ()
        self._bar.show_edition(shown, series, len(stops))
        self._sheet.show_edition(shown, series, stories, stops)
        self._pool.set_adding(is_open, {item.article for item in shown.items})
        if following is not None:
            self.edition_edited.emit(following)

    def show_pool(self, stories: Sequence[ArticleSummary]) -> None:
        """Show the stories that are ready or published."""
        self._pool.show_stories(stories)

    def edit_refused(self) -> None:
        """Take note that the last change was not kept; what is read next is shown as it is."""
        self._edits.forget()

    def tell(self) -> None:
        """Tell a note that is still being typed, before the page is left."""
        self._sheet.tell()

    def _edit(self, edition: Briefing) -> None:
        change = self._edits.change(edition)
        if change is not None:
            self.edition_edited.emit(change)

    def _on_note_edited(self, note: str) -> None:
        edition = self._edits.shown
        if edition is not None and note != edition.editors_note:
            self._edit(replace(edition, editors_note=note))

    def _on_story_added(self, article: ArticleId) -> None:
        edition = self._edits.shown
        if edition is not None and all(item.article != article for item in edition.items):
            self._edit(replace(edition, items=(*edition.items, BriefingItem(article=article))))

    def _on_ordered(self, articles: Sequence[ArticleId]) -> None:
        edition = self._edits.shown
        if edition is None:
            return
        known = {item.article: item for item in edition.items}
        items = tuple(known[article] for article in articles if article in known)
        if items != edition.items:
            self._edit(replace(edition, items=items))

    def _on_edition_chosen(self, briefing: object) -> None:
        self._sheet.tell()
        self.edition_chosen.emit(briefing)

    def _on_finish_requested(self) -> None:
        self._sheet.tell()
        if self._edits.shown is not None:
            self.finish_requested.emit(self._edits.shown.id)

    def _on_export_requested(self, form: str) -> None:
        if self._edits.shown is not None:
            self.export_requested.emit(self._edits.shown.id, form)
