"""The Photos panel: cards, words, credits, and the ways to attach."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListView, QPlainTextEdit
from pytestqt.qtbot import QtBot

from newsdesk.domain.credit import Credit, credit_of
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import AwaitedPhoto
from newsdesk.ui.photos.photo_card import PhotoCard
from newsdesk.ui.photos.photos_panel import PhotosPanel
from newsdesk.ui.photos.used_photo import UsedPhoto
from tests.ui.photos.desk_records import AGENCIES, MILICAS_LINE, a_desk_photo, row_of, uncredited, used
from tests.ui.records import Heard, child, click, drop, named, pictures_of, running_tasks, texts

Key = Qt.Key
AWAITED = AwaitedPhoto(caption="Jens Stoltenberg", creator="MILOS MISKOV", agency="BETAPHOTO")
LINE = "(BETAPHOTO/MILOS MISKOV)"
NO_CREDIT = "✕ No credit: it can't be published"


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[PhotosPanel]:
    with running_tasks() as tasks:
        made = PhotosPanel(pictures_of(tasks))
        qtbot.addWidget(made)
        made.resize(400, 850)
        made.show()
        made.activateWindow()
        yield made


def show(
    panel: PhotosPanel, *uses: UsedPhoto, awaited: AwaitedPhoto | None = None, offer: AwaitedPhoto | None = None
) -> None:
    panel.show_story(uses, awaited, LINE, list(AGENCIES.values()), offer)


def cards(panel: PhotosPanel) -> list[PhotoCard]:
    """Return the cards from the top."""
    texts(panel, QLabel)
    return sorted(panel.findChildren(PhotoCard), key=lambda card: card.y())


def caption(panel: PhotosPanel) -> QLineEdit:
    return named(panel, "Caption in this story", QLineEdit)


def retype(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def test_credit_stands_as_it_will_print(panel: PhotosPanel) -> None:
    show(panel, used(a_desk_photo(1)))
    assert f"✓ {MILICAS_LINE}" in texts(panel, QLabel)


def test_missing_credit_says_what_it_costs(panel: PhotosPanel) -> None:
    show(panel, used(uncredited(1)))
    assert NO_CREDIT in texts(panel, QLabel)


def test_terms_that_came_from_the_agency_are_called_assumed(panel: PhotosPanel) -> None:
    show(panel, used(a_desk_photo(1)))
    assert "Editorial use, no limit · assumed" in texts(panel, QLabel)


def test_lead_is_named_and_only_others_can_be_made_one(panel: PhotosPanel) -> None:
    show(panel, used(a_desk_photo(1), lead=True), used(a_desk_photo(2)))
    wanted = Heard(panel.lead_requested)
    click(cards(panel)[1], "Make it the lead")
    assert wanted.told == [2] and "Make it the lead" not in texts(cards(panel)[0], QAbstractButton)


def test_cards_stand_in_the_order_of_the_story(panel: PhotosPanel) -> None:
    show(panel, used(a_desk_photo(1), lead=True), used(a_desk_photo(2)))
    show(panel, used(a_desk_photo(2), lead=True), used(a_desk_photo(1)))
    assert ["Lead" in texts(card, QLabel) for card in cards(panel)] == [True, False]


def test_card_of_a_photo_that_was_taken_out_is_gone(panel: PhotosPanel) -> None:
    show(panel, used(a_desk_photo(1)), used(a_desk_photo(2)))
    show(panel, used(a_desk_photo(2)))
    assert len(cards(panel)) == 1


def test_taking_out_is_asked_for(panel: PhotosPanel) -> None:
    show(panel, used(a_desk_photo(1)))
    wanted = Heard(panel.detach_requested)
    QTest.mouseClick(named(panel, "Take the photo out of the story", QAbstractButton), Qt.MouseButton.LeftButton)
    assert wanted.told == [1]


def test_caption_is_told_once(panel: PhotosPanel, qtbot: QtBot) -> None:
    show(panel, used(a_desk_photo(1)))
    told = Heard(panel.caption_edited)
    retype(caption(panel), "The ferry")
    qtbot.waitUntil(lambda: bool(told.told))
    QTest.keyClick(caption(panel), Key.Key_Tab)
    assert told.told == [(1, "The ferry")]


def test_alternative_text_is_told_when_it_is_left(panel: PhotosPanel) -> None:
    show(panel, used(a_desk_photo(1)))
    told = Heard(panel.alt_edited)
    field = named(panel, "Alternative text", QPlainTextEdit)
    retype(field, "A flat boat")
    QTest.keyClick(field, Key.Key_Tab)
    assert told.told == [(1, "A flat boat")]


def test_echo_of_a_caption_leaves_the_caret(panel: PhotosPanel) -> None:
    show(panel, used(a_desk_photo(1)))
    retype(caption(panel), "The ferry")
    panel.tell()
    caption(panel).setCursorPosition(2)
    show(panel, used(a_desk_photo(1), caption="The ferry"))
    assert caption(panel).cursorPosition() == 2


def test_tell_brings_what_is_still_being_typed(panel: PhotosPanel) -> None:
    show(panel, used(a_desk_photo(1)))
    told = Heard(panel.caption_edited)
    retype(caption(panel), "In a hurry")
    panel.tell()
    assert told.told == [(1, "In a hurry")]


def test_what_the_file_says_becomes_the_credit_with_one_click(panel: PhotosPanel) -> None:
    show(panel, used(uncredited(1)))
    told = Heard(panel.credit_edited)
    click(panel, f"The file says {MILICAS_LINE}: use\xa0it")
    assert told.told == [(1, "Milica Petrović", "BETAPHOTO", "")]


def test_file_that_says_nothing_suggests_nothing(panel: PhotosPanel) -> None:
    show(panel, used(uncredited(1), Credit()))
    assert not [text for text in texts(panel, QAbstractButton) if text.startswith("The file says")]


def test_credited_photo_is_not_offered_what_its_file_says(panel: PhotosPanel) -> None:
    show(panel, used(a_desk_photo(1)))
    assert not [text for text in texts(panel, QAbstractButton) if text.startswith("The file says")]


def test_credit_is_added_in_a_form_that_holds_what_the_file_says(panel: PhotosPanel) -> None:
    show(panel, used(uncredited(1)))
    told = Heard(panel.credit_edited)
    click(panel, "Add credit")
    QTest.keyClick(panel.focusWidget(), Key.Key_Return)
    assert told.told == [(1, "Milica Petrović", "BETAPHOTO", "")]


def test_form_closes_when_it_is_saved(panel: PhotosPanel) -> None:
    show(panel, used(uncredited(1)))
    click(panel, "Add credit")
    click(panel, "Save credit")
    assert "Save credit" not in texts(panel, QAbstractButton)


def test_escape_leaves_the_credit_as_it_was(panel: PhotosPanel) -> None:
    show(panel, used(a_desk_photo(1)))
    told = Heard(panel.credit_edited)
    click(panel, "Edit credit")
    retype(named(panel, "Photographer", QLineEdit), "Somebody else")
    QTest.keyClick(panel.focusWidget(), Key.Key_Escape)
    assert told.told == [] and "Save credit" not in texts(panel, QAbstractButton)


def test_line_is_asked_for_while_the_credit_is_typed(panel: PhotosPanel, qtbot: QtBot) -> None:
    show(panel, used(uncredited(1)))
    wanted = Heard(panel.line_wanted)
    click(panel, "Add credit")
    qtbot.waitUntil(lambda: bool(wanted.told))
    assert wanted.told == [(1, "Milica Petrović", "BETAPHOTO")]


def test_answered_line_is_shown_in_the_form(panel: PhotosPanel) -> None:
    show(panel, used(uncredited(1)))
    click(panel, "Add credit")
    panel.show_line(PhotoId(1), MILICAS_LINE)
    assert f"Prints as {MILICAS_LINE}" in texts(panel, QLabel)


def test_line_for_a_photo_that_is_gone_is_passed_over(panel: PhotosPanel) -> None:
    show(panel, used(a_desk_photo(1)))
    panel.show_line(PhotoId(9), MILICAS_LINE)
    assert f"Prints as {MILICAS_LINE}" not in texts(panel, QLabel)


def test_form_stays_open_while_the_story_is_saved(panel: PhotosPanel) -> None:
    show(panel, used(uncredited(1), Credit()))
    panel.open_credit(PhotoId(1))
    retype(named(panel, "Photographer", QLineEdit), "Mil")
    show(panel, used(uncredited(1), Credit(), caption="The ferry"))
    assert named(panel, "Photographer", QLineEdit).text() == "Mil"


def test_awaited_photo_is_named(panel: PhotosPanel) -> None:
    show(panel, awaited=AWAITED)
    assert f"Jens Stoltenberg {LINE}" in texts(panel, QLabel)


def test_lead_takes_caption_and_credit_that_were_awaited_with_one_click(panel: PhotosPanel) -> None:
    show(panel, used(uncredited(1), lead=True), used(uncredited(2)), offer=AWAITED)
    accepted = Heard(panel.offer_accepted)
    click(panel, f"Awaited: Jens Stoltenberg {LINE}. Use this caption and credit")
    assert accepted.told == [1]


def test_offer_stands_on_the_lead_alone(panel: PhotosPanel) -> None:
    show(panel, used(uncredited(1), lead=True), used(uncredited(2)), offer=AWAITED)
    offered = [any(text.startswith("Awaited") for text in texts(card, QAbstractButton)) for card in cards(panel)]
    assert offered == [True, False]


def test_photo_without_an_agency_says_that_no_terms_are_set(panel: PhotosPanel) -> None:
    photo = uncredited(1)
    show(panel, used(a_desk_photo(1, credit_of("Milica"), rights=photo.rights)))
    assert "No terms are set" in texts(panel, QLabel)


def test_attaching_is_asked_for(panel: PhotosPanel) -> None:
    wanted = Heard(panel.attach_requested)
    click(panel, "Attach files…")
    assert len(wanted.told) == 1


def test_dropped_files_are_told(panel: PhotosPanel) -> None:
    told = Heard(panel.files_dropped)
    assert drop(panel, "/pictures/ferry.jpg") and told.told == [[Path("/pictures/ferry.jpg")]]


def test_pasted_files_are_told(panel: PhotosPanel) -> None:
    told = Heard(panel.files_dropped)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/pictures/ferry.jpg")])
    QApplication.clipboard().setMimeData(data)
    QTest.keyClick(panel, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.clipboard().clear()
    assert told.told == [[Path("/pictures/ferry.jpg")]]


def test_text_that_is_dragged_in_is_not_wanted(panel: PhotosPanel) -> None:
    assert not drop(panel)


def test_choosing_asks_for_the_desks_photos(panel: PhotosPanel) -> None:
    wanted = Heard(panel.choose_requested)
    click(panel, "Choose from the photo desk")
    assert wanted.told == [""]


def test_search_of_the_desk_is_asked_for_after_a_rest(panel: PhotosPanel, qtbot: QtBot) -> None:
    click(panel, "Choose from the photo desk")
    wanted = Heard(panel.choose_requested)
    QTest.keyClicks(named(panel, "Search the photo desk", QLineEdit), "ferry")
    qtbot.waitUntil(lambda: bool(wanted.told))
    assert wanted.told == ["ferry"]


def test_click_chooses_a_photo_and_closes_the_desk(panel: PhotosPanel) -> None:
    click(panel, "Choose from the photo desk")
    panel.show_desk([row_of(a_desk_photo(5)), row_of(uncredited(6))])
    chosen = Heard(panel.chosen)
    grid = child(panel, QListView)
    texts(panel, QLabel)
    place = grid.visualRect(grid.model().index(1, 0)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.told == [6] and not grid.isVisibleTo(panel)


def test_enter_chooses_a_photo_by_key(panel: PhotosPanel) -> None:
    click(panel, "Choose from the photo desk")
    panel.show_desk([row_of(a_desk_photo(5)), row_of(uncredited(6))])
    chosen = Heard(panel.chosen)
    QTest.keyClick(named(panel, "Search the photo desk", QLineEdit), Key.Key_Return)
    QTest.keyClick(panel.focusWidget(), Key.Key_Right)
    QTest.keyClick(panel.focusWidget(), Key.Key_Return)
    assert chosen.told == [6]


def test_escape_closes_the_desk(panel: PhotosPanel) -> None:
    click(panel, "Choose from the photo desk")
    QTest.keyClick(named(panel, "Search the photo desk", QLineEdit), Key.Key_Escape)
    assert not child(panel, QListView).isVisibleTo(panel)


def test_desk_that_has_no_such_photo_says_so(panel: PhotosPanel) -> None:
    click(panel, "Choose from the photo desk")
    panel.show_desk([])
    assert "The desk has no such photo. Attach a file, or drop one here." in texts(panel, QLabel)


def test_long_credit_makes_the_panel_no_wider(panel: PhotosPanel) -> None:
    long = credit_of("Milica Petrović Marković Jovanović Stefanović", "BETAPHOTO")
    show(panel, used(uncredited(1), long), used(a_desk_photo(2, long)))
    assert panel.body.minimumSizeHint().width() <= 384
