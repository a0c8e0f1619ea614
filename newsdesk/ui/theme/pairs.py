"""Which colour may stand on which: what the window may paint, and what is held to a contrast (WCAG 2.2)."""

from newsdesk.ui.theme.tokens import STATES, Tokens, state_tokens

_SURFACES = ("paper", "panel", "ground")
_RESTING = ("hover", "pressed", "selection")

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((text, surface) for text in ("ink", "soft", "muted", "faint", "accent", "brand") for surface in _SURFACES),
    *((text, surface) for text in ("good", "warn", "bad") for surface in (*_SURFACES, "selection")),
    *((text, surface) for text in ("ink", "soft", "muted", "accent", "bad") for surface in _RESTING),
    *((text, "well") for text in ("ink", "soft", "muted")),
    *((text, "marked") for text in ("ink", "soft", "muted")),
    *((text, "accent_soft") for text in ("ink", "soft", "muted", "accent")),
    *((text, "good_soft") for text in ("ink", "soft", "muted", "good")),
    *((text, "warn_soft") for text in ("ink", "soft", "muted", "warn")),
    *((text, "bad_soft") for text in ("ink", "soft", "muted", "bad")),
    *((text, ground) for text, ground in sorted({state_tokens(state) for state in STATES})),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_bad", "bad"),
    ("on_bad", "bad_hover"),
    ("on_inverse", "inverse"),
    ("on_badge", "badge"),
    ("ink", "note"),
)
"""Text and the ground it is written on; contrast at least 4.5 (success criterion 1.4.3)."""

EDGE_PAIRS: tuple[tuple[str, str], ...] = (
    *((edge, surface) for edge in ("edge", "accent", "bad_line", "warn_line") for surface in _SURFACES),
    *(("spelling", surface) for surface in ("paper", "note")),
    ("handle_hover", "paper"),
    ("accent", "selection"),
    ("accent", "accent_soft"),
)
"""An input's edge, a focus ring, a mark that says something, and what it stands on; at least 3 (1.4.11)."""


def colour_pairs(colours: Tokens, pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of names as pairs of ``#rrggbb``."""
    return tuple((getattr(colours, above), getattr(colours, below)) for above, below in pairs)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
