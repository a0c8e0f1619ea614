"""A save until it is acknowledged, beside one UPDATE of bare SQLite with the same durability in the same folder."""

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.editor_stories import different
from benchmarks.figures import Figure, goal, percentile, spread
from benchmarks.timing import Turn, in_turns
from newsdesk.app.compose import open_newsroom
from newsdesk.domain.article import Article
from newsdesk.services.articles import ArticleService

_P99_MS = 10
_WORDS, _SAVES = 1000, 500


def measure(arguments: Sequence[str] = ()) -> list[Figure]:
    """Save a story that grows by a word each time, as the window does; an argument gives the number of saves."""
    saves = int(arguments[0]) if arguments else _SAVES
    with tempfile.TemporaryDirectory(prefix="newsdesk-benchmarks-save-") as folder:
        opened = open_newsroom(str(Path(folder) / "newsroom"))
        try:
            with closing(_bare(Path(folder) / "bare.sqlite3")) as bare:
                ours, theirs = in_turns(_turns(opened.articles, bare, saves))
        finally:
            opened.close()
    return [
        Figure(
            what=f"save acknowledged, {_WORDS:,} words, SQLite FULL, {saves} saves",
            figure=spread(ours),
            goal=goal(_P99_MS, "ms", percentile(ours, 99), "p99"),
            beside=f"bare UPDATE, FULL: {spread(theirs)}",
        )
    ]


class _Writer:
    """Somebody who types a word and pauses."""

    def __init__(self, articles: ArticleService, story: Article) -> None:
        self._articles = articles
        self.story = articles.add(story)

    def save(self, word: str) -> None:
        """Save the story with one more word in its first paragraph."""
        longer = self.story.body_markdown.replace("\n\n", f"\n\n{word} ", 1)
        changed = replace(self.story, body_markdown=longer)
        self.story = self._articles.save(changed, base=self.story, why="snapshot")


def _turns(articles: ArticleService, bare: sqlite3.Connection, saves: int) -> Iterator[Turn]:
    (written, _), *_ = different(_WORDS, 1)
    writer = _Writer(articles, written)
    writer.save("warm")
    bare.execute("INSERT INTO story (id, body) VALUES (1, ?)", (written.body_markdown,))
    for number in range(saves):
        word = f"word{number}"
        yield partial(writer.save, word), partial(_update, bare, f"{word} {written.body_markdown}")


def _bare(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE story (id INTEGER PRIMARY KEY, body TEXT NOT NULL)")
    return connection


def _update(bare: sqlite3.Connection, body: str) -> None:
    bare.execute("UPDATE story SET body = ? WHERE id = 1", (body,))
