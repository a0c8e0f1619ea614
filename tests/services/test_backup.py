"""Backups: all of a newsroom in one file, and nothing unpacked from a bad one."""

import hashlib
import json
import os
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.services.backup import (
    BackupExistsError,
    BackupFailedError,
    FolderTakenError,
    NotABackupError,
    restore,
)
from newsdesk.services.newsroom import Newsroom
from tests.builders import Clock, a_newsroom, published, taken_in, written

as_root = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def backup(newsroom: Newsroom, tmp_path: Path) -> Path:
    """Return a backup of a newsroom with a story and a photo."""
    story = written(newsroom, headline="Kept safe")
    newsroom.articles.attach(story.id, taken_in(newsroom, tmp_path).id, lead=True)
    return newsroom.backup.backup(tmp_path / "backup.zip")


@pytest.fixture
def altered(backup: Path, tmp_path: Path) -> Callable[..., Path]:
    """Return what writes the backup anew with files changed, added or left out, and a manifest for them."""

    def write(files: dict[str, bytes | None], manifest: object = None) -> Path:
        with zipfile.ZipFile(backup) as archive:
            held: dict[str, bytes | None] = {name: archive.read(name) for name in archive.namelist()}
        held.pop("manifest.json")
        held |= files
        target = tmp_path / "altered.zip"
        with zipfile.ZipFile(target, "w") as archive:
            there = {name: content for name, content in held.items() if content is not None}
            for name, content in there.items():
                archive.writestr(name, content)
            hashes = {name: hashlib.sha256(content).hexdigest() for name, content in there.items()}
            told = {"newsdesk": 1, "sha256": hashes} if manifest is None else manifest
            archive.writestr("manifest.json", json.dumps(told))
        return target

    return write


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """Return a place where nothing is yet."""
    return tmp_path / "restored" / "newsroom"


@pytest.fixture
def opened(there: Path) -> Iterator[Callable[[Path], Newsroom]]:
    """Yield what restores a backup and opens the newsroom."""
    rooms = []

    def restored(backup: Path) -> Newsroom:
        restore(backup, there)
        rooms.append(a_newsroom(there, Clock()))
        return rooms[-1]

    yield restored
    for room in rooms:
        room.close()


def test_a_restored_newsroom_has_its_stories_and_its_photos(
    backup: Path, opened: Callable[[Path], Newsroom], newsroom: Newsroom
) -> None:
    room = opened(backup)
    assert room.articles.get(ArticleId(1)) == newsroom.articles.get(ArticleId(1))
    assert room.photos.get(PhotoId(1)) == newsroom.photos.get(PhotoId(1))
    assert room.backup.verify() == ()


def test_a_backup_in_a_folder_is_named_by_its_moment(newsroom: Newsroom, tmp_path: Path) -> None:
    assert newsroom.backup.backup(tmp_path).name == "newsdesk-20261121-153400.zip"


def test_a_backup_is_never_written_over(newsroom: Newsroom, backup: Path) -> None:
    before = backup.read_bytes()
    with pytest.raises(BackupExistsError):
        newsroom.backup.backup(backup)
    assert backup.read_bytes() == before


def test_nothing_lies_beside_a_finished_backup(backup: Path) -> None:
    assert [file.name for file in backup.parent.iterdir() if "backup" in file.name] == ["backup.zip"]


def test_a_backup_holds_nothing_but_the_database_and_the_originals(
    newsroom: Newsroom, backup: Path, tmp_path: Path
) -> None:
    (tmp_path / "newsroom/photos/originals/ab").mkdir(exist_ok=True)
    (tmp_path / "newsroom/photos/originals/ab/.taking-in-xyz").write_bytes(b"half")
    (tmp_path / "newsroom/photos/note.txt").write_text("mine")
    again = newsroom.backup.backup(tmp_path / "again.zip")
    with zipfile.ZipFile(again) as new, zipfile.ZipFile(backup) as old:
        assert sorted(new.namelist()) == sorted(old.namelist())


def test_a_backup_tells_how_far_it_is(newsroom: Newsroom, backup: Path, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    newsroom.backup.backup(tmp_path / "again.zip", lambda done, total: steps.append((done, total)))
    assert steps == [(1, 2), (2, 2)]


def test_a_place_that_can_not_be_written_is_refused_in_plain_words(newsroom: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BackupFailedError, match="could not be written"):
        newsroom.backup.backup(tmp_path / "file" / "backup.zip")


@pytest.mark.skipif(as_root, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write_is_refused_in_plain_words(newsroom: Newsroom, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(BackupFailedError, match="Permission denied"):
        newsroom.backup.backup(closed / "backup.zip")


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut"])
def test_a_file_that_is_no_backup_leaves_nothing(content: bytes, tmp_path: Path, there: Path) -> None:
    file = tmp_path / "bad.zip"
    file.write_bytes(content)
    with pytest.raises(NotABackupError):
        restore(file, there)
    assert not there.exists() and list(there.parent.iterdir()) == []


def test_a_backup_that_is_not_there_is_refused(tmp_path: Path, there: Path) -> None:
    with pytest.raises(NotABackupError, match="no such file"):
        restore(tmp_path / "none.zip", there)


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
def test_a_backup_that_was_cut_short_leaves_nothing(backup: Path, there: Path, tmp_path: Path, cut: float) -> None:
    whole = backup.read_bytes()
    short = tmp_path / "short.zip"
    short.write_bytes(whole[: int(len(whole) * cut)])
    with pytest.raises(NotABackupError):
        restore(short, there)
    assert not there.exists()


@pytest.mark.parametrize("place", [0.1, 0.3, 0.5, 0.7])
def test_a_backup_with_a_damaged_byte_leaves_nothing(backup: Path, there: Path, place: float) -> None:
    damaged = bytearray(backup.read_bytes())
    damaged[int(len(damaged) * place)] ^= 0xFF
    backup.write_bytes(damaged)
    with pytest.raises(NotABackupError):
        restore(backup, there)
    assert not there.exists()


def test_another_archive_is_no_backup(tmp_path: Path, there: Path) -> None:
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("readme.txt", "Hello")
    with pytest.raises(NotABackupError):
        restore(tmp_path / "other.zip", there)


@pytest.mark.parametrize(
    "manifest",
    [[], "text", 7, {"sha256": []}, {"sha256": "x"}, {"sha256": {}}, {"sha256": {"newsroom.sqlite3": None}}],
)
def test_a_manifest_of_another_shape_is_refused(
    altered: Callable[..., Path], there: Path, manifest: object
) -> None:
    with pytest.raises(NotABackupError):
        restore(altered({}, manifest), there)
    assert not there.exists()


@pytest.mark.parametrize(
    "name",
    [
        "../outside",
        "photos/../../outside",
        "/tmp/outside",
        "photos/originals/ab/..",
        "photos\\..\\..\\outside",
        "C:outside",
        "photos/note.txt",
        "photos/originals/ab/",
    ],
)
def test_a_name_that_has_no_place_in_a_newsroom_is_refused(
    altered: Callable[..., Path], there: Path, tmp_path: Path, name: str
) -> None:
    before = {path for path in tmp_path.rglob("*") if "outside" in path.name}
    with pytest.raises(NotABackupError, match="no place in a newsroom"):
        restore(altered({name: b"evil"}), there)
    assert not there.exists() and {path for path in tmp_path.rglob("*") if "outside" in path.name} == before


def test_a_file_that_the_manifest_names_and_the_archive_lacks_is_refused(
    altered: Callable[..., Path], there: Path, backup: Path
) -> None:
    with zipfile.ZipFile(backup) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    (photo,) = [name for name in manifest["sha256"] if name.startswith("photos/")]
    with pytest.raises(NotABackupError, match="missing or damaged"):
        restore(altered({photo: None}, manifest), there)


def test_files_beside_those_of_the_manifest_are_not_unpacked(altered: Callable[..., Path], there: Path) -> None:
    with zipfile.ZipFile(altered({}), "a") as archive:
        archive.writestr("photos/originals/ab/evil", b"evil")
        name = archive.filename
    restore(Path(str(name)), there)
    assert not list(there.rglob("evil"))


def test_a_folder_that_holds_anything_is_left_alone(backup: Path, there: Path) -> None:
    there.mkdir(parents=True)
    (there / "mine.txt").write_text("mine")
    with pytest.raises(FolderTakenError):
        restore(backup, there)
    assert [path.name for path in there.iterdir()] == ["mine.txt"]


def test_a_file_in_the_place_of_the_folder_is_left_alone(backup: Path, there: Path) -> None:
    there.parent.mkdir(parents=True)
    there.write_text("mine")
    with pytest.raises(FolderTakenError):
        restore(backup, there)
    assert there.read_text() == "mine"


def test_an_empty_folder_becomes_the_newsroom(backup: Path, there: Path) -> None:
    there.mkdir(parents=True)
    restore(backup, there)
    assert (there / "newsroom.sqlite3").is_file()


def test_a_place_below_a_file_is_refused_in_plain_words(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BackupFailedError):
        restore(backup, tmp_path / "file" / "newsroom")


def test_a_newsroom_in_order_has_nothing_wrong(either: Newsroom, tmp_path: Path) -> None:
    either.articles.attach(written(either).id, taken_in(either, tmp_path).id, lead=True)
    assert either.backup.verify() == ()


@pytest.mark.parametrize("harm", ["damaged", "gone"])
def test_a_photo_that_is_damaged_or_gone_is_named(newsroom: Newsroom, tmp_path: Path, harm: str) -> None:
    sha256 = taken_in(newsroom, tmp_path).sha256
    original = tmp_path / "newsroom/photos/originals" / sha256[:2] / sha256[2:]
    original.write_bytes(b"other bytes") if harm == "damaged" else original.unlink()
    (said,) = newsroom.backup.verify()
    assert sha256 in said


def test_a_release_that_somebody_changed_is_found(newsroom: Newsroom, tmp_path: Path) -> None:
    published(newsroom)
    with closing(sqlite3.connect(tmp_path / "newsroom/newsroom.sqlite3", isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER releases_changed")
        connection.execute("UPDATE releases SET reason = 'never said'")
    assert any("Release 1" in said for said in newsroom.backup.verify())


def test_a_restored_newsroom_is_a_copy_that_lives_on_its_own(
    backup: Path, opened: Callable[[Path], Newsroom], newsroom: Newsroom
) -> None:
    room = opened(backup)
    written(room, headline="Only there")
    assert newsroom.articles.counts_by_state() == {"draft": 1}


def test_a_backup_outlives_its_newsroom(
    backup: Path, opened: Callable[[Path], Newsroom], newsroom: Newsroom, tmp_path: Path
) -> None:
    newsroom.close()
    shutil.rmtree(tmp_path / "newsroom")
    assert opened(backup).articles.get(ArticleId(1)).headline == "Kept safe"
