"""The commands on the text as actions, one row each: words, keys, icon and what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QTextCursor

from newsdesk.text.blocks import BlockKind, ListKind, Mark
from newsdesk.ui.editor.body_edit import BodyEdit
from newsdesk.ui.editor.commands import (
    CaretState,
    caret_state,
    insert_rule,
    make_paragraph,
    toggle_heading,
    toggle_list,
    toggle_mark,
    toggle_quote,
    toggled_mark,
)
from newsdesk.ui.theme.icons import dress

Shows = Callable[[CaretState], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextCommand:
    """One command on the text; ``mark`` or ``change`` is what it does, ``shows`` when it is on."""

    id: str
    text: str
    shortcut: str = ""
    icon: str = ""
    mark: Mark | None = None
    change: Callable[[QTextCursor], object] | None = None
    shows: Shows | None = None


def _heading(level: int) -> Shows:
    return lambda state: state.kind is BlockKind.HEADING and state.level == level


TEXT_COMMANDS: tuple[TextCommand, ...] = (
    TextCommand(
        id="text.paragraph",
        text="Paragraph",
        shortcut="Ctrl+Alt+0",
        icon="pilcrow",
        change=make_paragraph,
        shows=lambda state: state.kind is BlockKind.PARAGRAPH,
    ),
    TextCommand(
        id="text.heading",
        text="Heading",
        shortcut="Ctrl+Alt+2",
        icon="heading-2",
        change=lambda cursor: toggle_heading(cursor, 2),
        shows=_heading(2),
    ),
    TextCommand(
        id="text.subheading",
        text="Small heading",
        shortcut="Ctrl+Alt+3",
        icon="heading-3",
        change=lambda cursor: toggle_heading(cursor, 3),
        shows=_heading(3),
    ),
    TextCommand(
        id="text.quote",
        text="Quotation",
        shortcut="Ctrl+Shift+9",
        icon="quote",
        change=toggle_quote,
        shows=lambda state: state.kind is BlockKind.QUOTE,
    ),
    TextCommand(
        id="text.bullets",
        text="List",
        shortcut="Ctrl+Shift+8",
        icon="list",
        change=lambda cursor: toggle_list(cursor, ListKind.BULLET),
        shows=lambda state: state.list_kind is ListKind.BULLET,
    ),
    TextCommand(
        id="text.numbers",
        text="Numbered list",
        shortcut="Ctrl+Shift+7",
        icon="list-ordered",
        change=lambda cursor: toggle_list(cursor, ListKind.NUMBERED),
        shows=lambda state: state.list_kind is ListKind.NUMBERED,
    ),
    TextCommand(id="text.rule", text="Rule", icon="minus", change=insert_rule),
    TextCommand(id="text.strong", text="Bold", shortcut="Ctrl+B", icon="bold", mark=Mark.STRONG),
    TextCommand(id="text.em", text="Italic", shortcut="Ctrl+I", icon="italic", mark=Mark.EMPHASIS),
    TextCommand(id="text.u", text="Underline", shortcut="Ctrl+U", icon="underline", mark=Mark.UNDERLINE),
    TextCommand(id="text.s", text="Strike out", shortcut="Ctrl+Shift+X", icon="strikethrough", mark=Mark.STRIKE),
    TextCommand(id="text.sup", text="Superscript", shortcut="Ctrl+.", icon="superscript", mark=Mark.SUPERSCRIPT),
    TextCommand(id="text.sub", text="Subscript", shortcut="Ctrl+,", icon="subscript", mark=Mark.SUBSCRIPT),
    TextCommand(id="text.code", text="Code", icon="type", mark=Mark.CODE),
    TextCommand(id="text.link", text="Link…", shortcut="Ctrl+L", icon="link", shows=lambda state: bool(state.href)),
    TextCommand(id="text.photo", text="Photo in the text…", icon="image-plus"),
    TextCommand(id="text.undo", text="Undo", icon="undo-2"),
    TextCommand(id="text.redo", text="Redo", icon="redo-2"),
    TextCommand(id="text.cut", text="Cut"),
    TextCommand(id="text.copy", text="Copy", icon="copy"),
    TextCommand(id="text.paste", text="Paste"),
    TextCommand(id="text.paste_plain", text="Paste without marks", shortcut="Ctrl+Shift+V"),
    TextCommand(id="text.select_all", text="Select all"),
)
"""Undo, redo, cut, copy and paste carry no shortcut: their keys are the text's own, in every field."""

_KEYS = {
    "text.undo": QKeySequence.StandardKey.Undo,
    "text.redo": QKeySequence.StandardKey.Redo,
    "text.cut": QKeySequence.StandardKey.Cut,
    "text.copy": QKeySequence.StandardKey.Copy,
    "text.paste": QKeySequence.StandardKey.Paste,
    "text.select_all": QKeySequence.StandardKey.SelectAll,
}


class TextActions(QObject):
    """The commands as QActions for one body; they follow its caret."""

    link_requested = Signal()
    photo_requested = Signal()
    state_changed = Signal(object)

    def __init__(self, body: BodyEdit) -> None:
        super().__init__(body)
        self._body = body
        self._rows = {command.id: command for command in TEXT_COMMANDS}
        self._actions = {command.id: self._made(command) for command in TEXT_COMMANDS}
        body.addActions([action for action in self._actions.values() if not action.shortcut().isEmpty()])
        for name, signal in (("text.undo", body.undoAvailable), ("text.redo", body.redoAvailable)):
            self._actions[name].setEnabled(False)
            signal.connect(self._actions[name].setEnabled)

    def __getitem__(self, command: str) -> QAction:
        return self._actions[command]

    def all(self) -> list[QAction]:
        """Return every action, in the order of the table."""
        return list(self._actions.values())

    def _made(self, command: TextCommand) -> QAction:
        words = QCoreApplication.translate("TextCommands", command.text)
        action = QAction(words, self)
        action.setObjectName(command.id)
        keys = QKeySequence(command.shortcut) if command.shortcut else QKeySequence(_KEYS.get(command.id, ""))
        if command.shortcut:
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{words.rstrip('…')} ({shown})" if shown else words.rstrip("…"))
        action.setCheckable(command.mark is not None or command.shows is not None)
        if command.icon:
            dress(action, command.icon)
        action.triggered.connect(partial(self._run, command.id))
        return action

    def _run(self, command_id: str, _checked: bool = False) -> None:
        command = self._rows[command_id]
        if command.mark is not None:
            self._mark(command.mark)
        elif command.change is not None:
            self._body.apply(command.change)
        else:
            self._others()[command_id]()
        self.follow()

    def _others(self) -> dict[str, Callable[[], object]]:
        body = self._body
        return {
            "text.link": self.link_requested.emit,
            "text.photo": self.photo_requested.emit,
            "text.undo": body.undo,
            "text.redo": body.redo,
            "text.cut": body.cut_selection,
            "text.copy": body.copy,
            "text.paste": body.paste_from_clipboard,
            "text.paste_plain": body.paste_plain,
            "text.select_all": body.selectAll,
        }

    def _mark(self, mark: Mark) -> None:
        cursor = self._body.textCursor()
        if cursor.hasSelection():
            self._body.apply(lambda at: toggle_mark(at, mark))
        elif caret_state(cursor).takes_text:
            form = toggled_mark(self._body.currentCharFormat(), mark, cursor.block())
            self._body.setCurrentCharFormat(form)

    def follow(self) -> None:
        """Show at every action whether it is on at the caret."""
        state = caret_state(self._body.textCursor(), self._body.currentCharFormat())
        for command in TEXT_COMMANDS:
            action = self._actions[command.id]
            if command.mark is not None:
                action.setChecked(command.mark in state.marks)
                action.setEnabled(state.takes_text)
            elif command.shows is not None:
                action.setChecked(command.shows(state))
                action.setEnabled(state.takes_text if command.id == "text.link" else state.takes_kind)
        self.state_changed.emit(state)
