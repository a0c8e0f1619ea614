"""How long a key takes until it is painted, in the editor and in a bare QTextEdit, in one run.

``python -m benchmarks.typing [WORDS...]`` prints, for each number of words, p50 and p99 in
milliseconds for both, their ratio, and how long the story takes to open.
"""

import os
import random
import statistics
import sys
import time
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from newsdesk.domain.article import Article
from newsdesk.domain.ids import ArticleId
from newsdesk.text.blocks import Block, Mark, Run, figure, heading, list_item, paragraph, plain_text, quote
from newsdesk.text.markdown_writer import write_markdown
from newsdesk.ui.editor.story_editor import StoryEditor
from newsdesk.ui.theme.apply import apply_theme
from newsdesk.ui.theme.fonts import load_fonts, text_font
from newsdesk.ui.theme.tokens import SIZES, Theme

KEYS = 400
ROUNDS = 3
SIZE = (676, 826)
TEXT = (
    "the river rose overnight and the quay stayed closed while crews laid sandbags along lower streets officials said "
    "another wave was expected by Friday потом су рекли да је мост отворен za saobraćaj i da nema štete"
)
WORDS = tuple(TEXT.split())


def story(words: int) -> tuple[Block, ...]:
    """Return a body of about that many words: paragraphs with marks and links, headings, lists, quotes, figures."""
    chance = random.Random(5)

    def some(count: int) -> str:
        return " ".join(chance.choices(WORDS, k=count)).capitalize()

    found: list[Block] = []
    written = 0
    while written < words:
        pick = chance.random()
        if pick < 0.06:
            found.append(heading(some(4)))
            written += 4
        elif pick < 0.14:
            found.append(list_item(some(15)))
            written += 15
        elif pick < 0.18:
            found.append(quote(some(25)))
            written += 25
        elif pick < 0.20:
            found.append(figure(1, some(6)))
            written += 6
        else:
            bold, link = Run(some(2), frozenset({Mark.STRONG})), Run(some(3), href="https://example.rs/a")
            found.append(paragraph([Run(some(25) + " "), bold, Run(" " + some(18) + " "), link, Run(" " + some(12))]))
            written += 60
    return tuple(found)


class PaintClock(QObject):
    """Remembers when the text was painted last."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self.painted = 0.0
        self._busy = False
        self._viewport = edit.viewport()
        self._viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and not self._busy:
            # The event goes its usual way first, so that the clock stops after the painting.
            self._busy = True
            QApplication.sendEvent(watched, event)
            self._busy = False
            self.painted = time.perf_counter()
            return True
        return False


def key_times(edit: QTextEdit, clock: PaintClock, keys: int) -> list[float]:
    """Return the milliseconds from each of some keys to its paint, typed in the middle of the text."""
    cursor = edit.textCursor()
    block = edit.document().findBlockByNumber(edit.document().blockCount() // 2)
    while block.length() < 200 and block.next().isValid():
        block = block.next()
    cursor.setPosition(block.position() + block.length() // 2)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    edit.setFocus()
    settle()
    found = []
    for number in range(keys):
        started = time.perf_counter()
        QTest.keyClicks(edit, "abcde fghij"[number % 11])
        while clock.painted < started:
            QApplication.processEvents()
        found.append((clock.painted - started) * 1000)
    return found


def settle() -> None:
    """Let what is waiting be done."""
    for _ in range(8):
        QApplication.processEvents()


def bare(blocks: Sequence[Block]) -> QTextEdit:
    """Return a plain QTextEdit with the same words in the same type, on the same size."""
    edit = QTextEdit()
    edit.document().setDefaultFont(text_font(SIZES.body))
    edit.setPlainText(plain_text(blocks))
    edit.resize(*SIZE)
    return edit


def opened(words: int, blocks: Sequence[Block]) -> tuple[StoryEditor, float]:
    """Return an editor that shows the story, and the milliseconds from the call to its paint."""
    editor = StoryEditor()
    editor.resize(*SIZE)
    editor.show()
    QTest.qWaitForWindowExposed(editor)
    settle()
    article = Article(id=ArticleId(words), headline="A headline for the clock", body_markdown=write_markdown(blocks))
    clock = PaintClock(editor.body)
    started = time.perf_counter()
    editor.show_article(article)
    while clock.painted < started:
        QApplication.processEvents()
    return editor, (clock.painted - started) * 1000


def measure(words: int) -> None:
    """Print one line of figures."""
    blocks = story(words)
    editor, open_ms = opened(words, blocks)
    plain = bare(blocks)
    plain.show()
    QTest.qWaitForWindowExposed(plain)
    clocks = PaintClock(editor.body), PaintClock(plain)
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(ROUNDS):
        # In turns, so that a busy moment of the machine falls on both.
        ours += key_times(editor.body, clocks[0], KEYS // ROUNDS)
        theirs += key_times(plain, clocks[1], KEYS // ROUNDS)
    p50 = statistics.median(ours), statistics.median(theirs)
    p99 = statistics.quantiles(ours, n=100)[98], statistics.quantiles(theirs, n=100)[98]
    print(
        f"{words:>6} words: editor p50 {p50[0]:.2f} p99 {p99[0]:.2f} ms, bare QTextEdit p50 {p50[1]:.2f} "
        f"p99 {p99[1]:.2f} ms, ratio {p50[0] / p50[1]:.2f}, open {open_ms:.0f} ms"
    )
    editor.close()
    plain.close()


def main(arguments: Sequence[str]) -> int:
    """Measure for each number of words that the command line names."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([sys.argv[0]])
    load_fonts()
    if isinstance(app, QApplication):
        apply_theme(app, Theme.LIGHT)
    for words in [int(argument) for argument in arguments] or [1000, 5000]:
        measure(words)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
