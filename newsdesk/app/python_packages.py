"""The packages of the lock file, put into ``.venv`` by pip while the person can see how far it is.

Standard library only: it runs before anything is installed.
"""

import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from newsdesk.app.long_command import Progress, last_lines, run, say

_OLDEST_GLIBC = (2, 34)  # what PySide6's wheels for Linux are built against
_PYTHON = "{}.{}".format(*sys.version_info)
_PIP = ["-m", "pip", "--no-input", "--disable-pip-version-check"]
# Wheels only: building from source would need compilers, and fail after minutes instead of at once.
_INSTALL = ["install", "--require-hashes", "--only-binary=:all:", "--no-user", "--progress-bar=off"]
# What Python itself puts into a new environment.
_PYTHONS_OWN = {"pip", "setuptools", "wheel"}


def check_machine() -> None:
    """Make sure that the packages exist for this machine at all.

    Raises:
        SystemExit: with the sentence that says what it lacks.
    """
    if sys.maxsize < 2**32:
        raise SystemExit("Newsdesk needs a 64-bit Python; this one has 32 bits.")
    if sys.platform == "linux":
        library = os.confstr("CS_GNU_LIBC_VERSION") if "CS_GNU_LIBC_VERSION" in os.confstr_names else ""
        name, _, version = (library or "").partition(" ")
        if name != "glibc" or tuple(map(int, version.split(".")[:2])) < _OLDEST_GLIBC:
            raise SystemExit("Newsdesk needs a Linux with glibc 2.34 or newer, such as Debian 12 or Ubuntu 22.04.")


def make_afresh(place: Path, lock: Path, guard: int, keep: str) -> None:
    """Fill the folder with a new environment that holds what the lock file names; ``keep`` one file of it.

    Raises:
        SystemExit: where Python or pip could not.
    """
    names = locked_names(lock)
    say(f"making .venv with Python {_PYTHON}: {len(names)} packages, about 1 GB on disk, only this once")
    for entry in place.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != keep:
            entry.unlink()
    venv = [sys._base_executable, "-m", "venv", str(place)]  # type: ignore[attr-defined]  # not in typeshed
    status, said = run(venv, Progress("making an empty environment"), guard)
    if status != 0:
        raise SystemExit(f"Python could not make an environment in {place}:\n{last_lines(said)}")
    _install(place, lock, guard, lambda: None)


def bring_up_to_date(place: Path, lock: Path, guard: int, before_change: Callable[[], None]) -> None:
    """Make an environment hold what the lock file names, and nothing else.

    ``before_change`` is called when everything is fetched and pip begins to replace packages.

    Raises:
        SystemExit: where pip could not, with its last words.
    """
    say(f"{lock.name} has changed: bringing .venv up to date, {len(locked_names(lock))} packages")
    _install(place, lock, guard, before_change)


def _install(place: Path, lock: Path, guard: int, before_change: Callable[[], None]) -> None:
    began = time.monotonic()
    names = locked_names(lock)
    pip = [str(python_of(place)), *_PIP]
    progress = _PackageProgress(place, len(names), before_change)
    status, said = run([*pip, *_INSTALL, "-r", str(lock)], progress, guard)
    if status != 0:
        raise SystemExit(
            f"The packages of {lock.name} could not be installed; is the network there?\n"
            f"{last_lines(said)}\nThe same command, run again, takes it up again."
        )
    strangers = sorted(_installed_names(place) - names - _PYTHONS_OWN)
    if strangers:
        run([*pip, "uninstall", "--yes", *strangers], Progress("removing packages no longer needed"), guard)
    say(f"packages ready after {time.monotonic() - began:.0f} s")


def python_of(place: Path) -> Path:
    """Return the interpreter of an environment."""
    return place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def locked_names(lock: Path) -> set[str]:
    """Return the names of the packages that the lock file means for this system."""
    only_windows = "sys_platform == 'win32'"
    return {
        line.partition("==")[0].strip().lower()
        for line in lock.read_text("utf-8").splitlines()
        if line[:1].isalnum() and (sys.platform == "win32" or only_windows not in line)
    }


def _installed_names(place: Path) -> set[str]:
    library = place / ("Lib" if sys.platform == "win32" else f"lib/python{_PYTHON}")
    found = (library / "site-packages").glob("*.dist-info")
    return {entry.name.partition("-")[0].lower().replace("_", "-").replace(".", "-") for entry in found}


class _PackageProgress(Progress):
    """How far pip is, from what it says and from what has arrived in the environment."""

    def __init__(self, place: Path, total: int, before_change: Callable[[], None]) -> None:
        super().__init__("fetching packages")
        self._place = place
        self._total = total
        self._before_change = before_change
        self._fetched = 0
        self._unpacking = False

    def read(self, line: str) -> None:
        """Count what is fetched, name what is large, and notice where the unpacking begins."""
        words = line.split()
        if line.startswith("Collecting "):
            self._fetched += 1
        elif words[:1] == ["Downloading"] and line.endswith(" MB)"):
            name, version = words[1].rpartition("/")[2].split("-")[:2]
            say(f"  fetching {name} {version} {' '.join(words[2:])}")
        elif line.startswith("Installing collected packages"):
            self._before_change()
            self._unpacking = True
            say("  unpacking packages")

    def status(self) -> str:
        """Return what is done of how many."""
        if self._unpacking:
            return f"unpacked {len(_installed_names(self._place) - _PYTHONS_OWN)} of {self._total} packages"
        return f"fetched {self._fetched} of {self._total} packages"
