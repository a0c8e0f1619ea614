"""Which theme the running program wears."""

from PySide6.QtCore import QCoreApplication

from newsdesk.ui.theme.tokens import Theme, Tokens, tokens

_PROPERTY = "newsdesk_theme"


def current_theme() -> Theme:
    """Return the theme that was applied last, light where none was."""
    app = QCoreApplication.instance()
    return Theme(app.property(_PROPERTY) or Theme.LIGHT) if app is not None else Theme.LIGHT


def current_tokens() -> Tokens:
    """Return the colours of the theme that was applied last; cheap enough for a paint."""
    return tokens(current_theme())


def remember_theme(theme: Theme) -> None:
    """Keep the theme with the application object."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(_PROPERTY, theme.value)
