"""The Checks panel: cards that lead to the place that mends, answers, signatures."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from newsdesk.domain.approvals import Approval, ApprovalKind
from newsdesk.domain.findings import Finding, Severity
from newsdesk.domain.ids import ArticleId, PersonId
from newsdesk.ui.checks.checks_panel import ChecksPanel
from newsdesk.ui.checks.finding_card import FindingCard
from tests.ui.records import MORNING, Heard, button, click, named, texts

STOP = Finding(
    code="PG01",
    severity=Severity.BLOCKS,
    sentence="The photo has no credit.",
    way_out="Name the agency.",
    place="photos",
)
NOTICE = Finding(
    code="TX04", severity=Severity.NOTICE, sentence="The headline is long.", way_out="Shorten it.", place="headline"
)
SECOND = Finding(code="WF01", severity=Severity.SECOND_PERSON, sentence="You edited it last.", way_out="Ask somebody.")
QUESTION = Finding(code="IM01", severity=Severity.NOTICE, sentence="Is “Beta” the source?", place="questions")
ALL_CLEAR = "Nothing stands against it."


def signed(kind: ApprovalKind) -> Approval:
    return Approval(article_id=ArticleId(4), kind=kind, signed_by=PersonId(1), signed_at=MORNING, content_hash="0" * 64)


@pytest.fixture
def panel(qtbot: QtBot) -> ChecksPanel:
    made = ChecksPanel()
    qtbot.addWidget(made)
    made.resize(400, 850)
    made.show()
    return made


def sections(panel: ChecksPanel) -> list[str]:
    """Return the headings that are shown, from the top."""
    heads = [label for label in panel.findChildren(QLabel) if label.property("role") == "section"]
    return [head.text() for head in heads if not head.isHidden() and head.text() != "Approvals"]


def test_no_finding_is_all_clear(panel: ChecksPanel) -> None:
    assert ALL_CLEAR in texts(panel, QLabel)


def test_findings_stand_in_three_groups(panel: ChecksPanel, qtbot: QtBot) -> None:
    panel.show_findings([STOP, SECOND, NOTICE])
    qtbot.waitUntil(lambda: sections(panel) == ["Stops publication", "Needs a second person", "Worth a look"])


def test_group_without_findings_has_no_heading(panel: ChecksPanel, qtbot: QtBot) -> None:
    panel.show_findings([NOTICE])
    qtbot.waitUntil(lambda: sections(panel) == ["Worth a look"])


def test_finding_takes_the_all_clear_away(panel: ChecksPanel) -> None:
    panel.show_findings([STOP])
    assert ALL_CLEAR not in texts(panel, QLabel)


def test_way_out_leads_to_its_place(panel: ChecksPanel) -> None:
    panel.show_findings([STOP])
    wanted = Heard(panel.place_requested)
    click(panel, "Name the agency.")
    assert wanted.told == ["photos"]


def test_way_out_is_reached_by_key(panel: ChecksPanel) -> None:
    panel.show_findings([STOP])
    wanted = Heard(panel.place_requested)
    QTest.keyClick(button(panel, "Name the agency."), Qt.Key.Key_Space)
    assert wanted.told == ["photos"]


def test_way_out_without_a_place_is_no_button(panel: ChecksPanel) -> None:
    panel.show_findings([SECOND])
    assert "Ask somebody." in [label.text() for label in panel.findChildren(QLabel)]


@pytest.mark.parametrize(("text", "answer"), [("Yes, it is right", True), ("No, I will change it", False)])
def test_question_of_the_import_is_answered(panel: ChecksPanel, text: str, answer: bool) -> None:
    panel.show_findings([QUESTION])
    told = Heard(panel.question_answered)
    click(panel, text)
    assert told.told == [(QUESTION.sentence, answer)]


@pytest.mark.parametrize(("finding", "tone"), [(STOP, "bad"), (SECOND, "warn"), (NOTICE, "note"), (QUESTION, "note")])
def test_edge_of_a_card_says_how_much_it_weighs(panel: ChecksPanel, finding: Finding, tone: str) -> None:
    panel.show_findings([finding])
    assert [card.tone for card in panel.findChildren(FindingCard)] == [tone]


def test_same_findings_again_leave_the_focus_where_it_is(panel: ChecksPanel) -> None:
    panel.activateWindow()
    panel.show_findings([STOP, NOTICE])
    link = button(panel, "Shorten it.")
    link.setFocus()
    panel.show_findings([STOP, NOTICE])
    assert panel.focusWidget() is link


def test_words_of_a_story_are_no_markup(panel: ChecksPanel) -> None:
    panel.show_findings([replace(STOP, sentence="<b>Bold</b> is no credit.")])
    label = next(label for label in panel.findChildren(QLabel) if "Bold" in label.text())
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_long_way_out_makes_the_panel_no_wider(panel: ChecksPanel) -> None:
    panel.show_findings([replace(STOP, way_out="Name the photographer and the agency under Photos. " * 3)])
    assert panel.body.minimumSizeHint().width() <= 400


def test_every_kind_of_approval_can_be_signed(panel: ChecksPanel) -> None:
    wanted = Heard(panel.approval_requested)
    for name in ("Copy", "Facts", "Legal", "Photo", "Standards"):
        QTest.mouseClick(named(panel, f"Sign the approval: {name}", QAbstractButton), Qt.MouseButton.LeftButton)
    assert wanted.told == ["copy", "fact", "legal", "photo", "standards"]


def test_signed_approval_says_who_and_is_not_signed_again(panel: ChecksPanel) -> None:
    panel.show_approvals([(signed(ApprovalKind.LEGAL), False, "LW · 16:02")])
    assert "LW · 16:02" in texts(panel, QLabel)
    assert "Sign the approval: Legal" not in [one.accessibleName() for one in panel.findChildren(QAbstractButton)]


def test_stale_approval_says_so_and_can_be_signed_again(panel: ChecksPanel) -> None:
    panel.show_approvals([(signed(ApprovalKind.LEGAL), True, "LW · 16:02")])
    wanted = Heard(panel.approval_requested)
    QTest.mouseClick(named(panel, "Sign the approval: Legal", QAbstractButton), Qt.MouseButton.LeftButton)
    assert "LW · 16:02, changed since" in texts(panel, QLabel) and wanted.told == ["legal"]
