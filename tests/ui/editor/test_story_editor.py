"""The editor shows a story, gives its texts back, and is not disturbed by the echo of a save."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.article import Article
from newsdesk.domain.ids import ArticleId
from newsdesk.text.blocks import figure, heading, paragraph
from newsdesk.ui.editor.edited_text import EditedText
from newsdesk.ui.editor.lead_card import LeadFacts
from newsdesk.ui.editor.story_editor import StoryEditor
from newsdesk.ui.theme.apply import apply_theme
from newsdesk.ui.theme.tokens import DARK, Theme
from tests.ui.editor.bodies import press, stand, write

Key = Qt.Key
# The platform without a screen complains of every window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ODD = "Setext\n------\n\n* starred\n* items\n\n<div>\nraw\n</div>\n\nLast   words\n"
STORY = Article(
    id=ArticleId(4),
    headline="River rises",
    standfirst="Quay closed",
    slugline="river-level",
    section="Archive / News",
    dateline="NOVI SAD",
    source="Beta",
    body_markdown="First paragraph.\n\nSecond paragraph.\n",
)


@pytest.fixture
def editor(qtbot: QtBot) -> StoryEditor:
    made = StoryEditor()
    qtbot.addWidget(made)
    made.resize(700, 800)
    made.show_article(STORY)
    return made


def test_story_comes_back_as_it_was(editor: StoryEditor) -> None:
    assert editor.article_fields() == EditedText.of(STORY) and not editor.is_dirty()


def test_foreign_markdown_comes_back_byte_for_byte(editor: StoryEditor) -> None:
    editor.show_article(replace(STORY, id=ArticleId(5), body_markdown=ODD))
    assert editor.article_fields().body_markdown == ODD


def test_edit_of_one_block_leaves_the_bytes_of_the_others(editor: StoryEditor) -> None:
    editor.show_article(replace(STORY, id=ArticleId(5), body_markdown=ODD))
    stand(editor.body, editor.body.document().blockCount() - 1, -1)
    write(editor.body, "!")
    assert editor.article_fields().body_markdown == ODD.replace("Last   words", "Last words!")


def test_undone_edit_is_no_change(editor: StoryEditor) -> None:
    write(editor.body, "x")
    was_dirty = editor.is_dirty()
    editor.body.undo()
    assert was_dirty and not editor.is_dirty()


def test_spaces_in_a_headline_nobody_touched_stay(editor: StoryEditor) -> None:
    editor.show_article(replace(STORY, id=ArticleId(6), headline=" Two  spaces\t"))
    assert editor.article_fields().headline == " Two  spaces\t" and not editor.is_dirty()


def test_every_change_is_told_at_once(qtbot: QtBot, editor: StoryEditor) -> None:
    told: list[int] = []
    editor.edited.connect(lambda: told.append(1))
    write(editor.body, "ab")
    write(editor.page.head.headline.field, "c")  # type: ignore[arg-type]
    assert len(told) == 3


def test_showing_a_story_is_no_edit(editor: StoryEditor) -> None:
    told: list[int] = []
    editor.edited.connect(lambda: told.append(1))
    linked = replace(STORY, id=ArticleId(9), body_markdown="A [link](https://example.rs/) in it")
    editor.show_article(linked)
    editor.show()
    QTest.qWait(20)
    editor.show_article(replace(linked, revision=2))
    editor.body.recolour(DARK)
    QTest.qWait(20)
    assert told == [] and not editor.is_dirty()


def test_blocks_are_told_after_a_rest(qtbot: QtBot, editor: StoryEditor) -> None:
    with qtbot.waitSignal(editor.blocks_changed) as told:
        write(editor.body, "X")
    assert told.args == [(paragraph("XFirst paragraph."), paragraph("Second paragraph."))]


def test_echo_of_a_save_keeps_caret_undo_and_what_was_typed_since(editor: StoryEditor) -> None:
    stand(editor.body, 0, -1)
    write(editor.body, "A")
    saved = editor.article_fields()
    write(editor.body, "B")
    place = editor.body.textCursor().position()
    editor.show_article(replace(STORY, revision=2, body_markdown=saved.body_markdown))
    assert editor.body.blocks()[0] == paragraph("First paragraph.AB")
    assert editor.body.textCursor().position() == place
    assert editor.body.document().isUndoAvailable() and editor.is_dirty()


def test_echo_of_an_older_save_is_known_too(editor: StoryEditor) -> None:
    stand(editor.body, 0, -1)
    write(editor.body, "A")
    first = editor.article_fields()
    write(editor.body, "B")
    second = editor.article_fields()
    editor.show_article(replace(STORY, revision=2, body_markdown=first.body_markdown))
    editor.show_article(replace(STORY, revision=3, body_markdown=second.body_markdown))
    assert editor.body.blocks()[0] == paragraph("First paragraph.AB") and not editor.is_dirty()


def test_text_of_somebody_else_is_shown(editor: StoryEditor) -> None:
    editor.show_article(replace(STORY, revision=2, headline="Changed", body_markdown="Merged text.\n"))
    assert editor.article_fields() == EditedText(
        headline="Changed", standfirst=STORY.standfirst, body_markdown="Merged text.\n"
    )


def test_restored_version_replaces_what_was_typed(editor: StoryEditor) -> None:
    write(editor.body, "typed")
    editor.show_article(STORY, anew=True)
    assert editor.article_fields() == EditedText.of(STORY)


def test_figure_is_inserted_below_the_caret(editor: StoryEditor) -> None:
    stand(editor.body, 0, 3)
    editor.insert_figure(8, "alt", "caption")
    assert editor.blocks()[1] == figure(8, "caption", "alt")


def test_words_of_the_body_are_counted(editor: StoryEditor) -> None:
    editor.insert_figure(8, "alt", "a caption")
    assert editor.word_count() == 4


def test_facts_of_a_figure_are_asked_for_when_it_is_painted(qtbot: QtBot, editor: StoryEditor) -> None:
    asked: list[int] = []
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))

    def facts(photo: int) -> tuple[QImage, str]:
        asked.append(photo)
        return image, "(BETA/X)"

    editor.set_figure_facts(facts)
    editor.insert_figure(8)
    editor.grab()
    assert set(asked) == {8}


def test_keys_lead_from_headline_to_body_and_back(qtbot: QtBot, editor: StoryEditor) -> None:
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    head = editor.page.head
    editor.focus_headline()
    seen = [QApplication.focusWidget()]
    for widget, key in (
        (head.headline.field, Key.Key_Return),
        (head.standfirst.field, Key.Key_Down),
        (editor.body, Key.Key_Up),
        (head.standfirst.field, Key.Key_Up),
    ):
        QTest.keyClick(widget, key)
        seen.append(QApplication.focusWidget())
    fields = head.headline.field, head.standfirst.field
    assert seen == [fields[0], fields[1], editor.body, fields[1], fields[0]]


def test_tab_leads_from_the_tools_through_the_page_and_back(qtbot: QtBot, editor: StoryEditor) -> None:
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    editor.set_lead(LeadFacts(caption="A", credit="(BETA/X)"))
    head = editor.page.head
    head.headline.field.setFocus()
    way = []
    for key in (*[Key.Key_Tab] * 3, *[Key.Key_Backtab] * 4):
        QTest.keyClick(_focused(), key)
        way.append(_focused())
    fields = head.headline.field, head.standfirst.field
    assert way[:6] == [fields[1], head.lead, editor.body, head.lead, fields[1], fields[0]]
    assert editor.toolbar.isAncestorOf(way[6])


def _focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_tab_leads_from_the_body_out_of_the_editor(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    editor, other = StoryEditor(), QLineEdit()
    column.addWidget(editor)
    column.addWidget(other)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    editor.focus_body()
    QTest.keyClick(editor.body, Key.Key_Tab)
    assert QApplication.focusWidget() is other


def test_keys_that_the_head_does_not_take_do_not_reach_the_body(editor: StoryEditor) -> None:
    editor.show()
    for key in (Key.Key_A, Key.Key_Backspace, Key.Key_Delete, Key.Key_Return):
        QTest.keyClick(editor.page.head, key)
    assert not editor.is_dirty()


def test_head_and_body_scroll_as_one_page(editor: StoryEditor) -> None:
    editor.show_article(replace(STORY, id=ArticleId(7), body_markdown="\n\n".join(["Words."] * 200)))
    editor.show()
    QApplication.processEvents()
    bar, head = editor.body.page_bar, editor.page.head
    top = head.y()
    bar.setValue(bar.minimum() + 120)
    assert (top, head.y()) == (0, -120)


def test_longer_headline_makes_room_for_itself(qtbot: QtBot, editor: StoryEditor) -> None:
    editor.show()
    QApplication.processEvents()
    before = editor.body.page_bar.minimum()
    editor.page.head.headline.field.set_text("A headline that is long enough " * 4)
    qtbot.waitUntil(lambda: editor.body.page_bar.minimum() < before)
    assert not editor.body.document().isUndoAvailable()


def test_lead_card_takes_room_only_when_there_is_something_to_show(editor: StoryEditor) -> None:
    editor.show()
    without = editor.page.head.wanted_height()
    editor.set_lead(LeadFacts(caption="A", credit="(BETA/X)"))
    shown = editor.page.head.wanted_height()
    editor.set_lead(None)
    assert (shown > without + 180, editor.page.head.wanted_height()) == (True, without)


def test_awaited_photo_can_be_attached_from_its_place(qtbot: QtBot, editor: StoryEditor) -> None:
    editor.set_lead(LeadFacts(caption="Bridge", credit="(BETA/X)", awaited=True))
    with qtbot.waitSignal(editor.lead_requested):
        editor.page.head.lead.attach.click()
    assert editor.page.head.lead.words() == "Awaited: Bridge (BETA/X)"


def test_lead_without_credit_says_so(editor: StoryEditor) -> None:
    editor.set_lead(LeadFacts(caption="Bridge"))
    assert editor.page.head.lead.words() == "Bridge no credit"


def test_link_field_links_the_selection(editor: StoryEditor) -> None:
    editor.show()
    cursor = editor.body.textCursor()
    cursor.setPosition(5, cursor.MoveMode.KeepAnchor)
    editor.body.setTextCursor(cursor)
    editor.text_actions["text.link"].trigger()
    QTest.keyClicks(editor.link.popover.address, "example.rs")
    QTest.keyClick(editor.link.popover.address, Key.Key_Return)
    assert editor.blocks()[0].runs[0].href == "https://example.rs" and not editor.link.popover.isVisible()


def test_link_field_refuses_a_script_and_stays(editor: StoryEditor) -> None:
    editor.show()
    editor.text_actions["text.link"].trigger()
    QTest.keyClicks(editor.link.popover.address, "javascript:alert(1)")
    QTest.keyClick(editor.link.popover.address, Key.Key_Return)
    assert editor.link.popover.isVisible() and not editor.is_dirty()


def test_escape_closes_the_link_field(editor: StoryEditor) -> None:
    editor.show()
    editor.text_actions["text.link"].trigger()
    QTest.keyClick(editor.link.popover.address, Key.Key_Escape)
    assert not editor.link.popover.isVisible() and not editor.is_dirty()


def test_strip_of_the_window_stands_between_tools_and_page(editor: StoryEditor) -> None:
    strip = QLabel("v1 Review")
    editor.set_strip(strip)
    editor.show()
    QApplication.processEvents()
    assert editor.toolbar.y() < strip.y() < editor.body.y()


def test_theme_is_taken_without_an_edit(qapp: QApplication, editor: StoryEditor) -> None:
    editor.show()
    apply_theme(qapp, Theme.DARK)
    try:
        QApplication.processEvents()
        image = editor.body.viewport().grab().toImage()
        ground = QColor(image.pixel(2, image.height() - 4)).name()
    finally:
        apply_theme(qapp, Theme.LIGHT)
    assert ground == DARK.paper and not editor.is_dirty() and not editor.body.document().isUndoAvailable()


def test_narrow_editor_keeps_its_text_in_the_column(editor: StoryEditor) -> None:
    editor.resize(430, 500)
    editor.show()
    QApplication.processEvents()
    assert editor.body.document().size().width() <= editor.body.viewport().width()


def test_actions_are_given_for_the_menus(editor: StoryEditor) -> None:
    assert {"text.strong", "text.undo", "text.link"} <= {action.objectName() for action in editor.actions()}


def test_heading_command_is_kept_in_the_markdown(editor: StoryEditor) -> None:
    editor.text_actions["text.heading"].trigger()
    assert editor.blocks()[0] == heading("First paragraph.")
    assert editor.article_fields().body_markdown == "## First paragraph.\n\nSecond paragraph.\n"


def test_enter_in_the_headline_writes_no_line_break(editor: StoryEditor) -> None:
    press(editor.page.head.headline.field, Key.Key_Return)  # type: ignore[arg-type]
    assert editor.article_fields().headline == STORY.headline


def test_showing_another_story_is_no_edit(qtbot: QtBot) -> None:
    editor = StoryEditor()
    qtbot.addWidget(editor)
    edits: list[object] = []
    editor.edited.connect(lambda: edits.append(editor.article_fields()))
    editor.show_article(Article(id=ArticleId(1), headline="Snow", body_markdown="Snow fell.\n"))
    editor.show_article(Article(id=ArticleId(2), headline="Rain", standfirst="All day.", body_markdown="Rain fell.\n"))
    assert edits == []
