"""The set-up: makes ``.venv`` from the lock file, sees to system libraries, and goes on inside.

It runs before anything is installed, on the system's own Python: only the standard library, and
nothing heavy is imported until there is something to do. All it has to say goes to standard error.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the very sentence an older Python is to print
    raise SystemExit("Newsdesk needs Python 3.11 or newer; this is Python {}.{}.".format(*sys.version_info))

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

_STAMP = "newsdesk-stamp.txt"
_GUARD = "newsdesk-guard"
_PYTHON = "{}.{}".format(*sys.version_info)
# Holds the id of the process that has just been through the set-up: exec keeps the id, so what
# could not be provided is told once. A child has another id and looks for itself.
_DONE_BY = "NEWSDESK_SET_UP_BY"


def prepare(root: Path, arguments: Sequence[str]) -> None:
    """Return inside the project's own Python environment, made or brought up to date if need be.

    Where this process runs on another Python, it is replaced by one of ``root/.venv`` with the same
    ``arguments``: those after the interpreter, as in ``sys.orig_argv[1:]``.

    Raises:
        SystemExit: with the sentence that tells what is missing and what to do.
    """
    place = root / ".venv"
    inside = _is_same_folder(place, sys.prefix)
    stamp = _read_stamp(place)
    if inside and stamp and stamp["python"] != _PYTHON:
        # The system's Python was replaced by a newer one underneath: nothing in .venv fits it.
        (place / _STAMP).unlink()
        stamp = {}
    fits = _fits_lock(stamp, root)
    been_through = os.environ.get(_DONE_BY) == str(os.getpid())
    if inside and not fits:
        if been_through:
            raise SystemExit(f"The environment in {place} does not hold. Remove that folder and start again.")
        # A Python can't replace the environment it runs in; the one it was made with can.
        _go_on_with(sys._base_executable, arguments)  # type: ignore[attr-defined]  # not in typeshed
    # A lock file that was only touched is noted again, so that the next start need not read it.
    noted = fits and stamp["seen"] == _seen(root) and _library_parts() <= set(stamp["libraries"].split())
    if not noted and not been_through:
        _set_up(root, place)
        os.environ[_DONE_BY] = str(os.getpid())
    if not inside:
        _go_on_with(str(_python_of(place)), arguments)


def _set_up(root: Path, place: Path) -> None:
    from newsdesk.app import python_packages, system_packages

    stamp = _read_stamp(place)
    if _fits_lock(stamp, root) and not os.access(place, os.W_OK):
        # Somebody else's copy, ready but for libraries: nothing can be noted in it.
        system_packages.provide(_library_parts(), python_too=False)
        return
    try:
        place.mkdir(exist_ok=True)
        with _alone(place) as guard:
            stamp = _read_stamp(place)
            fits = _fits_lock(stamp, root)
            known = set(stamp.get("libraries", "").split())
            present = system_packages.provide(_library_parts() - known, python_too=not fits)
            lock = _lock_file(root)
            if not fits:
                python_packages.check_machine()
                if stamp.get("python") == _PYTHON:
                    python_packages.bring_up_to_date(place, lock, guard, (place / _STAMP).unlink)
                else:
                    (place / _STAMP).unlink(missing_ok=True)
                    python_packages.make_afresh(place, lock, guard, keep=_GUARD)
            _write_stamp(root, place, stamp["python"] if fits else _PYTHON, known | present)
    except KeyboardInterrupt as stopped:
        raise SystemExit("Stopped. The same command takes the set-up up again.") from stopped
    except OSError as error:
        raise SystemExit(
            f"Newsdesk could not make its environment in {place}: {error.strerror or error}.\n"
            "It has to write about 1 GB there, once. Run it as the owner of that folder, or from a "
            "copy of your own, with room on the disk."
        ) from error


def _library_parts() -> set[str]:
    """Return the parts whose libraries this start may need: the displays decide."""
    if sys.platform != "linux":
        return set()
    wanted = os.environ.get("QT_QPA_PLATFORM", "")
    parts = {"drawing", "preview"}
    if os.environ.get("DISPLAY") and (not wanted or "xcb" in wanted):
        parts.add("X11")
    if os.environ.get("WAYLAND_DISPLAY") and (not wanted or "wayland" in wanted):
        parts.add("Wayland")
    return parts


# The stamp says what .venv was made from. It is written last: an environment without it is not whole.


def _read_stamp(place: Path) -> dict[str, str]:
    try:
        lines = (place / _STAMP).read_text("utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return {}
    stamp = dict(line.split("=", 1) for line in lines if "=" in line)
    whole = stamp.keys() >= {"lock", "seen", "python", "libraries"} and _python_of(place).exists()
    return stamp if whole else {}


def _write_stamp(root: Path, place: Path, python: str, libraries: set[str]) -> None:
    stamp = {
        "lock": _lock_hash(root),
        "seen": _seen(root),
        "python": python,
        "libraries": " ".join(sorted(libraries)),
    }
    fresh = place / f"{_STAMP}.new"
    fresh.write_text("".join(f"{name}={value}\n" for name, value in stamp.items()), "utf-8")
    fresh.replace(place / _STAMP)


def _fits_lock(stamp: dict[str, str], root: Path) -> bool:
    """Tell whether the environment was made from today's lock file, mostly by one stat of it."""
    return bool(stamp) and (stamp["seen"] == _seen(root) or stamp["lock"] == _lock_hash(root))


def _seen(root: Path) -> str:
    status = _lock_file(root).stat()
    return f"{status.st_size}-{status.st_mtime_ns}"


def _lock_hash(root: Path) -> str:
    import hashlib

    return hashlib.sha256(_lock_file(root).read_bytes()).hexdigest()


def _lock_file(root: Path) -> Path:
    lock = root / "requirements.lock"
    if not lock.is_file():
        raise SystemExit(f"This copy of Newsdesk is not complete: {lock} is missing.")
    return lock


@contextmanager
def _alone(place: Path) -> Iterator[int]:
    """Hold ``.venv`` for this process and its children; a second start waits here for the first."""
    from newsdesk.app.long_command import say

    with (place / _GUARD).open("a") as guard:
        turns = 0
        while not _try_to_hold(guard.fileno()):
            if turns % 20 == 0:
                say("another start of Newsdesk is setting up .venv; waiting for it")
            time.sleep(0.5)
            turns += 1
        yield guard.fileno()


def _try_to_hold(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _python_of(place: Path) -> Path:
    return place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _is_same_folder(one: Path, other: str) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _go_on_with(python: str, arguments: Sequence[str]) -> None:
    command = [python, *arguments]
    sys.stderr.flush()
    if sys.platform == "win32":
        import subprocess

        raise SystemExit(subprocess.call(command))
    os.execv(command[0], command)
