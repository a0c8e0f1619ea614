"""What a photo may be used for, and for how long."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RightsCategory(StrEnum):
    """On what terms a photo came to the newsroom."""

    STAFF = "staff"
    CONTRACT = "contract"
    AGENCY_SUBSCRIPTION = "agency_subscription"
    HANDOUT = "handout"
    CREATIVE_COMMONS = "cc"
    PUBLIC_DOMAIN = "public_domain"
    ARCHIVE = "archive"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """The terms of one photo; ``assumed`` says that they came from its agency's default profile."""

    category: RightsCategory = RightsCategory.UNKNOWN
    usage_terms: str = ""
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    embargo_until: datetime | None = None
    assumed: bool = False

    def allow(self, moment: datetime) -> bool:
        """Tell whether the terms cover that moment (aware, any zone)."""
        if self.valid_from is not None and moment < self.valid_from:
            return False
        return self.valid_to is None or moment < self.valid_to


EDITORIAL_USE = "Editorial use, no limit"


def default_rights(profile: str) -> Rights:
    """Return the terms of an agency's default profile, marked as assumed."""
    return Rights(category=RightsCategory(profile), usage_terms=EDITORIAL_USE, assumed=True)
