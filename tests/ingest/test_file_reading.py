"""Files of every kind: told apart by content, then by suffix; bad ones refused with a way out."""

import os
from pathlib import Path

import pytest

from newsdesk.domain.errors import NewsdeskError
from newsdesk.ingest.file_reading import kind_of
from newsdesk.ingest.refusals import (
    EmptyFileError,
    ImportTooLargeError,
    NoStoryError,
    NotTextError,
    PageTooDeepError,
    UnreadableFileError,
)
from tests.ingest.pages import paragraphs, read

PAGE = (
    "<!DOCTYPE html><html><head><title>Bridge opens</title></head><body><h1>Bridge opens</h1>"
    "<p>The mayor said that the bridge would open in May, two months early.</p>"
    "<p>She added that the lamps had come and that the painters were at work.</p></body></html>"
)


def a_file(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("text", "suffix", "kind"),
    [
        (PAGE, ".html", "page"),
        (PAGE, ".txt", "page"),
        (PAGE, ".md", "page"),
        (PAGE, "", "page"),
        ('<?xml version="1.0"?>\n<!-- saved -->\n<html xmlns="http://www.w3.org/1999/xhtml">', ".xhtml", "page"),
        ("Bridge opens\n\nThe mayor said so.", ".html", "page"),
        ("Bridge opens\n\nThe mayor said so.", ".txt", "text"),
        ("Bridge opens\n\nThe mayor said so.", "", "text"),
        ("# Bridge opens", ".md", "markdown"),
        ("# Bridge opens", ".markdown", "markdown"),
        ("---\nheadline: H\n---\n\nBody.", ".txt", "markdown"),
        ("---\nheadline: H\n---\n\nBody.", "", "markdown"),
        ("<div><p>A</p><p>B</p><p>C</p><p>D</p><p>E</p><p>F</p><p>G</p></div>", "", "page"),
        ("Less < more, and <p> is a tag.", ".txt", "text"),
    ],
)
def test_kind_is_told_by_content_then_by_suffix(text: str, suffix: str, kind: str) -> None:
    assert kind_of(text, suffix, "x") == kind


@pytest.mark.parametrize("text", ['<?xml version="1.0"?><nitf/>', "<rss version='2.0'></rss>", "<svg></svg>"])
def test_xml_that_is_no_page_is_refused(text: str) -> None:
    with pytest.raises(NoStoryError):
        kind_of(text, ".html", "x")


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("empty.html", b"", EmptyFileError),
        ("spaces.txt", " \n\u00a0\t\n", EmptyFileError),
        ("mark.md", b"\xef\xbb\xbf", EmptyFileError),
        ("report.html", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", NotTextError),
        ("pages.html", b"PK\x03\x04\x14\x00\x00\x00", NotTextError),
        ("photo.html", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", NotTextError),
        ("photo.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", NotTextError),
        ("program.md", bytes(range(256)) * 40, NotTextError),
        ("deep.html", "<html><body>" + "<div>" * 60_000 + "x", PageTooDeepError),
        ("menu.html", '<html><body><a href="/">Home</a></body></html>', NoStoryError),
    ],
)
def test_bad_file_is_refused_by_name_with_a_way_out(
    tmp_path: Path, name: str, content: bytes | str, refusal: type[NewsdeskError]
) -> None:
    with pytest.raises(refusal) as refused:
        read(a_file(tmp_path, name, content))
    assert name in str(refused.value) and refused.value.way_out


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="there is no such file"):
        read(tmp_path / "nowhere.html")


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="it is a folder"):
        read(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_named_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableFileError, match="no ordinary file"):
        read(tmp_path / "pipe.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = a_file(tmp_path, "secret.txt", "Secret")
    path.chmod(0)
    with pytest.raises(UnreadableFileError, match="no permission"):
        read(path)


def test_name_that_no_system_takes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        read(tmp_path / ("x" * 5000))


def test_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.html"
    with path.open("wb") as opened:
        opened.truncate(200 * 1024 * 1024)
    with pytest.raises(ImportTooLargeError, match="20 MB"):
        read(path)


@pytest.mark.parametrize("character_set", ["iso8859_2", "cp1250", "utf-8", "utf-8-sig", "utf-16"])
def test_serbian_text_in_any_character_set_keeps_its_letters(tmp_path: Path, character_set: str) -> None:
    text = "Škola počinje u četvrtak\n\nMinistar je rekao da će škola početi i da je sve spremno za đake u Čačku."
    record = read(a_file(tmp_path, "vest.txt", text.encode(character_set)))
    assert (record.headline, paragraphs(record), record.questions) == (*_split(text), ())


def _split(text: str) -> tuple[str, list[str]]:
    headline, body = text.split("\n\n")
    return headline, [body]


def test_twenty_thousand_brackets_of_markdown_are_kept(tmp_path: Path) -> None:
    body = "[" * 20_000 + "a" + "]" * 20_000
    assert read(a_file(tmp_path, "brackets.md", body)).body_markdown == body


def test_line_ends_of_a_markdown_file_are_kept(tmp_path: Path) -> None:
    record = read(a_file(tmp_path, "x.md", b"\xef\xbb\xbf---\r\nheadline: H\r\n---\r\n\r\nOne.\r\n\r\nTwo.\r\n"))
    assert record.body_markdown == "One.\r\n\r\nTwo.\r\n"


def test_doubtful_letters_are_asked_about(tmp_path: Path) -> None:
    record = read(a_file(tmp_path, "x.txt", b"Bridge opens\n\nMs \xe8y said so, and the others too."))
    assert record.questions and record.questions[-1].endswith("spelled right?")


def test_web_archive_is_read_as_its_page(tmp_path: Path) -> None:
    archive = (
        "From: <Saved by Blink>\r\nSubject: Bridge opens\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/css\r\n\r\np {}\r\n"
        f"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{PAGE}\r\n--b--\r\n"
    )
    record = read(a_file(tmp_path, "page.mhtml", archive))
    assert (record.kind, record.headline, len(paragraphs(record))) == ("page", "Bridge opens", 2)
