"""The theme's colours as a palette for what is written on the paper."""

from PySide6.QtGui import QColor, QPalette

from newsdesk.ui.theme.tokens import Tokens


def page_palette(colours: Tokens, start: QPalette) -> QPalette:
    """Return a palette in which text stands in ink on paper."""
    found = QPalette(start)
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Base, colours.paper),
        (roles.Window, colours.paper),
        (roles.Text, colours.ink),
        (roles.WindowText, colours.ink),
        (roles.Highlight, colours.marked),
        (roles.HighlightedText, colours.ink),
        (roles.PlaceholderText, colours.muted),
        (roles.Link, colours.accent),
    ):
        found.setColor(role, QColor(colour))
    return found
