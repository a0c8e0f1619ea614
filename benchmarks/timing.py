"""Times of calls, taken in turns with a peer's so that a busy moment of the machine falls on both."""

import time
from collections.abc import Callable, Iterable
from typing import TypeAlias

Turn: TypeAlias = tuple[Callable[[], object], Callable[[], object]]
"""A call of ours, and the peer's."""


def milliseconds(call: Callable[[], object]) -> float:
    """Return how long one call takes, in milliseconds."""
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def in_turns(turns: Iterable[Turn]) -> tuple[list[float], list[float]]:
    """Return the milliseconds of the first and of the second call of each turn."""
    ours, theirs = [], []
    for first, second in turns:
        ours.append(milliseconds(first))
        theirs.append(milliseconds(second))
    return ours, theirs
