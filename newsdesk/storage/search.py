"""Full-text search behind one call: the words of a person in, the ids of stories out."""

from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from newsdesk.storage.postgres_search import PostgresSearch
from newsdesk.storage.search_terms import AskedWord, SearchText
from newsdesk.storage.sqlite_search import SqliteSearch


class SearchIndex(Protocol):
    """The index of one database."""

    def put(self, article: int, text: SearchText) -> None:
        """Index a story, in the place of what was indexed for it before."""
        ...

    def put_new(self, texts: Sequence[tuple[int, SearchText]]) -> None:
        """Index many stories that were never indexed."""
        ...

    def ranked(
        self, words: Sequence[AskedWord], conditions: Sequence[ColumnElement[bool]], offset: int, limit: int
    ) -> list[int]:
        """Return the ids of stories that hold all the words and meet the conditions, best first."""
        ...

    def count(self, words: Sequence[AskedWord], conditions: Sequence[ColumnElement[bool]]) -> int:
        """Return how many stories hold all the words and meet the conditions."""
        ...

    def faults(self) -> list[str]:
        """Return, in plain words, where the index does not agree with the stories."""
        ...


def search_index(session: Session) -> SearchIndex:
    """Return the index of the session's database."""
    if session.get_bind().dialect.name == "sqlite":
        return SqliteSearch(session)
    return PostgresSearch(session)
