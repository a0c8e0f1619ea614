"""Assembling an edition: the pool, the running order by keys and mouse, the note, what stops it."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from newsdesk.domain.briefing import Briefing, BriefingItem, BriefingState, Series
from newsdesk.domain.findings import Finding, Severity
from newsdesk.domain.ids import ArticleId, BriefingId, SeriesId
from newsdesk.domain.workflow import State
from newsdesk.ui.briefings.briefing_page import BriefingPage
from newsdesk.ui.briefings.order_delegate import Role
from tests.ui.records import Heard, a_summary, button, child, click, named, settle, texts

Key = Qt.Key
Alt = Qt.KeyboardModifier.AltModifier
MORNING = Series(id=SeriesId(1), name="Morning Briefing", slug="morning-briefing")
STORIES = {
    ArticleId(number): a_summary(number, f"Story {number}", state=State.READY, word_count=200) for number in range(1, 6)
}
EDITION = Briefing(
    id=BriefingId(3),
    series=SeriesId(1),
    number=214,
    date=date(2023, 11, 24),
    editors_note="Good morning.",
    items=tuple(BriefingItem(article=ArticleId(number)) for number in (1, 2, 3)),
    revision=4,
)
STOP = Finding(
    code="PG01",
    severity=Severity.BLOCKS,
    article=ArticleId(2),
    sentence="A photo has no credit.",
    way_out="Add one.",
)


@pytest.fixture
def page(qtbot: QtBot) -> BriefingPage:
    made = BriefingPage()
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    made.activateWindow()
    made.show_editions([EDITION], {1: MORNING})
    made.show_pool(list(STORIES.values()))
    show(made)
    return made


def show(page: BriefingPage, edition: Briefing = EDITION, *findings: Finding) -> None:
    page.show_edition(edition, MORNING.name, STORIES, findings)


def order(page: BriefingPage) -> QListWidget:
    return child(page, QListWidget)


def shown_order(page: BriefingPage) -> list[int]:
    rows = order(page)
    return [rows.item(row).data(Role.ARTICLE) for row in range(rows.count())]


def edited_order(told: Heard) -> list[list[int]]:
    """Return the running order of each edition that was told."""
    return [[item.article for item in edition.items] for edition in told.told]


def press(page: BriefingPage, row: int, key: Qt.Key, modifier: Qt.KeyboardModifier = Alt) -> None:
    order(page).setCurrentRow(row)
    QTest.keyClick(order(page), key, modifier)


def kept(page: BriefingPage, told: Heard) -> Briefing:
    """Bring the last told edition back as the database would: with the next revision."""
    edition: Briefing = told.told[-1]
    saved = replace(edition, revision=edition.revision + 1)
    show(page, saved)
    return saved


def test_edition_is_named_with_number_and_day(page: BriefingPage) -> None:
    assert "Morning Briefing No. 214 · Friday, 24 November 2023" in texts(page, QLabel)


def test_facts_count_stories_words_and_minutes(page: BriefingPage) -> None:
    found = next(text for text in texts(page, QLabel) if text.endswith("· open"))
    assert "600 words · 3 min" in found


def test_alt_down_moves_a_story_down(page: BriefingPage) -> None:
    told = Heard(page.edition_edited)
    press(page, 0, Key.Key_Down)
    assert edited_order(told) == [[2, 1, 3]] and order(page).currentRow() == 1


def test_alt_up_moves_a_story_up(page: BriefingPage) -> None:
    told = Heard(page.edition_edited)
    press(page, 2, Key.Key_Up)
    assert edited_order(told) == [[1, 3, 2]]


@pytest.mark.parametrize(("row", "key"), [(0, Key.Key_Up), (2, Key.Key_Down)])
def test_story_at_the_end_stays_there(page: BriefingPage, row: int, key: Qt.Key) -> None:
    told = Heard(page.edition_edited)
    press(page, row, key)
    assert told.told == []


def test_arrow_without_alt_only_chooses(page: BriefingPage) -> None:
    told = Heard(page.edition_edited)
    press(page, 0, Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    assert order(page).currentRow() == 1 and told.told == []


def test_delete_takes_a_story_out(page: BriefingPage) -> None:
    told = Heard(page.edition_edited)
    press(page, 1, Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    assert edited_order(told) == [[1, 3]]


def test_buttons_do_what_the_keys_do(page: BriefingPage) -> None:
    told = Heard(page.edition_edited)
    order(page).setCurrentRow(0)
    tool = named(page, "Move the story down (Alt+Down)", QAbstractButton)
    QTest.mouseClick(tool, Qt.MouseButton.LeftButton)
    assert edited_order(told) == [[2, 1, 3]]


def test_buttons_rest_while_no_story_is_chosen(page: BriefingPage) -> None:
    order(page).setCurrentRow(-1)
    order(page).clearSelection()
    assert not named(page, "Take the story out (Delete)", QAbstractButton).isEnabled()


def test_story_in_the_pool_is_added_at_the_end(page: BriefingPage) -> None:
    told = Heard(page.edition_edited)
    QTest.mouseClick(named(page, "Add: Story 5", QAbstractButton), Qt.MouseButton.LeftButton)
    assert edited_order(told) == [[1, 2, 3, 5]]


def test_pool_leaves_out_what_is_in_the_edition(page: BriefingPage) -> None:
    settle()
    names = [one.accessibleName() for one in page.findChildren(QAbstractButton) if one.text() == "Add"]
    assert names == ["Add: Story 4", "Add: Story 5"]


def test_changes_in_a_row_wait_for_one_another(page: BriefingPage) -> None:
    told = Heard(page.edition_edited)
    press(page, 0, Key.Key_Down)
    press(page, 1, Key.Key_Down)
    press(page, 2, Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    first = len(told.told)
    kept(page, told)
    assert (first, edited_order(told), told.told[-1].revision) == (1, [[2, 1, 3], [2, 3]], 5)


def test_edition_that_was_read_before_the_change_does_not_take_it_back(page: BriefingPage) -> None:
    press(page, 0, Key.Key_Down)
    show(page)
    assert shown_order(page) == [2, 1, 3]


def test_refused_change_is_taken_back(page: BriefingPage) -> None:
    press(page, 0, Key.Key_Down)
    page.edit_refused()
    show(page)
    assert shown_order(page) == [1, 2, 3]


def test_chosen_story_stays_chosen_when_the_edition_is_read_again(page: BriefingPage) -> None:
    told = Heard(page.edition_edited)
    press(page, 0, Key.Key_Down)
    kept(page, told)
    assert order(page).currentItem().data(Role.ARTICLE) == 1


def test_note_is_told_once_after_a_rest(page: BriefingPage, qtbot: QtBot) -> None:
    told = Heard(page.edition_edited)
    note = named(page, "Editor's note", QLineEdit)
    note.setFocus()
    note.selectAll()
    QTest.keyClicks(note, "Frost today.")
    qtbot.waitUntil(lambda: bool(told.told))
    QTest.keyClick(note, Key.Key_Tab)
    assert [edition.editors_note for edition in told.told] == ["Frost today."]


def test_note_that_is_being_typed_is_left_alone(page: BriefingPage) -> None:
    note = named(page, "Editor's note", QLineEdit)
    note.setFocus()
    note.selectAll()
    QTest.keyClicks(note, "Fro")
    show(page)
    assert note.text() == "Fro"


def test_note_is_told_before_the_edition_is_finished(page: BriefingPage) -> None:
    told, finished = Heard(page.edition_edited), Heard(page.finish_requested)
    note = named(page, "Editor's note", QLineEdit)
    note.setFocus()
    note.selectAll()
    QTest.keyClicks(note, "Frost today.")
    click(page, "Finish")
    assert told.told[0].editors_note == "Frost today." and finished.told == [3]


def test_stop_stands_on_its_story_and_on_the_button(page: BriefingPage) -> None:
    show(page, EDITION, STOP)
    assert order(page).item(1).data(Role.STOP) == "A photo has no credit. Add one."
    assert "Finish · 1 to fix" in texts(page, QPushButton)


def test_notice_stops_nothing(page: BriefingPage) -> None:
    show(page, EDITION, replace(STOP, severity=Severity.NOTICE))
    assert "Finish" in texts(page, QPushButton)


def test_enter_opens_a_story(page: BriefingPage) -> None:
    opened = Heard(page.story_opened)
    press(page, 1, Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert opened.told == [2]


def test_finished_edition_is_only_read(page: BriefingPage) -> None:
    show(page, replace(EDITION, state=BriefingState.FINISHED, revision=6))
    told = Heard(page.edition_edited)
    press(page, 0, Key.Key_Down)
    press(page, 0, Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    assert shown_order(page) == [1, 2, 3] and told.told == []
    assert named(page, "Editor's note", QLineEdit).isReadOnly()
    assert not any(text.startswith("Finish") for text in texts(page, QPushButton))


def test_finished_edition_takes_no_more_stories(page: BriefingPage) -> None:
    show(page, replace(EDITION, state=BriefingState.FINISHED, revision=6))
    assert not button(page, "Add").isEnabled()


@pytest.mark.parametrize(("text", "form"), [("Export web page…", "html"), ("Export Markdown…", "md")])
def test_edition_is_exported(page: BriefingPage, text: str, form: str) -> None:
    told = Heard(page.export_requested)
    click(page, text)
    assert told.told == [(3, form)]


def test_new_edition_is_asked_for_in_the_series_that_is_shown(page: BriefingPage) -> None:
    wanted = Heard(page.new_requested)
    click(page, "New edition")
    assert wanted.told == ["Morning Briefing"]


def test_editions_are_chosen_by_key(page: BriefingPage) -> None:
    older = replace(EDITION, id=BriefingId(2), number=213, state=BriefingState.FINISHED)
    page.show_editions([EDITION, older], {1: MORNING})
    chosen = Heard(page.edition_chosen)
    box = named(page, "Edition", QComboBox)
    box.setFocus()
    QTest.keyClick(box, Key.Key_Down)
    assert chosen.told == [2]


def test_desk_without_an_edition_says_how_to_begin(page: BriefingPage) -> None:
    page.show_editions([], {1: MORNING})
    page.show_nothing()
    wanted = Heard(page.new_requested)
    click(page, "New edition")
    assert "No edition yet" in texts(page, QLabel) and wanted.told == ["Morning Briefing"]


def test_newsroom_without_a_series_begins_with_the_morning_briefing(page: BriefingPage) -> None:
    page.show_editions([], {})
    page.show_nothing()
    wanted = Heard(page.new_requested)
    click(page, "New edition")
    assert wanted.told == ["Morning Briefing"]


def test_empty_edition_says_where_stories_come_from(page: BriefingPage) -> None:
    show(page, replace(EDITION, items=(), revision=5))
    assert "Add stories from the left." in texts(page, QLabel)


def test_page_fits_a_narrow_window(page: BriefingPage) -> None:
    show(page, EDITION, STOP)
    texts(page, QLabel)
    assert page.minimumSizeHint().width() <= 892
