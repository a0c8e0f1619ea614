"""What a benchmark prints: one line for each figure, with its goal and what stands beside it."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table; ``beside`` is what a peer needed in the same run."""

    what: str
    figure: str
    goal: str = ""
    beside: str = ""


HEADINGS = Figure(what="what", figure="figure", goal="goal", beside="beside")


def percentile(values: Iterable[float], share: float) -> float:
    """Return the value that ``share`` percent of the values do not exceed (nearest rank).

    Raises:
        ValueError: if there are no values, or the share is not above 0 and up to 100.
    """
    ordered = sorted(values)
    if not ordered or not 0 < share <= 100:
        raise ValueError("a percentile needs values, and a share above 0 and up to 100")
    return ordered[math.ceil(len(ordered) * share / 100) - 1]


def median(values: Iterable[float]) -> float:
    """Return the 50th percentile."""
    return percentile(values, 50)


def spread(values_ms: Sequence[float]) -> str:
    """Return median and 99th percentile of milliseconds; of few values the worst, as it is the same."""
    last = "p99" if len(values_ms) >= 100 else "worst"
    return f"p50 {number(median(values_ms))}, {last} {number(percentile(values_ms, 99))} ms"


def number(value: float) -> str:
    """Return a number with as many digits as a reader can use: 0.042, 4.2, 42, 4,200."""
    if value < 0.1:
        return f"{value:.3f}"
    if value < 1:
        return f"{value:.2f}"
    return f"{value:.1f}" if value < 10 else f"{value:,.0f}"


def goal(limit: float, unit: str, reached: float, name: str = "") -> str:
    """Return a goal, and by how much the figure misses it where it does; ``reached`` in the same unit."""
    said = f"{name} ≤ {limit:g} {unit}".strip()
    return said if reached <= limit else f"{said}, missed by {number(reached - limit)}"


def table(figures: Iterable[Figure]) -> str:
    """Return the figures as a table for a terminal."""
    rows = [HEADINGS, *figures]
    cells = [(row.what, row.figure, row.goal, row.beside) for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(4)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    rule = "  ".join("─" * width for width in widths)
    return "\n".join([lines[0], rule, *lines[1:]])
