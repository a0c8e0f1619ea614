"""The grid's model, watched by Qt's own tester."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from newsdesk.domain.ids import PhotoId
from newsdesk.ui.photos.photo_model import PhotoModel, PhotoRow, Role
from tests.ui.photos.desk_records import a_desk_photo, row_of, uncredited
from tests.ui.records import Heard

ROOT = QModelIndex()


@pytest.fixture
def model(qtbot: QtBot) -> Iterator[PhotoModel]:
    owner = QObject()
    made = PhotoModel(owner)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    yield made


def rows(*numbers: int) -> list[PhotoRow]:
    return [row_of(a_desk_photo(number)) for number in numbers]


def shown(model: PhotoModel) -> list[int]:
    found = (model.row(number) for number in range(model.rowCount()))
    return [row[0].id for row in found if row is not None]


def test_rows_change_step_by_step(model: PhotoModel) -> None:
    model.show_rows(rows(1, 2, 3, 4), anew=True)
    model.show_rows(rows(4, 9, 1, 3), anew=False)
    assert shown(model) == [4, 9, 1, 3]


def test_row_that_moves_is_held(model: PhotoModel) -> None:
    model.show_rows(rows(1, 2, 3), anew=True)
    held = QPersistentModelIndex(model.index(2, 0))
    model.show_rows(rows(3, 1, 2), anew=False)
    assert held.row() == 0


def test_credited_photo_shows_its_new_line(model: PhotoModel) -> None:
    model.show_rows([row_of(uncredited(1))], anew=True)
    model.show_rows(rows(1), anew=False)
    assert model.data(model.index(0, 0), Role.LINE) == row_of(a_desk_photo(1))[1]


def test_next_page_is_asked_for_once(model: PhotoModel) -> None:
    wanted = Heard(model.more_requested)
    model.show_rows(rows(1), anew=True)
    model.fetchMore(ROOT)
    model.fetchMore(ROOT)
    assert len(wanted.told) == 1


def test_list_that_is_whole_asks_for_nothing(model: PhotoModel) -> None:
    model.show_rows(rows(1), anew=True, pages=False)
    assert not model.canFetchMore(ROOT)


def test_empty_list_asks_for_nothing(model: PhotoModel) -> None:
    model.show_rows([], anew=True)
    assert not model.canFetchMore(ROOT)


def test_place_of_a_photo_is_known(model: PhotoModel) -> None:
    model.show_rows(rows(4, 5), anew=True)
    assert (model.row_of(PhotoId(5)), model.row_of(PhotoId(6))) == (1, -1)
