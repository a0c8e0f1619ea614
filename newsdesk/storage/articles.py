"""Stories: reading, adding, saving with revisions; history, lists and search follow each save."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import BindParameter, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from newsdesk.domain.article import Article
from newsdesk.domain.errors import NotFoundError, RevisionClashError
from newsdesk.domain.ids import ArticleId, PersonId
from newsdesk.domain.summary import ArticleQuery, ArticleSummary, Cursor, Page, Version
from newsdesk.domain.workflow import State
from newsdesk.storage.article_lists import ArticleLists
from newsdesk.storage.article_rows import article_of, columns_of, require_storable_article, uses_of
from newsdesk.storage.body_words import words_of
from newsdesk.storage.history import History
from newsdesk.storage.search import search_index
from newsdesk.storage.search_terms import text_of
from newsdesk.storage.tables import ArticleRow, BodyRow, Table, UseRow
from newsdesk.storage.tallies import Group, Tallies
from newsdesk.storage.uri import new_uri

# Made once: putting a statement together costs more than running it, and a story is saved while it is typed.
_STORY: BindParameter[int] = bindparam("story")
_READ = (
    select(ArticleRow, BodyRow.markdown)
    .join(BodyRow, BodyRow.article_id == ArticleRow.id)
    .where(ArticleRow.id == _STORY)
)
_READ_LOCKED = _READ.with_for_update(of=ArticleRow)
_READ_USES = select(UseRow).where(UseRow.article_id == _STORY).order_by(UseRow.position)
_ARTICLES, _BODIES, _USES = (Table.metadata.tables[name] for name in ("articles", "article_bodies", "article_photos"))
_UPDATE = update(_ARTICLES).where(_ARTICLES.c.id == _STORY, _ARTICLES.c.revision == bindparam("expected"))
_UPDATE_BODY = update(_BODIES).where(_BODIES.c.article_id == _STORY)
_INSERT_BODY = insert(_BODIES)
_INSERT_USES = insert(_USES)
_DELETE_USES = delete(_USES).where(_USES.c.article_id == _STORY)


class SqlArticles:
    """The stories of one unit."""

    def __init__(self, session: Session, tallies: Tallies) -> None:
        self._session = session
        self._tallies = tallies
        self._lists = ArticleLists(session, tallies)
        self._history = History(session)

    def get(self, article: ArticleId) -> Article:
        """Return the story as it stands; raises NotFoundError."""
        return self._read(article, lock=False)

    def add(self, article: Article, *, actor: PersonId, now: datetime) -> Article:
        """Keep a new story; returns it with id, uri, revision 1 and its times."""
        made = replace(
            article, uri=article.uri or new_uri(now), revision=1, created_at=now, updated_at=now, updated_by=actor
        )
        require_storable_article(made)
        words = words_of(made.body_markdown)
        row = ArticleRow(**columns_of(made, words.count))
        self._session.add(row)
        self._session.flush()
        made = replace(made, id=ArticleId(row.id))
        self._session.expunge(row)
        self._session.connection().execute(
            _INSERT_BODY, {"article_id": made.id, "markdown": made.body_markdown}
        )
        self._write_uses(made)
        self._tallies.moved(None, group_of(made))
        self._history.write(made, actor=actor, now=now, why="create", word_count=words.count)
        search_index(self._session).put(made.id, text_of(made, words.plain))
        return made

    def save(self, article: Article, *, expected_revision: int, actor: PersonId, now: datetime, why: str) -> Article:
        """Keep a change as a new revision; raises RevisionClashError, NotFoundError."""
        before = self._read(article.id, lock=True)
        if before.revision != expected_revision:
            raise RevisionClashError(
                kind="story", id=article.id, expected=expected_revision, found=before.revision
            )
        saved = replace(
            article,
            uri=before.uri,
            created_at=before.created_at,
            revision=expected_revision + 1,
            updated_at=now,
            updated_by=actor,
        )
        require_storable_article(saved)
        words = words_of(saved.body_markdown)
        # The database looks at a published story and its photos together, so a story takes its new
        # photos before it is published, and stops being published before it takes others.
        photos_first = saved.state is State.PUBLISHED
        changed = saved.photos != before.photos
        if changed and photos_first:
            self._write_uses(saved)
        self._update(saved, expected_revision, words.count)
        if changed and not photos_first:
            self._write_uses(saved)
        if saved.body_markdown != before.body_markdown:
            self._session.connection().execute(_UPDATE_BODY, {"story": saved.id, "markdown": saved.body_markdown})
        if group_of(saved) != group_of(before):
            self._tallies.moved(group_of(before), group_of(saved))
        self._history.write(saved, actor=actor, now=now, why=why, word_count=words.count)
        if _searched(saved) != _searched(before):
            search_index(self._session).put(saved.id, text_of(saved, words.plain))
        return saved

    def page(self, query: ArticleQuery, after: Cursor | None, limit: int) -> Page:
        """Return up to ``limit`` summaries, newest first, or by rank where the query has words."""
        return self._lists.page(query, after, limit)

    def count(self, query: ArticleQuery) -> int:
        """Return how many stories match."""
        return self._lists.count(query)

    def counts_by_state(self) -> Mapping[str, int]:
        """Return how many stories stand in each state; states without one are left out."""
        return self._tallies.by_state()

    def sections(self) -> Sequence[str]:
        """Return the sections in use, in alphabetical order."""
        return sorted({group.section for group in self._tallies.groups() if group.section})

    def summaries(self, articles: Sequence[ArticleId]) -> Sequence[ArticleSummary]:
        """Return the summaries of those stories that exist, in the order asked for."""
        return self._lists.summaries(articles)

    def at_revision(self, article: ArticleId, revision: int) -> Article:
        """Return the story as it stood at a revision; raises NotFoundError."""
        return self._history.at_revision(article, revision)

    def versions(self, article: ArticleId) -> Sequence[Version]:
        """Return who changed what and why, newest first."""
        return self._history.versions(article)

    def _read(self, article: ArticleId, *, lock: bool) -> Article:
        found = self._session.execute(_READ_LOCKED if lock else _READ, {"story": article}).one_or_none()
        if found is None:
            raise NotFoundError(kind="story", id=article)
        row, markdown = found
        return article_of(row, markdown, self._session.scalars(_READ_USES, {"story": article}))

    def _update(self, saved: Article, expected_revision: int, word_count: int) -> None:
        values = {**columns_of(saved, word_count), "story": saved.id, "expected": expected_revision}
        if self._session.connection().execute(_UPDATE, values).rowcount != 1:
            found = self._read(saved.id, lock=False).revision
            raise RevisionClashError(kind="story", id=saved.id, expected=expected_revision, found=found)

    def _write_uses(self, article: Article) -> None:
        connection = self._session.connection()
        connection.execute(_DELETE_USES, {"story": article.id})
        if article.photos:
            connection.execute(_INSERT_USES, uses_of(article))


def group_of(article: Article) -> Group:
    """Return the group in which a story is counted."""
    return Group(article.section, article.language, str(article.state))


def _searched(article: Article) -> tuple[object, ...]:
    """Return what the search index is made of."""
    captions = tuple(use.caption for use in article.photos)
    return (
        article.headline, article.standfirst, article.slugline, article.byline, article.dateline,
        article.language, article.body_markdown, captions,
    )  # fmt: skip
