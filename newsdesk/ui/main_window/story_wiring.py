"""Joins the page, the side and the story on the desk."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from newsdesk.domain.article import Article
from newsdesk.domain.errors import PublicationBlockedError, RevisionClashError
from newsdesk.domain.findings import Finding, blocking
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.publication import Publication
from newsdesk.domain.summary import ArticleQuery
from newsdesk.text.blocks import Block, reading_seconds, word_count
from newsdesk.ui.checks.checks_panel import ChecksPanel
from newsdesk.ui.details.details_panel import DetailsPanel
from newsdesk.ui.details.field_edit import FieldEdit
from newsdesk.ui.editor.story_editor import StoryEditor
from newsdesk.ui.history.history_panel import HistoryPanel
from newsdesk.ui.main_window.frame import Frame
from newsdesk.ui.main_window.move_sheet import MoveSheet
from newsdesk.ui.main_window.next_moves import NextMove, next_moves
from newsdesk.ui.main_window.open_story import OpenStory
from newsdesk.ui.main_window.story_strip import StoryStrip
from newsdesk.ui.main_window.story_watch import StoryWatch
from newsdesk.ui.preview.preview_panel import PreviewPanel

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom

_HEADLINE_PLACES = frozenset({"headline", "standfirst"})


class StoryWiring(QObject):
    """The open story in the editor, in Preview, Details, Checks and History."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._newsroom: Newsroom | None = None
        self._publication = Publication()
        self._findings: tuple[Finding, ...] = ()
        self.editor, self.strip = StoryEditor(frame), StoryStrip(frame)
        self.preview, self.details = PreviewPanel(frame), DetailsPanel(frame)
        self.checks, self.history = ChecksPanel(frame), HistoryPanel(frame)
        self.story = OpenStory(frame.tasks, self.editor.article_fields, self)
        self.watch = StoryWatch(frame.tasks, self)
        self.sheet = MoveSheet(frame.desk)
        self.editor.set_strip(self.strip)
        self._connect_story()
        self._connect_panels()

    def _connect_story(self) -> None:
        story, frame = self.story, self._frame
        story.opened.connect(self._on_opened)
        story.closed.connect(self._on_closed)
        story.changed.connect(self._on_changed)
        story.merged.connect(self._on_merged)
        story.drafted.connect(self.watch.watch)
        story.unsaved.connect(frame.status.show_unsaved)
        story.saved.connect(self._on_saved)
        story.save_failed.connect(self._on_save_failed)
        story.refused.connect(self._on_refused)
        self.watch.found.connect(self._on_found)
        self.watch.rendered.connect(self.preview.show_page)
        self.watch.failed.connect(frame.problems.show)
        frame.changes.articles_changed.connect(story.look_again)
        frame.list.story_chosen.connect(story.open)
        frame.list.story_entered.connect(self.editor.focus_body)
        frame.list.new_requested.connect(self.begin)
        frame.commands["story.save"].triggered.connect(story.flush)
        frame.commands["story.close"].triggered.connect(story.close)
        frame.commands["story.new"].triggered.connect(self.begin)
        frame.commands["story.forward"].triggered.connect(frame.top_bar.press_forward)
        frame.rail.new_requested.connect(self.begin)
        frame.top_bar.move_requested.connect(self._on_move_requested)

    def _connect_panels(self) -> None:
        self.editor.edited.connect(self.story.note_edit)
        self.editor.blocks_changed.connect(self._on_blocks_changed)
        self.editor.paste_refused.connect(self._frame.problems.show)
        self.details.field_edited.connect(self._on_field_edited)
        self.details.related_search_requested.connect(self._on_related_search)
        self.checks.place_requested.connect(self.show_place)
        self.checks.question_answered.connect(self._on_question_answered)
        self.checks.approval_requested.connect(self._on_approval_requested)
        self.history.restore_requested.connect(self._on_restore_requested)
        self.preview.looked_at.connect(self.watch.want_preview)
        self.preview.resource_wanted.connect(self._on_resource_wanted)
        self.strip.questions_requested.connect(partial(self._frame.side.show_tab, "checks"))
        self._frame.side.tab_shown.connect(self._on_tab_shown)
        self.sheet.confirmed.connect(self._on_move_confirmed)

    def enter(self, newsroom: Newsroom) -> None:
        """Work in a newsroom from now on."""
        self._newsroom = newsroom
        self.story.set_newsroom(newsroom)
        self.watch.set_newsroom(newsroom)

    def show_publication(self, publication: Publication) -> None:
        """Show times and defaults of a publication from now on."""
        self._publication = publication
        if self.story.article is not None:
            self._show_facts(self.story.article)

    def begin(self) -> None:
        """Begin a new story and put the cursor into its headline."""
        self.story.create()

    def show_place(self, place: str) -> None:
        """Lead to the place that mends a finding."""
        if place in _HEADLINE_PLACES:
            self.editor.focus_headline()
        elif place == "body":
            self.editor.focus_body()
        elif place in ("photos", "questions"):
            self._frame.desk.show_side()
            self._frame.side.show_tab("photos" if place == "photos" else "checks")
        else:
            self._frame.desk.show_side()
            self._frame.side.show_tab("details")
            self.details.focus_field(place)

    def _on_opened(self, article: Article) -> None:
        frame = self._frame
        frame.problems.clear()
        self.sheet.hide()
        self.editor.show_article(article)
        frame.show_centre(self.editor)
        frame.desk.set_story_open(True)
        frame.list.select(article.id)
        self._show_facts(article)
        if article.updated_at is not None:
            frame.status.show_saved(article.updated_at.astimezone())
        if not article.headline and not article.body_markdown:
            self.editor.focus_headline()

    def _on_closed(self) -> None:
        self.watch.forget()
        self.preview.clear()
        self._frame.top_bar.show_moves((), 0)
        self._frame.status.show_no_story()
        self._frame.list.select(None)
        self._frame.desk.set_story_open(False)
        self._frame.show_centre(self._frame.nothing_open)

    def _on_changed(self, article: Article) -> None:
        self.editor.show_article(article)
        self._show_facts(article)

    def _on_merged(self, article: Article) -> None:
        self.editor.show_article(article, anew=True)
        self._show_facts(article)
        self._frame.problems.tell(self.tr("Somebody else wrote in this story too; their changes are in the text now."))

    def _show_facts(self, article: Article) -> None:
        self.strip.show_article(article, self._publication)
        self.details.show_article(article, self._publication)
        self._show_moves(article)
        self._read_history(article.id)

    def _show_moves(self, article: Article) -> None:
        self._frame.top_bar.show_moves(next_moves(article.state), len(blocking(self._findings)))

    def _on_saved(self, article: Article) -> None:
        self._frame.problems.clear()
        moment = article.updated_at.astimezone() if article.updated_at else datetime.now().astimezone()
        self._frame.status.show_saved(moment)
        self.strip.show_article(article, self._publication)

    def _on_save_failed(self, error: Exception) -> None:
        self._frame.status.show_save_failed()
        if isinstance(error, RevisionClashError):
            button = self.tr("Keep mine as a copy")
            self._frame.problems.show(error, button=button, remedy=self._keep_copy)
            return
        self._frame.problems.show(error)

    def _keep_copy(self) -> None:
        """Keep what is on the page as a story of its own, then show what the other person saved."""
        draft = self.story.draft()
        if draft is not None and self._newsroom is not None:
            self.story.set_aside(partial(self._newsroom.articles.copy, draft))

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, PublicationBlockedError):
            self._frame.desk.show_side()
            self._frame.side.show_tab("checks")
        self._frame.problems.show(error)

    def _on_found(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        self.checks.show_findings(findings)
        stops = len(blocking(findings))
        self._frame.side.set_badge("checks", stops or len(findings), serious=stops > 0)
        if self.story.article is not None:
            self._show_moves(self.story.article)

    def _on_blocks_changed(self, blocks: tuple[Block, ...]) -> None:
        words = word_count(blocks)
        self._frame.status.show_words(words, reading_seconds(words))

    def _on_field_edited(self, edit: FieldEdit) -> None:
        self.story.set_field(edit.name, edit.value)

    def _on_move_requested(self, move: NextMove) -> None:
        if move.needs:
            self.sheet.ask(move)
        else:
            self.story.move(move.target, kind=move.kind)

    def _on_move_confirmed(self, move: NextMove, words: dict[str, str]) -> None:
        self.story.move(move.target, kind=move.kind, words=words)

    def _on_question_answered(self, question: str, right: bool) -> None:
        article = self.story.article
        if article is None or self._newsroom is None:
            return
        if right:
            self.story.wish(partial(self._newsroom.articles.answer, article.id, question))
        else:
            self.editor.focus_body()

    def _on_approval_requested(self, kind: str) -> None:
        article = self.story.article
        if article is not None and self._newsroom is not None:
            sign = partial(self._newsroom.approvals.sign, article.id, kind)
            self.story.wish(sign, self._on_signed)

    def _on_signed(self, _: Any) -> None:
        if self.story.article is not None:
            self._read_history(self.story.article.id)

    def _on_restore_requested(self, revision: int) -> None:
        article = self.story.article
        if article is not None and self._newsroom is not None:
            self.story.wish(partial(self._newsroom.articles.restore, article.id, revision), self._on_restored)

    def _on_restored(self, article: Article) -> None:
        self.story.adopt(article)
        self.editor.show_article(article, anew=True)

    def _on_related_search(self, words: str) -> None:
        if self._newsroom is not None and words:
            work = partial(self._newsroom.articles.page, ArticleQuery(words=words), None, 6)
            self._frame.tasks.run(work, self._on_related_found, self._frame.problems.show)

    def _on_related_found(self, page: Any) -> None:
        open_id = self.story.article.id if self.story.article else None
        self.details.show_related_candidates([row for row in page.rows if row.id != open_id])

    def _on_resource_wanted(self, ticket: int, path: str) -> None:
        if self._newsroom is not None:
            work = partial(_resource, self._newsroom, ticket, path)
            self._frame.tasks.run(work, self._on_resource_read, self._frame.problems.show)

    def _on_resource_read(self, answer: tuple[int, tuple[bytes, str] | None]) -> None:
        ticket, found = answer
        content, media_type = found or (None, "")
        self.preview.answer(ticket, content, media_type)

    def _on_tab_shown(self, key: str) -> None:
        if key in ("history", "checks") and self.story.article is not None:
            self._read_history(self.story.article.id)

    def _read_history(self, article: ArticleId) -> None:
        if self._newsroom is not None and self._frame.side.current() in ("history", "checks"):
            work = partial(_history, self._newsroom, article)
            self._frame.tasks.run(work, self._on_history_read, self._frame.problems.show)

    def _on_history_read(self, answer: tuple[ArticleId, Any, Any]) -> None:
        article, versions, approvals = answer
        if self.story.article is not None and self.story.article.id == article:
            self.history.show_versions(versions, self._publication.time_zone)
            self.checks.show_approvals(approvals)


def _resource(newsroom: Newsroom, ticket: int, path: str) -> tuple[int, tuple[bytes, str] | None]:
    return ticket, newsroom.preview.resource(path)


def _history(newsroom: Newsroom, article: ArticleId) -> tuple[ArticleId, Any, Any]:
    return article, newsroom.articles.history(article), newsroom.approvals.of(article)
