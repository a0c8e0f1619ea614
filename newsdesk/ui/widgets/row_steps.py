"""Turning the rows of a model into other rows step by step, so that selection and scroll place hold."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex

_Row = TypeVar("_Row")


def become_rows(
    model: QAbstractTableModel, rows: list[_Row], wanted: Sequence[_Row], key: Callable[[_Row], Hashable]
) -> None:
    """Remove, move and insert rows of ``rows``, the model's own list, until it holds ``wanted``.

    ``key`` tells which rows are the same thing; no two rows may share one.
    """
    root = QModelIndex()
    kept = {key(row) for row in wanted}
    for position in range(len(rows) - 1, -1, -1):
        if key(rows[position]) not in kept:
            model.beginRemoveRows(root, position, position)
            del rows[position]
            model.endRemoveRows()
    known = {key(row) for row in rows}
    for position, row in enumerate(wanted):
        if key(row) not in known:
            model.beginInsertRows(root, position, position)
            rows.insert(position, row)
            model.endInsertRows()
            continue
        found = next(place for place in range(position, len(rows)) if key(rows[place]) == key(row))
        if found != position:
            model.beginMoveRows(root, found, found, root, position)
            rows.insert(position, rows.pop(found))
            model.endMoveRows()
        rows[position] = row
    if rows:
        model.dataChanged.emit(model.index(0, 0), model.index(len(rows) - 1, model.columnCount() - 1))
