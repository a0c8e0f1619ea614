"""A briefing: a dated, numbered edition of stories in a running order."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from newsdesk.domain.ids import ArticleId, BriefingId, PersonId, SeriesId


class BriefingState(StrEnum):
    """Whether an edition can still change."""

    OPEN = "open"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A line of editions with its own numbers: ``Morning Briefing``."""

    id: SeriesId
    name: str
    slug: str
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingItem:
    """One story of an edition, at the revision it was taken at; blanks mean the story's own words."""

    article: ArticleId
    article_revision: int = 0
    headline: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """An edition. ``number`` is proposed while it is open and fixed when it is finished."""

    id: BriefingId = BriefingId(0)
    series: SeriesId
    number: int
    date: date
    state: BriefingState = BriefingState.OPEN
    editors_note: str = ""
    items: tuple[BriefingItem, ...] = ()
    finished_at: datetime | None = None
    finished_by: PersonId | None = None
    revision: int = 0
