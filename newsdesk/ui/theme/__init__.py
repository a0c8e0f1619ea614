"""The window's look: one table of colours and sizes, two themes, fonts and icons."""

from newsdesk.ui.theme.apply import apply_theme, mark, palette, style_sheet
from newsdesk.ui.theme.current import current_theme, current_tokens
from newsdesk.ui.theme.fonts import (
    INTERFACE_FAMILY,
    TEXT_FAMILY,
    FontNotLoadedError,
    interface_font,
    load_fonts,
    text_font,
)
from newsdesk.ui.theme.icons import application_icon, dress, icon, pixmap
from newsdesk.ui.theme.resources import resource_path
from newsdesk.ui.theme.tokens import SIZES, Sizes, Theme, Tokens, state_colours, tokens

__all__ = [
    "INTERFACE_FAMILY",
    "SIZES",
    "TEXT_FAMILY",
    "FontNotLoadedError",
    "Sizes",
    "Theme",
    "Tokens",
    "application_icon",
    "apply_theme",
    "current_theme",
    "current_tokens",
    "dress",
    "icon",
    "interface_font",
    "load_fonts",
    "mark",
    "palette",
    "pixmap",
    "resource_path",
    "state_colours",
    "style_sheet",
    "text_font",
    "tokens",
]
