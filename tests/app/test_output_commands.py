"""What leaves the newsroom by the command line: sites, stories, editions, backups."""

import json
import re
from pathlib import Path

import pytest

from newsdesk.app.command_line import DONE, REFUSED
from tests.app.terminal import Terminal
from tests.builders import a_jpeg

_REPORT = ["files", "written", "unchanged", "removed"]


def test_the_site_is_reported_file_by_file(either: Terminal) -> None:
    id_ = either.published()
    record = either.ask("export", "site", either.folder / "site")
    assert list(record) == _REPORT and record["written"] == len(record["files"]) > 5
    assert (record["unchanged"], record["removed"]) == (0, 0)
    assert all(Path(file).is_file() for file in record["files"])
    assert any(f"/archive/news/{id_}-river-town-reopens-its-old-ferry/index.html" in file for file in record["files"])


def test_an_unchanged_site_is_written_once(terminal: Terminal) -> None:
    terminal.published()
    first = terminal.ask("export", "site", terminal.folder / "site")
    again = terminal.ask("export", "site", terminal.folder / "site")
    assert (again["written"], again["unchanged"], again["removed"]) == (0, first["written"], 0)


def test_the_site_carries_the_photo_with_its_credit(either: Terminal) -> None:
    story, photo = either.story(), either.photo()
    either.ask("attach", story, photo, "--caption", "The ferry")
    either.ask("move", story, "published")
    files = either.ask("export", "site", either.folder / "site")["files"]
    (page,) = [Path(file).read_text(encoding="utf-8") for file in files if f"/{story}-" in file]
    text = re.sub(r"<[^>]+>", "", page)
    assert "The ferry (BETAPHOTO/MILICA PETROVIC)" in " ".join(text.split())
    assert any("/photos/" in file for file in files)


def test_an_empty_newsroom_has_a_site_too(terminal: Terminal) -> None:
    assert terminal.ask("export", "site", terminal.folder / "site")["written"] > 0


def test_a_folder_with_other_things_is_left_alone(terminal: Terminal) -> None:
    terminal.file("mine/letter.txt", "Dear Ana")
    said = terminal.run("export", "site", terminal.folder / "mine")
    assert said.status == REFUSED and "is not empty" in said.err
    assert [path.name for path in (terminal.folder / "mine").iterdir()] == ["letter.txt"]


def test_a_place_below_a_file_is_refused_in_plain_words(terminal: Terminal) -> None:
    story = terminal.published()
    terminal.file("file", "in the way")
    out = terminal.folder / "file" / "out"
    for words in (("export", "site", out), ("export", "article", story, "--format", "html", out), ("backup", out)):
        said = terminal.run(*words)
        assert said.status == REFUSED and "could not be written" in said.err, words


@pytest.mark.parametrize("name", ["html", "md"])
def test_a_story_leaves_in_each_format(either: Terminal, name: str) -> None:
    story = either.story()
    record = either.ask("export", "article", story, "--format", name, either.folder / f"out.{name}")
    assert list(record) == _REPORT and str(either.folder / f"out.{name}") in record["files"]
    assert "eleven years after" in (either.folder / f"out.{name}").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["pdf", "HTML", ""])
def test_an_unknown_format_is_refused_with_those_there_are(terminal: Terminal, name: str) -> None:
    said = terminal.run("export", "article", terminal.story(), "--format", name, terminal.folder / "out")
    assert said.status == REFUSED and "html, md" in said.err


def test_a_story_with_a_photo_without_credit_does_not_leave(terminal: Terminal) -> None:
    story = terminal.story()
    terminal.ask("attach", story, terminal.photo(credited=False))
    said = terminal.run("export", "article", story, "--format", "html", terminal.folder / "out")
    assert said.status == REFUSED and "no credit" in said.err and not (terminal.folder / "out").exists()


def test_an_edition_is_opened_finished_and_exported(either: Terminal) -> None:
    first, second = either.published(headline="First"), either.published(headline="Second")
    record = either.ask("briefing", "new", "Morning Briefing", "--date", "2026-11-21", second, first)
    assert record == {"id": 1, "number": 1}
    assert either.ask("briefing", "finish", 1) == {"done": True}
    for name in ("html", "md"):
        report = either.ask("export", "briefing", 1, "--format", name, either.folder / "edition")
        assert list(report) == _REPORT
        (text,) = [Path(file).read_text(encoding="utf-8") for file in report["files"] if file.endswith(f".{name}")]
        assert text.index("Second") < text.index("First")


def test_a_finished_edition_is_not_finished_twice(terminal: Terminal) -> None:
    terminal.ask("briefing", "new", "Morning Briefing", "--date", "2026-11-21", terminal.published())
    terminal.ask("briefing", "finish", 1)
    said = terminal.run("briefing", "finish", 1)
    assert said.status == REFUSED and "finished" in said.err


def test_an_edition_with_a_draft_is_refused_with_the_reason(terminal: Terminal) -> None:
    terminal.ask("briefing", "new", "Evening", "--date", "2026-11-21", terminal.story())
    said = terminal.run("briefing", "finish", 1)
    assert said.status == REFUSED and "draft" in said.err


@pytest.mark.parametrize("day", ["tomorrow", "21.11.2026", "2026-02-30", ""])
def test_a_day_that_is_none_is_refused(terminal: Terminal, day: str) -> None:
    said = terminal.run("briefing", "new", "Morning Briefing", "--date", day, terminal.story())
    assert said.status != DONE and "2026-11-21" in said.err


def test_a_backup_is_restored_into_a_new_newsroom_with_everything(terminal: Terminal) -> None:
    story = terminal.story()
    terminal.ask("attach", story, terminal.photo())
    before = terminal.ask("show", story)
    assert terminal.ask("backup", terminal.folder / "desk.zip") == {"done": True}
    terminal.newsroom = str(terminal.folder / "restored")
    assert terminal.ask("restore", terminal.folder / "desk.zip") == {"done": True}
    assert terminal.ask("show", story) == before and terminal.ask("verify") == {"done": True}


def test_restoring_never_writes_over_a_newsroom(terminal: Terminal) -> None:
    story = terminal.story()
    terminal.ask("backup", terminal.folder / "desk.zip")
    said = terminal.run("restore", terminal.folder / "desk.zip")
    assert said.status == REFUSED and "not empty" in said.err
    assert terminal.ask("show", story)["id"] == story


def test_a_backup_is_not_written_over(terminal: Terminal) -> None:
    terminal.ask("backup", terminal.folder / "desk.zip")
    said = terminal.run("backup", terminal.folder / "desk.zip")
    assert said.status == REFUSED and "already something" in said.err


def test_originals_of_a_newsroom_with_its_own_photo_store_come_along(terminal: Terminal) -> None:
    store = terminal.folder / "store"
    assert terminal.say("newsroom", "create", terminal.newsroom, "--photos", store, "--json").record == {"done": True}
    terminal.photo()
    assert len([path for path in store.rglob("*") if path.is_file()]) == 1
    terminal.ask("backup", terminal.folder / "desk.zip")
    store.rename(terminal.folder / "far-away")
    terminal.newsroom = str(terminal.folder / "restored")
    terminal.ask("restore", terminal.folder / "desk.zip")
    assert terminal.ask("verify") == {"done": True}


@pytest.mark.parametrize("address", ["s3://bucket/photos", "https://store.example"])
def test_a_photo_store_that_is_no_folder_is_refused(terminal: Terminal, address: str) -> None:
    said = terminal.say("newsroom", "create", terminal.newsroom, "--photos", address)
    assert said.status == REFUSED and "--photos" in said.err


def test_a_newsroom_is_created_once_and_then_just_there(either: Terminal) -> None:
    for _ in range(2):
        assert either.say("--json", "newsroom", "create", either.newsroom).record == {"done": True}
    assert either.ask("articles")["total"] == 0


def test_verify_names_what_is_damaged_and_ends_with_1(terminal: Terminal) -> None:
    sha256 = terminal.ask("photos", "add", terminal.file("a.jpg", a_jpeg()))["photos"][0]["sha256"]
    (Path(terminal.newsroom) / "photos/originals" / sha256[:2] / sha256[2:]).write_bytes(b"other")
    said = terminal.run("--json", "verify")
    assert said.status == REFUSED and sha256 in said.err
    assert [list(refused) for refused in json.loads(said.out)["refused"]] == [["reason"]]


def test_a_shared_newsroom_is_backed_up_with_its_servers_own_tools(either: Terminal) -> None:
    said = either.run("backup", either.folder / "desk.zip")
    if either.newsroom.startswith("postgresql"):
        assert said.status == REFUSED and "pg_dump" in said.err
        said = either.run("restore", either.folder / "desk.zip")
        assert said.status == REFUSED and "pg_restore" in said.err
    else:
        assert said.status == DONE
