"""The command line's forms: options before and after, exit statuses, and JSON that stands alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsdesk.app.command_line import DONE, REFUSED, USAGE, parse
from newsdesk.app.paths import default_newsroom
from tests import corpus
from tests.app.terminal import Said, Terminal

_PAGE = corpus.ROOT / "tests" / "data" / "pages" / "agency_page_sr_cyrl.txt"


def in_a_process(*words: object, folder: Path, **environment: str) -> Said:
    """Run the program as a person does, in a process of its own."""
    done = subprocess.run(
        [sys.executable, str(corpus.ROOT / "main.py"), *map(str, words)],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Said(status=done.returncode, out=done.stdout.decode("utf-8"), err=done.stderr.decode("utf-8"))


@pytest.mark.parametrize(
    "words",
    [
        ("--newsroom", "N", "--json", "show", "1"),
        ("--json", "--newsroom", "N", "show", "1"),
        ("show", "1", "--newsroom", "N", "--json"),
        ("show", "--json", "1", "--newsroom=N"),
        ("--newsroom", "N", "show", "1", "--json"),
    ],
)
def test_newsroom_and_json_are_heard_before_and_after_the_command(words: tuple[str, ...]) -> None:
    wanted = parse(words)
    assert (wanted.newsroom, wanted.json, wanted.command, wanted.id) == ("N", True, "show", 1)


def test_what_follows_a_step_of_a_command_is_heard_too() -> None:
    wanted = parse(["--newsroom", "N", "photos", "add", "a.jpg", "--json"])
    assert (wanted.newsroom, wanted.json, wanted.command, wanted.step) == ("N", True, "photos", "add")


def test_without_a_command_the_window_is_wanted() -> None:
    assert not parse(["--newsroom", "N"]).command


@pytest.mark.parametrize(
    "words",
    [
        ("fly",),
        ("show",),
        ("show", "one"),
        ("show", "-1"),
        ("show", "99999999999999999999"),
        ("show", "１"),
        ("move", "1"),
        ("move", "1", "printed"),
        ("move", "1", "correcting", "--kind", "joke"),
        ("approve", "1", "taste"),
        ("articles", "--state", "lost"),
        ("import",),
        ("photos", "add"),
        ("photos", "burn", "1"),
        ("attach", "1"),
        ("export",),
        ("export", "site"),
        ("export", "article", "1", "out"),
        ("briefing", "new", "Morning Briefing", "1"),
        ("briefing", "new", "Morning Briefing", "--date", "2026-11-21"),
        ("newsroom",),
        ("backup",),
        ("verify", "more"),
        ("--unknown", "verify"),
    ],
)
def test_wrong_usage_says_how_and_ends_with_2(terminal: Terminal, words: tuple[str, ...]) -> None:
    said = terminal.run(*words)
    assert (said.status, said.out) == (USAGE, "") and "usage: main.py" in said.err


@pytest.mark.parametrize("words", [("verify", "more"), ("show", "x")])
def test_wrong_usage_makes_no_newsroom(terminal: Terminal, words: tuple[str, ...]) -> None:
    terminal.run(*words)
    assert not Path(terminal.newsroom).exists()


def test_help_names_every_command(terminal: Terminal) -> None:
    said = terminal.say("--help")
    commands = "newsroom settings demo import articles show move approve photos attach check export briefing backup"
    assert said.status == DONE and all(f" {word} " in said.out for word in f"{commands} restore verify".split())


def test_an_absent_folder_becomes_an_empty_newsroom_without_asking(terminal: Terminal) -> None:
    assert terminal.ask("articles") == {"articles": [], "total": 0}
    assert (Path(terminal.newsroom) / "newsroom.sqlite3").is_file()


def test_the_default_newsroom_is_the_persons_own(terminal: Terminal) -> None:
    assert terminal.say("articles", "--json").record["total"] == 0
    assert (default_newsroom() / "newsroom.sqlite3").is_file()


def test_a_named_newsroom_leaves_the_default_one_alone(terminal: Terminal) -> None:
    terminal.run("import", _PAGE)
    assert terminal.say("articles", "--json").record["total"] == 0


@pytest.mark.parametrize(
    "words",
    [
        ("show", "404"),
        ("move", "404", "review"),
        ("approve", "404", "copy"),
        ("check", "404"),
        ("attach", "404", "1"),
        ("photos", "credit", "404", "--creator", "Ana"),
        ("export", "article", "404", "--format", "html", "out"),
        ("export", "briefing", "404", "--format", "html", "out"),
        ("briefing", "new", "Morning Briefing", "--date", "2026-11-21", "404"),
        ("briefing", "finish", "404"),
        ("settings", "no.such.key"),
        ("settings", "publication.language", "klingon"),
        ("restore", "absent.zip"),
    ],
)
def test_what_is_not_there_is_refused_in_plain_words(terminal: Terminal, words: tuple[str, ...]) -> None:
    plain, with_json = terminal.run(*words), terminal.run("--json", *words)
    assert (plain.status, plain.out, with_json.status) == (REFUSED, "", REFUSED)
    assert len(plain.err.split()) > 5 and "Traceback" not in plain.err
    (refused,) = with_json.record["refused"]
    assert refused["reason"] in with_json.err


def test_a_newsroom_that_is_a_file_is_refused_and_stays_as_it_is(terminal: Terminal) -> None:
    Path(terminal.newsroom).write_text("mine")
    said = terminal.run("articles")
    assert said.status == REFUSED and "no newsroom" in said.err
    assert Path(terminal.newsroom).read_text() == "mine"


@pytest.mark.parametrize("address", ["mysql://localhost/desk", "https://desk.example", "ftp://x"])
def test_an_address_of_another_kind_is_refused(terminal: Terminal, tmp_path: Path, address: str) -> None:
    said = terminal.say("--newsroom", address, "articles")
    assert said.status == REFUSED and "postgresql://" in said.err


def test_a_server_that_does_not_answer_is_refused_without_its_password(terminal: Terminal) -> None:
    said = terminal.say("--newsroom", "postgresql://mara:secret@127.0.0.1:1/desk", "articles")
    assert said.status == REFUSED and "can't be reached" in said.err and "secret" not in said.err


def test_a_folder_may_be_named_as_an_address(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "my desk"
    said = terminal.say("--newsroom", folder.as_uri(), "articles", "--json")
    assert (said.status, said.record["total"]) == (DONE, 0) and (folder / "newsroom.sqlite3").is_file()


def test_the_program_runs_in_a_process_of_its_own(tmp_path: Path) -> None:
    said = in_a_process("--newsroom", "desk", "import", _PAGE, "--json", folder=tmp_path)
    assert (said.status, said.err) == (DONE, "")
    assert said.record["articles"][0]["id"] == 1 and "\\u" not in said.out


def test_json_is_utf8_whatever_the_consoles_encoding(tmp_path: Path) -> None:
    said = in_a_process("--newsroom", "desk", "import", _PAGE, "--json", folder=tmp_path, PYTHONIOENCODING="latin-1")
    assert said.status == DONE and any("а" <= letter <= "я" for letter in said.record["articles"][0]["headline"])


def test_a_console_that_lacks_the_letters_gets_escapes_and_no_crash(tmp_path: Path) -> None:
    said = in_a_process("--newsroom", "desk", "import", _PAGE, folder=tmp_path, PYTHONIOENCODING="ascii")
    assert said.status == DONE and "\\u" in said.out and said.err == ""


def test_a_refusal_in_a_process_ends_with_1_and_a_reason(tmp_path: Path) -> None:
    said = in_a_process("--newsroom", "desk", "show", 7, folder=tmp_path)
    assert (said.status, said.out, said.err) == (REFUSED, "", "There is no story 7 in this newsroom.\n")


def test_wrong_usage_in_a_process_ends_with_2(tmp_path: Path) -> None:
    assert in_a_process("fly", folder=tmp_path).status == USAGE


def test_a_reader_that_has_seen_enough_is_no_crash(tmp_path: Path) -> None:
    in_a_process("--newsroom", "desk", "import", _PAGE, folder=tmp_path)
    script = f'"{sys.executable}" "{corpus.ROOT / "main.py"}" --newsroom desk settings | head -n 1'
    done = subprocess.run(script, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert (done.stdout, done.stderr) == ("publication.name = Beta Briefing\n", "")


def test_a_file_name_that_is_no_text_is_named_in_valid_json(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"caf\xe9.txt")
    file.touch()
    said = terminal.run("import", file, "--json")
    assert said.status == REFUSED and json.loads(said.out)["refused"][0]["file"].endswith("caf\udce9.txt")
