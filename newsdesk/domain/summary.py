"""What lists show: short records, the queries that ask for them, and their pages."""

from dataclasses import dataclass, field
from datetime import datetime

from newsdesk.domain.article import Access
from newsdesk.domain.ids import ArticleId, PersonId, PhotoId
from newsdesk.domain.workflow import State


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSummary:
    """A row of the article list. ``lead_sha256`` names the lead photo's original, for its thumbnail.

    ``lacks_credit`` is true where any attached photo has no credit.
    """

    id: ArticleId
    headline: str
    state: State
    section: str
    language: str
    access: Access
    word_count: int
    version: int
    revision: int
    published_at: datetime | None
    embargo_until: datetime | None
    scheduled_at: datetime | None
    updated_at: datetime
    lead_photo: PhotoId | None = None
    lead_sha256: str = ""
    lacks_credit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleQuery:
    """Which articles a list shows. Empty sets mean no limit; ``words`` is a search as typed."""

    states: frozenset[State] = field(default_factory=frozenset)
    section: str = ""
    language: str = ""
    words: str = ""
    without_photo: bool = False
    by_published: bool = False
    published_from: datetime | None = None
    published_before: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """Where the next page begins: after this sort key and id (``offset`` for pages by rank)."""

    key: str = ""
    id: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some rows, and where the next ones begin; ``following`` is None at the end."""

    rows: tuple[ArticleSummary, ...]
    following: Cursor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoQuery:
    """Which photos the desk shows."""

    words: str = ""
    missing_credit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One entry of a story's history."""

    revision: int
    at: datetime
    by: PersonId
    by_name: str
    why: str
    state: State
    word_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreInfo:
    """What a newsroom's store says of itself: ``engine`` is ``SQLite`` or ``PostgreSQL``."""

    engine: str
    address: str
    schema_version: str
