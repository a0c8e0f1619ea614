"""How long the window takes from the start of its process, beside a bare window in turns with it."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.archive import STORIES, newsroom
from benchmarks.figures import Figure, goal, median, number, percentile

ROOT = Path(__file__).resolve().parent.parent
_RUNS = 15
_PATIENCE_S = 60
_FIRST_PAINT_MS, _ROWS_MS, _TIMES_BARE = 200, 500, 2.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """One start, in milliseconds from the start of the process."""

    first_paint: float
    rows: float


def measure(arguments: Sequence[str] = ()) -> list[Figure]:
    """Start both windows in turns; an argument gives the number of runs on each platform of Qt."""
    runs = int(arguments[0]) if arguments else _RUNS
    folder = newsroom()
    figures: list[Figure] = []
    # With byte code kept, as it is for everybody who starts the program a second time.
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for platform, additions in _platforms():
        environment = {**inherited, **additions, "QT_QPA_PLATFORM": platform}
        figures += _figures(platform, *_in_turns(runs, folder, environment))
    return figures


def _in_turns(runs: int, folder: Path, environment: dict[str, str]) -> tuple[list[Start], list[Start]]:
    """Return the starts of both windows; a busy moment of the machine falls on both."""
    ours, bare = [], []
    # The first of each reads its files from the disk and leaves its byte code; it is not counted.
    for run in range(runs + 1):
        pair = _start("newsdesk", folder, environment), _start("bare", folder, environment)
        if run:
            ours.append(pair[0])
            bare.append(pair[1])
    return ours, bare


def _start(window: str, folder: Path, environment: dict[str, str]) -> Start:
    command = [sys.executable, "-m", "benchmarks.window_probe", window]
    with tempfile.TemporaryDirectory(prefix="newsdesk-benchmarks-home-") as home:
        place = Path(home) / "data" / "Newsdesk"
        place.mkdir(parents=True)
        (place / "newsroom").symlink_to(folder, target_is_directory=True)
        wanted = {**environment, **home_of(home)}
        began = time.time_ns()
        done = subprocess.run(
            command, env=wanted, cwd=ROOT, capture_output=True, text=True, check=True, timeout=_PATIENCE_S
        )
    first, rows = ((int(moment) - began) / 1e6 for moment in done.stdout.split())
    return Start(first_paint=first, rows=rows)


def _figures(platform: str, ours: Sequence[Start], bare: Sequence[Start]) -> list[Figure]:
    paints, rows = [start.first_paint for start in ours], [start.rows for start in ours]
    plain = [start.first_paint for start in bare]
    first, peer = median(paints), median(plain)
    return [
        Figure(
            what=f"start to first paint, {platform}",
            figure=_of_runs(paints),
            goal=goal(_FIRST_PAINT_MS, "ms", first),
            beside=f"bare window {_of_runs(plain)}",
        ),
        Figure(
            what=f"start to first paint, {platform}, against the bare window",
            figure=f"{first / peer:.2f}×",
            goal=goal(_TIMES_BARE, "×", first / peer),
        ),
        Figure(
            what=f"start to rows of {STORIES:,} stories, {platform}",
            figure=_of_runs(rows),
            goal=goal(_ROWS_MS, "ms", median(rows)),
        ),
    ]


def _of_runs(values_ms: Sequence[float]) -> str:
    return f"p50 {number(median(values_ms))}, best {number(min(values_ms))}, p95 {number(percentile(values_ms, 95))} ms"


def home_of(folder: str) -> dict[str, str]:
    """Return where a program finds its settings, data and log when that folder is its person's home.

    The real person's settings stay untouched, and no window comes back at the size of a platform's
    small screen, where it would fold its list away.
    """
    return {f"XDG_{name}_HOME": str(Path(folder) / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}


def _platforms() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield Qt's platforms that can be measured here, and what their processes must find in the environment."""
    yield "offscreen", {}
    if sys.platform.startswith("linux") and shutil.which("Xvfb"):
        with _xvfb() as display:
            yield "xcb", {"DISPLAY": display}
    else:
        print("No Xvfb here: the start is measured offscreen only.", file=sys.stderr)


@contextmanager
def _xvfb() -> Iterator[str]:
    """Run an X server without a screen and yield the name of its display."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number_of_display = told.readline().strip()
        yield f":{number_of_display}"
    finally:
        server.terminate()
        server.wait()
