"""The story on the desk: what was read, what is being written, and the saving that happens by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.domain.article import Article
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.workflow import Kind, State
from newsdesk.ui.editor.edited_text import EditedText
from newsdesk.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom

REST_MS = 300
LONGEST_MS = 1000
RETRY_MS = 3000
DRAFT_MS = 150


class OpenStory(QObject):
    """One story at a time. ``opened`` carries another story, ``changed`` the same one with other facts.

    A snapshot is saved after 300 ms of rest, or after a second of steady typing; what others saved
    meanwhile comes back with ``merged``. Nothing typed is ever dropped: a save that fails is tried
    again, and ``save_failed`` says why.
    """

    opened = Signal(object)
    closed = Signal()
    changed = Signal(object)
    merged = Signal(object)
    drafted = Signal(object)
    unsaved = Signal()
    saved = Signal(object)
    save_failed = Signal(object)
    refused = Signal(object)
    moved = Signal(object)

    def __init__(self, tasks: TaskRunner, collect: Callable[[], EditedText], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._collect = collect
        self._newsroom: Newsroom | None = None
        self._base: Article | None = None
        self._fields: dict[str, Any] = {}
        self._sent: Article | None = None
        self._dirty = False
        self._next_step: Callable[[], None] | None = None
        self._rest = self._timer(REST_MS, self._snapshot)
        self._longest = self._timer(LONGEST_MS, self._snapshot)
        self._draft_timer = self._timer(DRAFT_MS, self._tell_draft)

    def _timer(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer

    @property
    def article(self) -> Article | None:
        """The story as last read or saved."""
        return self._base

    @property
    def is_unsaved(self) -> bool:
        """Whether something typed is not in the database yet."""
        return self._dirty or self._sent is not None

    def set_newsroom(self, newsroom: Newsroom) -> None:
        """Work in a newsroom from now on."""
        self._newsroom = newsroom

    def open(self, article: ArticleId) -> None:
        """Save what is open, then show another story; a story that can't be saved stays on the desk."""
        if self._newsroom is not None and (self._base is None or self._base.id != article):
            self.when_saved(partial(self._read, partial(self._newsroom.articles.get, article)))

    def create(self) -> None:
        """Save what is open, then begin an empty draft."""
        if self._newsroom is not None:
            self.when_saved(partial(self._read, self._newsroom.articles.create))

    def close(self) -> None:
        """Save what is open, then show none."""
        self.when_saved(self._let_go)

    def when_saved(self, step: Callable[[], None]) -> None:
        """Take a step once everything typed is in the database; a save that fails calls it off."""
        if not self.is_unsaved:
            step()
            return
        self._next_step = step
        self.flush()

    def note_edit(self) -> None:
        """Take note that the page was edited."""
        if self._base is None:
            return
        self._dirty = True
        self._rest.start()
        if not self._longest.isActive():
            self._longest.start(LONGEST_MS)
        self._draft_timer.start()
        self.unsaved.emit()

    def set_field(self, name: str, value: object) -> None:
        """Change a field of the record beside the page: section, access, embargo and the like."""
        self._fields[name] = value
        self.note_edit()

    def flush(self) -> None:
        """Send what is unsaved to the database now."""
        if self._dirty:
            self._snapshot()

    def draft(self) -> Article | None:
        """Return the story as it stands on the screen."""
        if self._base is None:
            return None
        words = self._collect()
        return replace(
            self._base,
            headline=words.headline,
            standfirst=words.standfirst,
            body_markdown=words.body_markdown,
            **self._fields,
        )

    def move(self, target: State, *, kind: Kind | None = None, words: Mapping[str, str] | None = None) -> None:
        """Save, then move the story; refusals come back through ``refused``."""
        if self._base is not None and self._newsroom is not None:
            article = self._base.id
            self.wish(partial(self._newsroom.articles.move, article, target, kind=kind, words=words), self._on_moved)

    def wish(self, work: Callable[[], Any], on_success: Callable[[Any], None] | None = None) -> None:
        """Save, then let a service change the open story; ``work`` returns the story unless told otherwise."""
        self.when_saved(partial(self._run_wish, work, on_success or self._on_changed))

    def adopt(self, article: Article) -> None:
        """Take a story that a service gave back as the one on the desk."""
        self._on_changed(article)

    def set_aside(self, keep: Callable[[], Article]) -> None:
        """Give up saving into this story: what is typed was kept elsewhere; read the story again."""
        if self._base is None or self._newsroom is None:
            return
        self._rest.stop()
        self._longest.stop()
        self._sent, self._dirty = None, False
        again = partial(self._newsroom.articles.get, self._base.id)
        self._run_wish(partial(_kept_then_read, keep, again), self._on_set_aside)

    def look_again(self, articles: frozenset[ArticleId]) -> None:
        """Read the story again where somebody else may have changed it."""
        if self._base is None or self._newsroom is None or self._base.id not in articles or self.is_unsaved:
            return
        self._tasks.run(partial(self._newsroom.articles.get, self._base.id), self._on_looked, self.refused.emit)

    def _snapshot(self) -> None:
        self._rest.stop()
        self._longest.stop()
        if self._newsroom is None or self._base is None or not self._dirty:
            return
        if self._sent is not None:
            # One save at a time; the answer of the one under way sends the next.
            return
        draft = self.draft()
        assert draft is not None
        self._dirty, self._sent = False, draft
        work = partial(self._newsroom.articles.save, draft, base=self._base, why="snapshot")
        self._tasks.run(work, self._on_saved, self._on_save_failed, Lane.WRITE)

    def _on_saved(self, saved: Article) -> None:
        sent, self._sent = self._sent, None
        if sent is None or self._base is None:
            return
        same = replace(sent, **{name: getattr(saved, name) for name in _KEPT_BY_THE_STORE}) == saved
        if same or not self._dirty:
            self._base = saved
        else:
            # The page holds newer words than what was merged: the next save merges from what this one sent.
            self._base = replace(sent, revision=self._base.revision)
        self.saved.emit(saved)
        if self._dirty:
            self._snapshot() if self._next_step else self._rest.start()
            return
        self._fields.clear()
        if not same:
            self.merged.emit(saved)
        step, self._next_step = self._next_step, None
        if step is not None:
            step()

    def _on_save_failed(self, error: Exception) -> None:
        self._sent = self._next_step = None
        self._dirty = True
        self._longest.start(RETRY_MS)
        self.save_failed.emit(error)

    def _read(self, work: Callable[[], Article]) -> None:
        self._tasks.run(work, self._on_read, self.refused.emit, Lane.WRITE)

    def _run_wish(self, work: Callable[[], Any], on_success: Callable[[Any], None]) -> None:
        self._tasks.run(work, on_success, self.refused.emit, Lane.WRITE)

    def _let_go(self) -> None:
        self._base = None
        self._fields.clear()
        self.closed.emit()

    def _on_read(self, article: Article) -> None:
        if self.is_unsaved:
            # Typed into the story before, while this one was read.
            self.when_saved(partial(self._on_read, article))
            return
        self._base = article
        self._fields.clear()
        self._dirty = False
        self.opened.emit(article)
        self._tell_draft()

    def _on_changed(self, article: Article) -> None:
        if self._base is None or self._base.id != article.id:
            return
        self._base = article
        self.changed.emit(article)
        self._tell_draft()

    def _on_set_aside(self, article: Article) -> None:
        self.merged.emit(article)
        self._on_changed(article)

    def _on_moved(self, result: Any) -> None:
        self._on_changed(result.article)
        self.moved.emit(result.article)

    def _on_looked(self, article: Article) -> None:
        if self._base is None or self._base.id != article.id or self.is_unsaved:
            return
        if article.revision == self._base.revision:
            self._tell_draft()
            return
        self.merged.emit(article)
        self._on_changed(article)

    def _tell_draft(self) -> None:
        draft = self.draft()
        if draft is not None:
            self.drafted.emit(draft)


_KEPT_BY_THE_STORE = ("revision", "updated_at", "updated_by")


def _kept_then_read(keep: Callable[[], Article], again: Callable[[], Article]) -> Article:
    keep()
    return again()
