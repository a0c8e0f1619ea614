"""The photo desk: the grid and its pages, the query, what is dropped."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QSlider
from pytestqt.qtbot import QtBot

from newsdesk.domain.summary import PhotoQuery
from newsdesk.ui.photos.photo_desk_page import PhotoDeskPage
from tests.ui.photos.desk_records import MILICAS_LINE, a_desk_photo, row_of, uncredited
from tests.ui.photos.open_desk import choose, current, grid, show, titles
from tests.ui.records import Heard, child, click, drop, named, settle, texts

Key = Qt.Key


def test_photos_stand_in_their_order(page: PhotoDeskPage) -> None:
    show(page, a_desk_photo(2), a_desk_photo(1))
    assert titles(page) == ["Photo 2", "Photo 1"]


def test_photo_without_words_is_called_by_its_file(page: PhotoDeskPage) -> None:
    show(page, replace(a_desk_photo(1), description=""))
    assert titles(page) == ["ferry.jpg"]


def test_screen_reader_hears_title_and_credit(page: PhotoDeskPage) -> None:
    show(page, a_desk_photo(1), uncredited(2))
    model, role = grid(page).model(), Qt.ItemDataRole.AccessibleTextRole
    spoken = [model.data(model.index(row, 0), role) for row in (0, 1)]
    assert spoken == [f"Photo 1, {MILICAS_LINE}", "Photo 2, no credit"]


def test_next_page_is_asked_for_once_near_the_end(page: PhotoDeskPage) -> None:
    wanted = Heard(page.more_requested)
    show(page, *(a_desk_photo(number) for number in range(1, 61)))
    settle()
    grid(page).scrollToBottom()
    settle()
    assert len(wanted.told) == 1


def test_appended_page_stands_below_and_asks_on(page: PhotoDeskPage) -> None:
    show(page, a_desk_photo(1))
    settle()
    wanted = Heard(page.more_requested)
    page.append_photos([row_of(a_desk_photo(2)), row_of(a_desk_photo(1))])
    settle()
    assert titles(page) == ["Photo 1", "Photo 2"] and len(wanted.told) == 1


def test_number_of_shown_photos_is_known(page: PhotoDeskPage) -> None:
    show(page, a_desk_photo(1))
    page.append_photos([row_of(a_desk_photo(2))])
    assert page.shown_count == 2


def test_empty_page_ends_the_asking(page: PhotoDeskPage) -> None:
    show(page, a_desk_photo(1))
    settle()
    wanted = Heard(page.more_requested)
    page.append_photos([])
    settle()
    grid(page).scrollToBottom()
    settle()
    assert wanted.told == []


def test_change_keeps_the_photo_that_is_looked_at(page: PhotoDeskPage) -> None:
    show(page, a_desk_photo(1), a_desk_photo(2), a_desk_photo(3))
    choose(page, 1)
    show(page, a_desk_photo(9), a_desk_photo(1), a_desk_photo(2), a_desk_photo(3))
    assert current(page) == 2


def test_other_query_begins_at_its_first_photo(page: PhotoDeskPage, qtbot: QtBot) -> None:
    show(page, a_desk_photo(1), a_desk_photo(2))
    choose(page, 1)
    page.show_missing(True)
    show(page, uncredited(8), uncredited(9))
    assert current(page) == 8


def test_photo_that_is_looked_at_is_told(page: PhotoDeskPage) -> None:
    shown = Heard(page.photo_shown)
    show(page, a_desk_photo(1), a_desk_photo(2))
    choose(page, 1)
    show(page, a_desk_photo(1), a_desk_photo(2))
    assert shown.told == [1, 2]


def test_filter_tells_the_query_at_once(page: PhotoDeskPage) -> None:
    page.show_counts(8112, 5)
    told = Heard(page.query_changed)
    click(page, "Missing credit · 5")
    click(page, "All · 8,112")
    assert told.told == [PhotoQuery(missing_credit=True), PhotoQuery()]


def test_search_tells_the_query_once_typing_rests(page: PhotoDeskPage, qtbot: QtBot) -> None:
    told = Heard(page.query_changed)
    QTest.keyClicks(named(page, "Search the photo desk", QLineEdit), "ferry")
    qtbot.waitUntil(lambda: bool(told.told))
    assert told.told == [PhotoQuery(words="ferry")] and page.query == PhotoQuery(words="ferry")


def test_enter_in_the_search_leads_to_the_grid(page: PhotoDeskPage) -> None:
    show(page, a_desk_photo(1))
    QTest.keyClick(named(page, "Search the photo desk", QLineEdit), Key.Key_Return)
    assert page.focusWidget() is grid(page)


def test_size_makes_fewer_and_wider_cards(page: PhotoDeskPage) -> None:
    show(page, *(a_desk_photo(number) for number in range(1, 9)))
    settle()
    before = grid(page).gridSize().width()
    slider = child(page, QSlider)
    slider.setFocus()
    QTest.keyClick(slider, Key.Key_End)
    assert grid(page).gridSize().width() > before


def test_desk_without_photos_offers_to_take_some_in(page: PhotoDeskPage) -> None:
    wanted = Heard(page.take_in_requested)
    show(page)
    assert "No photos yet" in texts(page, QLabel)
    for button in [one for one in page.findChildren(QAbstractButton) if one.text() == "Take photos in…"]:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(wanted.told) == 2


def test_empty_queue_says_that_every_photo_has_its_credit(page: PhotoDeskPage) -> None:
    page.show_missing(True)
    show(page)
    assert "Every photo has its credit" in texts(page, QLabel)


def test_search_without_a_result_says_so(page: PhotoDeskPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.query_changed):
        QTest.keyClicks(named(page, "Search the photo desk", QLineEdit), "xyzzy")
    show(page)
    assert "Nothing found" in texts(page, QLabel)


def test_dropped_files_are_told(page: PhotoDeskPage) -> None:
    told = Heard(page.files_dropped)
    assert drop(page, "/pictures/a.jpg", "/pictures/b.jpg")
    assert told.told == [[Path("/pictures/a.jpg"), Path("/pictures/b.jpg")]]
