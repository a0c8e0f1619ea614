"""Run the tests, complete on a fresh machine: ``python3 -m tests [day | pytest's arguments]``.

``day`` drives the real window through an editor's day. Without it everything runs.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from newsdesk.app import environment

ROOT = Path(__file__).resolve().parent.parent

# What tests use beside the packages of the lock file: Debian's package and what it is for. Without
# them the tests that need them are skipped and say so.
_TOOLS = {"postgresql": "storage on PostgreSQL", "chromium": "pages in a browser"}


def main(arguments: list[str]) -> int:
    """Run pytest, with a PostgreSQL beside it where one can run; return pytest's exit status."""
    from tests import postgres

    if arguments[:1] == ["day"]:
        arguments = ["tests/day", *arguments[1:]]
    _provide_tools()
    with postgres.ended_by_signals():
        try:
            with postgres.server() as address:
                return _run_pytest(arguments, {"NEWSDESK_TEST_POSTGRES": address})
        except postgres.UnavailableError as reason:
            print(f"newsdesk: no tests on PostgreSQL: {reason}", file=sys.stderr, flush=True)
            return _run_pytest(arguments, {"NEWSDESK_TEST_POSTGRES_MISSING": str(reason)})


def _provide_tools() -> None:
    from newsdesk.app import long_command, system_packages
    from tests import postgres

    if sys.platform != "linux":
        return
    there = {"postgresql": postgres.programs() is not None, "chromium": shutil.which("chromium") is not None}
    for package in (name for name in _TOOLS if not there[name]):
        long_command.say(f"{package} is not here; it serves the tests of {_TOOLS[package]}")
        reason = system_packages.install([package])
        if reason:
            long_command.say(f"going on without {package}. {reason}")


def _run_pytest(arguments: list[str], additions: dict[str, str]) -> int:
    settings = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **additions}
    command = [sys.executable, "-m", "pytest", "-q", *arguments]
    with subprocess.Popen(command, cwd=ROOT, env=settings) as tests:
        try:
            return tests.wait()
        except KeyboardInterrupt:
            # The terminal's Ctrl-C reached pytest as well: let it print what it has.
            return tests.wait()
        except SystemExit:
            tests.terminate()
            raise


if __name__ == "__main__":
    environment.prepare(ROOT, sys.orig_argv[1:])
    raise SystemExit(main(sys.argv[1:]))
