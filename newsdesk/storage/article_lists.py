"""Lists of stories: pages by time or by rank, counts, and the short rows that they show."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, exists, func, literal, literal_column, select, tuple_, union_all
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from newsdesk.domain.article import Access
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.domain.summary import ArticleQuery, ArticleSummary, Cursor, Page
from newsdesk.domain.workflow import State
from newsdesk.storage.article_json import moment_from
from newsdesk.storage.column_types import UtcTime
from newsdesk.storage.photo_rows import is_credited
from newsdesk.storage.search import search_index
from newsdesk.storage.search_terms import asked
from newsdesk.storage.tables import ArticleRow, PhotoRow, UseRow
from newsdesk.storage.tallies import Tallies

_AT_ONCE = 500
_BRANCHES = 60
"""From so many groups on, one reading of all is cheaper than one of each."""

_BARE = ArticleRow.photo_count == literal_column("0")
_SHOWN = aliased(UseRow)
_LACKS_CREDIT = exists().where(_SHOWN.article_id == ArticleRow.id, ~is_credited(_SHOWN.photo_id))
_SHORT = (
    select(
        ArticleRow.id,
        ArticleRow.headline,
        ArticleRow.state,
        ArticleRow.section,
        ArticleRow.language,
        ArticleRow.access,
        ArticleRow.word_count,
        ArticleRow.version,
        ArticleRow.revision,
        ArticleRow.published_at,
        ArticleRow.embargo_until,
        ArticleRow.scheduled_at,
        ArticleRow.updated_at,
        UseRow.photo_id.label("lead_photo"),
        PhotoRow.sha256.label("lead_sha256"),
        _LACKS_CREDIT.label("lacks_credit"),
    )
    .outerjoin(UseRow, (UseRow.article_id == ArticleRow.id) & UseRow.lead)
    .outerjoin(PhotoRow, PhotoRow.id == UseRow.photo_id)
)


class ArticleLists:
    """The lists of one session."""

    def __init__(self, session: Session, tallies: Tallies) -> None:
        self._session = session
        self._tallies = tallies

    def page(self, query: ArticleQuery, after: Cursor | None, limit: int) -> Page:
        """Return up to ``limit`` rows: by rank where the query has words, else newest first."""
        words = asked(query.words)
        if words:
            start = after.offset if after else 0
            ids = search_index(self._session).ranked(words, _conditions(query), start, limit + 1)
            following = Cursor(offset=start + limit) if len(ids) > limit else None
            return Page(rows=self.summaries([ArticleId(id_) for id_ in ids[:limit]]), following=following)
        found = self._session.execute(self._newest(query, after, limit + 1)).all()
        rows = self.summaries([ArticleId(row.id) for row in found[:limit]])
        if len(found) <= limit:
            return Page(rows=rows, following=None)
        last = found[limit - 1]
        return Page(rows=rows, following=Cursor(key=last.key.isoformat(), id=last.id))

    def count(self, query: ArticleQuery) -> int:
        """Return how many stories match."""
        words = asked(query.words)
        if words:
            return search_index(self._session).count(words, _conditions(query))
        if query.without_photo or query.by_published or query.published_from or query.published_before:
            return self._session.scalar(select(func.count()).select_from(ArticleRow).where(*_conditions(query))) or 0
        states = sorted(str(state) for state in query.states)
        return self._tallies.count(states=states, section=query.section, language=query.language)

    def summaries(self, articles: Sequence[ArticleId]) -> tuple[ArticleSummary, ...]:
        """Return the rows of those stories that exist, in the order asked for."""
        found: dict[int, ArticleSummary] = {}
        for start in range(0, len(articles), _AT_ONCE):
            wanted = _SHORT.where(ArticleRow.id.in_(articles[start : start + _AT_ONCE]))
            found.update((row.id, _summary(row)) for row in self._session.execute(wanted))
        return tuple(found[id_] for id_ in articles if id_ in found)

    def _newest(self, query: ArticleQuery, after: Cursor | None, limit: int) -> Select[Any]:
        """Return the ids and sort keys of a page.

        Each group of stories that the query asks for is read along its own index and no further
        than the page needs; so a page costs the same in an archive of any size.
        """
        key = _key(query)
        conditions = _conditions(query)
        if after is not None and after.key:
            here = tuple_(literal(moment_from(after.key), UtcTime()), literal(after.id))
            conditions.append(tuple_(key, ArticleRow.id) < here)
        groups = self._groups(query)
        if not groups or len(groups) > _BRANCHES:
            return _branch(key, conditions, limit)
        branches = [
            select(_branch(key, [*conditions, *(column == value for column, value in group.items())], limit).subquery())
            for group in groups
        ]
        merged = union_all(*branches).subquery()
        return select(merged.c.id, merged.c.key).order_by(merged.c.key.desc(), merged.c.id.desc()).limit(limit)

    def _groups(self, query: ArticleQuery) -> list[Mapping[InstrumentedAttribute[str], str]]:
        """Return the groups to read one by one; none where one reading of everything is enough."""
        if not (query.states or query.section or query.language or query.without_photo):
            return []
        wanted = [
            group
            for group in self._tallies.groups()
            if (not query.states or State(group.state) in query.states)
            and (not query.section or group.section == query.section)
            and (not query.language or group.language == query.language)
        ]
        if query.section or query.language:
            pairs = sorted({(group.language, group.state) for group in wanted})
            return [{ArticleRow.language: language, ArticleRow.state: state} for language, state in pairs]
        return [{ArticleRow.state: state} for state in sorted({group.state for group in wanted})]


def _key(query: ArticleQuery) -> InstrumentedAttribute[Any]:
    return ArticleRow.published_at if query.by_published else ArticleRow.updated_at


def _branch(key: InstrumentedAttribute[Any], conditions: Sequence[ColumnElement[bool]], limit: int) -> Select[Any]:
    found = select(ArticleRow.id.label("id"), key.label("key")).where(*conditions)
    return found.order_by(key.desc(), ArticleRow.id.desc()).limit(limit)


def _conditions(query: ArticleQuery) -> list[ColumnElement[bool]]:
    """Return what the query asks for, its words aside; a list by publication holds dated stories only."""
    found: list[ColumnElement[bool]] = []
    if query.states:
        found.append(ArticleRow.state.in_(sorted(str(state) for state in query.states)))
    if query.section:
        found.append(ArticleRow.section == query.section)
    if query.language:
        found.append(ArticleRow.language == query.language)
    if query.without_photo:
        found.append(_BARE)
    if query.by_published:
        found.append(ArticleRow.published_at.is_not(None))
    if query.published_from is not None:
        found.append(ArticleRow.published_at >= query.published_from)
    if query.published_before is not None:
        found.append(ArticleRow.published_at < query.published_before)
    return found


def _summary(row: Row[*tuple[Any, ...]]) -> ArticleSummary:
    return ArticleSummary(
        id=ArticleId(row.id),
        headline=row.headline,
        state=State(row.state),
        section=row.section,
        language=row.language,
        access=Access(row.access),
        word_count=row.word_count,
        version=row.version,
        revision=row.revision,
        published_at=row.published_at,
        embargo_until=row.embargo_until,
        scheduled_at=row.scheduled_at,
        updated_at=row.updated_at,
        lead_photo=PhotoId(row.lead_photo) if row.lead_photo is not None else None,
        lead_sha256=row.lead_sha256 or "",
        lacks_credit=bool(row.lacks_credit),
    )
