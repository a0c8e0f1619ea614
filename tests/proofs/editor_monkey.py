"""Random editing: whatever is done to a body, figures, rules and raw blocks stay whole.

``python -m tests.proofs.editor_monkey 1500`` runs that many sessions of twelve operations. After
each operation the structure is sound and the cached reading is the fresh one; at a session's end
undoing everything gives the exact start, and redoing everything the exact end.
"""

import os
import random
import sys
import time

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsdesk.text.blocks import (
    Block,
    ListKind,
    Mark,
    Run,
    figure,
    heading,
    list_item,
    paragraph,
    quote,
    raw,
    rule,
)
from newsdesk.text.normal_form import normalise
from newsdesk.ui.editor.block_edits import shift_depth
from newsdesk.ui.editor.body_edit import BodyEdit
from newsdesk.ui.editor.clipboard import blocks_of
from newsdesk.ui.editor.commands import (
    insert_figure,
    insert_rule,
    make_paragraph,
    set_link,
    toggle_heading,
    toggle_list,
    toggle_mark,
    toggle_quote,
)
from newsdesk.ui.editor.document_reader import read_document
from newsdesk.ui.editor.structure_guard import broken_at
from newsdesk.ui.theme.tokens import LIGHT

OPERATIONS = 12
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_BULLETS, _NUMBERS = ListKind.BULLET, ListKind.NUMBERED

STORY: tuple[Block, ...] = normalise(
    (
        figure(11, "At the border", "A queue of lorries"),
        paragraph(
            [Run("First with "), Run("bold", frozenset({Mark.STRONG})), Run(" and "), Run("link", href="https://a.rs/")]
        ),
        heading("A heading"),
        list_item("one", [_NUMBERS], start=7),
        list_item("two", [_NUMBERS]),
        list_item("deep", [_NUMBERS, _BULLETS]),
        list_item("deeper", [_NUMBERS, _BULLETS, _BULLETS]),
        list_item("three", [_NUMBERS]),
        rule(),
        quote("Said in a quotation"),
        quote("and again", 2),
        raw("| a | b |\n|---|---|\n| 1 | 2 |"),
        figure(12, [Run("Caption with "), Run("emphasis", frozenset({Mark.EMPHASIS}))]),
        figure(13),
        rule(),
        paragraph("Last paragraph of the story."),
    )
)

_KEYS = {
    "backspace": (Qt.Key.Key_Backspace, _NONE),
    "delete": (Qt.Key.Key_Delete, _NONE),
    "enter": (Qt.Key.Key_Return, _NONE),
    "line break": (Qt.Key.Key_Return, _SHIFT),
    "word back": (Qt.Key.Key_Backspace, _CONTROL),
    "word on": (Qt.Key.Key_Delete, _CONTROL),
    "cut": (Qt.Key.Key_X, _CONTROL),
    "tab": (Qt.Key.Key_Tab, _NONE),
    "line end": (Qt.Key.Key_K, _CONTROL),
}
_CHANGES = {
    "bold": lambda cursor: toggle_mark(cursor, Mark.STRONG),
    "link": lambda cursor: set_link(cursor, "https://b.rs/"),
    "unlink": lambda cursor: set_link(cursor, ""),
    "paragraph": make_paragraph,
    "heading": lambda cursor: toggle_heading(cursor, 2),
    "quote": toggle_quote,
    "bullets": lambda cursor: toggle_list(cursor, _BULLETS),
    "numbers": lambda cursor: toggle_list(cursor, _NUMBERS),
    "less deep": lambda cursor: shift_depth(cursor, -1),
    "rule": insert_rule,
    "figure": lambda cursor: insert_figure(cursor, 14, "alt", "new"),
}
_CLIPS = (
    "plain words",
    "two\nlines",
    "<p>pasted <b>x</b></p><p>two</p>",
    "<ul><li>a</li><li>b</li></ul>",
    "<h2>Head</h2><p>then</p>",
)
_OTHERS = ("type", "paste", "paste own", "drag", "undo", "redo", "commit")


class Session:
    """One body, edited at random."""

    def __init__(self, seed: int, story: tuple[Block, ...] = STORY) -> None:
        self._random = random.Random(seed)
        self._edit = BodyEdit(LIGHT)
        self._edit.set_body(story)
        self._story = story
        self.log: list[str] = []

    def run(self, operations: int = OPERATIONS) -> str:
        """Edit, and return what was broken, empty where nothing was."""
        names = [*_KEYS, *_CHANGES, *_OTHERS, "type", "backspace", "delete", "enter", "cut", "paste own"]
        for _ in range(operations):
            self._place_caret()
            name = self._random.choice(names)
            cursor = self._edit.textCursor()
            self.log.append(f"{name} {cursor.anchor()}-{cursor.position()}")
            self._do(name)
            document = self._edit.document()
            broken = broken_at(document)
            if not broken and self._edit.blocks() != read_document(document):
                broken = "the cached reading is stale"
            if broken:
                return broken
        return self._undone()

    def _undone(self) -> str:
        document = self._edit.document()
        self._redo_all()
        end = read_document(document)
        while document.isUndoAvailable():
            self._edit.undo()
            if broken_at(document):
                return "undo: " + broken_at(document)
        if read_document(document) != self._story or self._edit.blocks() != self._story:
            return "undoing all is not the start"
        self._redo_all()
        return "" if read_document(document) == end else "redoing all is not the end"

    def _redo_all(self) -> None:
        while self._edit.document().isRedoAvailable():
            self._edit.redo()

    def close(self) -> None:
        """Let the widget go now: outside an event loop nothing that is to be deleted later ever is."""
        self._edit.deleteLater()
        QApplication.sendPostedEvents(self._edit, QEvent.Type.DeferredDelete)

    def _place_caret(self) -> None:
        last = self._edit.document().characterCount() - 1
        cursor = self._edit.textCursor()
        cursor.setPosition(self._random.randint(0, last))
        if self._random.random() < 0.5:
            reach = self._random.choice((3, 12, last))
            end = min(max(cursor.position() + self._random.randint(-reach, reach), 0), last)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        elif self._random.random() < 0.3:
            edge = self._random.choice((QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveOperation.EndOfBlock))
            cursor.movePosition(edge)
        self._edit.setTextCursor(cursor)

    def _do(self, name: str) -> None:
        edit = self._edit
        if name in _KEYS:
            QTest.keyClick(edit, *_KEYS[name])
        elif name in _CHANGES:
            edit.apply(_CHANGES[name])
        elif name == "type":
            QTest.keyClicks(edit, "ab")
        elif name == "paste":
            edit.insertFromMimeData(self._clip())
        elif name == "paste own":
            mime = edit.createMimeDataFromSelection()
            self._place_caret()
            edit.insertFromMimeData(mime)
        elif name == "drag":
            blocks = blocks_of(edit.createMimeDataFromSelection())
            target = QTextCursor(edit.document())
            target.setPosition(self._random.randint(0, edit.document().characterCount() - 1))
            edit.drag.put(target, blocks, moves=True)
        elif name == "commit":
            event = QInputMethodEvent("", [])
            event.setCommitString("дž")
            QApplication.sendEvent(edit, event)
        else:
            (edit.undo if name == "undo" else edit.redo)()

    def _clip(self) -> QMimeData:
        mime = QMimeData()
        clip = self._random.choice(_CLIPS)
        if clip.startswith("<"):
            mime.setHtml(clip)
        mime.setText(clip)
        return mime


def failures(first: int, count: int) -> list[str]:
    """Run sessions by their seeds and return what was broken, with the operations that led there."""
    found = []
    for seed in range(first, first + count):
        session = Session(seed)
        broken = session.run()
        if broken:
            found.append(f"seed {seed}: {broken} after {'; '.join(session.log)}")
        session.close()
    return found


def main() -> int:
    """Run as many sessions as the command line says, and print the result."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([sys.argv[0]])
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1500
    started = time.perf_counter()
    found = failures(0, count)
    seconds = time.perf_counter() - started
    # The platform without a screen frees what was copied after Python is gone, and crashes on it.
    app.clipboard().clear()
    print(f"{count} sessions, {count * OPERATIONS} operations, {len(found)} broken, {seconds:.1f} s")
    for line in found[:10]:
        print(" ", line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
