"""Renditions: what a copy for a page is to be, as plain values, and the name it gets for it."""

import hashlib
import json
from dataclasses import asdict, dataclass

WIDTHS = (320, 640, 960, 1280, 1600, 2048)
"""The widths of a page's renditions, in pixels."""

JPEG = "image/jpeg"
PNG = "image/png"
WEBP = "image/webp"

_RECIPE_VERSION = 1
"""Goes up when the same recipe gives other bytes, so that no old copy passes for a new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenditionSpec:
    """The size and format of a rendition: a width in pixels that is never exceeded nor scaled up to."""

    width: int
    media_type: str = JPEG
    quality: int = 82


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedCredit:
    """The metadata that a rendition carries, from the record and from nowhere else."""

    creator: str = ""
    credit_line: str = ""
    copyright: str = ""
    description: str = ""
    alt_text: str = ""
    headline: str = ""
    source: str = ""
    digital_source_type: str = ""
    usage_terms: str = ""
    web_statement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedImage:
    """A finished rendition; its size is in pixels."""

    content: bytes
    width: int
    height: int
    media_type: str


def recipe_name(sha256: str, spec: RenditionSpec, credit: EmbeddedCredit) -> str:
    """Return the file name, without its ending, of what this recipe draws: equal recipes, equal names."""
    recipe = [_RECIPE_VERSION, sha256, asdict(spec), asdict(credit)]
    digest = hashlib.sha256(json.dumps(recipe, sort_keys=True).encode()).hexdigest()
    return f"{sha256[:12]}-{spec.width}-{digest[:12]}"
