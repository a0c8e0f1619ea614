"""The inspector of the photo desk: what is shown of a photo, and what is told."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from newsdesk.domain.credit import Credit
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.domain.rights import Rights, default_rights
from newsdesk.ui.photos.photo_desk_page import PhotoDeskPage
from tests.ui.photos.desk_records import MILICA, MILICAS_LINE, a_desk_photo, uncredited
from tests.ui.photos.open_desk import choose, creator, grid, show
from tests.ui.records import MORNING, Heard, a_summary, click, named, texts

Key = Qt.Key


def test_inspector_hides_while_there_is_no_photo(page: PhotoDeskPage) -> None:
    show(page, a_desk_photo(1))
    show(page)
    assert not creator(page).isVisibleTo(page)


def test_file_and_what_it_says_are_shown(page: PhotoDeskPage) -> None:
    photo = replace(
        a_desk_photo(1),
        width=6000,
        height=4000,
        byte_size=4_812_331,
        taken_at=MORNING,
        creator_as_read="Милица Петровић",
        character_set="Windows-1251",
        digital_source_type="digitalCapture",
    )
    show(page, photo)
    shown = {"6000 × 4000 · 4.8 MB · JPEG", "21.11.23 09:30", "Милица Петровић", "Windows-1251", "Taken with a camera"}
    assert shown <= set(texts(page, QLabel))


def test_terms_say_whether_they_are_assumed(page: PhotoDeskPage) -> None:
    show(page, replace(a_desk_photo(1), rights=default_rights("staff")))
    assert "Editorial use, no limit · assumed" in texts(page, QLabel)


def test_limits_of_the_rights_are_shown(page: PhotoDeskPage) -> None:
    show(page, replace(a_desk_photo(1), rights=Rights(usage_terms="One week", valid_to=MORNING)))
    assert "One week · until 21.11.23" in texts(page, QLabel)


def test_line_that_will_print_is_shown(page: PhotoDeskPage) -> None:
    show(page, a_desk_photo(1))
    assert {"Will print as", MILICAS_LINE} <= set(texts(page, QLabel))


def test_photo_without_credit_says_what_it_costs(page: PhotoDeskPage) -> None:
    show(page, uncredited(1))
    assert "The photo can't be published. Name the photographer or the agency." in texts(page, QLabel)


def test_words_are_told_when_they_are_left(page: PhotoDeskPage) -> None:
    show(page, a_desk_photo(1))
    told = Heard(page.described)
    field = named(page, "What it shows", QPlainTextEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "The ferry at Kovin")
    QTest.keyClick(field, Key.Key_Tab)
    assert told.told == [(1, "The ferry at Kovin", "A flat boat with four cars leaves a muddy bank.")]


def test_words_are_told_of_the_photo_they_were_typed_for(page: PhotoDeskPage) -> None:
    show(page, a_desk_photo(1), a_desk_photo(2))
    told = Heard(page.described)
    field = named(page, "Alternative text", QPlainTextEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Boat")
    choose(page, 1)
    assert told.told == [(1, "Photo 1", "Boat")]


def test_showing_a_photo_tells_nothing(page: PhotoDeskPage, qtbot: QtBot) -> None:
    told = [Heard(signal) for signal in (page.described, page.credit_edited, page.line_wanted)]
    show(page, a_desk_photo(1), uncredited(2))
    choose(page, 1)
    qtbot.wait(120)
    page.tell()
    assert [heard.told for heard in told] == [[], [], []]


def test_credit_is_saved_by_enter(page: PhotoDeskPage) -> None:
    show(page, uncredited(1))
    told = Heard(page.credit_edited)
    creator(page).setFocus()
    QTest.keyClicks(creator(page), "Milica")
    QTest.keyClick(creator(page), Key.Key_Return)
    assert told.told == [(1, "Milica", "", "")]


def test_line_is_asked_for_and_its_answer_shown(page: PhotoDeskPage, qtbot: QtBot) -> None:
    show(page, uncredited(1))
    wanted = Heard(page.line_wanted)
    QTest.keyClicks(creator(page), "Milica")
    qtbot.waitUntil(lambda: bool(wanted.told))
    page.show_line(PhotoId(1), "(Milica)")
    assert wanted.told == [(1, "Milica", "")] and "(Milica)" in texts(page, QLabel)


def test_line_for_another_photo_is_passed_over(page: PhotoDeskPage) -> None:
    show(page, uncredited(1))
    QTest.keyClicks(creator(page), "Milica")
    page.show_line(PhotoId(2), "(Somebody)")
    assert "(Somebody)" not in texts(page, QLabel)


def test_unsaved_credit_waits_until_its_photo_is_looked_at_again(page: PhotoDeskPage) -> None:
    show(page, uncredited(1), uncredited(2))
    QTest.keyClicks(creator(page), "Milica")
    choose(page, 1)
    elsewhere = creator(page).text()
    choose(page, 0)
    assert (elsewhere, creator(page).text()) == ("", "Milica")


def test_escape_gives_a_typed_credit_up_and_leads_to_the_grid(page: PhotoDeskPage) -> None:
    show(page, a_desk_photo(1))
    creator(page).setFocus()
    QTest.keyClicks(creator(page), " and others")
    QTest.keyClick(creator(page), Key.Key_Escape)
    assert creator(page).text() == "Milica Petrović" and page.focusWidget() is grid(page)


def test_saved_description_leaves_a_credit_that_is_being_typed(page: PhotoDeskPage) -> None:
    show(page, uncredited(1))
    QTest.keyClicks(creator(page), "Mil")
    show(page, replace(uncredited(1), alt_text="A boat", revision=2))
    assert creator(page).text() == "Mil"


def test_what_the_file_says_becomes_the_credit_with_one_click(page: PhotoDeskPage) -> None:
    show(page, uncredited(1))
    page.show_suggestions({PhotoId(1): (MILICA, MILICAS_LINE)})
    told = Heard(page.credit_edited)
    click(page, f"The file says {MILICAS_LINE}: use\xa0it")
    assert told.told == [(1, "Milica Petrović", "BETAPHOTO", "")]


def test_credited_photo_is_not_offered_what_its_file_says(page: PhotoDeskPage) -> None:
    page.show_suggestions({PhotoId(1): (MILICA, MILICAS_LINE)})
    show(page, a_desk_photo(1))
    assert not [text for text in texts(page, QAbstractButton) if text.startswith("The file says")]


def test_stories_that_use_the_photo_open(page: PhotoDeskPage) -> None:
    show(page, a_desk_photo(1))
    page.show_uses(PhotoId(1), [a_summary(4, "Ferry Reopens")])
    opened = Heard(page.story_opened)
    click(page, "Ferry Reopens")
    assert opened.told == [ArticleId(4)] and "Review · Archive / News" in texts(page, QLabel)


def test_uses_of_another_photo_are_passed_over(page: PhotoDeskPage) -> None:
    show(page, a_desk_photo(1))
    page.show_uses(PhotoId(2), [a_summary(4, "Ferry Reopens")])
    assert "Ferry Reopens" not in texts(page, QAbstractButton)


def test_photo_that_no_story_uses_says_so(page: PhotoDeskPage) -> None:
    show(page, a_desk_photo(1))
    page.show_uses(PhotoId(1), [])
    assert "No story yet" in texts(page, QLabel)


def test_no_credit_is_nobodys_credit(page: PhotoDeskPage) -> None:
    page.show_suggestions({PhotoId(1): (Credit(), "")})
    show(page, uncredited(1))
    assert not [text for text in texts(page, QAbstractButton) if text.startswith("The file says")]
