"""Each command changes what it names, keeps everything else, and is one step of undo."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextFormat
from pytestqt.qtbot import QtBot

from newsdesk.text.blocks import (
    Block,
    BlockKind,
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
from newsdesk.ui.editor.commands import (
    caret_state,
    insert_figure,
    insert_rule,
    make_paragraph,
    set_link,
    toggle_heading,
    toggle_list,
    toggle_mark,
    toggle_quote,
)
from tests.ui.editor.bodies import a_body, select, stand

BULLET, NUMBER = ListKind.BULLET, ListKind.NUMBERED
STRONG, EM = frozenset({Mark.STRONG}), frozenset({Mark.EMPHASIS})
MIXED = (
    paragraph([Run("one "), Run("two", EM, "https://a.rs/", "title", "sr-Latn")]),
    heading("Head"),
    figure(3, "caption"),
    raw("| a |\n|---|"),
    list_item("item"),
)


@pytest.mark.parametrize("mark", list(Mark))
def test_mark_goes_on_everything_selected_but_raw_blocks_and_off_again(qtbot: QtBot, mark: Mark) -> None:
    edit = a_body(qtbot, *MIXED)
    edit.selectAll()
    edit.apply(lambda cursor: toggle_mark(cursor, mark))
    marked = edit.blocks()
    edit.apply(lambda cursor: toggle_mark(cursor, mark))
    off = edit.blocks()
    texts = [run for block in marked for run in block.runs]
    assert all(mark in run.marks for run in texts)
    assert off == tuple(block if mark is not Mark.EMPHASIS else _without(block, Mark.EMPHASIS) for block in MIXED)


def _without(block: Block, mark: Mark) -> Block:
    from dataclasses import replace

    return replace(block, runs=tuple(replace(run, marks=run.marks - {mark}) for run in block.runs))


def test_mark_keeps_link_title_language_and_other_marks(qtbot: QtBot) -> None:
    edit = a_body(qtbot, MIXED[0])
    select(edit, (0, 4), (0, -1))
    edit.apply(lambda cursor: toggle_mark(cursor, Mark.STRONG))
    assert edit.blocks()[0].runs[1] == Run("two", EM | STRONG, "https://a.rs/", "title", "sr-Latn")


def test_mark_keeps_what_others_keep_in_the_format(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("annotated"))
    note = QTextFormat.Property.UserProperty.value + 500
    extra = QTextCharFormat()
    extra.setProperty(note, "n1")
    edit.selectAll()
    cursor = edit.textCursor()
    cursor.mergeCharFormat(extra)
    edit.apply(lambda at: toggle_mark(at, Mark.STRONG))
    edit.apply(lambda at: toggle_heading(at, 2))
    assert edit.textCursor().charFormat().property(note) == "n1"


def test_superscript_and_subscript_exclude_each_other(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("2"))
    edit.selectAll()
    edit.apply(lambda cursor: toggle_mark(cursor, Mark.SUPERSCRIPT))
    edit.apply(lambda cursor: toggle_mark(cursor, Mark.SUBSCRIPT))
    assert edit.blocks()[0].runs[0].marks == {Mark.SUBSCRIPT}


def test_link_is_set_on_the_selection(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph([Run("see "), Run("this", STRONG)]))
    select(edit, (0, 4), (0, -1))
    edit.apply(lambda cursor: set_link(cursor, "https://a.rs/"))
    assert edit.blocks() == (paragraph([Run("see "), Run("this", STRONG, "https://a.rs/")]),)


def test_link_around_the_caret_is_changed_whole(qtbot: QtBot) -> None:
    link = [Run("a", href="https://a.rs/"), Run("b", STRONG, "https://a.rs/")]
    edit = a_body(qtbot, paragraph([*link, Run(" end")]))
    stand(edit, 0, 1)
    edit.apply(lambda cursor: set_link(cursor, "https://b.rs/"))
    assert [run.href for run in edit.blocks()[0].runs] == ["https://b.rs/", "https://b.rs/", ""]


def test_link_around_the_caret_is_taken_away_whole(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph([Run("link", href="https://a.rs/", title="t"), Run(" end")]))
    stand(edit, 0, 2)
    edit.apply(lambda cursor: set_link(cursor, ""))
    assert edit.blocks() == (paragraph("link end"),)


def test_link_without_a_selection_writes_its_address(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("see "))
    edit.set_body([paragraph("see")])
    stand(edit, 0, -1)
    edit.apply(lambda cursor: set_link(cursor, "mailto:a@b.rs"))
    assert edit.blocks()[0].runs[-1] == Run("a@b.rs", href="mailto:a@b.rs")


KINDS: list[tuple[Callable[[QTextCursor], object], Block]] = [
    (lambda cursor: toggle_heading(cursor, 2), heading("text")),
    (lambda cursor: toggle_heading(cursor, 3), heading("text", 3)),
    (toggle_quote, quote("text")),
    (lambda cursor: toggle_list(cursor, BULLET), list_item("text")),
    (lambda cursor: toggle_list(cursor, NUMBER), list_item("text", [NUMBER])),
]


@pytest.mark.parametrize(("command", "expected"), KINDS)
def test_kind_goes_on_and_off(qtbot: QtBot, command: Callable[[QTextCursor], object], expected: Block) -> None:
    edit = a_body(qtbot, paragraph("text"))
    edit.apply(command)
    once = edit.blocks()
    edit.apply(command)
    assert (once, edit.blocks()) == ((expected,), (paragraph("text"),))


@pytest.mark.parametrize(("command", "expected"), KINDS)
def test_kind_is_one_step_of_undo(qtbot: QtBot, command: Callable[[QTextCursor], object], expected: Block) -> None:
    edit = a_body(qtbot, *MIXED)
    edit.selectAll()
    edit.apply(command)
    edit.undo()
    assert edit.blocks() == MIXED and not edit.document().isUndoAvailable()


def test_kind_leaves_figures_rules_and_raw_blocks(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("a"), figure(3, "c"), rule(), raw("| a |\n|---|"), paragraph("b"))
    edit.selectAll()
    edit.apply(toggle_quote)
    assert edit.blocks() == (quote("a"), figure(3, "c"), rule(), raw("| a |\n|---|"), quote("b"))


def test_other_kind_of_list_keeps_the_depth(qtbot: QtBot) -> None:
    edit = a_body(qtbot, list_item("one"), list_item("deep", [BULLET, BULLET]))
    stand(edit, 1)
    edit.apply(lambda cursor: toggle_list(cursor, NUMBER))
    assert edit.blocks()[1] == list_item("deep", [BULLET, NUMBER])


def test_paragraph_cut_out_of_a_list_leaves_sound_lists(qtbot: QtBot) -> None:
    edit = a_body(qtbot, list_item("one"), list_item("deep", [BULLET, BULLET]))
    stand(edit, 0)
    edit.apply(make_paragraph)
    assert edit.blocks() == (paragraph("one"), list_item("deep"))


def test_rule_goes_below_the_text_at_the_caret_and_never_splits_it(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("above"), paragraph("below"))
    stand(edit, 0, 2)
    edit.apply(insert_rule)
    assert edit.blocks() == (paragraph("above"), rule(), paragraph("below"))


def test_figure_goes_below_the_text_at_the_caret_in_one_step(qtbot: QtBot) -> None:
    edit = a_body(qtbot, paragraph("above"), paragraph("below"))
    stand(edit, 0, 2)
    edit.apply(lambda cursor: insert_figure(cursor, 7, "alt", "caption"))
    inserted = edit.blocks()
    edit.undo()
    assert inserted == (paragraph("above"), figure(7, "caption", "alt"), paragraph("below"))
    assert edit.blocks() == (paragraph("above"), paragraph("below"))


def test_figure_inserted_from_a_caption_comes_after_that_figure(qtbot: QtBot) -> None:
    edit = a_body(qtbot, figure(1, "first"), paragraph("below"))
    stand(edit, 1, 2)
    edit.apply(lambda cursor: insert_figure(cursor, 2, "", "second"))
    assert edit.blocks() == (figure(1, "first"), figure(2, "second"), paragraph("below"))


def test_caret_state_tells_kind_marks_and_link(qtbot: QtBot) -> None:
    edit = a_body(qtbot, list_item([Run("ab", EM, "https://a.rs/")], [NUMBER]))
    stand(edit, 0, 1)
    state = caret_state(edit.textCursor())
    assert (state.kind, state.list_kind, state.marks, state.href) == (
        BlockKind.LIST_ITEM,
        NUMBER,
        EM,
        "https://a.rs/",
    )


@pytest.mark.parametrize(
    ("number", "takes"), [(0, (False, False)), (1, (True, False)), (2, (False, False)), (3, (True, True))]
)
def test_caret_state_tells_what_may_be_done(qtbot: QtBot, number: int, takes: tuple[bool, bool]) -> None:
    edit = a_body(qtbot, figure(1, "c"), rule(), paragraph("x"))
    stand(edit, number)
    state = caret_state(edit.textCursor())
    assert (state.takes_text, state.takes_kind) == takes
