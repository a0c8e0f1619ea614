"""The desk's photos as rows: shown page by page, each with the line that will print."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import Photo
from newsdesk.ui.widgets.row_steps import become_rows

PhotoRow: TypeAlias = tuple[Photo, str]
"""A photo and its credit line, which is empty where it has none."""

_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The one column: a photo."""

    PHOTO = 0


class Role(IntEnum):
    """What a row holds beside its words."""

    PHOTO = Qt.ItemDataRole.UserRole + 1
    LINE = Qt.ItemDataRole.UserRole + 2


class PhotoModel(QAbstractTableModel):
    """Rows of the photo grid; ``more_requested`` asks for the next page, until an empty one comes."""

    more_requested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[PhotoRow] = []
        self._asking = False
        self._complete = True

    def show_rows(self, rows: Sequence[PhotoRow], *, anew: bool, pages: bool = True) -> None:
        """Show rows: other photos (``anew``), or the same ones after a change, which then move without a flicker.

        ``pages`` says whether more may follow.
        """
        if anew:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
        else:
            become_rows(self, self._rows, rows, _id_of)
        self._asking, self._complete = False, not (pages and rows)

    def append(self, rows: Sequence[PhotoRow]) -> None:
        """Add the next page; an empty one says that there is no more."""
        self._asking = False
        known = {photo.id for photo, _ in self._rows}
        fresh = [row for row in rows if row[0].id not in known]
        self._complete = not rows
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(fresh) - 1)
            self._rows.extend(fresh)
            self.endInsertRows()

    def row(self, number: int) -> PhotoRow | None:
        """Return the photo of a row with its line, None past the end."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def row_of(self, photo: PhotoId) -> int:
        """Return the row of a photo, -1 where it is not shown."""
        return next((number for number, (shown, _) in enumerate(self._rows) if shown.id == photo), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        photo, line = row
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(photo)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            words = self.tr("{title}, {credit}")
            return words.format(title=title_of(photo), credit=line or self.tr("no credit"))
        if role == Role.PHOTO:
            return photo
        if role == Role.LINE:
            return line
        return None

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self._complete and not self._asking

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._asking = True
            self.more_requested.emit()


def title_of(photo: Photo) -> str:
    """Return what a photo is called: what it shows, else the name of its file."""
    return photo.description or photo.headline or photo.file_name


def _id_of(row: PhotoRow) -> PhotoId:
    return row[0].id
