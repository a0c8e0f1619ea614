"""A story's history: one row a revision, quick snapshots by the same hand folded into one."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import BindParameter, bindparam, exists, insert, select, update
from sqlalchemy.orm import Session

from newsdesk.domain.article import Article
from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.ids import ArticleId, PersonId
from newsdesk.domain.summary import Version
from newsdesk.domain.workflow import State
from newsdesk.storage.article_json import article_from, snapshot_of
from newsdesk.storage.tables import ItemRow, PersonRow, Table, VersionRow

SNAPSHOT = "snapshot"
"""Why a story is saved while somebody types."""

_FOLDED_WITHIN = timedelta(seconds=60)

_VERSIONS = Table.metadata.tables["versions"]
_INSERT = insert(_VERSIONS)
_REPLACE = update(_VERSIONS).where(_VERSIONS.c.id == bindparam("row"))
_STORY: BindParameter[int] = bindparam("story")
_REVISION: BindParameter[int] = bindparam("revision_before")
_BEFORE = (
    select(VersionRow.id, VersionRow.why, VersionRow.by, VersionRow.state, VersionRow.began_at)
    .where(VersionRow.article_id == _STORY, VersionRow.revision == _REVISION)
    .with_for_update()
)
_PINS = select(exists().where(ItemRow.article_id == _STORY, ItemRow.article_revision == _REVISION))


class History:
    """The versions of one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def write(self, article: Article, *, actor: PersonId, now: datetime, why: str, word_count: int) -> None:
        """Keep the story as it stands now; a snapshot may take the place of the one before it."""
        values = {
            "revision": article.revision,
            "at": now,
            "by": actor,
            "why": why,
            "state": str(article.state),
            "word_count": word_count,
            "snapshot": snapshot_of(article),
        }
        before = self._foldable(article, actor, now) if why == SNAPSHOT else None
        if before is None:
            self._session.connection().execute(_INSERT, {**values, "article_id": article.id, "began_at": now})
        else:
            self._session.connection().execute(_REPLACE, {**values, "row": before})

    def at_revision(self, article: ArticleId, revision: int) -> Article:
        """Return the story as it stood at a revision; raises NotFoundError."""
        snapshot = self._session.scalar(
            select(VersionRow.snapshot).where(VersionRow.article_id == article, VersionRow.revision == revision)
        )
        if snapshot is None:
            raise NotFoundError(kind="revision", id=f"{revision} of story {article}")
        return article_from(snapshot)

    def versions(self, article: ArticleId) -> Sequence[Version]:
        """Return who changed what and why, newest first."""
        rows = self._session.execute(
            select(
                VersionRow.revision,
                VersionRow.at,
                VersionRow.by,
                PersonRow.name,
                VersionRow.why,
                VersionRow.state,
                VersionRow.word_count,
            )
            .join(PersonRow, PersonRow.id == VersionRow.by)
            .where(VersionRow.article_id == article)
            .order_by(VersionRow.revision.desc())
        )
        return [
            Version(
                revision=revision, at=at, by=PersonId(by), by_name=name, why=why, state=State(state), word_count=words
            )
            for revision, at, by, name, why, state, words in rows
        ]

    def _foldable(self, article: Article, actor: PersonId, now: datetime) -> int | None:
        """Return the row before, where it is a snapshot that began less than a minute ago and that nobody pinned.

        It is locked before the pins are looked for: an edition that is being made can't slip between.
        """
        story, revision = article.id, article.revision - 1
        before = self._session.execute(_BEFORE, {"story": story, "revision_before": revision}).one_or_none()
        if before is None or before.why != SNAPSHOT or before.by != actor or before.state != str(article.state):
            return None
        if not timedelta(0) <= now - before.began_at < _FOLDED_WITHIN:
            return None
        pinned = self._session.scalar(_PINS, {"story": story, "revision_before": revision})
        return None if pinned else before.id
