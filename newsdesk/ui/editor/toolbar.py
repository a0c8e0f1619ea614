"""The row of tools above the page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from newsdesk.text.blocks import BlockKind
from newsdesk.ui.editor.commands import CaretState
from newsdesk.ui.editor.text_actions import TextActions
from newsdesk.ui.theme.icons import dress
from newsdesk.ui.theme.tokens import SIZES

_GROUPS = (
    ("text.strong", "text.em", "text.link"),
    ("text.bullets", "text.numbers", "text.quote", "text.heading", "text.rule", "text.photo"),
    ("text.undo", "text.redo"),
)
_KINDS = ("text.paragraph", "text.heading", "text.subheading", "text.quote", "text.bullets", "text.numbers")
_MORE = ("text.u", "text.s", "text.sup", "text.sub", "text.code")


class EditorToolbar(QWidget):
    """Buttons for the commands on the text; they are on where the caret's text is so."""

    def __init__(self, actions: TextActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(SIZES.toolbar)
        self.setAccessibleName(self.tr("Tools for the text"))
        self._actions = actions
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 12, 0)
        self._row.setSpacing(2)
        self.kinds = self._menu_button(_KINDS, self.tr("Kind of block"))
        self._row.addWidget(self.kinds)
        for group in _GROUPS:
            self._line()
            for command in group:
                self._row.addWidget(self._button(command))
            if group is _GROUPS[0]:
                self.more = self._menu_button(_MORE, self.tr("More marks"))
                self.more.setProperty("kind", "bare")
                dress(self.more, "ellipsis")
                self._row.addWidget(self.more)
        self._row.addStretch(1)
        self._language = QLabel(self)
        self._language.setProperty("role", "muted")
        self._row.addWidget(self._language)
        actions.state_changed.connect(self._on_state_changed)
        self._on_state_changed(CaretState())

    def show_language(self, name: str) -> None:
        """Show the name of the story's language at the right."""
        self._language.setText(name)
        self._language.setAccessibleName(self.tr("Language of the story: {name}").format(name=name))

    def _button(self, command: str) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(self._actions[command])
        button.setAccessibleName(self._actions[command].text().rstrip("…"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _menu_button(self, commands: tuple[str, ...], name: str) -> QToolButton:
        button = QToolButton(self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setProperty("kind", "menu")
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        for command in commands:
            menu.addAction(self._actions[command])
        button.setMenu(menu)
        return button

    def _line(self) -> None:
        line = QFrame(self)
        line.setProperty("role", "line")
        line.setFrameShape(QFrame.Shape.VLine)
        line.setFixedHeight(20)
        self._row.addSpacing(6)
        self._row.addWidget(line)
        self._row.addSpacing(6)

    def _on_state_changed(self, state: CaretState) -> None:
        words = {
            BlockKind.PARAGRAPH: self.tr("Paragraph"),
            BlockKind.HEADING: self.tr("Heading") if state.level != 3 else self.tr("Small heading"),
            BlockKind.QUOTE: self.tr("Quotation"),
            BlockKind.LIST_ITEM: self.tr("List"),
            BlockKind.FIGURE: self.tr("Photo"),
            BlockKind.RULE: self.tr("Rule"),
            BlockKind.RAW: self.tr("Kept as it was"),
        }
        self.kinds.setText(words[state.kind])
        self.kinds.setEnabled(state.takes_kind)
