"""The queue of photos without a credit, worked by key."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from newsdesk.domain.ids import PhotoId
from newsdesk.ui.photos.photo_desk_page import PhotoDeskPage
from tests.ui.photos.desk_records import MILICA, MILICAS_LINE, a_desk_photo, uncredited
from tests.ui.photos.open_desk import THREE, choose, creator, current, grid, show, show_queue, titles
from tests.ui.records import Heard, texts

Key = Qt.Key


def test_enter_on_a_photo_leads_to_its_credit(page: PhotoDeskPage) -> None:
    show(page, uncredited(1))
    page.show_suggestions({PhotoId(1): (MILICA, MILICAS_LINE)})
    told = Heard(page.credit_edited)
    QTest.keyClick(grid(page), Key.Key_Return)
    assert page.focusWidget() is creator(page) and told.told == []


def test_enter_in_the_queue_takes_what_the_file_says_and_goes_on(page: PhotoDeskPage) -> None:
    show_queue(page, *THREE)
    told = Heard(page.credit_edited)
    QTest.keyClick(grid(page), Key.Key_Return)
    assert told.told == [(1, "Milica Petrović", "BETAPHOTO", "")] and current(page) == 2


def test_queue_is_worked_by_enter_alone(page: PhotoDeskPage) -> None:
    show_queue(page, *THREE)
    told = Heard(page.credit_edited)
    for left in ((THREE[1], THREE[2]), (THREE[2],), ()):
        QTest.keyClick(page.focusWidget(), Key.Key_Return)
        show(page, *left)
    assert [one[0] for one in told.told] == [1, 2, 3]
    assert "Every photo has its credit" in texts(page, QLabel)


def test_queue_leads_to_the_form_where_the_file_says_nothing(page: PhotoDeskPage) -> None:
    show_queue(page)
    show(page, *THREE)
    QTest.keyClick(grid(page), Key.Key_Return)
    QTest.keyClicks(page.focusWidget(), "Mara")
    told = Heard(page.credit_edited)
    QTest.keyClick(page.focusWidget(), Key.Key_Return)
    assert told.told == [(1, "Mara", "", "")] and (current(page), page.focusWidget()) == (2, creator(page))


def test_form_of_the_next_photo_in_the_queue_is_empty(page: PhotoDeskPage) -> None:
    show_queue(page)
    show(page, *THREE)
    QTest.keyClick(grid(page), Key.Key_Return)
    QTest.keyClicks(page.focusWidget(), "Mara")
    QTest.keyClick(page.focusWidget(), Key.Key_Return)
    assert creator(page).text() == ""


def test_credited_photo_leaves_the_queue_without_moving_the_next_one(page: PhotoDeskPage) -> None:
    show_queue(page, *THREE)
    QTest.keyClick(grid(page), Key.Key_Return)
    show(page, *THREE[1:])
    assert (titles(page), current(page)) == (["Photo 2", "Photo 3"], 2)


def test_last_photo_of_the_queue_leads_back_to_the_first(page: PhotoDeskPage) -> None:
    show_queue(page, *THREE)
    choose(page, 2)
    QTest.keyClick(grid(page), Key.Key_Return)
    assert current(page) == 1


def test_credit_saved_outside_the_queue_stays_with_its_photo(page: PhotoDeskPage) -> None:
    show(page, *THREE)
    creator(page).setFocus()
    QTest.keyClicks(creator(page), "Mara")
    QTest.keyClick(creator(page), Key.Key_Return)
    assert current(page) == 1


def test_keys_of_the_queue_work_as_soon_as_the_page_is_shown(page: PhotoDeskPage) -> None:
    show(page, a_desk_photo(1))
    page.hide()
    page.show()
    assert page.focusWidget() is grid(page)
