"""The log of releases: rows that are only added, each bound to the one before by a hash."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from newsdesk.domain.ids import ArticleId, PersonId
from newsdesk.domain.release import Release, ReleaseKind
from newsdesk.storage.article_json import article_from, canonical, snapshot_of
from newsdesk.storage.tables import ReleaseRow
from newsdesk.storage.values import require_storable

_AT_ONCE = 200


class SqlReleases:
    """The log, as one unit sees it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def append(self, release: Release) -> Release:
        """Keep a release; returns it with its chain hash."""
        require_storable([("reason", release.reason)])
        if self._session.get_bind().dialect.name == "postgresql":
            # Two releases at once would both follow the same row.
            self._session.execute(text("LOCK TABLE releases IN SHARE ROW EXCLUSIVE MODE"))
        last = select(ReleaseRow.chain_hash).order_by(ReleaseRow.id.desc()).limit(1)
        row = ReleaseRow(
            article_id=release.article_id,
            version=release.version,
            kind=str(release.kind),
            released_at=release.released_at.astimezone(UTC),
            released_by=release.released_by,
            reason=release.reason,
            snapshot=snapshot_of(release.article),
        )
        row.chain_hash = _hash(self._session.scalar(last) or "", row)
        self._session.add(row)
        self._session.flush()
        return replace(release, chain_hash=row.chain_hash)

    def latest(self, article: ArticleId) -> Release | None:
        """Return the last release of a story."""
        return self.latest_of([article]).get(article)

    def latest_of(self, articles: Sequence[ArticleId]) -> Mapping[ArticleId, Release]:
        """Return the last release of each of the stories that has one."""
        found: dict[ArticleId, Release] = {}
        for start in range(0, len(articles), _AT_ONCE):
            wanted = ReleaseRow.article_id.in_(articles[start : start + _AT_ONCE])
            last = select(func.max(ReleaseRow.id)).where(wanted).group_by(ReleaseRow.article_id)
            for row in self._session.scalars(select(ReleaseRow).where(ReleaseRow.id.in_(last))):
                found[ArticleId(row.article_id)] = _release(row)
        return found

    def verify(self) -> Sequence[int]:
        """Return the numbers of the rows whose hash does not follow from what they hold."""
        broken = []
        before = ""
        rows = self._session.scalars(select(ReleaseRow).order_by(ReleaseRow.id).execution_options(yield_per=_AT_ONCE))
        for row in rows:
            if row.chain_hash != _hash(before, row):
                broken.append(row.id)
            before = row.chain_hash
        return broken


def _hash(before: str, row: ReleaseRow) -> str:
    """Return the SHA-256 of a row, as canonical JSON, and of the hash before it."""
    moment: datetime = row.released_at
    held = {
        "before": before,
        "article_id": row.article_id,
        "version": row.version,
        "kind": row.kind,
        "released_at": moment.isoformat(),
        "released_by": row.released_by,
        "reason": row.reason,
        "snapshot": row.snapshot,
    }
    return hashlib.sha256(canonical(held).encode()).hexdigest()


def _release(row: ReleaseRow) -> Release:
    return Release(
        article_id=ArticleId(row.article_id),
        version=row.version,
        kind=ReleaseKind(row.kind),
        released_at=row.released_at,
        released_by=PersonId(row.released_by),
        reason=row.reason,
        article=article_from(row.snapshot),
        chain_hash=row.chain_hash,
    )
