"""What a photo file says of itself, as plain values that cross from the worker to the program."""

import json
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageFacts:
    """The format of a picture and its size in pixels as stored; ``orientation`` is EXIF's, 1 to 8."""

    media_type: str
    width: int
    height: int
    orientation: int = 1

    @property
    def upright_size(self) -> tuple[int, int]:
        """Width and height, in pixels, of the picture as it is shown."""
        return (self.height, self.width) if self.orientation >= 5 else (self.width, self.height)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoMetadata:
    """The IPTC properties of a photo as its file has them, XMP before IIM before EXIF.

    ``agency`` is an agency's code where its name is known, else as written. ``taken_at`` is aware and
    in UTC; a clock without a zone is taken as UTC, which ``raw["evidence"]`` says. ``digital_source_type``
    is the last word of its NewsCodes address. ``character_set`` names how the text that is not XMP was
    decoded: ``ascii``, ``utf-8`` or a legacy set, ``""`` where there is none. ``raw`` holds the values
    before any choice, the evidence for the character set, and the conflicts; it can be written as JSON.
    """

    creator: str = ""
    agency: str = ""
    credit_line: str = ""
    headline: str = ""
    description: str = ""
    alt_text: str = ""
    copyright: str = ""
    source: str = ""
    city: str = ""
    country: str = ""
    digital_source_type: str = ""
    taken_at: datetime | None = None
    instructions: str = ""
    keywords: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    character_set: str = ""
    raw: dict[str, object] = field(default_factory=dict)

    def raw_json(self) -> str:
        """Return the raw values and the evidence as JSON, for the record."""
        return json.dumps(self.raw, ensure_ascii=False, sort_keys=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """Everything that taking in a photo needs to know of its file."""

    facts: ImageFacts
    metadata: PhotoMetadata
