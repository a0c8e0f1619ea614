"""The small pictures that a style sheet can only take from files: ticks and arrows, one set a theme.

They are written from the icons and the table of colours; run this module after changing either.
"""

from pathlib import Path

from newsdesk.ui.theme.icons import recoloured
from newsdesk.ui.theme.resources import resource_path
from newsdesk.ui.theme.tokens import Theme, tokens

_HEAVY = {"check", "minus"}

PICTURES: tuple[tuple[str, str, str], ...] = (
    ("check", "check", "on_accent"),
    ("part", "minus", "on_accent"),
    ("down", "chevron-down", "muted"),
    ("up", "chevron-up", "muted"),
    ("right", "chevron-right", "muted"),
    ("left", "chevron-left", "muted"),
    ("down-off", "chevron-down", "disabled"),
    ("up-off", "chevron-up", "disabled"),
    ("calendar", "calendar", "muted"),
    ("tick", "check", "accent"),
    ("close", "x", "muted"),
)
"""File, icon and colour token of each picture."""


def picture_svg(theme: Theme, icon_name: str, colour: str) -> str:
    """Return the SVG of a picture in that theme's colour."""
    drawn = recoloured(icon_name, getattr(tokens(theme), colour))
    # A tick of 12 pixels needs more body than an icon of 16.
    return drawn.replace('stroke-width="1.75"', 'stroke-width="3"') if icon_name in _HEAVY else drawn


def write_pictures(folder: Path) -> None:
    """Write the pictures of both themes below that folder."""
    for theme in Theme:
        place = folder / theme.value
        place.mkdir(parents=True, exist_ok=True)
        for file, icon_name, colour in PICTURES:
            (place / f"{file}.svg").write_text(picture_svg(theme, icon_name, colour), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_pictures(resource_path("themes"))
