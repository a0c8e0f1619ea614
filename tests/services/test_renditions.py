"""Renditions: named by what they show, drawn once, their credit inside."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from newsdesk.domain.photo import Photo
from newsdesk.media.metadata import read_metadata
from newsdesk.media.originals import Originals
from newsdesk.media.worker import MediaWorker
from newsdesk.services.renditions import PAGE_TYPES, Renditions
from tests.builders import a_jpeg, a_photo

_LINE = "(BETAPHOTO/MILICA PETROVIC)"


@pytest.fixture(scope="module")
def worker() -> Iterator[MediaWorker]:
    worker = MediaWorker()
    yield worker
    worker.close()


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    return Originals(tmp_path / "originals")


@pytest.fixture
def renditions(tmp_path: Path, originals: Originals, worker: MediaWorker) -> Renditions:
    return Renditions(tmp_path / "cache", originals, worker)


def kept(originals: Originals, width: int = 1000, height: int = 667) -> Photo:
    """Return the record of a picture that is among the originals."""
    data = a_jpeg(width=width, height=height)
    return a_photo(sha256=originals.keep(data), width=width, height=height)


@pytest.mark.parametrize(
    ("width", "widths"), [(64, {64}), (320, {320}), (1000, {320, 640, 960}), (4000, {320, 640, 960, 1280})]
)
def test_a_page_offers_the_widths_that_the_original_has(
    renditions: Renditions, width: int, widths: set[int]
) -> None:
    views = renditions.views(a_photo(width=width, height=width // 2), _LINE)
    assert {view.width for view in views} == widths and {view.media_type for view in views} == set(PAGE_TYPES)


def test_every_view_is_drawn_in_the_size_and_type_that_it_names(
    renditions: Renditions, originals: Originals
) -> None:
    for view in renditions.views(kept(originals), _LINE):
        picture = Image.open(io.BytesIO(renditions.read(view.file_name)))
        assert (picture.width, picture.height, picture.get_format_mimetype()) == (
            view.width,
            view.height,
            view.media_type,
        )


def test_the_credit_is_inside_every_picture(renditions: Renditions, originals: Originals) -> None:
    for view in renditions.views(kept(originals), _LINE):
        said = read_metadata(renditions.read(view.file_name))
        assert (said.credit_line, said.creator) == (_LINE, "Milica Petrović")


def test_a_picture_is_drawn_once_and_then_read(
    renditions: Renditions, originals: Originals, tmp_path: Path
) -> None:
    view = renditions.views(kept(originals), _LINE)[0]
    first = renditions.read(view.file_name)
    (file,) = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    file.write_bytes(b"as it was kept")
    assert first != b"as it was kept" and renditions.read(view.file_name) == b"as it was kept"


def test_another_credit_is_another_picture_under_another_name(
    renditions: Renditions, originals: Originals
) -> None:
    photo = kept(originals)
    names = [renditions.views(photo, line)[0].file_name for line in (_LINE, "(BETAPHOTO/ANA ILIC)", _LINE)]
    assert names[0] == names[2] != names[1]


def test_a_name_that_no_page_shows_is_not_served(renditions: Renditions) -> None:
    with pytest.raises(KeyError):
        renditions.read("../../secret.jpg")


def test_without_room_to_keep_it_a_picture_is_drawn_all_the_same(
    originals: Originals, worker: MediaWorker, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    renditions = Renditions(tmp_path / "file", originals, worker)
    view = renditions.views(kept(originals), _LINE)[0]
    assert renditions.read(view.file_name).startswith(b"RIFF")
