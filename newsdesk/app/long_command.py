"""Commands that take long during the set-up, and what is told of them meanwhile, on standard error.

Standard library only: it runs before anything is installed.
"""

import queue
import subprocess
import sys
import threading
import time
from collections.abc import Sequence

_SILENCE_SECONDS = 5


class Progress:
    """What a long command is doing, in the words that are printed while it works."""

    def __init__(self, doing: str) -> None:
        self.doing = doing

    def read(self, line: str) -> None:
        """Take in one line of what the command says."""

    def status(self) -> str:
        """Return how far the command is."""
        return self.doing


def run(command: Sequence[str], progress: Progress, guard: int | None = None) -> tuple[int, list[str]]:
    """Run a command, never silent for more than five seconds; return its exit status and what it said.

    ``guard`` is the descriptor of a held lock. It goes to the child too: should this process be
    killed, the lock is free only when the child has gone as well.
    """
    say(f"  {progress.doing}")
    held = (guard,) if guard is not None and sys.platform != "win32" else ()
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        pass_fds=held,
    ) as process:
        said: list[str] = []
        began = spoken = time.monotonic()
        lines = _lines_of(process)
        while (line := _next(lines)) is not None:
            if line:
                said.append(line)
                progress.read(line.strip())
            now = time.monotonic()
            if now - spoken >= _SILENCE_SECONDS:
                say(f"  {progress.status()}, {now - began:.0f} s")
                spoken = now
    return process.returncode, said


def last_lines(said: Sequence[str]) -> str:
    """Return the end of what a command said, set off as a quotation."""
    return "\n".join(f"  | {line}" for line in said[-8:])


def say(text: str) -> None:
    """Print a line for the person at the terminal; standard output stays the command's own."""
    print(f"newsdesk: {text}", file=sys.stderr, flush=True)


def _lines_of(process: subprocess.Popen[str]) -> queue.SimpleQueue[str | None]:
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def listen() -> None:
        for line in process.stdout or ():
            lines.put(line.rstrip())
        lines.put(None)

    threading.Thread(target=listen, daemon=True).start()
    return lines


def _next(lines: queue.SimpleQueue[str | None]) -> str | None:
    """Return the next line, an empty one when a second passed without any, None at the end."""
    try:
        return lines.get(timeout=1)
    except queue.Empty:
        return ""
