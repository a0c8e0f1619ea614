"""Opening a newsroom: what is refused, and that a refusal changes nothing."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from newsdesk.domain.errors import NewsdeskError
from newsdesk.storage import engine, sqlite_file
from newsdesk.storage.engine import open_store
from newsdesk.storage.refusals import (
    DamagedNewsroomError,
    LockedNewsroomError,
    NewerSchemaError,
    NewsroomMissingError,
    NewsroomUnreachableError,
    NotANewsroomError,
    ReadOnlyNewsroomError,
)

FILE = "newsroom.sqlite3"
Sql = Callable[[str], list[tuple[object, ...]]]


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return every file of a folder with its bytes and its time of change."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@contextmanager
def unchanged(folder: Path) -> Iterator[None]:
    before = contents(folder)
    yield
    assert contents(folder) == before


def a_newsroom(folder: Path) -> Path:
    open_store(folder).close()
    return folder


def test_absent_folder_becomes_an_empty_newsroom(tmp_path: Path) -> None:
    a_newsroom(tmp_path / "made" / "here")
    assert list(contents(tmp_path)) == [FILE]


def test_typing_error_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(NewsroomMissingError):
        open_store(tmp_path / "typo", create=False)
    assert list(tmp_path.iterdir()) == []


def test_kept_newsroom_opens_again(address: str) -> None:
    with closing(open_store(address)) as store, store.unit() as unit:
        unit.settings.set("publication.name", "Beta")
    with closing(open_store(address, create=False)) as store, store.reading() as unit:
        assert unit.settings.all() == {"publication.name": "Beta"}


def test_store_says_what_it_is(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        info = store.info()
    assert (info.engine, info.address, info.schema_version) == ("SQLite", str(tmp_path), "0001")


def a_text(file: Path) -> None:
    file.write_text("Dear reader, " * 50)


def nothing(file: Path) -> None:
    file.touch()


def others(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")


def others_in_use(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE bookmarks (url TEXT)")


def only_marked(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA application_id = {sqlite_file.APPLICATION_ID}")


@pytest.mark.parametrize("make", [a_text, nothing, others, others_in_use, only_marked])
def test_file_that_is_no_newsroom_is_refused_and_left_alone(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / FILE)
    with unchanged(tmp_path), pytest.raises(NotANewsroomError):
        open_store(tmp_path)


def test_damaged_newsroom_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = a_newsroom(tmp_path) / FILE
    file.write_bytes(file.read_bytes()[:5000])
    with unchanged(tmp_path), pytest.raises(DamagedNewsroomError):
        open_store(tmp_path)


def test_file_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("notes")
    with unchanged(tmp_path), pytest.raises(NotANewsroomError):
        open_store(tmp_path / "notes.txt")


def test_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(NotANewsroomError):
        open_store(tmp_path)


def test_newer_newsroom_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = a_newsroom(tmp_path) / FILE
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE newsdesk_version SET version_num = '9999'")
    with unchanged(tmp_path), pytest.raises(NewerSchemaError) as refusal:
        open_store(tmp_path)
    assert (refusal.value.fields["found"], refusal.value.fields["known"]) == ("9999", "0001")


def test_newer_newsroom_whose_log_still_waits_is_refused(tmp_path: Path) -> None:
    file = a_newsroom(tmp_path) / FILE
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA wal_autocheckpoint = 0")
        other.execute("UPDATE newsdesk_version SET version_num = '9999'")
        other.commit()
        before = file.read_bytes()
        with pytest.raises(NewerSchemaError):
            open_store(tmp_path)
        assert file.read_bytes() == before


def test_newer_server_is_refused(address: str, sql: Sql) -> None:
    open_store(address).close()
    sql("UPDATE newsdesk_version SET version_num = '9999'")
    with pytest.raises(NewerSchemaError):
        open_store(address)


def test_database_of_another_program_is_refused(postgres_url: str) -> None:
    from sqlalchemy import create_engine, text

    from tests.storage.conftest import own_schema

    with own_schema(postgres_url) as address:
        other = create_engine(address)
        with other.begin() as connection:
            connection.execute(text("CREATE TABLE bookmarks (url TEXT)"))
        with pytest.raises(NotANewsroomError):
            open_store(address)
        with other.connect() as connection:
            names = connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"))
            assert names.scalars().all() == ["bookmarks"]
        other.dispose()


def test_empty_database_is_left_empty_unless_asked(postgres_url: str) -> None:
    from tests.storage.conftest import own_schema

    with own_schema(postgres_url) as address, pytest.raises(NewsroomMissingError):
        open_store(address, create=False)


@pytest.mark.parametrize(
    "address", ["postgresql://nobody:secret@127.0.0.1:1/x", "postgresql://[", "postgresql+psycopg://h:port/x"]
)
def test_server_that_does_not_answer_is_refused_without_its_password(address: str) -> None:
    with pytest.raises(NewsroomUnreachableError) as refusal:
        open_store(address, patience=1)
    assert "secret" not in str(refusal.value)


@contextmanager
def somebody_without_rights() -> Iterator[Path]:
    """Yield a folder that its user owns; inside the block we are no superuser, who may write anywhere."""
    if not hasattr(os, "geteuid"):
        pytest.skip("rights of folders work otherwise on this system")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        place.chmod(0o777)
        as_root = os.geteuid() == 0
        if as_root:
            os.seteuid(65534)
        try:
            yield place
        finally:
            for path in (place, *place.rglob("*")):
                if path.owner() != "root" or not as_root:
                    path.chmod(0o777)
            if as_root:
                os.seteuid(0)


def test_folder_that_may_only_be_read_is_refused_and_left_alone() -> None:
    with somebody_without_rights() as place:
        folder = a_newsroom(place / "newsroom")
        folder.chmod(0o555)
        with unchanged(folder), pytest.raises(ReadOnlyNewsroomError):
            open_store(folder)


def test_file_that_may_only_be_read_is_refused_and_left_alone() -> None:
    with somebody_without_rights() as place:
        folder = a_newsroom(place / "newsroom")
        (folder / FILE).chmod(0o444)
        with unchanged(folder), pytest.raises(ReadOnlyNewsroomError):
            open_store(folder)


def test_file_that_may_not_even_be_read_is_refused() -> None:
    with somebody_without_rights() as place:
        folder = a_newsroom(place / "newsroom")
        (folder / FILE).chmod(0o000)
        with pytest.raises(ReadOnlyNewsroomError):
            open_store(folder)


def test_newsroom_is_not_made_where_nothing_may_be_written() -> None:
    with somebody_without_rights() as place:
        shut = place / "shut"
        shut.mkdir()
        shut.chmod(0o555)
        for folder in (shut, shut / "newsroom"):
            with unchanged(place), pytest.raises(ReadOnlyNewsroomError):
                open_store(folder)


def test_locked_newsroom_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = a_newsroom(tmp_path) / FILE
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        before = file.read_bytes()
        with pytest.raises(LockedNewsroomError):
            open_store(tmp_path, patience=0.1)
        assert file.read_bytes() == before


def test_newsroom_that_could_not_be_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class BrokenError(NewsdeskError):
        """Stands for any failure half-way."""

    def fail(connection: object) -> None:
        raise BrokenError

    monkeypatch.setattr(engine, "fill", fail)
    with pytest.raises(BrokenError):
        open_store(tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []


def test_newsroom_made_by_somebody_else_meanwhile_stays_theirs(tmp_path: Path) -> None:
    with sqlite_file.new_file(tmp_path / FILE) as mine:
        with closing(open_store(tmp_path)) as store, store.unit() as unit:
            unit.settings.set("publication.name", "Theirs")
        assert mine.exists()
    with closing(open_store(tmp_path)) as store, store.reading() as unit:
        assert unit.settings.all() == {"publication.name": "Theirs"}
    assert list(contents(tmp_path)) == [FILE]


@pytest.mark.parametrize("name", ["Вести & co", "100%#?x", "a'b", "file:x"])
def test_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    a_newsroom(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_log_goes_with_the_last_who_closes(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    with store.unit() as unit:
        unit.settings.set("publication.name", "Beta")
    store.close()
    store.close()
    assert list(contents(tmp_path)) == [FILE]
