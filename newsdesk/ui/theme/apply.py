"""Putting a theme on: palette, style and one style sheet made from the tokens."""

import re
from dataclasses import asdict, fields
from functools import cache

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from newsdesk.ui.theme.current import remember_theme
from newsdesk.ui.theme.fonts import INTERFACE_FAMILY, TEXT_FAMILY, interface_font
from newsdesk.ui.theme.icons import dress_again
from newsdesk.ui.theme.resources import resource_path
from newsdesk.ui.theme.tokens import SIZES, STATES, Theme, Tokens, state_colours, tokens

_NAME = re.compile(r"@([a-z][a-z_]*)")


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the whole program the look of a theme, now and for windows to come."""
    remember_theme(theme)
    QDir.setSearchPaths("theme", [str(resource_path("themes"))])
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette(tokens(theme)))
    app.setFont(interface_font(SIZES.text))
    app.setStyleSheet(style_sheet(theme))
    dress_again(app)


def mark(widget: QWidget, **properties: str | bool) -> None:
    """Set the properties that the style sheet reads (``role``, ``kind``, ``tone``, ``state``) and show the change."""
    changed = {name: value for name, value in properties.items() if widget.property(name) != value}
    for name, value in changed.items():
        widget.setProperty(name, value)
    # A widget that was never shown meets the style sheet with these properties when it is.
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()


@cache
def style_sheet(theme: Theme) -> str:
    """Return the window's style sheet in that theme's colours.

    Raises:
        KeyError: if the sheet names a token that does not exist.
    """
    colours = tokens(theme)
    values = {field.name: str(getattr(colours, field.name)) for field in fields(colours)}
    values |= {name: f"{size}px" for name, size in asdict(SIZES).items()}
    values |= {"theme": theme.value, "interface": INTERFACE_FAMILY, "serif": TEXT_FAMILY, "avatar": colours.avatars[0]}
    source = resource_path("themes", "newsdesk.qss").read_text(encoding="utf-8")
    return _NAME.sub(lambda found: values[found.group(1)], source) + _state_rules(colours)


def palette(colours: Tokens) -> QPalette:
    """Return the palette for what no style sheet reaches: documents, delegates, dialogs of the system."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, colour in {
        roles.Window: colours.ground,
        roles.WindowText: colours.ink,
        roles.Base: colours.paper,
        roles.AlternateBase: colours.panel,
        roles.Text: colours.ink,
        roles.Button: colours.paper,
        roles.ButtonText: colours.ink,
        roles.BrightText: colours.on_accent,
        roles.Highlight: colours.marked,
        roles.HighlightedText: colours.ink,
        roles.Link: colours.accent,
        roles.LinkVisited: colours.accent,
        roles.PlaceholderText: colours.faint,
        roles.ToolTipBase: colours.inverse,
        roles.ToolTipText: colours.on_inverse,
        roles.Light: colours.paper,
        roles.Midlight: colours.panel,
        roles.Mid: colours.line,
        roles.Dark: colours.edge,
        roles.Shadow: colours.edge,
        roles.Accent: colours.accent,
    }.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return made


def _state_rules(colours: Tokens) -> str:
    rules = []
    for state in STATES:
        text, ground = state_colours(colours, state)
        rules.append(f'QLabel[role="chip"][state="{state}"] {{ color: {text}; background: {ground}; }}')
    return "\n" + "\n".join(rules) + "\n"
