"""The stories of one desk view, read page by page."""

import datetime as dt
from collections.abc import Sequence
from enum import IntEnum
from functools import partial
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QDate, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from newsdesk.domain.ids import ArticleId
from newsdesk.domain.summary import ArticleQuery, ArticleSummary, Cursor, Page
from newsdesk.ui.tasks import TaskRunner

PAGE_ROWS = 100
_REFRESHED_ROWS = 400
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
        self._zone = ZoneInfo("Europe/Belgrade")
        self._query = ArticleQuery()
        self._rows: list[ArticleSummary] = []
        self._following: Cursor | None = None
        self._turn = 0
        self._reading = False

    def set_source(self, source: PageSource) -> None:
        """Read from a newsroom from now on."""
        self._source = source
        self.show_query(self._query)

    def set_time_zone(self, name: str) -> None:
        """Group the stories by the days of a zone."""
        self._zone = ZoneInfo(name)

    def show_query(self, query: ArticleQuery) -> None:
        """Show other stories; the rows stay until the first page is there."""
        self._query = query
        self._turn += 1
        self._read(None, PAGE_ROWS, self._on_first_page)

    def refresh(self) -> None:
        """Read again what is shown, after a change; rows move, they do not flicker."""
        count = min(max(PAGE_ROWS, len(self._rows)), _REFRESHED_ROWS)
        self._turn += 1
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
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return summary.headline or self.tr("Without a headline")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{summary.headline}, {summary.state}, {summary.section}"
        if role == Role.SUMMARY:
            return summary
        if role == Role.DAY:
            return self._day_heading(index.row())
        return None

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._following is not None and not self._reading

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._read(self._following, PAGE_ROWS, self._on_next_page)

    def _read(self, after: Cursor | None, limit: int, then: Any) -> None:
        if self._source is None:
            return
        self._reading = True
        work = partial(_read_page, self._source, self._query, after, limit, self._turn)
        self._tasks.run(work, then, self._on_failed)

    def _is_current(self, turn: int) -> bool:
        self._reading = False
        return turn == self._turn

    def _on_first_page(self, answer: tuple[int, Page]) -> None:
        turn, page = answer
        if not self._is_current(turn):
            return
        self.beginResetModel()
        self._rows, self._following = list(page.rows), page.following
        self.endResetModel()
        self.loaded.emit()

    def _on_next_page(self, answer: tuple[int, Page]) -> None:
        turn, page = answer
        if not self._is_current(turn):
            return
        known = {row.id for row in self._rows}
        fresh = [row for row in page.rows if row.id not in known]
        self._following = page.following
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(fresh) - 1)
            self._rows.extend(fresh)
            self.endInsertRows()

    def _on_refreshed(self, answer: tuple[int, Page]) -> None:
        turn, page = answer
        if not self._is_current(turn):
            return
        self._become(page.rows)
        self._following = page.following
        self.loaded.emit()

    def _on_failed(self, error: Exception) -> None:
        self._reading = False
        self.failed.emit(error)

    def _become(self, wanted: Sequence[ArticleSummary]) -> None:
        """Turn the rows into the wanted ones by removing, moving and inserting, so that selection and scroll hold."""
        kept = {row.id for row in wanted}
        for position in range(len(self._rows) - 1, -1, -1):
            if self._rows[position].id not in kept:
                self.beginRemoveRows(QModelIndex(), position, position)
                del self._rows[position]
                self.endRemoveRows()
        for position, summary in enumerate(wanted):
            found = self.row_of(summary.id)
            if found < 0:
                self.beginInsertRows(QModelIndex(), position, position)
                self._rows.insert(position, summary)
                self.endInsertRows()
            elif found != position:
                self.beginMoveRows(QModelIndex(), found, found, QModelIndex(), position)
                self._rows.insert(position, self._rows.pop(found))
                self.endMoveRows()
            self._rows[position] = summary
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def _day_heading(self, row: int) -> str:
        """Return the heading above a row, empty where the row before is of the same day or rows go by rank."""
        if self._query.words:
            return ""
        day = self._day(row)
        if day is None or (row > 0 and self._day(row - 1) == day):
            return ""
        today = dt.datetime.now(self._zone).date()
        if day == today:
            return self.tr("Today")
        if day == today - dt.timedelta(days=1):
            return self.tr("Yesterday")
        form = "d MMMM" if day.year == today.year else "d MMMM yyyy"
        return QLocale(QLocale.Language.English).toString(QDate(day.year, day.month, day.day), form)

    def _day(self, row: int) -> dt.date | None:
        summary = self._rows[row]
        moment = summary.published_at if self._query.by_published else summary.updated_at
        return moment.astimezone(self._zone).date() if moment else None


def _read_page(
    source: PageSource, query: ArticleQuery, after: Cursor | None, limit: int, turn: int
) -> tuple[int, Page]:
    return turn, source.page(query, after, limit)
