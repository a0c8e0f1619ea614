"""The rows that are read before the database library is loaded."""

import subprocess
import sys
from pathlib import Path

from newsdesk.domain.credit import Credit, Party, PartyKind
from newsdesk.domain.summary import ArticleQuery, ArticleSummary
from newsdesk.domain.workflow import State
from newsdesk.storage import sqlite_file
from newsdesk.storage.engine import open_store
from newsdesk.storage.glimpse import FILE_NAME, newest_stories
from newsdesk.storage.store import SqlStore
from tests.storage.builders import UNCREDITED, Desk, a_photo, a_use, an_article, later


def test_rows_are_those_of_the_list(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    desk = Desk(store)
    passed_on = Credit(parties=(Party(kind=PartyKind.VIA, name="Somebody"),))
    photos = [
        desk.photo(a_photo("a" * 64)),
        desk.photo(a_photo("b" * 64, UNCREDITED)),
        desk.photo(a_photo("c" * 64, passed_on)),
    ]
    for number, photo in enumerate(photos):
        desk.add(an_article(headline=f"Story {number}", photos=(a_use(photo),)), now=later(minutes=number))
    both = (a_use(photos[0]), a_use(photos[1], lead=False))
    desk.add(an_article(headline="Two photos", photos=both, language="sr-Cyrl"), now=later(minutes=2))
    moments = {"scheduled_at": later(days=1), "embargo_until": later(hours=1), "published_at": later()}
    desk.add(an_article(state=State.READY, **moments))
    expected = _listed(store, 4)
    store.close()
    assert newest_stories(tmp_path, 4) == expected


def test_story_in_the_log_of_an_open_newsroom_is_seen(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    story = Desk(store).add()
    seen = newest_stories(tmp_path, 10)
    store.close()
    assert [row.id for row in seen] == [story.id]


def test_nothing_is_seen_or_made_where_there_is_no_newsroom(tmp_path: Path) -> None:
    assert newest_stories(tmp_path / "absent", 10) == ()
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_seen_in_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("A letter to the editor, long enough to be taken for a header. " * 9)
    assert newest_stories(tmp_path, 10) == ()


def test_closed_newsroom_is_left_as_it_is(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    newest_stories(tmp_path, 10)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_file_has_the_name_that_the_store_gives_it() -> None:
    assert FILE_NAME == sqlite_file.FILE_NAME


def test_database_library_is_not_loaded() -> None:
    ask = "import sys, newsdesk.storage.glimpse; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", ask], check=False).returncode == 0


def _listed(store: SqlStore, limit: int) -> tuple[ArticleSummary, ...]:
    with store.reading() as unit:
        return unit.articles.page(ArticleQuery(), None, limit).rows
