"""Releases: an append-only log of what left the newsroom, chained by hash."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsdesk.domain.article import Article
from newsdesk.domain.ids import ArticleId, PersonId


class ReleaseKind(StrEnum):
    """What a release tells those who have the story."""

    NEW = "new"
    UPDATE = "update"
    CORRECTION = "correction"
    REFILE = "refile"
    HOLD = "hold"
    KILL = "kill"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One row of the log: the story as readers got it, and a hash over it and the row before.

    ``chain_hash`` is a SHA-256 in hexadecimal, empty until the row is stored.
    """

    article_id: ArticleId
    version: int
    kind: ReleaseKind
    released_at: datetime
    released_by: PersonId
    reason: str = ""
    article: Article
    chain_hash: str = ""
