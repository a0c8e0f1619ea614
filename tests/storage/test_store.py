"""Units of work, threads, backups, verification."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import InvalidRequestError

from newsdesk.domain.errors import RevisionClashError
from newsdesk.domain.summary import ArticleQuery
from newsdesk.services.store import Store
from newsdesk.storage import store as store_module
from newsdesk.storage.engine import open_store
from newsdesk.storage.refusals import (
    BackupNotHereError,
    BackupTakenError,
    LockedNewsroomError,
    NewsroomUnreachableError,
    StorageFailedError,
    StorageFullError,
    UnitMisusedError,
)
from newsdesk.storage.store import SqlStore
from tests.storage.builders import NOW, Desk, a_photo, a_use, an_article, later

Sql = Callable[[str], list[tuple[object, ...]]]


def as_services_know_it(store: SqlStore) -> Store:
    """Return the store as the services ask for one; type checkers hold the two against each other."""
    return store


def test_services_can_use_the_store(store: SqlStore) -> None:
    with as_services_know_it(store).reading() as unit:
        assert unit.articles.count(ArticleQuery()) == 0


def test_failed_unit_keeps_nothing(store: SqlStore, desk: Desk) -> None:
    with pytest.raises(LookupError), store.unit() as unit:
        unit.settings.set("publication.name", "Beta")
        unit.articles.add(an_article(headline="Harbour"), actor=desk.me, now=NOW)
        raise LookupError
    with store.reading() as unit:
        assert unit.settings.all() == {}
        assert unit.articles.page(ArticleQuery(words="harbour"), None, 5).rows == ()


def test_unit_sees_its_own_changes(store: SqlStore, desk: Desk) -> None:
    with store.unit() as unit:
        added = unit.articles.add(an_article(), actor=desk.me, now=NOW)
        unit.articles.get(added.id)
        saved = unit.articles.save(
            replace(added, headline="Second"), expected_revision=1, actor=desk.me, now=later(minutes=1), why="save"
        )
        assert unit.articles.get(added.id) == saved


def test_reader_sees_one_state_throughout(store: SqlStore, desk: Desk) -> None:
    added = desk.add()
    with store.reading() as unit:
        before = unit.articles.get(added.id)
        writer = threading.Thread(target=desk.save, args=(replace(added, headline="Meanwhile"),))
        writer.start()
        writer.join()
        assert unit.articles.get(added.id) == before


def test_unit_inside_a_unit_is_refused(store: SqlStore) -> None:
    with store.unit(), pytest.raises(UnitMisusedError), store.unit():
        pass
    with store.unit(), pytest.raises(UnitMisusedError), store.reading():
        pass


def test_refused_inner_unit_leaves_the_outer_one_whole(store: SqlStore) -> None:
    with store.unit() as unit:
        with pytest.raises(UnitMisusedError), store.unit():
            pass
        unit.settings.set("publication.name", "Beta")
    with store.reading() as unit:
        assert unit.settings.all() == {"publication.name": "Beta"}


def test_ended_unit_can_do_no_more(store: SqlStore) -> None:
    with store.unit() as unit:
        settings = unit.settings
    with pytest.raises(UnitMisusedError):
        _ = unit.settings
    with pytest.raises(InvalidRequestError):
        settings.all()


def test_reading_unit_can_not_write(store: SqlStore) -> None:
    with pytest.raises(UnitMisusedError), store.reading() as unit:
        unit.settings.set("publication.name", "Beta")


def test_threads_write_one_after_another(store: SqlStore, desk: Desk) -> None:
    story = desk.add()
    lost: list[RevisionClashError] = []

    def work(name: str) -> None:
        for _ in range(10):
            with store.unit() as unit:
                current = unit.articles.get(story.id)
                try:
                    unit.articles.save(
                        replace(current, extras=(*current.extras, (name, "x"))),
                        expected_revision=current.revision,
                        actor=desk.me,
                        now=NOW,
                        why="save",
                    )
                except RevisionClashError as clash:
                    lost.append(clash)

    threads = [threading.Thread(target=work, args=(f"t{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as unit:
        assert (len(unit.articles.get(story.id).extras), lost) == (40, [])


def test_readers_do_not_wait_for_a_writer(store: SqlStore, desk: Desk) -> None:
    story = desk.add()
    seen: list[str] = []

    def read() -> None:
        with store.reading() as unit:
            seen.append(unit.articles.get(story.id).headline)

    with store.unit() as unit:
        unit.articles.save(
            replace(story, headline="Not yet"), expected_revision=1, actor=desk.me, now=NOW, why="save"
        )
        reader = threading.Thread(target=read)
        reader.start()
        reader.join(timeout=20)
    assert seen == [story.headline]


def test_writer_that_waits_too_long_is_told_so(address: str) -> None:
    with closing(open_store(address, patience=0.2)) as store:
        refusals: list[LockedNewsroomError] = []

        def write() -> None:
            try:
                with store.unit():
                    pass
            except LockedNewsroomError as refusal:
                refusals.append(refusal)

        with store.unit():
            other = threading.Thread(target=write)
            other.start()
            other.join()
        assert len(refusals) == 1


def test_lock_of_another_program_is_told(tmp_path: Path) -> None:
    with closing(open_store(tmp_path, patience=0.1)) as store:
        with closing(sqlite3.connect(tmp_path / "newsroom.sqlite3", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(LockedNewsroomError), store.unit():
                pass
        with store.unit() as unit:
            unit.settings.set("publication.name", "Beta")


def test_log_is_copied_into_the_file_now_and_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "_CHECKPOINT_AFTER", 5)
    with closing(open_store(tmp_path)) as store:
        for number in range(12):
            with store.unit() as unit:
                unit.settings.set("publication.name", f"Number {number}")
        assert b"Number 9" in (tmp_path / "newsroom.sqlite3").read_bytes()
        assert store.verify() == []


def test_every_connection_keeps_to_the_rules(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store, store.reading() as unit:
        names = ("journal_mode", "synchronous", "foreign_keys", "wal_autocheckpoint", "busy_timeout")
        found = [unit.session.connection().exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]
    assert found == ["wal", 2, 1, 0, 5000]


def full_newsroom(desk: Desk) -> None:
    story = desk.add(an_article(headline="Harbour", photos=(a_use(desk.photo()),)))
    desk.save(replace(story, headline="Airport"))
    desk.photo(a_photo("b" * 64))


def test_sound_newsroom_verifies(store: SqlStore, desk: Desk) -> None:
    full_newsroom(desk)
    assert store.verify() == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM article_search", "not in the search index"),
        ("UPDATE article_tallies SET stories = 7", "counts"),
        ("DELETE FROM versions WHERE revision = 2", "history of story 1"),
    ],
)
def test_what_is_wrong_is_said(store: SqlStore, desk: Desk, sql: Sql, statement: str, said: str) -> None:
    full_newsroom(desk)
    sql(statement)
    assert said in " ".join(store.verify())


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE article_search SET headline = 'other'", "search index"),
        ("DELETE FROM photos", "does not exist"),
    ],
)
def test_what_is_wrong_with_the_file_is_said(tmp_path: Path, statement: str, said: str) -> None:
    with closing(open_store(tmp_path)) as store:
        full_newsroom(Desk(store))
        with closing(sqlite3.connect(tmp_path / "newsroom.sqlite3")) as other, other:
            other.execute(statement)
        assert said in " ".join(store.verify())


def test_damaged_pages_are_said(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        Desk(store).add(an_article(body_markdown="Q" * 50_000))
    file = tmp_path / "newsroom.sqlite3"
    data = bytearray(file.read_bytes())
    inside = data.index(b"Q" * 4000) // 4096 + 1
    data[inside * 4096 : inside * 4096 + 4] = b"\xff" * 4
    file.write_bytes(data)
    with closing(open_store(tmp_path)) as store:
        assert store.verify() != []


def test_backup_holds_the_newsroom_and_opens(tmp_path: Path) -> None:
    with closing(open_store(tmp_path / "newsroom")) as store:
        full_newsroom(Desk(store))
        (tmp_path / "copy").mkdir()
        store.backup(str(tmp_path / "copy" / "newsroom.sqlite3"))
        assert [path.name for path in (tmp_path / "copy").iterdir()] == ["newsroom.sqlite3"]
        with closing(open_store(tmp_path / "copy", create=False)) as copy, copy.reading() as held:
            assert copy.verify() == []
            with store.reading() as unit:
                assert held.articles.page(ArticleQuery(), None, 9) == unit.articles.page(ArticleQuery(), None, 9)


def test_backup_is_never_written_over(tmp_path: Path) -> None:
    target = tmp_path / "taken"
    target.write_text("mine")
    with closing(open_store(tmp_path / "newsroom")) as store, pytest.raises(BackupTakenError):
        store.backup(str(target))
    assert target.read_text() == "mine"


def test_backup_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with closing(open_store(tmp_path / "newsroom")) as store, pytest.raises(StorageFailedError):
        store.backup(str(tmp_path / "nowhere" / "copy"))
    assert not (tmp_path / "nowhere").exists()


def test_server_is_saved_with_its_own_tools(address: str, store: SqlStore, tmp_path: Path) -> None:
    if not address.startswith("postgresql"):
        return
    with pytest.raises(BackupNotHereError, match="pg_dump"):
        store.backup(str(tmp_path / "copy"))


def test_moment_without_a_zone_is_no_moment(store: SqlStore, desk: Desk) -> None:
    with pytest.raises(Exception, match="without a zone"):
        desk.add(now=datetime(2026, 11, 21))  # noqa: DTZ001


def test_many_stories_are_added_at_once(store: SqlStore, desk: Desk) -> None:
    stories = [an_article(headline=f"Harbour {number}", updated_at=later(minutes=number)) for number in range(2500)]
    assert store.bulk_add(stories, actor=desk.me, now=NOW) == 2500
    with store.reading() as unit:
        page = unit.articles.page(ArticleQuery(), None, 2)
        assert [row.headline for row in page.rows] == ["Harbour 2499", "Harbour 2498"]
        assert unit.articles.count(ArticleQuery(words="harbour 77 ")) == 1
        assert unit.articles.counts_by_state() == {"draft": 2500}
        assert unit.articles.get(page.rows[0].id).body_markdown == "Traffic is back."
        assert unit.articles.at_revision(page.rows[0].id, 1).headline == "Harbour 2499"


def test_store_filled_at_once_verifies(store: SqlStore, desk: Desk) -> None:
    store.bulk_add([an_article(headline=f"Harbour {number}") for number in range(20)], actor=desk.me, now=NOW)
    desk.add()
    assert store.verify() == []


def test_full_disk_costs_the_last_change_only(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        desk = Desk(store)
        kept = desk.add()
        with pytest.raises(StorageFullError, match="no room"), store.unit() as unit:
            pages = unit.session.connection().exec_driver_sql("PRAGMA page_count").scalar()
            unit.session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            unit.articles.add(an_article(body_markdown="x" * 100_000), actor=desk.me, now=NOW)
        with store.reading() as unit:
            unit.session.connection().exec_driver_sql("PRAGMA max_page_count = 1000000")
            assert unit.articles.get(kept.id) == kept
            assert unit.articles.counts_by_state() == {"draft": 1}
    with closing(open_store(tmp_path)) as store:
        assert store.verify() == []


def test_server_that_goes_away_is_told(address: str, store: SqlStore, desk: Desk, sql: Sql) -> None:
    if not address.startswith("postgresql"):
        return
    with pytest.raises(NewsroomUnreachableError), store.unit() as unit:
        unit.articles.add(an_article(), actor=desk.me, now=NOW)
        sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE state = 'idle in transaction' AND datname = current_database()"
        )
        unit.articles.counts_by_state()
    with store.reading() as unit:
        assert unit.articles.counts_by_state() == {}
