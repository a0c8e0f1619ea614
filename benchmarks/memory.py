"""The memory of the window and all its processes, without and with the web preview, beside bare windows."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence

from benchmarks.archive import STORIES, newsroom
from benchmarks.figures import Figure, goal, number
from benchmarks.sample import sample_newsroom
from benchmarks.start import ROOT, home_of

_IDLE_MB, _PREVIEW_MB = 130, 350
_PATIENCE_S = 120


def measure(arguments: Sequence[str] = ()) -> list[Figure]:
    """Open each window in a process of its own and let it come to rest."""
    full = newsroom()
    with sample_newsroom() as (sample, _, folder):
        sample.store.close()
        idle, bare = _taken("newsdesk", str(full)), _taken("bare")
        story = _taken("newsdesk-story", str(folder / "newsroom"))
        preview, bare_web = _taken("newsdesk-preview", str(folder / "newsroom")), _taken("bare-web")
    return [
        _figure(f"memory: window, list of {STORIES:,} stories", idle, _IDLE_MB, f"bare window {number(bare)} MB"),
        _figure("memory: window, a story open, no web preview", story, _IDLE_MB),
        _figure("memory: window, a story and its web preview", preview, _PREVIEW_MB, f"bare {number(bare_web)} MB"),
    ]


def _figure(what: str, taken_mb: float, limit_mb: float, beside: str = "") -> Figure:
    figure = f"{number(taken_mb)} MB"
    return Figure(what=what, figure=figure, goal=goal(limit_mb, "MB", taken_mb), beside=beside)


def _taken(*arguments: str) -> float:
    """Return the megabytes that a window and its processes hold, what they share counted once (PSS)."""
    command = [sys.executable, "-m", "benchmarks.memory_probe", *arguments]
    with tempfile.TemporaryDirectory(prefix="newsdesk-benchmarks-home-") as home:
        environment = {**os.environ, **home_of(home), "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True, timeout=_PATIENCE_S
        )
    return float(done.stdout)
