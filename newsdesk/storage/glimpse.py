"""The newest stories of a newsroom, read before the database library is loaded.

The library takes longer to load than the window to appear. Meanwhile this one statement fills the list;
what it says is read again by the library, and a test holds the two against each other.
"""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newsdesk.domain.article import Access
from newsdesk.domain.credit import PartyKind
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.domain.summary import ArticleSummary
from newsdesk.domain.workflow import State

FILE_NAME = "newsroom.sqlite3"
"""The same as ``sqlite_file`` has it, which can't be asked: it needs the library."""

_NEWEST = """
SELECT a.id, a.headline, a.state, a.section, a.language, a.access, a.word_count, a.version, a.revision,
       a.published_at, a.embargo_until, a.scheduled_at, a.updated_at, lead.photo_id AS lead_photo, p.sha256,
       EXISTS (
           SELECT 1 FROM article_photos AS shown
           WHERE shown.article_id = a.id AND NOT EXISTS (
               SELECT 1 FROM photo_credits AS c
               WHERE c.photo_id = shown.photo_id AND c.kind IN (?, ?)
           )
       ) AS lacks_credit
FROM articles AS a
LEFT JOIN article_photos AS lead ON lead.article_id = a.id AND lead.lead
LEFT JOIN photos AS p ON p.id = lead.photo_id
ORDER BY a.updated_at DESC, a.id DESC
LIMIT ?
"""


def newest_stories(folder: Path, limit: int) -> tuple[ArticleSummary, ...]:
    """Return up to ``limit`` rows of the list of all stories, newest first.

    Empty where there is no newsroom or it can't be read at once: nothing is made, changed or waited
    for, and whoever opens the newsroom will tell what is wrong with it.
    """
    file = folder / FILE_NAME
    try:
        # As a file that nobody writes, unless a log says that somebody does or did: then nothing is left behind.
        log = file.with_name(f"{FILE_NAME}-wal")
        mode = "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?{mode}", uri=True, timeout=0)) as connection:
            connection.row_factory = sqlite3.Row
            rows = connection.execute(_NEWEST, (PartyKind.CREATOR, PartyKind.AGENCY, limit)).fetchall()
        return tuple(_summary(row) for row in rows)
    except (sqlite3.Error, OSError, ValueError):
        return ()


def _summary(row: sqlite3.Row) -> ArticleSummary:
    return ArticleSummary(
        id=ArticleId(row["id"]),
        headline=row["headline"],
        state=State(row["state"]),
        section=row["section"],
        language=row["language"],
        access=Access(row["access"]),
        word_count=row["word_count"],
        version=row["version"],
        revision=row["revision"],
        published_at=_moment(row["published_at"]),
        embargo_until=_moment(row["embargo_until"]),
        scheduled_at=_moment(row["scheduled_at"]),
        updated_at=datetime.fromisoformat(row["updated_at"]).replace(tzinfo=UTC),
        lead_photo=PhotoId(row["lead_photo"]) if row["lead_photo"] is not None else None,
        lead_sha256=row["sha256"] or "",
        lacks_credit=bool(row["lacks_credit"]),
    )


def _moment(text: Any) -> datetime | None:
    return datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None
