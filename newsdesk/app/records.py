"""Records as the command line prints them; the names follow IPTC ninjs 3.1 where it has one."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from newsdesk.domain.article import Article
from newsdesk.domain.credit import Agency
from newsdesk.domain.credit_patterns import render_credit
from newsdesk.domain.findings import Finding
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import Photo
from newsdesk.domain.publication import Publication
from newsdesk.domain.summary import ArticleSummary
from newsdesk.text.blocks import word_count
from newsdesk.text.markdown_reader import read_markdown


def local(moment: datetime | None, publication: Publication) -> str | None:
    """Return a time as ISO 8601 in the newsroom's zone, to the second; None stays None."""
    if moment is None:
        return None
    return moment.astimezone(ZoneInfo(publication.time_zone)).isoformat(timespec="seconds")


def article_record(
    article: Article, photos: Mapping[PhotoId, Photo], agencies: Mapping[str, Agency], publication: Publication
) -> dict[str, Any]:
    """Return the whole record of a story; what it still waits for stands among the findings of ``check``."""
    return {
        "id": article.id,
        "uri": article.uri,
        "state": str(article.state),
        "headline": article.headline,
        "standfirst": article.standfirst,
        "slugline": article.slugline,
        "section": article.section,
        "source": article.source,
        "byline": article.byline,
        "dateline": article.dateline,
        "language": article.language,
        "access": str(article.access),
        "published_at": local(article.published_at, publication),
        "embargo_until": local(article.embargo_until, publication),
        "body_markdown": article.body_markdown,
        "word_count": word_count(read_markdown(article.body_markdown).blocks),
        "revision": article.revision,
        "photos": [
            {
                "photo": use.photo,
                "lead": use.lead,
                "caption": use.caption,
                "credit": render_credit(photos[use.photo].credit, agencies) if use.photo in photos else "",
                "alt": use.alt,
            }
            for use in article.photos
        ],
    }


def summary_record(row: ArticleSummary, publication: Publication) -> dict[str, Any]:
    """Return a row of the list."""
    return {
        "id": row.id,
        "headline": row.headline,
        "state": str(row.state),
        "section": row.section,
        "published_at": local(row.published_at, publication),
    }


def photo_record(photo: Photo, agencies: Mapping[str, Agency], file: str = "") -> dict[str, Any]:
    """Return a photo; ``file`` is the name as given, else the name it was taken in with."""
    return {
        "id": photo.id,
        "sha256": photo.sha256,
        "file": file or photo.file_name,
        "creator": photo.credit.creator or photo.creator_as_read,
        "agency": photo.credit.agency or photo.agency_as_read,
        "credit": render_credit(photo.credit, agencies),
        "caption": photo.description,
        "copyright": photo.copyright,
        "character_set": photo.character_set,
    }


def finding_records(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Return findings, blocks first as they come."""
    return [
        {
            "code": finding.code,
            "severity": str(finding.severity),
            "article": finding.article,
            "photo": finding.photo,
            "text": finding.text,
        }
        for finding in findings
    ]
