"""The set-up as a person meets it: a command started on the system's Python, in a project of no packages."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STAMP = "newsdesk-stamp.txt"
UNKNOWN_PACKAGE = f"newsdesk-of-nowhere==1.0 --hash=sha256:{'0' * 64}\n"

_PROGRAM = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from newsdesk.app import environment
environment.prepare(Path(__file__).resolve().parent, sys.orig_argv[1:])
print(sys.prefix, *sys.argv[1:], sep="|")
"""


def a_project(folder: Path) -> Path:
    """Return a folder with a program that begins with the set-up, and its lock file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "program.py").write_text(_PROGRAM, "utf-8")
    (folder / "requirements.lock").write_text("# no packages\n", "utf-8")
    return folder


def settings() -> dict[str, str]:
    """Return an environment without a display and without a network for pip."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": ""}


def start(project: Path, *arguments: str, python: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program on the Python that the tests' own environment was made with."""
    interpreter = python or sys._base_executable  # type: ignore[attr-defined]  # not in typeshed
    command = [interpreter, str(project / "program.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=settings())


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """Return a project whose environment was made by its first start, and what that start said."""
    project = a_project(tmp_path_factory.mktemp("first") / "a folder")
    return project, start(project)


@pytest.fixture(scope="module")
def ready(first: tuple[Path, subprocess.CompletedProcess[str]]) -> Path:
    """Return a project whose environment is made, for tests that change nothing in it."""
    return first[0]


@pytest.fixture
def copied(ready: Path, tmp_path: Path) -> Path:
    """Return a project whose environment is made, for one test to change."""
    return shutil.copytree(ready, tmp_path / "copied", symlinks=True)


def test_first_start_makes_the_environment_and_goes_on_inside(
    first: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    project, done = first
    assert done.stdout == f"{project / '.venv'}\n"


def test_first_start_tells_what_it_does_on_standard_error(
    first: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    assert "making .venv with Python" in first[1].stderr


def test_next_start_says_nothing(ready: Path) -> None:
    assert start(ready).stderr == ""


def test_start_from_inside_stays_inside(ready: Path) -> None:
    done = start(ready, python=str(ready / ".venv" / "bin" / "python"))
    assert (done.stdout, done.stderr) == (f"{ready / '.venv'}\n", "")


def test_arguments_arrive_as_they_were_given(ready: Path) -> None:
    assert start(ready, "--query", "two words", "", "Ђорђе").stdout.endswith("|--query|two words||Ђорђе\n")


def test_touched_lock_file_needs_no_set_up(ready: Path) -> None:
    os.utime(ready / "requirements.lock", ns=(1, 1))
    assert start(ready).stderr == ""


def test_touched_lock_file_is_noted(ready: Path) -> None:
    os.utime(ready / "requirements.lock", ns=(2, 2))
    start(ready)
    assert "-2\n" in (ready / ".venv" / STAMP).read_text("utf-8")


def test_changed_lock_file_brings_the_environment_up_to_date(copied: Path) -> None:
    (copied / "requirements.lock").write_text("# still no packages\n", "utf-8")
    assert "requirements.lock has changed" in start(copied).stderr


def test_start_from_inside_also_brings_it_up_to_date(copied: Path) -> None:
    (copied / "requirements.lock").write_text("# still no packages\n", "utf-8")
    done = start(copied, python=str(copied / ".venv" / "bin" / "python"))
    assert (done.returncode, "requirements.lock has changed" in done.stderr) == (0, True)


def test_environment_that_was_not_finished_is_made_again(tmp_path: Path) -> None:
    project = a_project(tmp_path)
    left = project / ".venv" / "lib" / "half-written"
    left.mkdir(parents=True)
    done = start(project)
    assert (done.returncode, left.exists()) == (0, False)


def test_environment_of_another_python_is_made_again(copied: Path) -> None:
    stamp = copied / ".venv" / STAMP
    text = stamp.read_text("utf-8")
    stamp.write_text(text.replace("python=3.", "python=2."), "utf-8")
    start(copied)
    assert stamp.read_text("utf-8") == text


def test_packages_that_cannot_be_had_are_told_in_plain_words(copied: Path) -> None:
    (copied / "requirements.lock").write_text(UNKNOWN_PACKAGE, "utf-8")
    assert "could not be installed; is the network there?" in start(copied).stderr


def test_update_that_cannot_be_fetched_keeps_what_is_there(copied: Path) -> None:
    before = (copied / ".venv" / STAMP).read_text("utf-8")
    (copied / "requirements.lock").write_text(UNKNOWN_PACKAGE, "utf-8")
    start(copied)
    assert (copied / ".venv" / STAMP).read_text("utf-8") == before


def test_place_that_cannot_be_written_is_told_in_plain_words(tmp_path: Path) -> None:
    project = a_project(tmp_path)
    (project / ".venv").write_text("in the way", "utf-8")
    done = start(project)
    assert (done.returncode, "could not make its environment" in done.stderr) == (1, True)


def test_missing_lock_file_is_told_in_plain_words(tmp_path: Path) -> None:
    project = a_project(tmp_path)
    (project / "requirements.lock").unlink()
    assert "This copy of Newsdesk is not complete" in start(project).stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the guard is held by flock here")
def test_second_start_waits_for_the_first(tmp_path: Path) -> None:
    project = a_project(tmp_path)
    command = [sys._base_executable, str(project / "program.py")]  # type: ignore[attr-defined]  # not in typeshed
    with (
        held(project / ".venv"),
        subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=settings()) as second,
    ):
        said = second.stderr.readline() if second.stderr else ""
        second.kill()
    assert "another start of Newsdesk" in said


@contextmanager
def held(place: Path) -> Iterator[None]:
    """Hold an environment as a start does that is setting it up."""
    import fcntl

    place.mkdir()
    with (place / "newsdesk-guard").open("a") as guard:
        fcntl.flock(guard.fileno(), fcntl.LOCK_EX)
        yield
