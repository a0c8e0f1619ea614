"""Bad input: each with a plain message, nothing lost, and the good file beside it kept."""

import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdesk.app.command_line import DONE, REFUSED
from tests import corpus
from tests.app.terminal import STORY, Terminal
from tests.builders import a_jpeg

_GOOD = corpus.ROOT / "tests" / "data" / "pages" / "agency_page.txt"
_SERBIAN = (
    "Đaci šetaju uz žutu kuću\n\n"
    "Škola u Čačku je juče otvorila vrata, a đaci i učenici iz celog grada su došli da je vide i da se upišu.\n\n"
    "Direktor škole je rekao da će nastava početi u ponedeljak, i da su sve učionice već spremne za rad.\n"
)
as_root = hasattr(os, "geteuid") and os.geteuid() == 0


def a_bomb(side: int = 30_000) -> bytes:
    """Return a PNG of some hundred kilobytes that says it has 900 million pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((side // 8 + 1) * 64), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def refused(terminal: Terminal, *words: object) -> str:
    """Return the reason of a refusal, after seeing that the program said it plainly and runs on."""
    said = terminal.run(*words)
    assert said.status == REFUSED and "Traceback" not in said.err
    assert terminal.ask("verify") == {"done": True}
    return said.err


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.html", b"", "is empty"),
        ("blank.txt", b" \n\t\n", "is empty"),
        ("report.html", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "not a text"),
        ("picture.txt", a_jpeg(), "not a text"),
        ("nested.html", b"<div>" * 60_000 + b"Words" + b"</div>" * 60_000, "deep"),
        ("menu.html", b"<html><body><nav><a href=x>One</a></nav></body></html>", "no story"),
        ("fields.md", b"---\nheadline: [\n---\n\nWords.\n", "line"),
        ("aliases.md", b"---\na: &a [x]\nb: [*a, *a]\n---\n\nWords.\n", "references"),
        ("feed.xml", b"<?xml version='1.0'?><rss></rss>", "no story"),
    ],
)
def test_a_file_that_is_no_story_is_refused_and_a_good_one_beside_it_kept(
    terminal: Terminal, name: str, content: bytes, reason: str
) -> None:
    bad = terminal.file(name, content)
    said = terminal.run("--json", "import", bad, _GOOD)
    assert said.status == REFUSED and len(said.record["articles"]) == 1
    (told,) = said.record["refused"]
    assert told["file"] == str(bad) and reason in told["reason"] and name in told["reason"]
    assert terminal.ask("articles")["total"] == 1 and terminal.ask("verify") == {"done": True}


def test_twenty_thousand_brackets_are_kept_as_their_text_and_leave_as_it(terminal: Terminal) -> None:
    body = "Some words.\n\n" + "[" * 20_000 + "\n"
    file = terminal.file("brackets.md", f"---\nheadline: Brackets\n---\n\n{body}")
    (story,) = terminal.ask("import", file)["articles"]
    assert terminal.ask("show", story["id"])["body_markdown"] == body
    assert terminal.ask("move", story["id"], "published")["state"] == "published"
    terminal.ask("export", "article", story["id"], "--format", "md", terminal.folder / "out.md")
    terminal.ask("export", "article", story["id"], "--format", "html", terminal.folder / "out.html")
    assert (terminal.folder / "out.md").read_bytes().endswith(body.encode())
    assert "[" * 20_000 in (terminal.folder / "out.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["iso-8859-2", "cp1250", "utf-16", "utf-16-be", "utf-8-sig"])
def test_a_text_in_another_character_set_is_read_right_or_asked_about(terminal: Terminal, encoding: str) -> None:
    (story,) = terminal.ask("import", terminal.file("story.txt", _SERBIAN.encode(encoding)))["articles"]
    record = terminal.ask("show", story["id"])
    assert record["headline"] == "Đaci šetaju uz žutu kuću" and "nastava početi" in record["body_markdown"]
    assert record["language"] == "sr-Latn"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("text.jpg", b"This is no picture at all.", "is not a JPEG, PNG or WebP image"),
        ("page.png", b"<!DOCTYPE html><html></html>", "is not a JPEG, PNG or WebP image"),
        ("empty.webp", b"", "is empty"),
        ("cut.jpg", a_jpeg(width=600, height=400)[:1500], "damaged or incomplete"),
        ("bomb.png", a_bomb(), "pixels"),
    ],
)
def test_a_file_that_is_no_photo_is_refused_and_a_good_one_beside_it_taken_in(
    terminal: Terminal, name: str, content: bytes, reason: str
) -> None:
    bad, good = terminal.file(name, content), terminal.file("good.jpg", a_jpeg())
    said = terminal.run("--json", "photos", "add", bad, good)
    assert said.status == REFUSED and [photo["file"] for photo in said.record["photos"]] == [str(good)]
    (told,) = said.record["refused"]
    assert told["file"] == str(bad) and reason in told["reason"]
    assert terminal.ask("verify") == {"done": True}


def test_nothing_of_a_refused_photo_is_left_among_the_originals(terminal: Terminal) -> None:
    refused(terminal, "photos", "add", terminal.file("cut.jpg", a_jpeg(width=600, height=400)[:1500]))
    kept = Path(terminal.newsroom) / "photos"
    assert [path for path in kept.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("command", [("import",), ("photos", "add")])
def test_a_folder_in_the_place_of_a_file_is_refused(terminal: Terminal, command: tuple[str, ...]) -> None:
    (terminal.folder / "folder.html").mkdir()
    assert "folder.html" in refused(terminal, *command, terminal.folder / "folder.html")


@pytest.mark.parametrize("command", [("import",), ("photos", "add")])
def test_a_file_that_is_not_there_is_refused(terminal: Terminal, command: tuple[str, ...]) -> None:
    assert "absent.jpg" in refused(terminal, *command, terminal.folder / "absent.jpg")


@pytest.mark.skipif(as_root, reason="root may read and write everything")
@pytest.mark.parametrize("command", [("import",), ("photos", "add")])
def test_a_file_that_nobody_may_read_is_refused(terminal: Terminal, command: tuple[str, ...]) -> None:
    shut = terminal.file("shut.txt", STORY)
    shut.chmod(0)
    assert "shut.txt" in refused(terminal, *command, shut)


@pytest.mark.skipif(as_root, reason="root may write everywhere")
@pytest.mark.parametrize(
    "words",
    [
        lambda folder: ("export", "site", folder / "out"),
        lambda folder: ("export", "article", 1, "--format", "md", folder / "out.md"),
        lambda folder: ("backup", folder / "out.zip"),
        lambda folder: ("demo", folder / "out"),
    ],
)
def test_a_folder_without_the_right_to_write_is_refused(
    terminal: Terminal, words: Callable[[Path], tuple[object, ...]]
) -> None:
    terminal.published()
    shut = terminal.folder / "shut"
    shut.mkdir(mode=0o500)
    assert "Permission denied" in refused(terminal, *words(shut))


@pytest.mark.skipif(as_root, reason="root may write everywhere")
def test_a_newsroom_that_may_only_be_read_is_refused(terminal: Terminal) -> None:
    terminal.story()
    folder = Path(terminal.newsroom)
    folder.chmod(0o500)
    said = terminal.run("articles")
    folder.chmod(0o700)
    assert said.status == REFUSED and "may only be read" in said.err


def test_a_database_of_another_program_is_refused_and_stays_as_it_is(terminal: Terminal) -> None:
    file = terminal.file("newsroom/newsroom.sqlite3", b"SQLite format 3\0" + bytes(200))
    before = file.read_bytes()
    said = terminal.run("articles")
    assert said.status == REFUSED and "another program" in said.err and file.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"PK no archive", b"text"])
def test_a_file_that_is_no_backup_is_refused_and_leaves_nothing(terminal: Terminal, content: bytes) -> None:
    said = terminal.run("restore", terminal.file("bad.zip", content))
    assert said.status == REFUSED and not Path(terminal.newsroom).exists()


def test_control_characters_and_half_letters_in_a_story_harm_nothing(terminal: Terminal) -> None:
    text = "Head\x07line\n\nWords with \x1b[31m and \ufffe and \u202e here, and more of them to make a story.\n"
    said = terminal.run("import", terminal.file("odd.txt", text))
    assert said.status in (DONE, REFUSED) and "Traceback" not in said.err
    assert terminal.ask("verify") == {"done": True}


def test_a_zero_character_in_a_markdown_body_is_refused_and_the_others_kept(terminal: Terminal) -> None:
    bad = terminal.file("zero.md", "---\nheadline: T\n---\n\nWords with \\x00 here: \x00.\n")
    said = terminal.run("--json", "import", bad, _GOOD)
    assert len(said.record["articles"]) >= 1 and "Traceback" not in said.err
    assert terminal.ask("verify") == {"done": True}
