"""Related articles by hand."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from newsdesk.domain.ids import ArticleId
from newsdesk.domain.publication import Publication
from newsdesk.ui.details.details_panel import DetailsPanel
from newsdesk.ui.details.field_edit import FieldEdit
from tests.builders import an_article
from tests.ui.records import Heard, a_summary, named, texts

STORY = an_article(id=ArticleId(4), related_pinned=(ArticleId(2),), related_banned=(ArticleId(3),))


@pytest.fixture
def panel(qtbot: QtBot) -> DetailsPanel:
    made = DetailsPanel()
    qtbot.addWidget(made)
    made.resize(400, 900)
    made.show()
    made.show_article(STORY, Publication())
    made.set_related_titles({ArticleId(2): "Second", ArticleId(3): "Third"})
    return made


def search(panel: DetailsPanel) -> QLineEdit:
    return named(panel, "Find a story to pin or ban", QLineEdit)


def find(panel: DetailsPanel, qtbot: QtBot, words: str) -> None:
    """Type a search and wait until it is asked for."""
    with qtbot.waitSignal(panel.related_search_requested):
        QTest.keyClicks(search(panel), words)


def press(panel: DetailsPanel, name: str) -> None:
    QTest.mouseClick(named(panel, name, QAbstractButton), Qt.MouseButton.LeftButton)


def test_pinned_and_banned_stories_stand_with_their_headlines(panel: DetailsPanel) -> None:
    assert {"Second", "pinned", "Third", "banned"} <= set(texts(panel, QLabel))


def test_search_is_asked_for_once_after_a_rest(panel: DetailsPanel, qtbot: QtBot) -> None:
    wanted = Heard(panel.related_search_requested)
    find(panel, qtbot, "ferry")
    assert wanted.told == ["ferry"]


def test_pinning_tells_the_whole_list(panel: DetailsPanel, qtbot: QtBot) -> None:
    told = Heard(panel.field_edited)
    find(panel, qtbot, "ferry")
    panel.show_related_candidates([a_summary(8, "Eighth")])
    press(panel, "Pin: Eighth")
    assert told.told == [FieldEdit(name="related_pinned", value=(2, 8))]


def test_banning_a_pinned_story_is_offered_only_after_it_is_taken_out(panel: DetailsPanel, qtbot: QtBot) -> None:
    find(panel, qtbot, "second")
    panel.show_related_candidates([a_summary(2, "Second")])
    assert "Nothing found" in texts(panel, QLabel)


def test_taking_out_tells_the_rest(panel: DetailsPanel) -> None:
    told = Heard(panel.field_edited)
    press(panel, "Take out: Third")
    assert told.told == [FieldEdit(name="related_banned", value=())]


def test_answer_after_the_search_was_given_up_is_passed_over(panel: DetailsPanel, qtbot: QtBot) -> None:
    find(panel, qtbot, "ferry")
    search(panel).clear()
    panel.show_related_candidates([a_summary(8, "Eighth")])
    assert "Eighth" not in texts(panel, QLabel)


def test_other_story_empties_the_search(panel: DetailsPanel, qtbot: QtBot) -> None:
    find(panel, qtbot, "ferry")
    panel.show_article(replace(STORY, id=ArticleId(5), related_pinned=(), related_banned=()), Publication())
    assert search(panel).text() == ""
    assert "Chosen by section and date. Pin or ban stories here." in texts(panel, QLabel)
