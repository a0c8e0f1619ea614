"""The search index on PostgreSQL: a tsvector written term by term, so that no parser of its own cuts our words."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, column, func, select, table, text
from sqlalchemy.orm import Session

from newsdesk.storage.search_terms import AskedWord, SearchText
from newsdesk.storage.tables import ArticleRow

_LAST_POSITION = 16_383
"""The last place in a text that a tsvector can name."""

_PLACES = 32
"""How many places of one term are kept; rank has had enough of it by then."""

_INDEX = table("article_search", column("article_id", Integer))
_ID = _INDEX.c.article_id
_MATCH = "article_search.terms @@ CAST(:terms AS tsquery)"
_RANK = "ts_rank(article_search.terms, CAST(:ranked AS tsquery)) DESC"
_KEEP = text(
    "INSERT INTO article_search (article_id, terms) VALUES (:id, CAST(:terms AS tsvector))"
    " ON CONFLICT (article_id) DO UPDATE SET terms = excluded.terms"
)


class PostgresSearch:
    """The tsvectors of one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, article: int, said: SearchText) -> None:
        """Index a story, in the place of what was indexed for it before."""
        self._session.execute(_KEEP, _row(article, said))

    def put_new(self, texts: Sequence[tuple[int, SearchText]]) -> None:
        """Index many stories that were never indexed."""
        self._session.execute(_KEEP, [_row(article, said) for article, said in texts])

    def ranked(
        self, words: Sequence[AskedWord], conditions: Sequence[ColumnElement[bool]], offset: int, limit: int
    ) -> list[int]:
        """Return the ids of matching stories, best first."""
        match = _match(words)
        best = text(_RANK).bindparams(ranked=match)
        found = _matching(match, conditions).order_by(best, _ID.desc()).offset(offset).limit(limit)
        return list(self._session.scalars(found))

    def count(self, words: Sequence[AskedWord], conditions: Sequence[ColumnElement[bool]]) -> int:
        """Return how many stories match."""
        found = _matching(_match(words), conditions).subquery()
        return self._session.scalar(select(func.count()).select_from(found)) or 0

    def faults(self) -> list[str]:
        """Return whether a story is missing from the index."""
        missing = (
            select(func.count())
            .select_from(ArticleRow)
            .where(~select(_ID).where(ArticleRow.id == _ID).correlate(ArticleRow).exists())
        )
        absent = self._session.scalar(missing) or 0
        return [f"{absent} stories are not in the search index."] if absent else []


def _matching(match: str, conditions: Sequence[ColumnElement[bool]]) -> Select[tuple[int]]:
    found = select(_ID).where(text(_MATCH).bindparams(terms=match))
    if conditions:
        found = found.join_from(_INDEX, ArticleRow, ArticleRow.id == _ID).where(*conditions)
    return found


def _match(words: Sequence[AskedWord]) -> str:
    """Return the words as a tsquery; terms are letters and digits alone, so none is taken for syntax."""
    return " & ".join(f"({' | '.join(_forms(word))})" for word in words)


def _forms(word: AskedWord) -> list[str]:
    exact = [f"'{form}'" for form in word.forms if form != word.prefix]
    return [f"'{word.prefix}':*", *exact] if word.prefix else exact


def _row(article: int, said: SearchText) -> dict[str, Any]:
    places: dict[str, list[str]] = {}
    for weight, terms, first in (("A", said.headline, 1), ("D", said.body, len(said.headline) + 1)):
        for position, term in enumerate(terms, first):
            held = places.setdefault(term, [])
            if len(held) < _PLACES:
                held.append(f"{min(position, _LAST_POSITION)}{weight}")
    return {"id": article, "terms": " ".join(f"'{term}':{','.join(held)}" for term, held in places.items())}
