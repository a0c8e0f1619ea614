"""Rows of a model that become other rows without a reset."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from newsdesk.ui.widgets.row_steps import become_rows

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Numbers(QAbstractTableModel):
    """A list of pairs: what a row is, and what it says."""

    def __init__(self, rows: list[tuple[int, str]]) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self.rows[index.row()][1] if role == Qt.ItemDataRole.DisplayRole else None


ROWS = st.lists(st.tuples(st.integers(0, 15), st.sampled_from("abc")), unique_by=lambda row: row[0])


@settings(max_examples=200)
@given(before=ROWS, after=ROWS)
def test_rows_become_the_wanted_ones_and_what_stays_is_held(
    qapp: object, before: list[tuple[int, str]], after: list[tuple[int, str]]
) -> None:
    model = Numbers(list(before))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    held = {row[0]: QPersistentModelIndex(model.index(place, 0)) for place, row in enumerate(before)}
    become_rows(model, model.rows, after, lambda row: row[0])
    assert model.rows == after and tester is not None
    places = {row[0]: place for place, row in enumerate(after)}
    assert {key: index.row() for key, index in held.items()} == {key: places.get(key, -1) for key in held}


def test_every_row_is_drawn_again(qtbot: QtBot) -> None:
    model = Numbers([(1, "a"), (2, "b")])
    with qtbot.waitSignal(model.dataChanged) as told:
        become_rows(model, model.rows, [(1, "x"), (2, "y")], lambda row: row[0])
    assert (told.args[0].row(), told.args[1].row()) == (0, 1)
