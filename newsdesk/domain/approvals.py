"""Approvals: who signed what, for which text; a change of what was covered makes them stale."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newsdesk.domain.article import Article
from newsdesk.domain.ids import ArticleId, PersonId


class ApprovalKind(StrEnum):
    """What an approval answers for."""

    COPY = "copy"
    FACT = "fact"
    LEGAL = "legal"
    PHOTO = "photo"
    STANDARDS = "standards"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """One signature; ``content_hash`` is the SHA-256, in hexadecimal, of the fields it covers."""

    article_id: ArticleId
    kind: ApprovalKind
    signed_by: PersonId
    signed_at: datetime
    content_hash: str


_TEXT = ("headline", "standfirst", "slugline", "byline", "dateline", "source", "body_markdown", "note_to_editors")
_COVERED: dict[ApprovalKind, tuple[str, ...]] = {
    ApprovalKind.COPY: _TEXT,
    ApprovalKind.FACT: ("body_markdown",),
    ApprovalKind.LEGAL: (*_TEXT, "photos"),
    ApprovalKind.PHOTO: ("photos",),
    ApprovalKind.STANDARDS: ("headline", "body_markdown", "embargo_until", "source"),
}


def covered_hash(article: Article, kind: ApprovalKind) -> str:
    """Return the SHA-256 of what an approval covers, over canonical JSON."""
    values = {name: _plain(article, name) for name in _COVERED[kind]}
    canonical = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def is_stale(approval: Approval, article: Article) -> bool:
    """Tell whether what was signed has changed since."""
    return approval.content_hash != covered_hash(article, approval.kind)


def _plain(article: Article, name: str) -> object:
    if name == "photos":
        return [[use.photo, use.lead, use.caption, use.alt] for use in article.photos]
    value = getattr(article, name)
    return value.isoformat() if isinstance(value, datetime) else value
