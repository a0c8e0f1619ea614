"""Joins the page that is written with the story on the desk: opening, saving, moving."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from newsdesk.domain.article import Article
from newsdesk.domain.errors import NotFoundError, PublicationBlockedError, RevisionClashError, StoryClosedError
from newsdesk.domain.findings import Finding, blocking
from newsdesk.domain.publication import Publication
from newsdesk.domain.workflow import CLOSED, Kind, State
from newsdesk.text.blocks import Block, reading_seconds, word_count
from newsdesk.ui.editor.story_editor import StoryEditor
from newsdesk.ui.main_window.frame import Frame
from newsdesk.ui.main_window.move_sheet import MoveSheet
from newsdesk.ui.main_window.next_moves import NextMove, next_moves
from newsdesk.ui.main_window.open_story import OpenStory
from newsdesk.ui.main_window.story_strip import StoryStrip

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom


class StoryWiring(QObject):
    """The open story in the editor, the bar above and the line below."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._newsroom: Newsroom | None = None
        self._publication = Publication()
        self._findings: tuple[Finding, ...] = ()
        self._reopening = False
        self.editor, self.strip = StoryEditor(frame), StoryStrip(frame)
        self.story = OpenStory(frame.tasks, self.editor.article_fields, self)
        self.sheet = MoveSheet(frame.desk)
        self.editor.set_strip(self.strip)
        self._connect_story()
        self._connect_frame()

    def _connect_story(self) -> None:
        story = self.story
        story.opened.connect(self._on_opened)
        story.closed.connect(self._on_closed)
        story.changed.connect(self._on_changed)
        story.refused.connect(self._on_refused)
        story.saver.merged.connect(self._on_merged)
        story.saver.unsaved.connect(self._on_unsaved)
        story.saver.saved.connect(self._on_saved)
        story.saver.failed.connect(self._on_save_failed)
        self.editor.edited.connect(story.note_edit)
        self.editor.blocks_changed.connect(self._on_blocks_changed)
        self.editor.paste_refused.connect(self._frame.problems.show)

    def _connect_frame(self) -> None:
        frame, story = self._frame, self.story
        frame.changes.articles_changed.connect(story.look_again)
        frame.list.story_chosen.connect(story.open)
        frame.list.story_entered.connect(self.editor.focus_body)
        for wish in (frame.list.new_requested, frame.rail.new_requested, frame.commands["story.new"].triggered):
            wish.connect(self.story.create)
        frame.commands["story.save"].triggered.connect(story.saver.save_now)
        frame.commands["story.close"].triggered.connect(story.close)
        frame.commands["story.forward"].triggered.connect(frame.top_bar.press_forward)
        frame.top_bar.move_requested.connect(self._on_move_requested)
        self.sheet.confirmed.connect(self._on_move_confirmed)
        self.strip.questions_requested.connect(partial(frame.side.show_tab, "checks"))

    def enter(self, newsroom: Newsroom) -> None:
        """Work in a newsroom from now on."""
        self._newsroom = newsroom
        self.story.set_newsroom(newsroom)

    def show_publication(self, publication: Publication) -> None:
        """Show times and defaults of a publication from now on."""
        self._publication = publication
        if self.story.article is not None:
            self._show_facts(self.story.article)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Count on the button what stands in the way."""
        self._findings = findings
        if self.story.article is not None:
            self._frame.top_bar.show_moves(next_moves(self.story.article.state), len(blocking(findings)))

    def _on_opened(self, article: Article) -> None:
        frame = self._frame
        frame.problems.clear()
        self.sheet.hide()
        self.editor.show_article(article)
        frame.show_centre(self.editor)
        frame.desk.set_story_open(True)
        frame.list.select(article.id)
        self._findings = ()
        self._show_facts(article)
        if article.updated_at is not None:
            frame.status.show_saved(article.updated_at.astimezone())
        if not article.headline and not article.body_markdown:
            self.editor.focus_headline()

    def _on_closed(self) -> None:
        self._frame.top_bar.show_moves((), 0)
        self._frame.status.show_no_story()
        self._frame.list.select(None)
        self._frame.desk.set_story_open(False)
        self._frame.show_centre(self._frame.nothing_open)

    def show_anew(self, article: Article) -> None:
        """Show the open story as a service rewrote it: a version brought back, a question answered with No."""
        self.editor.show_article(article, anew=True)
        self.story.adopt(article)

    def _on_changed(self, article: Article) -> None:
        self.editor.show_article(article)
        self._show_facts(article)

    def _on_merged(self, article: Article) -> None:
        self.editor.show_article(article, anew=True)
        self._show_facts(article)
        self._frame.problems.tell(self.tr("Somebody else wrote in this story too; their changes are in the text now."))

    def _show_facts(self, article: Article) -> None:
        self._reopening = False
        self.editor.setEnabled(article.state not in CLOSED)
        self.strip.show_article(article, self._publication)
        self.show_findings(self._findings)

    def _on_unsaved(self) -> None:
        """A published story that is written in becomes an update; readers keep what was published meanwhile."""
        self._frame.status.show_unsaved()
        article = self.story.article
        if article is None or article.state is not State.PUBLISHED or self._reopening:
            return
        self._reopening = True
        # Not at once: the key that began it is still being typed.
        QTimer.singleShot(0, self, partial(self.story.move, State.CORRECTING, kind=Kind.UPDATE))
        self._frame.problems.tell(self.tr("This is an update now. Readers see it once you publish again."))

    def _on_saved(self, article: Article) -> None:
        self._frame.problems.clear_failure()
        moment = article.updated_at.astimezone() if article.updated_at else datetime.now().astimezone()
        self._frame.status.show_saved(moment)
        self.strip.show_article(article, self._publication)

    def _on_save_failed(self, error: Exception) -> None:
        self._frame.status.show_save_failed()
        if isinstance(error, (RevisionClashError, StoryClosedError, NotFoundError)):
            button = self.tr("Keep mine as a copy")
            self._frame.problems.show_failure(error, button=button, remedy=self._keep_copy)
            return
        self._frame.problems.show_failure(error)

    def _keep_copy(self) -> None:
        """Keep what is on the page as a story of its own, then show what the other person saved."""
        draft = self.story.draft()
        if draft is not None and self._newsroom is not None:
            self.story.set_aside(partial(self._newsroom.articles.copy, draft))

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, PublicationBlockedError):
            self._frame.desk.show_side()
            self._frame.side.show_tab("checks")
            text = self.tr("Not yet. {findings}").format(findings=error.fields["findings"])
            self._frame.problems.stop(text, self.tr("Each check leads to where it is mended."))
            return
        self._frame.problems.show(error)

    def _on_blocks_changed(self, blocks: tuple[Block, ...]) -> None:
        words = word_count(blocks)
        self._frame.status.show_words(words, reading_seconds(words))

    def _on_move_requested(self, move: NextMove) -> None:
        if move.needs:
            self.sheet.ask(move)
        else:
            self.story.move(move.target, kind=move.kind)

    def _on_move_confirmed(self, move: NextMove, words: dict[str, str]) -> None:
        self.story.move(move.target, kind=move.kind, words=words)
