"""What a figure was measured on, and whether something else was at work there."""

import os
import platform
import sqlite3
import sys
from collections.abc import Mapping
from pathlib import Path

BUSY = 1.5
"""From this load average on, figures are read with care."""


def describe(load: float | None, cores: int, processor: str) -> tuple[str, ...]:
    """Return the lines that stand above the figures; ``load`` is the average of the last minute."""
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.system()}"
    said = "unknown" if load is None else f"{load:.2f}"
    lines = [f"{processor}, {cores} cores, load average {said}; {versions}"]
    if load is not None and load > BUSY:
        lines.append("The machine is busy with something else: read these figures with care.")
    return tuple(lines)


def here() -> tuple[str, ...]:
    """Return those lines for this machine at this moment."""
    return describe(load_average(), os.cpu_count() or 1, _processor())


def told_loads(loads: Mapping[str, float | None]) -> str:
    """Return the sentence that names the load average at the beginning of each group of figures."""
    known = [f"{name} {load:.2f}" for name, load in loads.items() if load is not None]
    busy = [name for name, load in loads.items() if load is not None and load > BUSY]
    care = f" Read with care, as something else was at work: {', '.join(busy)}." if busy else ""
    return f"Load average as each began: {', '.join(known) or 'unknown'}.{care}"


def load_average() -> float | None:
    """Return how many processes wanted to run in the last minute, None where the system does not tell."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None


def _processor() -> str:
    """Return the processor's name as Linux has it, else as Python does."""
    if sys.platform == "linux":
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or platform.machine()
