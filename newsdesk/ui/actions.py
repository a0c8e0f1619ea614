"""Every command of the window, as rows of one table."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command: a stable id, its words, its keys and its icon's name."""

    id: str
    text: str
    shortcut: str = ""
    icon: str = ""


COMMANDS: tuple[Command, ...] = (
    Command(id="story.new", text="New story", shortcut="Ctrl+N", icon="square-pen"),
    Command(id="story.import", text="Bring stories in…", shortcut="Ctrl+O", icon="file-input"),
    Command(id="story.save", text="Save now", shortcut="Ctrl+S", icon="check"),
    Command(id="story.close", text="Close the story", shortcut="Ctrl+W", icon="x"),
    Command(id="story.forward", text="Move the story on", shortcut="Ctrl+Return", icon="send"),
    Command(id="story.export", text="Export this story…", shortcut="Ctrl+E", icon="download"),
    Command(id="photo.attach", text="Attach a photo…", shortcut="Ctrl+Shift+P", icon="image-plus"),
    Command(id="site.export", text="Export the site…", shortcut="Ctrl+Shift+E", icon="globe"),
    Command(id="briefing.open", text="Briefings", shortcut="Ctrl+Shift+B", icon="newspaper"),
    Command(id="view.search", text="Search stories and commands", shortcut="Ctrl+K", icon="search"),
    Command(id="view.list", text="Show or hide the list", shortcut="F8", icon="panel-left"),
    Command(id="view.side", text="Show or hide the side", shortcut="F9", icon="panel-right"),
    Command(id="view.theme", text="Light or dark", shortcut="Ctrl+Shift+L", icon="moon"),
    Command(id="side.preview", text="Preview", shortcut="Alt+1", icon="eye"),
    Command(id="side.details", text="Details", shortcut="Alt+2", icon="file-text"),
    Command(id="side.photos", text="Photos", shortcut="Alt+3", icon="images"),
    Command(id="side.checks", text="Checks", shortcut="Alt+4", icon="circle-check"),
    Command(id="side.history", text="History", shortcut="Alt+5", icon="clock"),
    Command(id="newsroom.open", text="Open another newsroom…", shortcut="Ctrl+Shift+O", icon="folder-open"),
    Command(id="newsroom.backup", text="Back up…", icon="archive"),
    Command(id="app.help", text="Keys and help", shortcut="F1", icon="circle-help"),
    Command(id="app.quit", text="Quit", shortcut="Ctrl+Q", icon="x"),
)


class ActionTable(QObject):
    """The commands as QActions, found by id; the window adds them, panels are connected to them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(QCoreApplication.translate("Commands", command.text), self)
            action.setObjectName(command.id)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            if command.shortcut:
                action.setShortcut(QKeySequence(command.shortcut))
            self._actions[command.id] = action

    def __getitem__(self, command: str) -> QAction:
        return self._actions[command]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())
