"""The log file: it is written, it stays small, and nothing is lost when it begins anew."""

import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsdesk.app import log_setup

LINE = "A warning of some length, so that a small log is full after a few of them."


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield the file of a log that is full after some lines; what was set up before comes back."""
    root = logging.getLogger()
    before = root.handlers[:], root.level, sys.excepthook
    monkeypatch.setattr(log_setup, "_LARGEST", 3 * len(LINE))
    log_setup.start_log(tmp_path / "log" / "newsdesk.log")
    yield tmp_path / "log" / "newsdesk.log"
    root.handlers[0].close()
    root.handlers[:], root.level, sys.excepthook = before


@pytest.fixture
def warn(log: Path) -> Callable[[int], None]:
    """Return what logs so many numbered warnings."""

    def run(count: int) -> None:
        for number in range(count):
            logging.getLogger("newsdesk.test").warning("%s %03d", LINE, number)

    return run


def numbers(file: Path) -> list[int]:
    return [int(line.rsplit(" ", 1)[1]) for line in file.read_text(encoding="utf-8").splitlines()]


def test_warning_is_written_with_its_place(log: Path, warn: Callable[[int], None]) -> None:
    warn(1)
    assert f"WARNING newsdesk.test: {LINE} 000" in log.read_text(encoding="utf-8")


def test_full_log_begins_anew_beside_the_two_before_it(log: Path, warn: Callable[[int], None]) -> None:
    warn(40)
    assert sorted(path.name for path in log.parent.iterdir()) == ["newsdesk.log", "newsdesk.log.1", "newsdesk.log.2"]


def test_no_line_is_lost_between_two_logs(log: Path, warn: Callable[[int], None]) -> None:
    warn(40)
    names = ("newsdesk.log.2", "newsdesk.log.1", "newsdesk.log")
    kept = [number for name in names for number in numbers(log.with_name(name))]
    assert kept == list(range(kept[0], 40))


def test_log_that_cannot_be_moved_grows_on(
    log: Path, warn: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError("another program has it open")

    monkeypatch.setattr(Path, "replace", refuse)
    warn(40)
    assert numbers(log) == list(range(40))
