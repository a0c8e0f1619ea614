"""The article list's model: pages, stale answers, and rows that move when something changed."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.summary import ArticleQuery
from newsdesk.ui.articles.article_model import PAGE_ROWS, REFRESHED_ROWS, ArticleModel, Role
from tests.ui.articles.shelf import Shelf
from tests.ui.records import MORNING, Heard, a_summary, running_tasks


@pytest.fixture
def model(qtbot: QtBot) -> Iterator[ArticleModel]:
    with running_tasks() as tasks:
        made = ArticleModel(tasks, tasks)
        # The tester asks for further pages on its own, as an eager view would.
        QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
        yield made


def show(qtbot: QtBot, model: ArticleModel, shelf: Shelf) -> None:
    """Read a shelf's first page."""
    with qtbot.waitSignal(model.loaded):
        model.set_source(shelf)


def fetch(qtbot: QtBot, model: ArticleModel) -> None:
    """Ask for the next page as the view does at its end, and wait for it."""
    before = model.rowCount()
    model.fetchMore(QModelIndex())
    qtbot.waitUntil(lambda: model.rowCount() > before)


def refresh(qtbot: QtBot, model: ArticleModel) -> None:
    with qtbot.waitSignal(model.loaded):
        model.refresh()


def shown(model: ArticleModel) -> list[int]:
    """Return the ids of the rows."""
    rows = (model.summary(row) for row in range(model.rowCount()))
    return [row.id for row in rows if row is not None]


def days(model: ArticleModel) -> list[str]:
    """Return the headings above the rows."""
    return [model.data(model.index(row, 0), Role.DAY) for row in range(model.rowCount())]


def test_first_page_is_shown_and_no_more(qtbot: QtBot, model: ArticleModel) -> None:
    show(qtbot, model, Shelf(250))
    assert shown(model) == list(range(1, PAGE_ROWS + 1))


def test_next_page_comes_when_the_view_asks(qtbot: QtBot, model: ArticleModel) -> None:
    show(qtbot, model, Shelf(250))
    fetch(qtbot, model)
    assert shown(model)[: 2 * PAGE_ROWS] == list(range(1, 2 * PAGE_ROWS + 1))


def test_last_page_ends_the_list(qtbot: QtBot, model: ArticleModel) -> None:
    show(qtbot, model, Shelf(120))
    fetch(qtbot, model)
    assert model.rowCount() == 120 and not model.canFetchMore(QModelIndex())


def test_story_that_slipped_onto_the_next_page_stands_once(qtbot: QtBot, model: ArticleModel) -> None:
    shelf = Shelf(150)
    show(qtbot, model, shelf)
    shelf.stories.insert(0, a_summary(900))
    fetch(qtbot, model)
    assert len(shown(model)) == len(set(shown(model)))


def test_answer_to_an_older_query_is_passed_over(qtbot: QtBot, model: ArticleModel) -> None:
    shelf = Shelf(3)
    shelf.stories.append(a_summary(9, "Bridge"))
    show(qtbot, model, shelf)
    shelf.gates["Story"] = threading.Event()
    model.show_query(ArticleQuery(words="Story"))
    with qtbot.waitSignal(model.loaded):
        model.show_query(ArticleQuery(words="Bridge"))
    shelf.gates["Story"].set()
    qtbot.waitUntil(lambda: len(shelf.asked) == 3)
    qtbot.wait(50)
    assert shown(model) == [9]


def test_no_page_is_asked_for_while_another_query_is_read(qtbot: QtBot, model: ArticleModel) -> None:
    shelf = Shelf(250)
    show(qtbot, model, shelf)
    shelf.gates["Story"] = threading.Event()
    model.show_query(ArticleQuery(words="Story"))
    could = model.canFetchMore(QModelIndex())
    with qtbot.waitSignal(model.loaded):
        shelf.gates["Story"].set()
    assert not could


def test_cursor_of_the_old_query_does_not_outlive_a_failed_one(qtbot: QtBot, model: ArticleModel) -> None:
    shelf = Shelf(250)
    show(qtbot, model, shelf)
    shelf.error = NotFoundError(kind="story", id=1)
    with qtbot.waitSignal(model.failed):
        model.show_query(ArticleQuery(words="Story"))
    assert not model.canFetchMore(QModelIndex())


def test_failure_is_told(qtbot: QtBot, model: ArticleModel) -> None:
    shelf = Shelf(1)
    shelf.error = NotFoundError(kind="story", id=1)
    with qtbot.waitSignal(model.failed) as told:
        model.set_source(shelf)
    assert told.args == [shelf.error]


def test_refresh_moves_a_changed_story_to_the_top(qtbot: QtBot, model: ArticleModel) -> None:
    shelf = Shelf(5)
    show(qtbot, model, shelf)
    shelf.stories.insert(0, shelf.stories.pop(3))
    refresh(qtbot, model)
    assert shown(model) == [4, 1, 2, 3, 5]


def test_refresh_brings_and_takes_rows(qtbot: QtBot, model: ArticleModel) -> None:
    shelf = Shelf(5)
    show(qtbot, model, shelf)
    shelf.stories = [shelf.stories[4], a_summary(8), *shelf.stories[:2]]
    refresh(qtbot, model)
    assert shown(model) == [5, 8, 1, 2]


def test_refresh_keeps_hold_of_a_row_that_moves(qtbot: QtBot, model: ArticleModel) -> None:
    shelf = Shelf(5)
    show(qtbot, model, shelf)
    held = QPersistentModelIndex(model.index(3, 0))
    shelf.stories.insert(0, shelf.stories.pop(3))
    refresh(qtbot, model)
    assert held.row() == 0


def test_refresh_shows_a_changed_headline(qtbot: QtBot, model: ArticleModel) -> None:
    shelf = Shelf(2)
    show(qtbot, model, shelf)
    shelf.stories[1] = replace(shelf.stories[1], headline="Rewritten")
    refresh(qtbot, model)
    assert model.data(model.index(1, 0)) == "Rewritten"


def test_refresh_far_down_a_long_list_leaves_the_rows_there(qtbot: QtBot, model: ArticleModel) -> None:
    shelf = Shelf(700)
    show(qtbot, model, shelf)
    while model.rowCount() < 600:
        fetch(qtbot, model)
    shelf.stories.insert(0, shelf.stories.pop(10))
    refresh(qtbot, model)
    assert model.rowCount() >= 600 and shown(model)[0] == 11


def test_refresh_reads_no_more_than_its_limit(qtbot: QtBot, model: ArticleModel) -> None:
    shelf = Shelf(700)
    show(qtbot, model, shelf)
    while model.rowCount() < 600:
        fetch(qtbot, model)
    asked = len(shelf.asked)
    refresh(qtbot, model)
    assert shelf.asked[asked][2] == REFRESHED_ROWS


def test_rows_settle_by_themselves_only_while_a_refresh_moves_them(qtbot: QtBot, model: ArticleModel) -> None:
    shelf = Shelf(3)
    show(qtbot, model, shelf)
    seen: list[bool] = []
    model.rowsAboutToBeRemoved.connect(lambda *_: seen.append(model.is_settling))
    shelf.stories.pop(0)
    refresh(qtbot, model)
    assert seen == [True] and not model.is_settling


def test_story_without_a_headline_says_so(qtbot: QtBot, model: ArticleModel) -> None:
    shelf = Shelf()
    shelf.stories = [replace(a_summary(1), headline="")]
    show(qtbot, model, shelf)
    assert model.data(model.index(0, 0)) == "Without a headline"


def test_screen_reader_hears_headline_state_and_section(qtbot: QtBot, model: ArticleModel) -> None:
    show(qtbot, model, Shelf(1))
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Story 1, Review, Archive / News"


def test_day_stands_above_its_first_story_only(qtbot: QtBot, model: ArticleModel) -> None:
    shelf = Shelf()
    shelf.stories = [a_summary(1), a_summary(2), a_summary(3, updated_at=MORNING - timedelta(days=1))]
    show(qtbot, model, shelf)
    assert days(model) == ["21 November 2023", "", "20 November 2023"]


def test_days_are_those_of_the_zone(qtbot: QtBot, model: ArticleModel) -> None:
    shelf = Shelf()
    late = MORNING.replace(hour=23, minute=30)
    shelf.stories = [a_summary(1, updated_at=late)]
    show(qtbot, model, shelf)
    in_belgrade = days(model)
    model.set_time_zone("UTC")
    assert (in_belgrade, days(model)) == (["22 November 2023"], ["21 November 2023"])


def test_other_zone_tells_the_view_to_draw_again(qtbot: QtBot, model: ArticleModel) -> None:
    show(qtbot, model, Shelf(3))
    changed = Heard(model.dataChanged)
    model.set_time_zone("UTC")
    assert len(changed.told) == 1


def test_published_view_groups_by_the_day_of_publication(qtbot: QtBot, model: ArticleModel) -> None:
    shelf = Shelf()
    shelf.stories = [a_summary(1, published_at=MORNING - timedelta(days=3))]
    show(qtbot, model, shelf)
    with qtbot.waitSignal(model.loaded):
        model.show_query(ArticleQuery(by_published=True))
    assert days(model) == ["18 November 2023"]


def test_results_of_a_search_have_no_days(qtbot: QtBot, model: ArticleModel) -> None:
    show(qtbot, model, Shelf(2))
    with qtbot.waitSignal(model.loaded):
        model.show_query(ArticleQuery(words="Story"))
    assert days(model) == ["", ""]


def test_row_of_a_story_that_is_not_shown_is_minus_one(qtbot: QtBot, model: ArticleModel) -> None:
    show(qtbot, model, Shelf(2))
    assert (model.row_of(ArticleId(2)), model.row_of(ArticleId(7))) == (1, -1)
