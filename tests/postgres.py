"""A PostgreSQL of one's own for the length of a test run, thrown away afterwards."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SERVER_USER = "postgres"
_ROLE = "newsdesk"
_STARTS = 3


class UnavailableError(Exception):
    """PostgreSQL can't run here; the text says why."""


def programs() -> Path | None:
    """Return the folder of the newest PostgreSQL's programs, or None where there is none.

    Debian keeps them outside PATH, one folder a version; what PATH offers may be another program.
    """
    found = [folder for folder in Path("/usr/lib/postgresql").glob("*/bin") if (folder / "initdb").exists()]
    if found:
        return max(found, key=lambda folder: [int(part) for part in folder.parent.name.split(".") if part.isdigit()])
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def server() -> Iterator[str]:
    """Yield the SQLAlchemy address of an empty database; its server is gone when the block ends.

    Raises:
        UnavailableError: where it can't be started.
    """
    binaries = programs()
    if binaries is None:
        raise UnavailableError("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="newsdesk-postgres-"))
    try:
        own = _become_its_user(folder)
        data = folder / "data"
        # No sync, and below no fsync: a power cut may take this data, nobody will miss it.
        make = ["initdb", "-D", str(data), "-A", "trust", "-U", _ROLE, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        _run(own, binaries, make, folder)
        try:
            port = _start(own, binaries, folder)
            _run(own, binaries, ["createdb", "-h", "127.0.0.1", "-p", str(port), "-U", _ROLE, _ROLE], folder)
            yield f"postgresql+psycopg://{_ROLE}@127.0.0.1:{port}/{_ROLE}"
        finally:
            _stop(own, binaries, data)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _become_its_user(folder: Path) -> list[str]:
    """Return the words that run a command as a user that PostgreSQL accepts: it refuses root."""
    if os.geteuid() != 0:
        return []
    if shutil.which("runuser") is None:
        raise UnavailableError("PostgreSQL does not run as root, and there is no runuser to become another user")
    try:
        shutil.chown(folder, _SERVER_USER)
    except LookupError as error:
        raise UnavailableError(f"PostgreSQL does not run as root, and there is no user {_SERVER_USER}") from error
    return ["runuser", "-u", _SERVER_USER, "--"]


def _start(own: list[str], binaries: Path, folder: Path) -> int:
    """Start the server and return its port; a port that somebody else took meanwhile is replaced."""
    refusal: UnavailableError | None = None
    for _ in range(_STARTS):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port: int = probe.getsockname()[1]
        settings = f"-c listen_addresses=127.0.0.1 -p {port} -k {folder} -c fsync=off -c full_page_writes=off"
        command = ["pg_ctl", "-D", str(folder / "data"), "-w", "-l", str(folder / "log"), "-o", settings, "start"]
        try:
            _run(own, binaries, command, folder)
        except UnavailableError as error:
            refusal = error
        else:
            return port
    raise refusal or UnavailableError("PostgreSQL did not start")


def _stop(own: list[str], binaries: Path, data: Path) -> None:
    if (data / "postmaster.pid").exists():
        command = [*own, str(binaries / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop"]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False, cwd=data.parent, start_new_session=True)


def _run(own: list[str], binaries: Path, command: list[str], folder: Path) -> None:
    # The server inherits what pg_ctl writes to, so that must be a file: a pipe would never end.
    with (folder / "said").open("w+b") as said:
        done = subprocess.run(
            [*own, str(binaries / command[0]), *command[1:]],
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            check=False,
            cwd=folder,
            # Out of the terminal's reach: Ctrl-C is for the tests, the server is stopped after them.
            start_new_session=True,
        )
        said.seek(0)
        words = said.read().decode(errors="replace").strip().splitlines()
    if done.returncode != 0:
        raise UnavailableError(f"PostgreSQL: {command[0]} failed: {' / '.join(words[-3:]) or done.returncode}")


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Turn the signals that end a program into SystemExit, so that blocks are left in order."""

    def leave(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    numbers = [signal.SIGTERM] if sys.platform == "win32" else [signal.SIGTERM, signal.SIGHUP]
    before = {number: signal.signal(number, leave) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
