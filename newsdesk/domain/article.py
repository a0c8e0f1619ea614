"""The article: typed fields and a body of Newsdesk Markdown.

Names follow IPTC ninjs 3.1 where it has one; the headline is a field and never stands in the body.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from newsdesk.domain.ids import ArticleId, PersonId, PhotoId
from newsdesk.domain.photo import AwaitedPhoto, PhotoUse
from newsdesk.domain.workflow import Kind, State

LANGUAGES = ("en", "sr-Latn", "sr-Cyrl")
"""The languages of the newsroom, as BCP 47 tags."""

HEADLINE_LIMIT = 110
STANDFIRST_LIMIT = 160
SLUGLINE_LIMIT = 64
URGENCIES = range(1, 10)
"""IPTC urgency, 1 (most urgent) to 9."""


class Access(StrEnum):
    """How much of a story a reader gets before the gate."""

    OPEN = "open"
    TEASER = "teaser"
    MEMBERS = "members"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A place in the section tree, one or two levels deep: ``Archive / News``."""

    names: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> "Section":
        """Return the section that a text such as ``Archive / News`` names; deeper levels join the second."""
        names = [name.strip() for name in text.split("/") if name.strip()]
        return cls(names=(names[0], " / ".join(names[1:])) if len(names) > 1 else tuple(names))

    def __str__(self) -> str:
        return " / ".join(self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was wrong, what is right, where and why; it stands at the foot of the page."""

    wrong: str
    right: str
    where: str
    reason: str
    noted_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A story as it stands at one revision. Times are aware and in UTC; ``revision`` 0 is unsaved.

    ``version`` counts releases; ``reopened_as`` says why a published story is open again.
    """

    id: ArticleId = ArticleId(0)
    uri: str = ""
    state: State = State.DRAFT
    profile: str = "web story"
    version: int = 0
    revision: int = 0
    reopened_as: Kind | None = None
    language: str = "en"
    headline: str = ""
    standfirst: str = ""
    slugline: str = ""
    section: str = ""
    source: str = ""
    byline: str = ""
    dateline: str = ""
    urgency: int = 4
    access: Access = Access.OPEN
    body_markdown: str = ""
    note_to_editors: str = ""
    photos: tuple[PhotoUse, ...] = ()
    awaited_photo: AwaitedPhoto | None = None
    related_pinned: tuple[ArticleId, ...] = ()
    related_banned: tuple[ArticleId, ...] = ()
    corrections: tuple[Correction, ...] = ()
    questions: tuple[str, ...] = ()
    extras: tuple[tuple[str, str], ...] = ()
    published_at: datetime | None = None
    embargo_until: datetime | None = None
    scheduled_at: datetime | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None
    updated_by: PersonId | None = None

    @property
    def lead_photo(self) -> PhotoUse | None:
        """The photo above the body."""
        return next((use for use in self.photos if use.lead), None)

    def use_of(self, photo: PhotoId) -> PhotoUse | None:
        """Return how the story uses that photo, or None where it doesn't."""
        return next((use for use in self.photos if use.photo == photo), None)

    def with_photo(self, use: PhotoUse) -> "Article":
        """Return the story with that use added, or put in the place of the same photo's.

        There is one lead: a new lead makes the old one an ordinary use that stays attached.
        Attaching a lead settles the awaited photo.
        """
        others = [old if not (use.lead and old.lead) else replace(old, lead=False) for old in self.photos]
        kept = [old for old in others if old.photo != use.photo]
        uses = (use, *kept) if use.lead else (*kept, use)
        return replace(self, photos=uses, awaited_photo=None if use.lead else self.awaited_photo)

    def without_photo(self, photo: PhotoId) -> "Article":
        """Return the story without that photo."""
        return replace(self, photos=tuple(use for use in self.photos if use.photo != photo))


def slugline_from(headline: str) -> str:
    """Return a slugline drawn from a headline: up to four longer words, joined by dashes, at most 24 letters.

    A headline of short words alone lends those; one without letters and digits gives nothing.
    """
    words = re.findall(r"[^\W_]+", headline.casefold())
    words = [word for word in words if len(word) > 3] or words
    line = ""
    for word in words[:4]:
        longer = f"{line}-{word}" if line else word[:24]
        if len(longer) > 24:
            break
        line = longer
    return line
