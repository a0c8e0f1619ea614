"""What is said, and what is not done, where system packages can't be installed."""

import os
from pathlib import Path

import pytest

from newsdesk.app import system_packages


def test_nothing_is_missing_where_nothing_is_asked() -> None:
    assert system_packages.missing(set()) == []


def test_what_the_running_tests_draw_with_is_found() -> None:
    assert system_packages.missing({system_packages.DRAWING}) == []


def test_parts_that_lack_nothing_come_back_whole() -> None:
    assert system_packages.provide({system_packages.DRAWING}, python_too=False) == {system_packages.DRAWING}


def test_system_without_apt_is_told_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "no apt-get" in system_packages.install(["libegl1"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root would install it")
def test_person_without_rights_gets_the_line_to_run() -> None:
    assert system_packages.install(["libegl1"]).endswith("--no-install-recommends libegl1")
