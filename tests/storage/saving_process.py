"""A process that saves the same stories over and over and says so after each save; the tests kill it."""

import contextlib
import sys
from dataclasses import replace
from datetime import UTC, datetime

from newsdesk.domain.article import Article
from newsdesk.domain.errors import RevisionClashError
from newsdesk.domain.ids import ArticleId, PersonId
from newsdesk.storage.engine import open_store
from newsdesk.storage.store import SqlStore


def main(address: str, article: ArticleId, name: str, times: int) -> None:
    """Add a mark to a story again and again; print its revision after each commit."""
    store = open_store(address, create=False, patience=30)
    with store.unit() as unit:
        me = unit.settings.person_for(name, name).id
    for number in range(times):
        saved = None
        while saved is None:
            with contextlib.suppress(RevisionClashError):
                saved = _mark(store, article, me, (name, str(number)))
        print(saved.revision, flush=True)
    store.close()


def _mark(store: SqlStore, article: ArticleId, me: PersonId, mark: tuple[str, str]) -> Article:
    with store.unit() as unit:
        story = unit.articles.get(article)
        marked = replace(story, extras=(*story.extras, mark), body_markdown=" ".join(mark * 300))
        now = datetime.now(UTC)
        return unit.articles.save(marked, expected_revision=story.revision, actor=me, now=now, why="save")


if __name__ == "__main__":
    main(sys.argv[1], ArticleId(int(sys.argv[2])), sys.argv[3], int(sys.argv[4]))
