"""The one table of colours and sizes: every colour of the window is named here, for light and for dark."""

from dataclasses import dataclass
from enum import StrEnum


class Theme(StrEnum):
    """The two faces of the window."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one theme as ``#rrggbb``.

    A name that ends in ``_soft`` is the ground on which the colour without the ending is written. Which
    colour may stand on which is told by ``pairs``.
    """

    # Grounds.
    paper: str
    panel: str
    ground: str
    well: str
    hover: str
    pressed: str
    selection: str
    marked: str
    # Text and icons.
    ink: str
    soft: str
    muted: str
    faint: str
    disabled: str
    # Lines: between things, around an input, between rows of a list.
    line: str
    edge: str
    rule: str
    # The one colour that says "here".
    accent: str
    accent_soft: str
    accent_hover: str
    on_accent: str
    # The colour of the publication, for its name and its sections.
    brand: str
    # What is fine, what wants a look, what is wrong.
    good: str
    good_soft: str
    good_line: str
    warn: str
    warn_soft: str
    warn_line: str
    bad: str
    bad_soft: str
    bad_line: str
    bad_hover: str
    on_bad: str
    # States of a story.
    draft: str
    draft_soft: str
    published: str
    published_soft: str
    # What is turned round: a filter that is on, a tooltip.
    inverse: str
    on_inverse: str
    # Counts, notes in the text, misspelt words.
    badge: str
    on_badge: str
    note: str
    note_line: str
    spelling: str
    # Scroll bars.
    handle: str
    handle_hover: str
    # Grounds of initials; ``on_avatar`` is written on each.
    avatars: tuple[str, ...]
    on_avatar: str


LIGHT = Tokens(
    paper="#ffffff",
    panel="#fbfaf8",
    ground="#f6f5f2",
    well="#e4e1da",
    hover="#efede8",
    pressed="#e6e3dc",
    selection="#e8f0f5",
    marked="#c9e0ee",
    ink="#1d2126",
    soft="#3b424b",
    muted="#59606b",
    faint="#646b76",
    disabled="#a3a8b0",
    line="#e4e1da",
    edge="#8f8a7f",
    rule="#eeece6",
    accent="#0b5c8a",
    accent_soft="#e3eff6",
    accent_hover="#084c73",
    on_accent="#ffffff",
    brand="#8f1d22",
    good="#276b43",
    good_soft="#e2f1e7",
    good_line="#cfe3d6",
    warn="#8a4e00",
    warn_soft="#fbeed9",
    warn_line="#c07c12",
    bad="#b3261e",
    bad_soft="#fbe4e2",
    bad_line="#b3261e",
    bad_hover="#971d16",
    on_bad="#ffffff",
    draft="#50565f",
    draft_soft="#eceae4",
    published="#56408f",
    published_soft="#e9e4f4",
    inverse="#1d2126",
    on_inverse="#ffffff",
    badge="#dedad1",
    on_badge="#33383f",
    note="#fff3c9",
    note_line="#e7c34a",
    spelling="#d93636",
    handle="#c4c0b7",
    handle_hover="#8f8a7f",
    avatars=("#d7e3ea", "#e2e0f0", "#dcebe0", "#f3e4cf", "#f2dddc", "#e3e1da"),
    on_avatar="#2b3a45",
)

DARK = Tokens(
    paper="#1f242a",
    panel="#1a1e23",
    ground="#15181c",
    well="#262c33",
    hover="#282e35",
    pressed="#313841",
    selection="#1b2c38",
    marked="#1e4157",
    ink="#e8eaed",
    soft="#c9d0d8",
    muted="#a6afba",
    faint="#929ba6",
    disabled="#5b636d",
    line="#2d333b",
    edge="#6f7884",
    rule="#262c33",
    accent="#6ab8e4",
    accent_soft="#173243",
    accent_hover="#86c7ec",
    on_accent="#0d1a22",
    brand="#e8979a",
    good="#6fca95",
    good_soft="#173626",
    good_line="#2b5a40",
    warn="#e6b365",
    warn_soft="#3a2d17",
    warn_line="#c9922f",
    bad="#f2918a",
    bad_soft="#43211f",
    bad_line="#d8655d",
    bad_hover="#f6aaa4",
    on_bad="#2a0f0d",
    draft="#b6bec8",
    draft_soft="#2c3138",
    published="#b7a6ec",
    published_soft="#2c2742",
    inverse="#e8eaed",
    on_inverse="#15181c",
    badge="#3a424b",
    on_badge="#dfe3e8",
    note="#4a3f17",
    note_line="#c9a63b",
    spelling="#f0716a",
    handle="#414952",
    handle_hover="#6f7884",
    avatars=("#26424f", "#34314f", "#23412f", "#47361c", "#4a2b2a", "#383d44"),
    on_avatar="#dbe7ee",
)

_TABLE = {Theme.LIGHT: LIGHT, Theme.DARK: DARK}


def tokens(theme: Theme) -> Tokens:
    """Return the colours of that theme."""
    return _TABLE[theme]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Distances, radii and type sizes in device-independent pixels, the same in both themes.

    Distances stand on a grid of 4.
    """

    grid: int = 4
    gap: int = 8
    inset: int = 12
    margin: int = 16
    block: int = 24
    radius_chip: int = 5
    radius_tool: int = 6
    radius: int = 7
    radius_card: int = 8
    radius_rail: int = 9
    radius_sheet: int = 12
    control: int = 30
    header: int = 48
    toolbar: int = 42
    strip: int = 32
    status: int = 28
    rail_icon: int = 38
    icon: int = 16
    thumbnail: int = 44
    text_tiny: int = 11
    text_small: int = 12
    text: int = 13
    text_row: int = 14
    text_title: int = 15
    text_lede: int = 16
    text_sheet: int = 18
    text_briefing: int = 21
    text_display: int = 36
    body: int = 17
    standfirst: int = 17
    headline: int = 28


SIZES = Sizes()
"""The sizes that the whole window uses."""

_STATE_COLOURS = {
    "draft": ("draft", "draft_soft"),
    "review": ("accent", "accent_soft"),
    "ready": ("good", "good_soft"),
    "scheduled": ("good", "good_soft"),
    "published": ("published", "published_soft"),
    "correcting": ("published", "published_soft"),
    "held": ("warn", "warn_soft"),
    "killed": ("bad", "bad_soft"),
    "withdrawn": ("bad", "bad_soft"),
    "spiked": ("draft", "draft_soft"),
    "archived": ("draft", "draft_soft"),
}

STATES = tuple(_STATE_COLOURS)
"""The states of a story that have a colour, by the value of their name."""


def state_tokens(state: str) -> tuple[str, str]:
    """Return the names of the tokens for a state's chip: its text and its ground."""
    return _STATE_COLOURS[state]


def state_colours(colours: Tokens, state: str) -> tuple[str, str]:
    """Return the colours of a state's chip: its text and its ground."""
    text, ground = state_tokens(state)
    return getattr(colours, text), getattr(colours, ground)
