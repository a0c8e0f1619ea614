"""A key to its paint, as ``benchmarks.typing`` measures it, for the table."""

import sys
from collections.abc import Sequence

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.figures import Figure, goal, median, number, percentile
from benchmarks.typing import KEYS, ROUNDS, PaintClock, bare, key_times, opened, story
from newsdesk.ui.theme import Theme, apply_theme, load_fonts

_P50_MS, _P99_MS, _TIMES_BARE = 0.8, 4, 2
_WORDS = (1000, 5000)


def measure(arguments: Sequence[str] = ()) -> list[Figure]:
    """Type into stories of each number of words, 1,000 and 5,000 unless told otherwise."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    load_fonts()
    apply_theme(app, Theme.LIGHT)
    return [_figure(words) for words in [int(argument) for argument in arguments] or _WORDS]


def _figure(words: int) -> Figure:
    blocks = story(words)
    editor, _ = opened(words, blocks)
    plain = bare(blocks)
    plain.show()
    QTest.qWaitForWindowExposed(plain)
    clocks = PaintClock(editor.body), PaintClock(plain)
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(ROUNDS):
        ours += key_times(editor.body, clocks[0], KEYS // ROUNDS)
        theirs += key_times(plain, clocks[1], KEYS // ROUNDS)
    editor.close()
    plain.close()
    p50, p99, peer = median(ours), percentile(ours, 99), median(theirs)
    reached = (goal(_P50_MS, "ms", p50, "p50"), goal(_P99_MS, "ms", p99, "p99"), goal(_TIMES_BARE, "×", p50 / peer))
    return Figure(
        what=f"key to paint, {words:,} words",
        figure=f"p50 {number(p50)}, p99 {number(p99)} ms, {p50 / peer:.2f}×",
        goal="; ".join(reached),
        beside=f"bare QTextEdit p50 {number(peer)}, p99 {number(percentile(theirs, 99))} ms",
    )
