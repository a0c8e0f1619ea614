"""Originals stay byte for byte what came."""

import hashlib
import os
from pathlib import Path

import pytest

from newsdesk.domain.errors import InvalidValueError
from newsdesk.media.originals import Originals
from newsdesk.media.refusals import OriginalDamagedError, OriginalMissingError, OriginalNotKeptError
from tests.media.pictures import a_jpeg

PHOTO = a_jpeg()
SHA256 = hashlib.sha256(PHOTO).hexdigest()


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    return Originals(tmp_path / "originals")


def files_in(originals: Originals) -> list[Path]:
    root = originals.path(SHA256).parent.parent
    return [file for file in root.rglob("*") if file.is_file()]


def test_a_kept_photo_comes_back_byte_for_byte(originals: Originals) -> None:
    assert originals.read(originals.keep(PHOTO)) == PHOTO


def test_a_photo_lies_under_the_sha256_of_its_bytes(originals: Originals) -> None:
    originals.keep(PHOTO)
    path = originals.path(SHA256)
    assert (path.parent.name + path.name, path.is_file()) == (SHA256, True)


def test_a_photo_kept_twice_is_kept_once(originals: Originals) -> None:
    assert originals.keep(PHOTO) == originals.keep(PHOTO)
    assert len(files_in(originals)) == 1


def test_a_photo_that_was_not_kept_is_not_there(originals: Originals) -> None:
    assert not originals.has(SHA256)


def test_a_missing_original_is_refused(originals: Originals) -> None:
    with pytest.raises(OriginalMissingError):
        originals.read(SHA256)


def test_a_changed_original_is_refused(originals: Originals) -> None:
    originals.path(originals.keep(PHOTO)).write_bytes(b"something else")
    with pytest.raises(OriginalDamagedError):
        originals.read(SHA256)


def test_keeping_a_photo_again_mends_its_damaged_copy(originals: Originals) -> None:
    originals.path(originals.keep(PHOTO)).write_bytes(PHOTO[:-1])
    originals.keep(PHOTO)
    assert originals.read(SHA256) == PHOTO


def test_verify_names_what_changed(originals: Originals) -> None:
    originals.keep(b"whole")
    originals.path(originals.keep(PHOTO)).write_bytes(PHOTO + b"!")
    assert originals.verify() == [SHA256]


def test_verify_names_what_should_be_there_and_is_not(originals: Originals) -> None:
    originals.keep(b"whole")
    assert originals.verify([SHA256]) == [SHA256]


def test_verify_is_content_with_whole_originals(originals: Originals) -> None:
    assert originals.verify([originals.keep(PHOTO)]) == []


@pytest.mark.parametrize("name", ["", "../../etc/passwd", SHA256.upper(), SHA256 + "0", "g" * 64])
def test_a_name_that_is_no_sha256_is_refused(originals: Originals, name: str) -> None:
    with pytest.raises(InvalidValueError):
        originals.path(name)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_without_write_permission_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    root = tmp_path / "originals"
    root.mkdir(mode=0o500)
    with pytest.raises(OriginalNotKeptError):
        Originals(root).keep(PHOTO)
    assert list(root.iterdir()) == []


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "originals").write_text("a file")
    with pytest.raises(OriginalNotKeptError):
        Originals(tmp_path / "originals").keep(PHOTO)


def test_nothing_half_written_stays_where_the_disk_refuses(originals: Originals, tmp_path: Path) -> None:
    originals.path(SHA256).mkdir(parents=True)  # the rename at the end can't replace a folder
    with pytest.raises(OriginalNotKeptError):
        originals.keep(PHOTO)
    assert files_in(originals) == []
