"""The story on the desk: which one it is, what is being written, and the wishes that change it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.domain.article import Article
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.workflow import Kind, State
from newsdesk.ui.details.field_edit import FieldEdit
from newsdesk.ui.editor.edited_text import EditedText
from newsdesk.ui.main_window.story_saver import StorySaver
from newsdesk.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom

DRAFT_MS = 150


class OpenStory(QObject):
    """One story at a time. ``opened`` carries another story, ``changed`` the same one with other facts,
    ``drafted`` the story as it stands on the screen after 150 ms of rest.
    """

    opened = Signal(object)
    closed = Signal()
    changed = Signal(object)
    drafted = Signal(object)
    refused = Signal(object)

    def __init__(self, tasks: TaskRunner, collect: Callable[[], EditedText], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._collect = collect
        self._newsroom: Newsroom | None = None
        self._wanted: ArticleId | None = None
        self.saver = StorySaver(tasks, self.draft, self)
        self._draft_timer = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._draft_timer.timeout.connect(self._tell_draft)

    @property
    def article(self) -> Article | None:
        """The story as last read or saved."""
        return self.saver.base

    def set_newsroom(self, newsroom: Newsroom) -> None:
        """Work in a newsroom from now on; a story of the one before leaves the desk."""
        if self.article is not None:
            self._let_go()
        self._newsroom = newsroom
        self.saver.set_newsroom(newsroom)

    def open(self, article: ArticleId) -> None:
        """Save what is open, then show another story; a story that can't be saved stays on the desk."""
        self._wanted = article
        if self._newsroom is not None and (self.article is None or self.article.id != article):
            self.saver.when_saved(partial(self._run, partial(self._newsroom.articles.get, article), self._on_read))

    def create(self) -> None:
        """Save what is open, then begin an empty draft."""
        self._wanted = None
        if self._newsroom is not None:
            self.saver.when_saved(partial(self._run, self._newsroom.articles.create, self._on_read))

    def close(self) -> None:
        """Save what is open, then show none."""
        self.saver.when_saved(self._let_go)

    def note_edit(self) -> None:
        """Take note that the page was edited."""
        self.saver.note_edit()
        self._draft_timer.start()

    def set_field(self, edit: FieldEdit) -> None:
        """Change a field of the record beside the page: section, access, embargo and the like."""
        self.saver.fields[edit.name] = edit.value
        self.note_edit()

    def draft(self) -> Article | None:
        """Return the story as it stands on the screen."""
        if self.article is None:
            return None
        words = self._collect()
        return replace(
            self.article,
            headline=words.headline,
            standfirst=words.standfirst,
            body_markdown=words.body_markdown,
            **self.saver.fields,
        )

    def move(self, target: State, *, kind: Kind | None = None, words: Mapping[str, str] | None = None) -> None:
        """Save, then move the story; a refusal comes back through ``refused``."""
        if self.article is not None and self._newsroom is not None:
            move = partial(self._newsroom.articles.move, self.article.id, target, kind=kind, words=words)
            self.wish(partial(_moved, move))

    def wish(self, work: Callable[[], Any], on_success: Callable[[Any], None] | None = None) -> None:
        """Save, then let a service change the open story; ``work`` returns the story unless told otherwise."""
        self.saver.when_saved(partial(self._run, work, on_success or self.adopt))

    def adopt(self, article: Article) -> None:
        """Take the open story as a service gave it back."""
        if self.article is not None and self.article.id == article.id:
            self.saver.base = article
            self.changed.emit(article)
            self._tell_draft()

    def set_aside(self, keep: Callable[[], Article]) -> None:
        """Give up saving into this story: ``keep`` stores what is typed elsewhere, then the story is read again."""
        if self.article is None or self._newsroom is None:
            return
        again = partial(self._newsroom.articles.get, self.article.id)
        self.saver.take(self.article)
        self._run(partial(_kept_then_read, keep, again), self._on_read_again)

    def look_again(self, articles: frozenset[ArticleId]) -> None:
        """Read the story again where somebody else may have changed it."""
        if self.article is None or self._newsroom is None or self.article.id not in articles or self.saver.is_unsaved:
            return
        self._tasks.run(partial(self._newsroom.articles.get, self.article.id), self._on_looked, self.refused.emit)

    def _run(self, work: Callable[[], Any], on_success: Callable[[Any], None]) -> None:
        # On the lane of the writes: it happens after everything that was asked for before.
        self._tasks.run(work, on_success, self.refused.emit, Lane.WRITE)

    def _let_go(self) -> None:
        self._wanted = None
        self._draft_timer.stop()
        self.saver.take(None)
        self.closed.emit()

    def _on_read(self, article: Article) -> None:
        if self._wanted not in (None, article.id):
            # Somebody went on to another story before this one was read.
            return
        if self.saver.is_unsaved:
            # Typed into the story before, while this one was read.
            self.saver.when_saved(partial(self._on_read, article))
            return
        self.saver.take(article)
        self.opened.emit(article)
        self._tell_draft()

    def _on_read_again(self, article: Article) -> None:
        self.saver.take(article)
        self.saver.merged.emit(article)
        self.changed.emit(article)
        self._tell_draft()

    def _on_looked(self, article: Article) -> None:
        if self.article is None or self.article.id != article.id or self.saver.is_unsaved:
            return
        if article.revision == self.article.revision:
            self._tell_draft()
            return
        self._on_read_again(article)

    def _tell_draft(self) -> None:
        draft = self.draft()
        if draft is not None:
            self.drafted.emit(draft)


def _moved(move: Callable[[], Any]) -> Article:
    article: Article = move().article
    return article


def _kept_then_read(keep: Callable[[], Article], again: Callable[[], Article]) -> Article:
    keep()
    return again()
