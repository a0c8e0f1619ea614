"""A newsroom's list in memory, read in pages like the real one, and slow when a test wants it."""

import threading

from newsdesk.domain.summary import ArticleQuery, ArticleSummary, Cursor, Page
from tests.ui.records import a_summary


class Shelf:
    """Stories in their order; a query's words choose among headlines."""

    def __init__(self, count: int = 0) -> None:
        self.stories: list[ArticleSummary] = [a_summary(number) for number in range(1, count + 1)]
        self.asked: list[tuple[ArticleQuery, Cursor | None, int]] = []
        self.gates: dict[str, threading.Event] = {}
        self.error: Exception | None = None

    def page(self, query: ArticleQuery, after: Cursor | None = None, limit: int = 100) -> Page:
        """Return a page; a query whose words have a gate waits at it."""
        self.asked.append((query, after, limit))
        gate = self.gates.get(query.words)
        if gate is not None:
            gate.wait(5)
        if self.error is not None:
            raise self.error
        found = [story for story in self.stories if query.words in story.headline]
        start = after.offset if after is not None else 0
        rows = tuple(found[start : start + limit])
        more = start + limit < len(found)
        return Page(rows=rows, following=Cursor(offset=start + limit) if more else None)
