"""The stories of one desk view, read page by page."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from newsdesk.domain.ids import ArticleId
from newsdesk.domain.summary import ArticleQuery, ArticleSummary, Cursor, Page
from newsdesk.ui.articles.day_headings import DayHeadings
from newsdesk.ui.tasks import TaskRunner
from newsdesk.ui.widgets.row_steps import become_rows
from newsdesk.ui.widgets.state_words import state_word

PAGE_ROWS = 100
REFRESHED_ROWS = 400
_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The one column: a story."""

    STORY = 0


class Role(IntEnum):
    """What a row holds beside its headline."""

    SUMMARY = Qt.ItemDataRole.UserRole + 1
    DAY = Qt.ItemDataRole.UserRole + 2


class PageSource(Protocol):
    """Who reads pages: the article service."""

    def page(self, query: ArticleQuery, after: Cursor | None = None, limit: int = 100) -> Page:
        """Return a page of the list."""
        ...


class ArticleModel(QAbstractTableModel):
    """Rows of the article list; reads the next page when the view comes near the end."""

    loaded = Signal()
    failed = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._source: PageSource | None = None
        self._days = DayHeadings("Europe/Belgrade")
        self._query = ArticleQuery()
        self._rows: list[ArticleSummary] = []
        self._following: Cursor | None = None
        self._turn = 0
        # Answers still to come, stale ones too: until all are here no further page is asked for.
        self._awaited = 0
        self._settling = False

    @property
    def is_settling(self) -> bool:
        """Whether rows are moving by themselves after a change, not by anybody's wish."""
        return self._settling

    def set_source(self, source: PageSource) -> None:
        """Read from a newsroom from now on."""
        ahead = self._source is None and bool(self._rows)
        self._source = source
        if ahead:
            # What was seen ahead becomes the newsroom's own page in place.
            self.refresh()
        else:
            self.show_query(self._query)

    def show_ahead(self, rows: Sequence[ArticleSummary]) -> None:
        """Show the newest of all stories before there is a newsroom to read from; its own page takes their place."""
        if self._source is None and self._query == ArticleQuery():
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    def set_time_zone(self, name: str) -> None:
        """Group the stories by the days of a zone."""
        if name != self._days.zone.key:
            self._days = DayHeadings(name)
            if self._rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def show_query(self, query: ArticleQuery) -> None:
        """Show other stories; the rows stay until the first page is there."""
        self._query = query
        self._following = None
        self._turn += 1
        self._read(None, PAGE_ROWS, self._on_first_page)

    def refresh(self) -> None:
        """Read again what is shown, after a change; rows move, they do not flicker."""
        self._turn += 1
        count = min(max(PAGE_ROWS, len(self._rows)), REFRESHED_ROWS)
        self._read(None, count, self._on_refreshed)

    def summary(self, row: int) -> ArticleSummary | None:
        """Return the story of a row, None past the end."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, article: ArticleId) -> int:
        """Return the row of a story, -1 where it is not shown."""
        return next((row for row, shown in enumerate(self._rows) if shown.id == article), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        summary = self.summary(index.row()) if index.isValid() else None
        if summary is None:
            return None
        headline = summary.headline or self.tr("Without a headline")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return headline
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.tr("{headline}, {state}, {section}")
            return words.format(headline=headline, state=state_word(summary.state), section=summary.section)
        if role == Role.SUMMARY:
            return summary
        if role == Role.DAY:
            return self._days.above(summary, self.summary(index.row() - 1), self._query)
        return None

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._following is not None and not self._awaited

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._read(self._following, PAGE_ROWS, self._on_next_page)

    def _read(self, after: Cursor | None, limit: int, then: Callable[[tuple[int, Page]], None]) -> None:
        if self._source is not None:
            self._awaited += 1
            work = partial(_read_page, self._source, self._query, after, limit, self._turn)
            self._tasks.run(work, then, self._on_failed)

    def _on_first_page(self, answer: tuple[int, Page]) -> None:
        self._awaited -= 1
        turn, page = answer
        if turn == self._turn:
            self.beginResetModel()
            self._rows, self._following = list(page.rows), page.following
            self.endResetModel()
            self.loaded.emit()

    def _on_next_page(self, answer: tuple[int, Page]) -> None:
        self._awaited -= 1
        turn, page = answer
        if turn != self._turn:
            return
        known = {row.id for row in self._rows}
        fresh = [row for row in page.rows if row.id not in known]
        self._following = page.following
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(fresh) - 1)
            self._rows.extend(fresh)
            self.endInsertRows()

    def _on_refreshed(self, answer: tuple[int, Page]) -> None:
        self._awaited -= 1
        turn, page = answer
        if turn == self._turn:
            self._settle(page)
            self.loaded.emit()

    def _on_failed(self, error: Exception) -> None:
        self._awaited -= 1
        self.failed.emit(error)

    def _settle(self, page: Page) -> None:
        """Take the first rows as read; what stood far below them stays, so that the list never jumps."""
        wanted: Sequence[ArticleSummary] = page.rows
        if page.following is None or len(self._rows) <= REFRESHED_ROWS:
            self._following = page.following
        else:
            read = {row.id for row in wanted}
            wanted = [*wanted, *(row for row in self._rows[REFRESHED_ROWS:] if row.id not in read)]
        self._settling = True
        become_rows(self, self._rows, wanted, _id_of)
        self._settling = False


def _read_page(
    source: PageSource, query: ArticleQuery, after: Cursor | None, limit: int, turn: int
) -> tuple[int, Page]:
    return turn, source.page(query, after, limit)


def _id_of(summary: ArticleSummary) -> ArticleId:
    return summary.id
