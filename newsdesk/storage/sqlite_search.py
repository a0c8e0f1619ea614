"""The search index on SQLite: FTS5 finds, and the terms that are kept beside it say which story comes first.

FTS5's own rank reads every story that holds one of the words, in an archive tens of thousands for
each letter typed. So only some of the newest matches are ranked, by the same idea: how often the
words stand in a story, in proportion to its length, with its headline far above its body.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, bindparam, column, func, select, table, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from newsdesk.storage.search_rank import Ranking
from newsdesk.storage.search_terms import AskedWord, SearchText
from newsdesk.storage.tables import ArticleRow

_WINDOW = 100
"""How many of the newest matches are ranked, and how many of those in headlines."""

_SIGNS_RANKED = 20_000

_INDEX = table("article_fts", column("rowid", Integer))
_ID = _INDEX.c.rowid
_MATCH = text("article_fts MATCH :terms")
_NEWEST = text(
    "SELECT rowid FROM article_fts WHERE article_fts MATCH :terms AND rowid < :before ORDER BY rowid DESC LIMIT :limit"
)
_NO_ID = 1 << 62
_INSERT = text("INSERT INTO article_fts (rowid, headline, body) VALUES (:id, :headline, :body)")
_REMOVE = text("INSERT INTO article_fts (article_fts, rowid, headline, body) VALUES ('delete', :id, :headline, :body)")
_HELD = text("SELECT headline, body FROM article_search WHERE article_id = :id")
_KEEP = text(
    "INSERT INTO article_search (article_id, headline, body) VALUES (:id, :headline, :body)"
    " ON CONFLICT (article_id) DO UPDATE SET headline = excluded.headline, body = excluded.body"
)
_TERMS = text(
    f"SELECT article_id, headline, substr(body, 1, {_SIGNS_RANKED}) FROM article_search WHERE article_id IN :ids"
).bindparams(bindparam("ids", expanding=True))


class SqliteSearch:
    """FTS5 of one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, article: int, said: SearchText) -> None:
        """Index a story, in the place of what was indexed for it before."""
        connection = self._session.connection()
        terms = _row(article, said)
        held = connection.execute(_HELD, {"id": article}).one_or_none()
        if held is not None:
            if (held.headline, held.body) == (terms["headline"], terms["body"]):
                return
            connection.execute(_REMOVE, {"id": article, "headline": held.headline, "body": held.body})
        connection.execute(_KEEP, terms)
        connection.execute(_INSERT, terms)

    def put_new(self, texts: Sequence[tuple[int, SearchText]]) -> None:
        """Index many stories that were never indexed."""
        rows = [_row(article, said) for article, said in texts]
        self._session.connection().execute(_KEEP, rows)
        self._session.connection().execute(_INSERT, rows)

    def ranked(
        self, words: Sequence[AskedWord], conditions: Sequence[ColumnElement[bool]], offset: int, limit: int
    ) -> list[int]:
        """Return the ids of matching stories, best first.

        Where more match than are ranked, those with all the words in the headline come first, then
        the newest of the others, each part by rank, then the rest by age.
        """
        match = _match(words)
        newest = self._newest(match, conditions, _WINDOW + 1)
        if len(newest) <= _WINDOW:
            return self._by_rank(words, newest)[offset : offset + limit]
        heads = self._newest(f"headline : ({match})", conditions, _WINDOW)
        taken = set(heads)
        near = newest[:_WINDOW]
        listed = self._by_rank(words, heads) + self._by_rank(words, [id_ for id_ in near if id_ not in taken])
        missing = offset + limit - len(listed)
        if missing > 0:
            older = self._newest(match, conditions, missing + len(taken), before=near[-1])
            listed += [id_ for id_ in older if id_ not in taken]
        return listed[offset : offset + limit]

    def count(self, words: Sequence[AskedWord], conditions: Sequence[ColumnElement[bool]]) -> int:
        """Return how many stories match."""
        found = _matching(_match(words), conditions).subquery()
        return self._session.scalar(select(func.count()).select_from(found)) or 0

    def faults(self) -> list[str]:
        """Return where the index and the terms beside it differ, or a story has none; needs a unit that writes."""
        found = []
        try:
            with self._session.begin_nested():
                self._session.execute(text("INSERT INTO article_fts (article_fts, rank) VALUES ('integrity-check', 1)"))
        except DatabaseError:
            found.append("The search index does not hold what the stories say.")
        missing = select(func.count()).where(
            ~select(text("1")).select_from(text("article_search s")).where(text("s.article_id = articles.id")).exists()
        )
        absent = self._session.scalar(missing.select_from(ArticleRow)) or 0
        if absent:
            found.append(f"{absent} stories are not in the search index.")
        return found

    def _newest(
        self, match: str, conditions: Sequence[ColumnElement[bool]], limit: int, before: int = _NO_ID
    ) -> list[int]:
        """Return the highest ids that match; FTS5 reads no further than that."""
        if not conditions:
            asked = {"terms": match, "before": before, "limit": limit}
            return list(self._session.connection().execute(_NEWEST, asked).scalars())
        wanted = _matching(match, conditions).where(before > _ID)
        return list(self._session.scalars(wanted.order_by(_ID.desc()).limit(limit)))

    def _by_rank(self, words: Sequence[AskedWord], ids: list[int]) -> list[int]:
        if len(ids) < 2:
            return ids
        rank = Ranking(words)
        found = self._session.connection().execute(_TERMS, {"ids": ids})
        scores = {id_: rank.score(headline, body) for id_, headline, body in found}
        return sorted(ids, key=lambda id_: (scores.get(id_, 0.0), id_), reverse=True)


def _matching(match: str, conditions: Sequence[ColumnElement[bool]]) -> Select[tuple[int]]:
    found = select(_ID).where(_MATCH.bindparams(terms=match))
    if conditions:
        found = found.join_from(_INDEX, ArticleRow, ArticleRow.id == _ID).where(*conditions)
    return found


def _match(words: Sequence[AskedWord]) -> str:
    """Return the words as FTS5 asks for them; every term is quoted, so none is taken for syntax."""
    return " AND ".join(f"({' OR '.join(_forms(word))})" for word in words)


def _forms(word: AskedWord) -> list[str]:
    exact = [f'"{form}"' for form in word.forms if form != word.prefix]
    return [f'"{word.prefix}" *', *exact] if word.prefix else exact


def _row(article: int, said: SearchText) -> dict[str, Any]:
    return {"id": article, "headline": " ".join(said.headline), "body": " ".join(said.body)}
