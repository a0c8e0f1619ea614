"""The start: with a display a window, without one the demonstration, with a command neither."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from newsdesk.app import start
from tests.app.terminal import Terminal

_NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Take every sign of a display away."""
    for name in _NAMES:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@on_linux
@pytest.mark.parametrize("name", _NAMES)
def test_each_sign_of_a_display_is_one(bare: pytest.MonkeyPatch, name: str) -> None:
    assert not start.has_display()
    bare.setenv(name, "x")
    assert start.has_display()


@on_linux
@pytest.mark.parametrize("words", [[], ["--json"]])
def test_without_a_display_the_program_says_so_and_runs_the_demonstration(
    bare: pytest.MonkeyPatch, terminal: Terminal, tmp_path: Path, words: Sequence[str]
) -> None:
    # The demonstration refuses this folder: enough to see where it would have gone.
    bare.chdir(tmp_path)
    terminal.file("newsdesk-demo/letter.txt", "Dear Ana")
    said = terminal.say(*words)
    assert said.status == 1 and "There is no display here" in said.err and "newsdesk-demo" in said.err
    assert (tmp_path / "newsdesk-demo/letter.txt").is_file() and ("refused" in said.out) is bool(words)


def test_a_command_needs_no_display(bare: pytest.MonkeyPatch, terminal: Terminal) -> None:
    assert terminal.ask("articles")["total"] == 0
