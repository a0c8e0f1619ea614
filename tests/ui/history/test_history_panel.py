"""The History panel: who changed what, and a text brought back only after a second look."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from newsdesk.domain.ids import PersonId
from newsdesk.domain.summary import Version
from newsdesk.domain.workflow import State
from newsdesk.ui.history.history_panel import MOST, HistoryPanel
from newsdesk.ui.history.version_row import VersionRow
from tests.ui.records import MORNING, Heard, click, named, texts

ZONE = "Europe/Belgrade"


def a_version(revision: int, why: str = "snapshot", words: int = 100, **span: float) -> Version:
    return Version(
        revision=revision,
        at=MORNING + timedelta(**span),
        by=PersonId(1),
        by_name="Mara Ilić",
        why=why,
        state=State.DRAFT,
        word_count=words,
    )


VERSIONS = (a_version(3, "submit", 114, hours=2), a_version(2, words=114, hours=1), a_version(1, "create"))


@pytest.fixture
def panel(qtbot: QtBot) -> HistoryPanel:
    made = HistoryPanel()
    qtbot.addWidget(made)
    made.resize(400, 850)
    made.show()
    made.activateWindow()
    made.show_versions(VERSIONS, ZONE)
    return made


def labels(panel: HistoryPanel) -> list[str]:
    return texts(panel, QLabel)


def restore(panel: HistoryPanel, title: str) -> None:
    """Press a version's link."""
    QTest.mouseClick(named(panel, f"Restore: {title}", QAbstractButton), Qt.MouseButton.LeftButton)


def test_version_says_who_when_and_how_long(panel: HistoryPanel) -> None:
    assert "Mara Ilić · 21.11.23 11:30 · 114 words" in labels(panel)


def test_growth_is_told_from_the_version_before(panel: HistoryPanel) -> None:
    assert "Mara Ilić · 21.11.23 10:30 · 114 words, +14" in labels(panel)


@pytest.mark.parametrize(
    ("why", "title"),
    [
        ("submit", "Submitted for review"),
        ("return: no source", "Returned: no source"),
        ("publish (no second person: night shift)", "Published (no second person: night shift)"),
        ("kill: it was wrong: all of it", "Killed: it was wrong: all of it"),
        ("hold: x (no second person: y)", "Held: x (no second person: y)"),
        ("something new", "Something new"),
    ],
)
def test_reason_stands_in_words(panel: HistoryPanel, why: str, title: str) -> None:
    panel.show_versions((a_version(2, why), a_version(1, "create")), ZONE)
    assert title in labels(panel)


def test_newest_version_can_not_be_restored(panel: HistoryPanel) -> None:
    names = [one.accessibleName() for one in panel.findChildren(QAbstractButton) if one.text() == "Restore"]
    assert names == ["Restore: Written", "Restore: Begun"]


def test_restoring_asks_first(panel: HistoryPanel) -> None:
    wanted = Heard(panel.restore_requested)
    restore(panel, "Begun")
    assert wanted.told == []


def test_restoring_is_asked_for_once_it_is_confirmed(panel: HistoryPanel) -> None:
    wanted = Heard(panel.restore_requested)
    restore(panel, "Begun")
    row = next(row for row in panel.findChildren(VersionRow) if "Begun" in texts(row, QLabel))
    click(row, "Restore it")
    assert wanted.told == [1]


def test_confirming_by_key_is_one_press_away(panel: HistoryPanel) -> None:
    wanted = Heard(panel.restore_requested)
    restore(panel, "Begun")
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Space)
    assert wanted.told == [1]


def test_escape_takes_the_question_back(panel: HistoryPanel) -> None:
    wanted = Heard(panel.restore_requested)
    restore(panel, "Begun")
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Escape)
    assert wanted.told == [] and panel.focusWidget().accessibleName() == "Restore: Begun"


def test_same_versions_again_leave_the_question_open(panel: HistoryPanel) -> None:
    restore(panel, "Begun")
    asked = panel.focusWidget()
    panel.show_versions(VERSIONS, ZONE)
    assert panel.focusWidget() is asked


def test_story_without_versions_says_what_will_stand_here(panel: HistoryPanel) -> None:
    panel.show_versions((), ZONE)
    assert "Every version of the story will stand here." in labels(panel)


def test_old_versions_of_a_long_history_are_kept_out_of_sight(panel: HistoryPanel) -> None:
    panel.show_versions([a_version(number) for number in range(MOST + 20, 0, -1)], ZONE)
    assert "Older versions are kept, but not shown." in labels(panel)
    assert len(panel.findChildren(VersionRow)) == MOST


def test_long_reason_makes_the_panel_no_wider(panel: HistoryPanel) -> None:
    panel.show_versions((a_version(2, "return: " + "ask the roads office again before six " * 4),), ZONE)
    assert panel.body.minimumSizeHint().width() <= 400
