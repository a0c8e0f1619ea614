"""The photo desk: taking in, crediting, terms, and the same picture never twice."""

import hashlib
from pathlib import Path

import pytest

from newsdesk.domain.changes import Changes
from newsdesk.domain.credit import Credit, credit_of
from newsdesk.domain.errors import InvalidValueError, NotFoundError
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.rights import EDITORIAL_USE, Rights, RightsCategory
from newsdesk.domain.summary import PhotoQuery
from newsdesk.services.newsroom import Newsroom
from tests.builders import a_jpeg, taken_in, written
from tests.media.pictures import BYLINE, CAPTION, CREDIT, with_iim


def a_file(folder: Path, name: str, content: bytes) -> Path:
    """Write a file."""
    (folder / name).write_bytes(content)
    return folder / name


def test_a_photo_is_taken_in_byte_for_byte_under_its_hash(either: Newsroom, tmp_path: Path) -> None:
    data = a_jpeg(width=80, height=60)
    (entry,) = either.photos.add([a_file(tmp_path, "Скела.jpg", data)]).photos
    photo = entry.photo
    assert (photo.sha256, photo.file_name, photo.width, photo.height, photo.byte_size, photo.media_type) == (
        hashlib.sha256(data).hexdigest(),
        "Скела.jpg",
        80,
        60,
        len(data),
        "image/jpeg",
    )
    original = tmp_path / "newsroom/photos/originals" / photo.sha256[:2] / photo.sha256[2:]
    assert original.read_bytes() == data


def test_a_bad_file_is_refused_with_its_reason_and_the_others_come_in(either: Newsroom, tmp_path: Path) -> None:
    files = [
        a_file(tmp_path, "good.jpg", a_jpeg()),
        a_file(tmp_path, "text.jpg", b"no picture at all"),
        a_file(tmp_path, "cut.jpg", a_jpeg(width=400, height=300)[:900]),
        a_file(tmp_path, "empty.png", b""),
        tmp_path / "absent.jpg",
        tmp_path,
        a_file(tmp_path, "other.jpg", a_jpeg((9, 9, 9))),
    ]
    taken = either.photos.add(files)
    assert [Path(entry.file).name for entry in taken.photos] == ["good.jpg", "other.jpg"]
    assert [Path(refused.file).name for refused in taken.refused] == [
        "text.jpg",
        "cut.jpg",
        "empty.png",
        "absent.jpg",
        tmp_path.name,
    ]
    assert all(len(refused.reason.split()) > 3 for refused in taken.refused)


def test_the_same_bytes_are_one_photo_whatever_their_name(newsroom: Newsroom, tmp_path: Path) -> None:
    files = [a_file(tmp_path, name, a_jpeg()) for name in ("one.jpg", "two.jpg")]
    first, second = newsroom.photos.add(files).photos
    assert (first.photo, first.known, second.known) == (second.photo, False, True)
    assert newsroom.photos.count(PhotoQuery()) == 1


def test_progress_is_told_file_by_file_and_can_be_stopped(newsroom: Newsroom, tmp_path: Path) -> None:
    files = [a_file(tmp_path, f"{shade}.jpg", a_jpeg((shade, 0, 0))) for shade in (1, 2, 3)]
    steps: list[tuple[int, int]] = []
    taken = newsroom.photos.add(files, lambda done, total: steps.append((done, total)), lambda: len(steps) == 2)
    assert (steps, len(taken.photos)) == ([(1, 3), (2, 3)], 2)


def test_what_the_file_says_is_read_and_never_becomes_the_credit_by_itself(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    data = with_iim({BYLINE: "Миловáн Đурић".encode(), CREDIT: b"Beta", CAPTION: "Скела".encode()})
    photo = newsroom.photos.add([a_file(tmp_path, "said.jpg", data)]).photos[0].photo
    assert (photo.creator_as_read, photo.agency_as_read, photo.description) == ("Миловáн Đурић", "BETAPHOTO", "Скела")
    assert (photo.credit, newsroom.photos.credit_line(photo)) == (Credit(), "")


def test_what_the_file_says_is_suggested(newsroom: Newsroom, tmp_path: Path) -> None:
    data = with_iim({BYLINE: b"Milos Miskov", CREDIT: b"Beta"})
    photo = newsroom.photos.add([a_file(tmp_path, "said.jpg", data)]).photos[0].photo
    assert newsroom.photos.with_lines([photo])[0].suggestion == credit_of("Milos Miskov", "BETAPHOTO")


@pytest.mark.parametrize("agency", ["BETAPHOTO", "betaphoto", "Beta Foto", "Beta"])
def test_a_credit_prints_by_its_agencys_pattern_however_the_agency_is_spelled(
    either: Newsroom, tmp_path: Path, agency: str
) -> None:
    photo = taken_in(either, tmp_path, credited=False)
    credited = either.photos.credit(photo.id, creator=" Đorđe Šćepanović ", agency=agency)
    assert either.photos.credit_line(credited) == "(BETAPHOTO/DJORDJE SCEPANOVIC)"
    assert credited.credit.creator == "Đorđe Šćepanović"


def test_the_line_is_shown_while_the_credit_is_typed(newsroom: Newsroom) -> None:
    lines = [newsroom.photos.line_for(*said) for said in (("", ""), ("Ana", ""), ("Ana", "beta"), ("", "beta"))]
    assert lines == ["", "(Ana)", "(BETAPHOTO/ANA)", "(BETAPHOTO)"]


def test_an_agencys_default_terms_come_with_it_as_assumed(either: Newsroom, tmp_path: Path) -> None:
    photo = taken_in(either, tmp_path, credited=False)
    rights = either.photos.credit(photo.id, creator="", agency="REUTERS").rights
    assert (rights.category, rights.usage_terms, rights.assumed) == (
        RightsCategory.AGENCY_SUBSCRIPTION,
        EDITORIAL_USE,
        True,
    )


def test_another_agency_brings_other_assumed_terms(newsroom: Newsroom, tmp_path: Path) -> None:
    photo = taken_in(newsroom, tmp_path)
    assert photo.rights.category is RightsCategory.STAFF
    assert newsroom.photos.credit(photo.id, creator="Ana", agency="AP").rights.category is not RightsCategory.STAFF


def test_assumed_terms_go_with_their_agency(newsroom: Newsroom, tmp_path: Path) -> None:
    photo = newsroom.photos.credit(taken_in(newsroom, tmp_path).id, creator="Ana", agency="")
    assert photo.rights == Rights()


def test_terms_that_a_person_set_stay(newsroom: Newsroom, tmp_path: Path) -> None:
    photo = taken_in(newsroom, tmp_path, credited=False)
    newsroom.photos.credit(photo.id, creator="Ana", agency="", terms="handout")
    rights = newsroom.photos.credit(photo.id, creator="Ana", agency="AP").rights
    assert (rights.category, rights.assumed) == (RightsCategory.HANDOUT, False)


@pytest.mark.parametrize(
    ("creator", "agency", "terms", "said"),
    [
        ("", "", "", "Nobody"),
        ("  ", " ", "", "Nobody"),
        ("Ana", "NOWHERE", "", "NOWHERE"),
        ("", "HANDOUT", "", "photographer"),
        ("Ana", "", "free", "free"),
        ("Ana", "", "unknown", "unknown"),
    ],
)
def test_a_credit_that_would_print_nothing_or_names_nobody_is_refused(
    newsroom: Newsroom, tmp_path: Path, creator: str, agency: str, terms: str, said: str
) -> None:
    photo = taken_in(newsroom, tmp_path, credited=False)
    with pytest.raises(InvalidValueError, match=said):
        newsroom.photos.credit(photo.id, creator=creator, agency=agency, terms=terms)
    assert newsroom.photos.get(photo.id) == photo


def test_a_photo_that_is_not_there_is_not_credited(newsroom: Newsroom) -> None:
    with pytest.raises(NotFoundError, match="photo 404"):
        newsroom.photos.credit(PhotoId(404), creator="Ana", agency="AP")


def test_a_credit_is_told_to_the_stories_that_show_the_photo(newsroom: Newsroom, tmp_path: Path) -> None:
    photo = taken_in(newsroom, tmp_path)
    story = newsroom.articles.attach(written(newsroom).id, photo.id, lead=True)
    heard: list[Changes] = []
    newsroom.events.subscribe(heard.append)
    newsroom.photos.credit(photo.id, creator="Ana", agency="AP")
    assert [(set(changes.photos), set(changes.articles)) for changes in heard] == [({photo.id}, {story.id})]


def test_photos_without_credit_are_listed_apart(either: Newsroom, tmp_path: Path) -> None:
    taken_in(either, tmp_path, "credited.jpg")
    bare = taken_in(either, tmp_path, "bare.jpg", credited=False)
    query = PhotoQuery(missing_credit=True)
    assert ([photo.id for photo in either.photos.find(query)], either.photos.count(query)) == ([bare.id], 1)


def test_a_description_is_the_photos_own_without_spaces_around_it(newsroom: Newsroom, tmp_path: Path) -> None:
    photo = taken_in(newsroom, tmp_path)
    described = newsroom.photos.describe(photo.id, description=" The ferry ", alt_text=" A boat ")
    assert (described.description, described.alt_text) == ("The ferry", "A boat")


@pytest.mark.parametrize("box", [1, 96, 300, 5000])
def test_a_thumbnail_is_a_small_jpeg(newsroom: Newsroom, tmp_path: Path, box: int) -> None:
    photo = taken_in(newsroom, tmp_path)
    assert newsroom.photos.thumbnail(photo.sha256, box).startswith(b"\xff\xd8\xff")
