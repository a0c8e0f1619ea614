"""A photo: an original that never changes, what it says of itself, its credit and its rights."""

from dataclasses import dataclass, field
from datetime import datetime

from newsdesk.domain.credit import Credit
from newsdesk.domain.ids import PersonId, PhotoId
from newsdesk.domain.rights import Rights

AI_SOURCE_TYPES = frozenset(
    {
        "trainedAlgorithmicMedia",
        "compositeWithTrainedAlgorithmicMedia",
        "algorithmicMedia",
    }
)
"""Digital source types that must carry a visible label (IPTC Digital Source Type NewsCodes)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A taken-in photo.

    Sizes are in pixels of the upright image and in bytes. ``creator_as_read`` and ``agency_as_read``
    are what the file itself says; only ``credit`` prints, and only a person or a confirmed take-in
    sets it. ``description`` belongs to the photo (IPTC Caption/Description), a caption to its use.
    ``revision`` is 0 until the photo is stored.
    """

    id: PhotoId = PhotoId(0)
    sha256: str
    file_name: str
    media_type: str
    byte_size: int
    width: int
    height: int
    creator_as_read: str = ""
    agency_as_read: str = ""
    credit: Credit = field(default_factory=Credit)
    headline: str = ""
    description: str = ""
    alt_text: str = ""
    copyright: str = ""
    character_set: str = ""
    digital_source_type: str = ""
    taken_at: datetime | None = None
    rights: Rights = field(default_factory=Rights)
    killed_reason: str = ""
    focal_x: float | None = None
    focal_y: float | None = None
    added_at: datetime | None = None
    added_by: PersonId | None = None
    revision: int = 0

    @property
    def needs_label(self) -> bool:
        """Whether a machine made the picture, or part of it."""
        return self.digital_source_type in AI_SOURCE_TYPES


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoUse:
    """A photo in a story: the caption and the alternative text belong to this use."""

    photo: PhotoId
    lead: bool = False
    caption: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaitedPhoto:
    """A photo that a saved page showed and that nobody has attached yet."""

    caption: str = ""
    creator: str = ""
    agency: str = ""
