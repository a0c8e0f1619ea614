"""The credit form: what is confirmed, when the line is asked for, and the terms where no agency stands."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.credit import credit_of
from newsdesk.domain.rights import Rights, RightsCategory, default_rights
from newsdesk.ui.photos.credit_form import CreditForm
from tests.ui.photos.desk_records import AGENCIES, a_desk_photo, uncredited
from tests.ui.records import Heard, child, click, named, texts

Key = Qt.Key


def a_form(host: QWidget, *, standing: bool = False) -> CreditForm:
    """Return a form for a photo that nobody is credited for, with the cursor in it."""
    host.resize(340, 300)
    made = CreditForm(host, standing=standing)
    made.resize(340, 300)
    made.set_agencies(list(AGENCIES.values()))
    made.show_credit(uncredited(1))
    host.show()
    host.activateWindow()
    made.focus()
    return made


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[QWidget]:
    widget = QWidget()
    qtbot.addWidget(widget)
    yield widget


@pytest.fixture
def form(host: QWidget) -> CreditForm:
    return a_form(host)


@pytest.fixture
def standing(host: QWidget) -> CreditForm:
    return a_form(host, standing=True)


def creator(form: CreditForm) -> QLineEdit:
    return named(form, "Photographer", QLineEdit)


def agency(form: CreditForm) -> QComboBox:
    return named(form, "Agency", QComboBox)


def terms(form: CreditForm) -> QComboBox:
    return named(form, "Terms", QComboBox)


def write(form: CreditForm, name: str, code: str = "") -> None:
    """Type a photographer and an agency."""
    QTest.keyClicks(creator(form), name)
    if code:
        field = child(agency(form), QLineEdit)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, code)


def test_enter_confirms_what_is_written(form: CreditForm) -> None:
    told = Heard(form.confirmed)
    write(form, "Milica Petrovic", "BETAPHOTO")
    QTest.keyClick(creator(form), Key.Key_Return)
    assert told.told == [("Milica Petrovic", "BETAPHOTO", "")]


def test_enter_in_the_agency_confirms_too(form: CreditForm) -> None:
    told = Heard(form.confirmed)
    write(form, "Milica Petrovic", "BETAPHOTO")
    QTest.keyClick(child(agency(form), QLineEdit), Key.Key_Return)
    assert told.told == [("Milica Petrovic", "BETAPHOTO", "")]


def test_button_confirms(form: CreditForm) -> None:
    told = Heard(form.confirmed)
    write(form, "Milica Petrovic", "BETAPHOTO")
    click(form, "Save credit")
    assert len(told.told) == 1


def test_nobody_is_not_confirmed(form: CreditForm) -> None:
    told = Heard(form.confirmed)
    QTest.keyClick(creator(form), Key.Key_Return)
    assert told.told == [] and form.focusWidget() is creator(form)


def test_escape_dismisses(form: CreditForm) -> None:
    told = Heard(form.dismissed)
    QTest.keyClick(creator(form), Key.Key_Escape)
    assert len(told.told) == 1


def test_enter_on_cancel_cancels(form: CreditForm) -> None:
    confirmed, dismissed = Heard(form.confirmed), Heard(form.dismissed)
    write(form, "Milica")
    cancel = next(one for one in form.findChildren(QPushButton) if one.text() == "Cancel")
    cancel.setFocus()
    QTest.keyClick(cancel, Key.Key_Return)
    assert (len(dismissed.told), confirmed.told) == (1, [])


def test_first_letters_of_an_agency_are_completed(form: CreditForm) -> None:
    write(form, "", "BETAP")
    assert agency(form).currentText() == "BETAPHOTO"


def test_line_is_asked_for_once_typing_rests(form: CreditForm, qtbot: QtBot) -> None:
    qtbot.wait(100)
    wanted = Heard(form.line_wanted)
    write(form, "Milica")
    qtbot.waitUntil(lambda: bool(wanted.told))
    assert wanted.told == [("Milica", "")]


def test_line_that_will_print_is_shown(form: CreditForm) -> None:
    form.show_line("(BETAPHOTO/MILICA PETROVIC)")
    assert "Prints as (BETAPHOTO/MILICA PETROVIC)" in texts(form, QLabel)


def test_no_line_says_what_to_do(form: CreditForm) -> None:
    form.show_line("")
    assert "Name the photographer, the agency, or both." in texts(form, QLabel)


def test_agencies_again_leave_what_is_being_typed(form: CreditForm) -> None:
    write(form, "", "HAND")
    form.set_agencies(list(AGENCIES.values())[:3])
    assert agency(form).currentText().startswith("HAND")


def test_terms_are_asked_for_only_without_an_agency(form: CreditForm) -> None:
    before = terms(form).isVisibleTo(form)
    write(form, "Milica")
    alone = terms(form).isVisibleTo(form)
    write(form, "", "BETAPHOTO")
    assert (before, alone, terms(form).isVisibleTo(form)) == (False, True, False)


def test_chosen_terms_are_confirmed(form: CreditForm) -> None:
    told = Heard(form.confirmed)
    write(form, "Milica")
    terms(form).setFocus()
    QTest.keyClick(terms(form), Key.Key_Down)
    click(form, "Save credit")
    assert told.told == [("Milica", "", "staff")]


def test_terms_of_the_photo_are_chosen_already(form: CreditForm) -> None:
    photo = a_desk_photo(1, credit_of("Milica"), rights=Rights(category=RightsCategory.CREATIVE_COMMONS))
    form.show_credit(photo)
    assert terms(form).currentText() == "Creative Commons"


def test_terms_of_an_agency_are_nobodys_choice(form: CreditForm) -> None:
    form.show_credit(a_desk_photo(1, credit_of("Milica"), rights=default_rights("agency_subscription")))
    assert form.written() == ("Milica", "", "")


def test_standing_form_shows_its_buttons_once_something_changed(standing: CreditForm) -> None:
    before = texts(standing, QPushButton)
    write(standing, "Milica")
    assert (before, texts(standing, QPushButton)) == ([], ["Save credit", "Cancel"])


def test_standing_form_without_a_change_confirms_nothing(standing: CreditForm) -> None:
    standing.show_credit(a_desk_photo(1))
    confirmed, dismissed = Heard(standing.confirmed), Heard(standing.dismissed)
    QTest.keyClick(creator(standing), Key.Key_Return)
    assert (confirmed.told, len(dismissed.told)) == ([], 1)


def test_standing_form_asks_for_no_line_it_was_given(standing: CreditForm, qtbot: QtBot) -> None:
    qtbot.wait(100)
    wanted = Heard(standing.line_wanted)
    standing.show_credit(a_desk_photo(1))
    qtbot.wait(100)
    assert wanted.told == []


def test_saved_credit_is_no_change_any_more(standing: CreditForm) -> None:
    write(standing, "Milica", "BETAPHOTO")
    QTest.keyClick(creator(standing), Key.Key_Return)
    assert not standing.is_changed
