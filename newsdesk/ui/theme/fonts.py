"""The two bundled families: Inter for the interface, Source Serif 4 for text."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from newsdesk.domain.errors import NewsdeskError
from newsdesk.ui.theme.resources import resource_path

INTERFACE_FAMILY = "Inter"
TEXT_FAMILY = "Source Serif 4"

_FILES = (
    ("inter", ("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold")),
    (
        "source-serif-4",
        (
            "SourceSerif4-Regular",
            "SourceSerif4-It",
            "SourceSerif4-Semibold",
            "SourceSerif4-SemiboldIt",
            "SourceSerif4-Bold",
            "SourceSerif4-BoldIt",
        ),
    ),
)


class FontNotLoadedError(NewsdeskError):
    """A bundled font file is missing or damaged; field: ``file``."""

    sentence = "Newsdesk could not load its font {file}."
    way_out = "Put the program's resources folder back as it was."


def load_fonts() -> None:
    """Make the bundled families known to Qt; a second call does nothing.

    Raises:
        FontNotLoadedError: if a file is missing or Qt refuses it.
    """
    for folder, names in _FILES:
        for name in names:
            _load(str(resource_path("fonts", folder, f"{name}.ttf")))


def interface_font(px: int = 13, weight: int = 400, *, tabular: bool = False) -> QFont:
    """Return Inter at that size in pixels; 400 regular, 500 medium, 600 semibold, 700 bold.

    With ``tabular`` all figures are equally wide, for counts and clocks that change in place.
    """
    font = _font(INTERFACE_FAMILY, px, weight)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def text_font(px: int = 17, weight: int = 400, *, italic: bool = False) -> QFont:
    """Return Source Serif 4 at that size in pixels; 400 regular, 600 semibold, 700 bold."""
    font = _font(TEXT_FAMILY, px, weight)
    font.setItalic(italic)
    return font


@cache
def _load(file: str) -> None:
    # Once a process: Qt would keep a second copy of a file given twice.
    if QFontDatabase.addApplicationFont(file) < 0:
        raise FontNotLoadedError(file=file)


def _font(family: str, px: int, weight: int) -> QFont:
    font = QFont(family)
    font.setPixelSize(px)
    font.setWeight(QFont.Weight(weight))
    # Letters keep their drawn shape and their place between pixels: text looks alike on every system.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
