"""Photos at the command line: take in, list, credit, attach, and the credit that a story can't do without."""

from pathlib import Path

import pytest

from newsdesk.app.command_line import REFUSED
from tests.app.terminal import Terminal, keys_of
from tests.builders import a_jpeg
from tests.media.pictures import BYLINE, CAPTION, COPYRIGHT, CREDIT, with_iim

_PHOTO = ("id", "sha256", "file", "creator", "agency", "credit", "caption", "copyright", "character_set")


def test_taken_in_photos_are_listed_as_they_were_given(either: Terminal) -> None:
    file = either.file("in/Скела.jpg", a_jpeg())
    record = either.ask("photos", "add", file)
    assert list(record) == ["photos", "refused"] and record["refused"] == []
    assert keys_of(record["photos"]) == {_PHOTO}
    (photo,) = record["photos"]
    assert (photo["file"], photo["credit"], len(photo["sha256"])) == (str(file), "", 64)


def test_what_a_file_says_is_told_in_its_own_letters_and_is_no_credit(either: Terminal) -> None:
    fields = {BYLINE: "Милован".encode(), CREDIT: b"Beta", CAPTION: "Скела".encode(), COPYRIGHT: "© Бета".encode()}
    (photo,) = either.ask("photos", "add", either.file("said.jpg", with_iim(fields, marker=b"\x1b%G")))["photos"]
    assert (photo["creator"], photo["agency"], photo["caption"], photo["copyright"], photo["credit"]) == (
        "Милован",
        "BETAPHOTO",
        "Скела",
        "© Бета",
        "",
    )
    assert photo["character_set"] == "utf-8"


def test_a_legacy_character_set_is_read_and_named(terminal: Terminal) -> None:
    fields = {BYLINE: "Đorđe Šćepanović".encode("cp1250"), CAPTION: "Đaci šetaju uz žutu kuću.".encode("cp1250")}
    (photo,) = terminal.ask("photos", "add", terminal.file("old.jpg", with_iim(fields)))["photos"]
    assert (photo["creator"], photo["caption"]) == ("Đorđe Šćepanović", "Đaci šetaju uz žutu kuću.")
    assert photo["character_set"] not in ("", "ascii", "utf-8")


def test_of_several_files_the_good_ones_are_taken_in(either: Terminal) -> None:
    bad = either.file("text.jpg", "no picture")
    said = either.run("photos", "add", bad, either.file("good.jpg", a_jpeg()), "--json")
    assert said.status == REFUSED and [photo["id"] for photo in said.record["photos"]] == [1]
    assert keys_of(said.record["refused"]) == {("file", "reason")} and said.record["refused"][0]["file"] == str(bad)
    assert "text.jpg is not a JPEG, PNG or WebP image" in said.err


def test_the_same_picture_twice_is_one_photo(terminal: Terminal) -> None:
    files = [terminal.file(name, a_jpeg()) for name in ("a.jpg", "b.jpg")]
    photos = terminal.ask("photos", "add", *files)["photos"]
    assert [photo["id"] for photo in photos] == [1, 1] and [photo["file"] for photo in photos] == list(map(str, files))
    assert len(terminal.ask("photos")["photos"]) == 1


def test_photos_without_credit_are_listed_apart(either: Terminal) -> None:
    credited, bare = either.photo("one.jpg"), either.photo("two.jpg", credited=False)
    record = either.ask("photos")
    assert keys_of(record["photos"]) == {_PHOTO} and {photo["id"] for photo in record["photos"]} == {credited, bare}
    assert [photo["id"] for photo in either.ask("photos", "--missing-credit")["photos"]] == [bare]


def test_a_credit_prints_by_its_agencys_pattern(either: Terminal) -> None:
    id_ = either.photo(credited=False)
    done = either.ask("photos", "credit", id_, "--creator", "Đorđe Šćepanović", "--agency", "Beta")
    assert done == {"done": True}
    (photo,) = either.ask("photos")["photos"]
    assert (photo["creator"], photo["agency"], photo["credit"]) == (
        "Đorđe Šćepanović",
        "BETAPHOTO",
        "(BETAPHOTO/DJORDJE SCEPANOVIC)",
    )


def test_people_are_told_the_line_that_prints(terminal: Terminal) -> None:
    said = terminal.run("photos", "credit", terminal.photo(credited=False), "--creator", "Ana", "--agency", "AP")
    assert said.out == "Photo 1 is credited: (AP Photo/Ana)\n"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ((), "a photographer, an agency or both"),
        (("--creator", " "), "a photographer, an agency or both"),
        (("--creator", "Ana", "--agency", "NOWHERE"), "BETAPHOTO"),
        (("--agency", "HANDOUT"), "a photographer beside this agency"),
        (("--creator", "Ana", "--terms", "free"), "handout"),
    ],
)
def test_a_credit_of_nobody_is_refused_with_what_would_do(
    terminal: Terminal, words: tuple[str, ...], reason: str
) -> None:
    said = terminal.run("photos", "credit", terminal.photo(credited=False), *words)
    assert said.status == REFUSED and reason in said.err


def test_an_attached_photo_is_shown_with_caption_credit_and_alternative_text(either: Terminal) -> None:
    story, photo = either.story(), either.photo()
    words = ("--caption", "The ferry", "--alt", "A boat", "--lead")
    assert either.ask("attach", story, photo, *words) == {"article": story, "photo": photo, "lead": True}
    assert either.ask("show", story)["photos"] == [
        {
            "photo": photo,
            "lead": True,
            "caption": "The ferry",
            "credit": "(BETAPHOTO/MILICA PETROVIC)",
            "alt": "A boat",
        }
    ]


def test_a_second_photo_is_no_lead_unless_it_is_asked_for(terminal: Terminal) -> None:
    story, first, second = terminal.story(), terminal.photo("one.jpg"), terminal.photo("two.jpg")
    terminal.ask("attach", story, first)
    assert terminal.ask("attach", story, second)["lead"] is False
    assert [use["lead"] for use in terminal.ask("show", story)["photos"]] == [True, False]


def test_a_caption_that_is_changed_leaves_the_lead_a_lead(terminal: Terminal) -> None:
    story, photo = terminal.story(), terminal.photo()
    terminal.ask("attach", story, photo, "--lead")
    assert terminal.ask("attach", story, photo, "--caption", "Another")["lead"] is True


def test_a_lead_settles_the_photo_that_a_page_left_awaited(terminal: Terminal) -> None:
    terminal.ask("import", Path(__file__).parent.parent / "data" / "pages" / "agency_page.txt")
    terminal.ask("attach", 1, terminal.photo(credited=False), "--lead")
    assert "PN10" not in {found["code"] for found in terminal.run("--json", "check", 1).record["findings"]}


def test_a_story_with_a_photo_without_credit_is_refused_with_reason_and_way_out(either: Terminal) -> None:
    story, photo = either.story(), either.photo(credited=False)
    either.ask("attach", story, photo, "--lead")
    said = either.run("move", story, "published")
    assert (said.status, said.out) == (REFUSED, "")
    assert "has no credit" in said.err and "Name the photographer and the agency" in said.err
    assert f"main.py photos credit {photo} --creator" in said.err
    assert either.ask("show", story)["state"] == "draft"


def test_the_way_out_is_the_way_out(either: Terminal) -> None:
    story, photo = either.story(), either.photo(credited=False)
    either.ask("attach", story, photo, "--lead")
    assert either.run("--json", "move", story, "published").status == REFUSED
    either.ask("photos", "credit", photo, "--creator", "Milica Petrović", "--agency", "BETAPHOTO")
    assert either.ask("move", story, "published")["state"] == "published"


def test_a_photographer_alone_needs_terms(terminal: Terminal) -> None:
    story, photo = terminal.story(), terminal.photo(credited=False)
    terminal.ask("attach", story, photo, "--lead")
    terminal.ask("photos", "credit", photo, "--creator", "Ana Petrović")
    said = terminal.run("move", story, "published")
    assert said.status == REFUSED and f"main.py photos credit {photo}" in said.err and "--terms" in said.err
    terminal.ask("photos", "credit", photo, "--creator", "Ana Petrović", "--terms", "staff")
    assert terminal.ask("move", story, "published")["state"] == "published"


def test_a_photo_without_credit_keeps_a_published_story_from_going_out_again(either: Terminal) -> None:
    story, photo = either.published(), either.photo(credited=False)
    either.ask("attach", story, photo)
    said = either.run("move", story, "published")
    assert said.status == REFUSED and "no credit" in said.err
    assert either.ask("show", story)["state"] == "correcting"
