"""Between a story and its rows."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from newsdesk.domain.article import Access, Article
from newsdesk.domain.ids import ArticleId, PersonId, PhotoId
from newsdesk.domain.photo import PhotoUse
from newsdesk.domain.workflow import Kind, State
from newsdesk.storage.article_json import awaited_from, corrections_for, corrections_from, pairs_from
from newsdesk.storage.tables import ArticleRow, UseRow
from newsdesk.storage.values import require_storable

_WORDS = (
    "uri", "profile", "language", "headline", "standfirst", "slugline", "section", "source", "byline", "dateline",
    "note_to_editors",
)  # fmt: skip
_AS_THEY_ARE = (
    *_WORDS, "version", "revision", "urgency", "published_at", "embargo_until", "scheduled_at", "created_at",
    "updated_at", "updated_by",
)  # fmt: skip


def require_storable_article(article: Article) -> None:
    """Accept a story that both databases can keep letter for letter; raises InvalidValueError."""
    require_storable((name, getattr(article, name)) for name in (*_WORDS, "body_markdown"))
    require_storable(("a photo's words", f"{use.caption}{use.alt}") for use in article.photos)
    awaited = article.awaited_photo
    held: list[str] = [*article.questions, *(word for pair in article.extras for word in pair)]
    held += [awaited.caption, awaited.creator, awaited.agency] if awaited else []
    held += [word for one in article.corrections for word in (one.wrong, one.right, one.where, one.reason)]
    require_storable(("the story", word) for word in held)


def columns_of(article: Article, word_count: int) -> dict[str, Any]:
    """Return a story as the columns of its row hold it, its id and body aside."""
    return {
        **{name: getattr(article, name) for name in _AS_THEY_ARE},
        "state": str(article.state),
        "access": str(article.access),
        "reopened_as": str(article.reopened_as) if article.reopened_as else None,
        "word_count": word_count,
        "photo_count": len(article.photos),
        "awaited_photo": asdict(article.awaited_photo) if article.awaited_photo else None,
        "related_pinned": list(article.related_pinned),
        "related_banned": list(article.related_banned),
        "corrections": corrections_for(article.corrections),
        "questions": list(article.questions),
        "extras": [list(pair) for pair in article.extras],
    }


def uses_of(article: Article) -> list[dict[str, Any]]:
    """Return how a story uses photos, as rows in their order."""
    return [
        {
            "article_id": article.id,
            "photo_id": use.photo,
            "position": position,
            "lead": use.lead,
            "caption": use.caption,
            "alt": use.alt,
        }
        for position, use in enumerate(article.photos)
    ]


def article_of(row: ArticleRow, markdown: str, uses: Iterable[UseRow]) -> Article:
    """Return the story of its rows."""
    return Article(
        **{name: getattr(row, name) for name in _AS_THEY_ARE if name != "updated_by"},
        id=ArticleId(row.id),
        updated_by=PersonId(row.updated_by),
        state=State(row.state),
        access=Access(row.access),
        reopened_as=Kind(row.reopened_as) if row.reopened_as else None,
        body_markdown=markdown,
        photos=tuple(
            PhotoUse(photo=PhotoId(use.photo_id), lead=use.lead, caption=use.caption, alt=use.alt) for use in uses
        ),
        awaited_photo=awaited_from(row.awaited_photo),
        related_pinned=_ids(row.related_pinned),
        related_banned=_ids(row.related_banned),
        corrections=corrections_from(row.corrections),
        questions=tuple(row.questions),
        extras=pairs_from(row.extras),
    )


def _ids(held: Sequence[int]) -> tuple[ArticleId, ...]:
    return tuple(ArticleId(number) for number in held)
