"""How a story's row is drawn: its height, and the clock that no narrow list may cut."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from newsdesk.domain.ids import PhotoId
from newsdesk.ui.articles.article_delegate import ArticleDelegate
from newsdesk.ui.articles.article_model import ArticleModel
from newsdesk.ui.theme import current_tokens
from tests.ui.articles.shelf import Shelf
from tests.ui.records import MORNING, a_summary, pictures_of, running_tasks

LONG = "Old Road Bridge to Close for Nine Months as Repairs of Its Arches and Bearings Begin at Last"


@pytest.fixture
def rows(qtbot: QtBot) -> Iterator[QListView]:
    with running_tasks() as tasks:
        model = ArticleModel(tasks, tasks)
        shelf = Shelf()
        shelf.stories = [
            a_summary(1, "Short", embargo_until=MORNING + timedelta(hours=9), word_count=123_456),
            a_summary(2, LONG),
            a_summary(3, "Short", lead_photo=PhotoId(1), lead_sha256="ab", lacks_credit=True),
        ]
        view = QListView()
        qtbot.addWidget(view)
        view.setModel(model)
        view.setItemDelegate(ArticleDelegate(pictures_of(tasks), view))
        view.resize(300, 400)
        with qtbot.waitSignal(model.loaded):
            model.set_source(shelf)
        view.show()
        yield view


def height(view: QListView, row: int) -> int:
    return view.visualRect(view.model().index(row, 0)).height()


def colours(view: QListView, row: int) -> set[str]:
    """Return the colours of a row as it is drawn."""
    image: QImage = view.viewport().grab(view.visualRect(view.model().index(row, 0))).toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def test_long_headline_takes_two_lines_and_no_more(rows: QListView) -> None:
    line = height(rows, 1) - height(rows, 2)
    assert 0 <= line < 30


def test_row_with_its_day_is_higher(rows: QListView) -> None:
    assert height(rows, 0) > height(rows, 2) - 44


def test_embargo_is_drawn_in_its_colour_however_narrow_the_list(rows: QListView, qtbot: QtBot) -> None:
    rows.resize(QSize(240, 400))
    qtbot.wait(20)
    assert current_tokens().warn in colours(rows, 0)


def test_missing_credit_is_flagged_on_the_picture(rows: QListView) -> None:
    assert current_tokens().bad in colours(rows, 2)


def test_story_with_credit_bears_no_flag(rows: QListView) -> None:
    assert current_tokens().bad not in colours(rows, 1)
