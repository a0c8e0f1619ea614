"""Many new stories at once."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice

from sqlalchemy import func, insert, select

from newsdesk.domain.article import Article
from newsdesk.domain.ids import ArticleId, PersonId
from newsdesk.storage.article_json import snapshot_of
from newsdesk.storage.article_rows import columns_of, require_storable_article
from newsdesk.storage.articles import group_of
from newsdesk.storage.body_words import BodyWords, words_of
from newsdesk.storage.search import search_index
from newsdesk.storage.search_terms import text_of
from newsdesk.storage.tables import ArticleRow, BodyRow, VersionRow
from newsdesk.storage.tallies import Group
from newsdesk.storage.unit import SqlUnit
from newsdesk.storage.uri import new_uri

_AT_ONCE = 1000


def add_many(unit: SqlUnit, articles: Iterable[Article], *, actor: PersonId, now: datetime) -> int:
    """Keep new stories with their bodies, first versions and search terms; return how many."""
    groups: Counter[Group] = Counter()
    added = 0
    for batch in _batches(articles):
        words = [words_of(article.body_markdown) for article in batch]
        made = _numbered(unit, batch, words, actor, now)
        _write(unit, made, words)
        groups.update(group_of(article) for article in made)
        added += len(made)
    unit.tallies.added(groups)
    return added


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    waiting = iter(articles)
    while batch := list(islice(waiting, _AT_ONCE)):
        yield batch


def _numbered(
    unit: SqlUnit, batch: list[Article], words: list[BodyWords], actor: PersonId, now: datetime
) -> list[Article]:
    """Insert the rows and return the stories under the numbers that the database gave them."""
    stories = [
        replace(
            article,
            uri=article.uri or new_uri(now),
            revision=1,
            photos=(),
            created_at=article.created_at or now,
            updated_at=article.updated_at or now,
            updated_by=actor,
        )
        for article in batch
    ]
    for article in stories:
        require_storable_article(article)
    last = unit.session.scalar(select(func.max(ArticleRow.id))) or 0
    rows = [columns_of(article, said.count) for article, said in zip(stories, words, strict=True)]
    unit.session.execute(insert(ArticleRow), rows)
    numbers = unit.session.execute(select(ArticleRow.uri, ArticleRow.id).where(ArticleRow.id > last))
    number_of = {uri: ArticleId(number) for uri, number in numbers}
    return [replace(article, id=number_of[article.uri]) for article in stories]


def _write(unit: SqlUnit, made: list[Article], words: list[BodyWords]) -> None:
    unit.session.execute(
        insert(BodyRow), [{"article_id": article.id, "markdown": article.body_markdown} for article in made]
    )
    unit.session.execute(
        insert(VersionRow),
        [
            {
                "article_id": article.id,
                "revision": 1,
                "at": article.updated_at,
                "began_at": article.updated_at,
                "by": article.updated_by,
                "why": "create",
                "state": str(article.state),
                "word_count": said.count,
                "snapshot": snapshot_of(article),
            }
            for article, said in zip(made, words, strict=True)
        ],
    )
    texts = [(article.id, text_of(article, said.plain)) for article, said in zip(made, words, strict=True)]
    search_index(unit.session).put_new(texts)
