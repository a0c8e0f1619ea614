"""The tools follow the caret and do what they say."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from newsdesk.text.blocks import Mark, Run, figure, heading, list_item, paragraph
from newsdesk.ui.editor.body_edit import BodyEdit
from newsdesk.ui.editor.text_actions import TEXT_COMMANDS, TextActions
from newsdesk.ui.editor.toolbar import EditorToolbar
from tests.ui.editor.bodies import a_body, press, select, stand, write

BODY = (
    paragraph([Run("plain "), Run("bold", frozenset({Mark.STRONG})), Run(" "), Run("link", href="https://a.rs/")]),
    heading("Head"),
    list_item("item"),
    figure(1, "caption"),
    paragraph("end"),
)


@pytest.fixture
def edit(qtbot: QtBot) -> BodyEdit:
    return a_body(qtbot, *BODY)


@pytest.fixture
def actions(edit: BodyEdit) -> TextActions:
    return TextActions(edit)


@pytest.mark.parametrize(
    ("place", "on"),
    [
        ((0, 2), {"text.paragraph"}),
        ((0, 8), {"text.paragraph", "text.strong"}),
        ((0, 13), {"text.paragraph", "text.link"}),
        ((1, 1), {"text.heading"}),
        ((2, 1), {"text.bullets"}),
        ((4, 1), set()),
    ],
)
def test_actions_are_on_where_the_text_is_so(
    edit: BodyEdit, actions: TextActions, place: tuple[int, int], on: set[str]
) -> None:
    stand(edit, *place)
    actions.follow()
    assert {action.objectName() for action in actions.all() if action.isChecked()} == on


def test_marks_and_kinds_are_off_on_a_picture(edit: BodyEdit, actions: TextActions) -> None:
    stand(edit, 3)
    actions.follow()
    assert not actions["text.strong"].isEnabled() and not actions["text.heading"].isEnabled()


def test_bold_without_a_selection_is_for_what_is_typed_next(edit: BodyEdit, actions: TextActions) -> None:
    stand(edit, 5, -1)
    actions["text.strong"].trigger()
    write(edit, "x")
    actions["text.strong"].trigger()
    write(edit, "y")
    assert edit.blocks()[-1].runs == (Run("end"), Run("x", frozenset({Mark.STRONG})), Run("y"))


def test_key_of_a_command_reaches_it(qtbot: QtBot, edit: BodyEdit, actions: TextActions) -> None:
    with qtbot.waitActive(edit):
        edit.show()
        edit.activateWindow()
    edit.setFocus()
    select(edit, (5, 0), (5, -1))
    press(edit, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert edit.blocks()[-1] == paragraph(Run("end", frozenset({Mark.STRONG})))


def test_undo_and_redo_are_enabled_when_there_is_something(edit: BodyEdit, actions: TextActions) -> None:
    before = actions["text.undo"].isEnabled(), actions["text.redo"].isEnabled()
    write(edit, "x")
    after = actions["text.undo"].isEnabled(), actions["text.redo"].isEnabled()
    edit.undo()
    assert (before, after, actions["text.redo"].isEnabled()) == ((False, False), (True, False), True)


def test_new_story_has_nothing_to_undo(edit: BodyEdit, actions: TextActions) -> None:
    write(edit, "x")
    edit.set_body([paragraph("other")])
    assert not actions["text.undo"].isEnabled()


def test_photo_and_link_are_asked_for(qtbot: QtBot, actions: TextActions) -> None:
    with qtbot.waitSignals([actions.photo_requested, actions.link_requested]):
        actions["text.photo"].trigger()
        actions["text.link"].trigger()


def test_every_button_has_a_name_and_a_tooltip(qtbot: QtBot, actions: TextActions) -> None:
    toolbar = EditorToolbar(actions)
    qtbot.addWidget(toolbar)
    buttons = toolbar.findChildren(QToolButton)
    assert [button for button in buttons if not button.accessibleName() or not button.toolTip()] == []


def test_toolbar_names_the_kind_of_block(qtbot: QtBot, edit: BodyEdit, actions: TextActions) -> None:
    toolbar = EditorToolbar(actions)
    qtbot.addWidget(toolbar)
    names = []
    for number in range(6):
        stand(edit, number)
        actions.follow()
        names.append(toolbar.kinds.text())
    assert names == ["Paragraph", "Heading", "List", "Photo", "Photo", "Paragraph"]


def test_no_two_commands_share_a_key() -> None:
    keys = [command.shortcut for command in TEXT_COMMANDS if command.shortcut]
    assert len(keys) == len(set(keys))


def test_no_command_takes_a_key_of_the_window() -> None:
    from newsdesk.ui.actions import COMMANDS

    assert {c.shortcut for c in TEXT_COMMANDS if c.shortcut} & {c.shortcut for c in COMMANDS} == set()
