"""The article list from outside: what is opened, searched and filtered."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QToolButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.ids import ArticleId
from newsdesk.domain.summary import ArticleQuery
from newsdesk.domain.workflow import State
from newsdesk.ui.articles.article_list import ArticleList
from tests.ui.articles.shelf import Shelf
from tests.ui.records import Heard, a_summary, child, click, named, pictures_of, running_tasks, texts

Key = Qt.Key


@dataclass
class Desk:
    """A list on a shelf."""

    list: ArticleList
    shelf: Shelf
    qtbot: QtBot

    @property
    def view(self) -> QListView:
        """The rows."""
        return child(self.list, QListView)

    @property
    def search(self) -> QLineEdit:
        """The search field."""
        return named(self.list, "Search these stories", QLineEdit)

    def refresh(self) -> None:
        """Read again after a change, and wait for it."""
        with self.qtbot.waitSignal(self.list.model.loaded):
            self.list.model.refresh()

    def choose(self, row: int) -> None:
        """Click on a row."""
        place = self.view.visualRect(self.list.model.index(row, 0)).center()
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    with running_tasks() as tasks:
        shelf = Shelf(6)
        made = ArticleList(tasks, pictures_of(tasks))
        qtbot.addWidget(made)
        made.resize(312, 700)
        made.show()
        made.show_view("In review", ArticleQuery(states=frozenset({State.REVIEW})))
        with qtbot.waitSignal(made.model.loaded):
            made.model.set_source(shelf)
        yield Desk(made, shelf, qtbot)


def test_click_opens_the_story(desk: Desk) -> None:
    chosen = Heard(desk.list.story_chosen)
    desk.choose(2)
    assert chosen.told == [3]


def test_arrow_down_opens_the_next_story(desk: Desk) -> None:
    desk.choose(0)
    chosen = Heard(desk.list.story_chosen)
    QTest.keyClick(desk.view, Key.Key_Down)
    assert chosen.told == [2]


def test_enter_leads_into_the_story(desk: Desk) -> None:
    desk.choose(0)
    entered = Heard(desk.list.story_entered)
    QTest.keyClick(desk.view, Key.Key_Return)
    assert len(entered.told) == 1


def test_story_marked_by_the_window_is_not_opened_again(desk: Desk) -> None:
    chosen = Heard(desk.list.story_chosen)
    desk.list.select(ArticleId(4))
    assert desk.view.currentIndex().row() == 3 and chosen.told == []


def test_story_is_marked_once_its_row_comes(desk: Desk) -> None:
    desk.list.select(ArticleId(90))
    desk.shelf.stories.insert(0, a_summary(90))
    desk.refresh()
    assert desk.view.currentIndex().row() == 0


def test_refresh_keeps_the_chosen_story_chosen(desk: Desk) -> None:
    desk.choose(3)
    desk.shelf.stories.insert(0, desk.shelf.stories.pop(3))
    desk.refresh()
    assert desk.view.currentIndex().row() == 0


def test_neighbour_of_a_story_that_left_the_view_is_not_opened(desk: Desk) -> None:
    desk.choose(3)
    chosen = Heard(desk.list.story_chosen)
    desk.shelf.stories.pop(3)
    desk.refresh()
    assert chosen.told == []


def test_search_as_you_type_asks_once_after_a_rest(desk: Desk) -> None:
    desk.list.focus_search()
    asked = len(desk.shelf.asked)
    with desk.qtbot.waitSignal(desk.list.model.loaded):
        QTest.keyClicks(desk.search, "Story 2")
    assert [query.words for query, _, _ in desk.shelf.asked[asked:]] == ["Story 2"]


def test_enter_in_the_search_leads_to_what_it_found(desk: Desk) -> None:
    desk.list.focus_search()
    desk.list.activateWindow()
    QTest.keyClick(desk.search, Key.Key_Return)
    assert desk.list.window().focusWidget() is desk.view


def test_escape_ends_the_search(desk: Desk) -> None:
    desk.list.focus_search()
    with desk.qtbot.waitSignal(desk.list.model.loaded):
        QTest.keyClicks(desk.search, "2")
    with desk.qtbot.waitSignal(desk.list.model.loaded):
        QTest.keyClick(desk.search, Key.Key_Escape)
    assert desk.search.isHidden() and desk.shelf.asked[-1][0].words == ""


def test_find_button_opens_the_search(desk: Desk) -> None:
    QTest.mouseClick(child(desk.list, QToolButton), Qt.MouseButton.LeftButton)
    assert not desk.search.isHidden()


def test_search_that_finds_nothing_says_so(desk: Desk) -> None:
    desk.list.focus_search()
    with desk.qtbot.waitSignal(desk.list.model.loaded):
        QTest.keyClicks(desk.search, "xyzzy")
    assert "Nothing found" in texts(desk.list, QLabel) and desk.view.isHidden()


def test_empty_view_offers_to_begin_a_story(desk: Desk) -> None:
    wanted = Heard(desk.list.new_requested)
    desk.shelf.stories = []
    desk.refresh()
    click(desk.list, "New story")
    assert len(wanted.told) == 1


def test_section_chosen_narrows_the_view(desk: Desk) -> None:
    desk.list.set_sections(["Archive / News", "Archive / Economy"])
    with desk.qtbot.waitSignal(desk.list.model.loaded):
        click(desk.list, "Economy")
    query = desk.shelf.asked[-1][0]
    assert (query.section, query.states) == ("Archive / Economy", frozenset({State.REVIEW}))


def test_other_view_keeps_section_and_photo_filter(desk: Desk) -> None:
    desk.list.set_sections(["Archive / News"])
    click(desk.list, "News")
    click(desk.list, "No photo")
    with desk.qtbot.waitSignal(desk.list.model.loaded):
        desk.list.show_view("Drafts", ArticleQuery(states=frozenset({State.DRAFT})))
    query = desk.shelf.asked[-1][0]
    assert (query.section, query.without_photo, query.states) == ("Archive / News", True, frozenset({State.DRAFT}))


def test_count_stands_beside_the_title(desk: Desk) -> None:
    desk.list.show_count(8112)
    assert {"In review", "8,112"} <= set(texts(desk.list, QLabel))
