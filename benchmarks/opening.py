"""A story from the call that shows it to its paint, beside QTextEdit.setHtml of the same text."""

import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from benchmarks.editor_stories import different
from benchmarks.figures import Figure, goal, percentile, spread
from benchmarks.typing import SIZE, PaintClock, bare, settle
from newsdesk.text.html_writer import write_html
from newsdesk.ui.editor.story_editor import StoryEditor
from newsdesk.ui.theme import Theme, apply_theme, load_fonts

_OPEN_MS = 50
_WORDS, _STORIES = 1000, 60


def measure(arguments: Sequence[str] = ()) -> list[Figure]:
    """Open different stories in turns; an argument gives the number of words."""
    words = int(arguments[0]) if arguments else _WORDS
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    load_fonts()
    apply_theme(app, Theme.LIGHT)
    editor, plain = StoryEditor(), bare(())
    for widget in (editor, plain):
        widget.resize(*SIZE)
        widget.show()
        QTest.qWaitForWindowExposed(widget)
    clocks = PaintClock(editor.body), PaintClock(plain)
    ours, theirs = [], []
    for article, blocks in different(words, _STORIES):
        ours.append(_painted(partial(editor.show_article, article), clocks[0]))
        theirs.append(_painted(partial(plain.setHtml, write_html(blocks)), clocks[1]))
    figure = Figure(
        what=f"open a story of {words:,} words, from the call to its paint",
        figure=spread(ours),
        goal=goal(_OPEN_MS, "ms", percentile(ours, 50)),
        beside=f"QTextEdit.setHtml {spread(theirs)}",
    )
    _close(editor, plain)
    return [figure]


def _painted(show: Callable[[], object], clock: PaintClock) -> float:
    settle()
    began = time.perf_counter()
    show()
    while clock.painted < began:
        QApplication.processEvents()
    return (clock.painted - began) * 1000


def _close(editor: StoryEditor, plain: QTextEdit) -> None:
    for widget in (editor, plain):
        widget.close()
