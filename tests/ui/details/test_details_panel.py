"""The Details panel: what is told, what is left alone, and what is refused in place."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.article import Access, Article
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.publication import Publication
from newsdesk.ui.details.details_panel import DetailsPanel
from newsdesk.ui.details.field_edit import FieldEdit
from tests.builders import an_article
from tests.ui.records import Heard, named, texts

Key = Qt.Key
STORY = an_article(
    id=ArticleId(4),
    slugline="kovin-ferry",
    dateline="KOVIN, Nov. 21",
    published_at=dt.datetime(2023, 11, 21, 15, 34, tzinfo=dt.UTC),
)
PUBLICATION = Publication()
HINT = "Not understood. Write it as 21.11.23 16:34, or now."


@pytest.fixture
def panel(qtbot: QtBot) -> DetailsPanel:
    made = DetailsPanel()
    qtbot.addWidget(made)
    made.resize(400, 900)
    made.set_sections(["Archive / Economy", "Archive / News"])
    made.show_article(STORY, PUBLICATION)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def told(panel: DetailsPanel) -> Heard:
    return Heard(panel.field_edited)


def line(panel: DetailsPanel, name: str) -> QLineEdit:
    return named(panel, name, QLineEdit)


def typed_section(panel: DetailsPanel) -> QLineEdit:
    """Return the field in which a new section is typed."""
    field = box(panel, "Section").lineEdit()
    assert field is not None
    return field


def box(panel: DetailsPanel, name: str) -> QComboBox:
    return named(panel, name, QComboBox)


def overwrite(field: QWidget, text: str) -> None:
    """Type over everything in a field."""
    field.setFocus()
    QTest.keyClick(field, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text) if text else QTest.keyClick(field, Key.Key_Delete)


def edit(name: str, value: Any) -> FieldEdit:
    return FieldEdit(name=name, value=value)


def show(panel: DetailsPanel, article: Article) -> None:
    panel.show_article(article, PUBLICATION)


def test_fields_show_the_record(panel: DetailsPanel) -> None:
    shown = (line(panel, "Slugline").text(), line(panel, "Publish").text(), box(panel, "Section").currentText())
    assert shown == ("kovin-ferry", "21 Nov 2023, 16:34", "Archive / News")


def test_showing_a_record_tells_nothing(panel: DetailsPanel, told: Heard) -> None:
    show(panel, replace(STORY, id=ArticleId(5), slugline="other", access=Access.MEMBERS, urgency=1))
    panel.tell()
    assert told.told == []


def test_text_is_told_once_after_a_rest(panel: DetailsPanel, told: Heard, qtbot: QtBot) -> None:
    overwrite(line(panel, "Dateline"), "NIS")
    qtbot.waitUntil(lambda: bool(told.told))
    QTest.keyClick(line(panel, "Dateline"), Key.Key_Return)
    assert told.told == [edit("dateline", "NIS")]


def test_leaving_a_field_tells_at_once(panel: DetailsPanel, told: Heard) -> None:
    overwrite(line(panel, "Dateline"), "NIS")
    QTest.keyClick(line(panel, "Dateline"), Key.Key_Tab)
    assert told.told == [edit("dateline", "NIS")]


def test_echo_of_a_change_leaves_the_caret(panel: DetailsPanel, told: Heard) -> None:
    slugline = line(panel, "Slugline")
    overwrite(slugline, "kovin boat")
    panel.tell()
    slugline.setCursorPosition(3)
    show(panel, replace(STORY, slugline="kovin boat"))
    assert (slugline.text(), slugline.cursorPosition(), len(told.told)) == ("kovin boat", 3, 1)


def test_echo_keeps_a_space_that_is_being_typed(panel: DetailsPanel) -> None:
    slugline = line(panel, "Slugline")
    overwrite(slugline, "kovin ")
    panel.tell()
    show(panel, replace(STORY, slugline="kovin"))
    assert slugline.text() == "kovin "


def test_old_record_does_not_disturb_what_is_being_typed(panel: DetailsPanel) -> None:
    slugline = line(panel, "Slugline")
    overwrite(slugline, "new words")
    show(panel, STORY)
    assert slugline.text() == "new words"


def test_change_from_elsewhere_is_shown(panel: DetailsPanel) -> None:
    show(panel, replace(STORY, byline="Mara Ilić"))
    assert line(panel, "Byline").text() == "Mara Ilić"


def test_other_story_takes_every_field(panel: DetailsPanel, told: Heard) -> None:
    overwrite(line(panel, "Publish"), "nonsense")
    overwrite(line(panel, "Slugline"), "half a wo")
    show(panel, replace(STORY, id=ArticleId(9), slugline="other", published_at=None))
    panel.tell()
    shown = (line(panel, "Slugline").text(), line(panel, "Publish").text())
    assert (shown, told.told) == (("other", ""), [])


def test_tell_brings_what_is_still_being_typed(panel: DetailsPanel, told: Heard) -> None:
    overwrite(line(panel, "Slugline"), "in a hurry")
    panel.tell()
    assert told.told == [edit("slugline", "in a hurry")]


def test_moment_is_told_in_utc(panel: DetailsPanel, told: Heard) -> None:
    overwrite(line(panel, "Embargo"), "22.11.23 9:00")
    QTest.keyClick(line(panel, "Embargo"), Key.Key_Return)
    assert told.told == [edit("embargo_until", dt.datetime(2023, 11, 22, 8, 0, tzinfo=dt.UTC))]


def test_moment_is_written_out_when_it_is_understood(panel: DetailsPanel) -> None:
    overwrite(line(panel, "Embargo"), "22.11.23 9:00")
    QTest.keyClick(line(panel, "Embargo"), Key.Key_Return)
    assert line(panel, "Embargo").text() == "22 Nov 2023, 09:00"


def test_bad_moment_says_so_and_tells_nothing(panel: DetailsPanel, told: Heard) -> None:
    overwrite(line(panel, "Embargo"), "next week")
    QTest.keyClick(line(panel, "Embargo"), Key.Key_Return)
    assert HINT in texts(panel, QLabel) and told.told == []


def test_bad_moment_stays_to_be_mended_when_the_story_is_saved(panel: DetailsPanel) -> None:
    overwrite(line(panel, "Embargo"), "next week")
    QTest.keyClick(line(panel, "Embargo"), Key.Key_Tab)
    show(panel, replace(STORY, revision=2))
    assert line(panel, "Embargo").text() == "next week" and HINT in texts(panel, QLabel)


def test_mended_moment_takes_the_hint_away(panel: DetailsPanel) -> None:
    embargo = line(panel, "Embargo")
    overwrite(embargo, "next week")
    QTest.keyClick(embargo, Key.Key_Return)
    overwrite(embargo, "22.11.23 9:00")
    QTest.keyClick(embargo, Key.Key_Return)
    assert HINT not in texts(panel, QLabel)


def test_emptied_moment_is_told_as_none(panel: DetailsPanel, told: Heard) -> None:
    overwrite(line(panel, "Publish"), "")
    QTest.keyClick(line(panel, "Publish"), Key.Key_Return)
    assert told.told == [edit("published_at", None)]


def test_leaving_an_untouched_moment_tells_nothing(panel: DetailsPanel, told: Heard) -> None:
    line(panel, "Publish").setFocus()
    QTest.keyClick(line(panel, "Publish"), Key.Key_Tab)
    assert told.told == []


def test_zone_stands_beside_the_moment(panel: DetailsPanel) -> None:
    assert "Belgrade" in texts(panel, QLabel)


def test_choice_is_told_by_its_value(panel: DetailsPanel, told: Heard) -> None:
    access = box(panel, "Access")
    access.setFocus()
    QTest.keyClick(access, Key.Key_Down)
    assert told.told == [edit("access", Access.TEASER)]


def test_section_that_nobody_used_before_can_be_typed(panel: DetailsPanel, told: Heard) -> None:
    field = typed_section(panel)
    overwrite(field, "Sport / Rowing")
    QTest.keyClick(field, Key.Key_Return)
    assert told.told == [edit("section", "Sport / Rowing")]


def test_sections_in_use_do_not_disturb_one_that_is_being_typed(panel: DetailsPanel) -> None:
    field = typed_section(panel)
    overwrite(field, "Spo")
    panel.set_sections(["Archive / Culture", "Archive / News"])
    assert field.text() == "Spo"


def test_same_sections_again_leave_the_caret(panel: DetailsPanel) -> None:
    field = typed_section(panel)
    field.setFocus()
    field.setCursorPosition(2)
    panel.set_sections(["Archive / Economy", "Archive / News"])
    assert field.cursorPosition() == 2


def test_value_that_is_not_offered_is_shown_all_the_same(panel: DetailsPanel) -> None:
    show(panel, replace(STORY, language="de"))
    language = box(panel, "Language")
    assert (language.currentIndex(), language.placeholderText()) == (-1, "de")


def test_wheel_over_a_choice_changes_nothing(panel: DetailsPanel, told: Heard) -> None:
    access = box(panel, "Access")
    access.clearFocus()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(access, turn)
    assert access.currentIndex() == 0 and told.told == []


@pytest.mark.parametrize(("length", "tone"), [(20, ""), (30, "warn"), (70, "bad")])
def test_slugline_is_counted(panel: DetailsPanel, length: int, tone: str) -> None:
    show(panel, replace(STORY, slugline="x" * length))
    count = next(label for label in panel.findChildren(QLabel) if label.text() == f"{length}/24")
    assert (count.property("tone") or "") == tone


def test_focus_field_puts_the_cursor_there(panel: DetailsPanel) -> None:
    panel.focus_field("embargo_until")
    assert panel.focusWidget() is line(panel, "Embargo")


def test_unknown_field_moves_no_focus(panel: DetailsPanel) -> None:
    panel.focus_field("embargo_until")
    panel.focus_field("no such field")
    assert panel.focusWidget() is line(panel, "Embargo")


def test_lone_fields_span_both_columns(panel: DetailsPanel) -> None:
    assert box(panel, "Language").width() == line(panel, "Publish").width() > 2 * line(panel, "Source").width()
