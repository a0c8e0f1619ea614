from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.text.blocks import (
    Block,
    BlockKind,
    FigurePosition,
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
from newsdesk.text.markdown_reader import Document, read_markdown
from newsdesk.text.markdown_writer import write_markdown
from newsdesk.text.normal_form import normalise
from tests.text.foreign import FOREIGN
from tests.text.strategies import documents

BULLET, NUMBERED = ListKind.BULLET, ListKind.NUMBERED


def with_a_word_more(block: Block) -> Block:
    return replace(block, runs=(*block.runs, Run(" more")))


def around(document: Document, index: int) -> tuple[str, str]:
    """Return what stands before and after the stretch of source that says a block."""
    position = 0
    for piece in document.pieces:
        position += len(piece.gap)
        if piece.first <= index < piece.first + piece.count:
            return document.source[:position], document.source[position + len(piece.source) :]
        position += len(piece.source)
    raise AssertionError(index)


def edited(document: Document, index: int, block: Block) -> str:
    """Return the source after one block was replaced."""
    return write_markdown([*document.blocks[:index], block, *document.blocks[index + 1 :]], document)


def editable(source: str) -> list[int]:
    return [index for index, block in enumerate(read_markdown(source).blocks) if block.runs]


@pytest.mark.parametrize(("name", "index"), [(name, index) for name in FOREIGN for index in editable(FOREIGN[name])])
def test_a_word_more_changes_the_bytes_of_its_stretch_alone(name: str, index: int) -> None:
    document = read_markdown(FOREIGN[name])
    before, after = around(document, index)
    result = edited(document, index, with_a_word_more(document.blocks[index]))
    assert result != document.source
    assert result.startswith(before)
    assert result.endswith(after)


@settings(max_examples=120, deadline=None)
@given(documents(), st.integers(0, 100))
def test_a_word_more_in_our_own_text_changes_its_stretch_alone(blocks: tuple[Block, ...], place: int) -> None:
    wordy = [index for index, block in enumerate(blocks) if block.runs]
    if not wordy:
        return
    index = wordy[place % len(wordy)]
    document = read_markdown(write_markdown(blocks))
    changed = with_a_word_more(document.blocks[index])
    result = edited(document, index, changed)
    before, after = around(document, index)
    assert result.startswith(before)
    assert result.endswith(after)
    assert read_markdown(result).blocks == normalise([*blocks[:index], changed, *blocks[index + 1 :]])


def test_a_change_to_one_item_leaves_the_other_items_lines() -> None:
    document = read_markdown("* one\n* two\n  lazy\n* three\n")
    assert edited(document, 0, list_item("ONE")) == "* ONE\n* two\n  lazy\n* three\n"


def test_a_change_to_one_quoted_paragraph_leaves_the_others_lines() -> None:
    document = read_markdown(">one\nlazy\n>\n>two\n")
    assert edited(document, 1, quote("TWO")) == ">one\nlazy\n>\n>TWO\n"


def test_an_item_less_leaves_the_other_items_lines() -> None:
    document = read_markdown("* one\n* two\n* three\n")
    assert write_markdown([document.blocks[0], document.blocks[2]], document) == "* one\n* three\n"


def test_an_item_more_joins_its_list() -> None:
    document = read_markdown("* one\n* two\n\nWords.\n")
    blocks = [*document.blocks[:2], list_item("three"), document.blocks[2]]
    assert write_markdown(blocks, document) == "-   one\n-   two\n-   three\n\nWords.\n"


def test_a_paragraph_more_leaves_all_others() -> None:
    document = read_markdown("One,\r\ntwo.\r\n\r\n\r\nThree.")
    blocks = [document.blocks[0], paragraph("New"), document.blocks[1]]
    assert write_markdown(blocks, document) == "One,\r\ntwo.\r\n\r\nNew\r\n\r\n\r\nThree."


def test_a_paragraph_less_leaves_all_others() -> None:
    document = read_markdown("One,\ntwo.\n\n\nThree.\n\nFour\nfive.\n")
    assert write_markdown([document.blocks[0], document.blocks[2]], document) == "One,\ntwo.\n\nFour\nfive.\n"


def test_moved_paragraphs_keep_their_words() -> None:
    document = read_markdown("One\n\nTwo\n\nThree\n")
    one, two, three = document.blocks
    assert write_markdown([three, one, two], document) == "Three\n\nOne\n\nTwo\n"


def test_all_gone_is_nothing() -> None:
    assert write_markdown([], read_markdown("One\n")) == ""


def test_a_link_is_written_out_when_its_definition_goes() -> None:
    document = read_markdown("See [this][1].\n\n[1]: https://e.rs/\n")
    assert write_markdown(document.blocks[:1], document) == "See [this](https://e.rs/).\n"


def test_what_would_be_read_as_one_is_held_apart() -> None:
    document = read_markdown("- one\n\nWords.\n\n- two\n\n    ## head\n")
    without_words = [document.blocks[0], document.blocks[2]]
    assert read_markdown(write_markdown(without_words, document)).blocks == tuple(without_words)


@pytest.mark.parametrize(
    ("blocks", "source"),
    [
        ([paragraph("Plain words, “quoted”.")], "Plain words, “quoted”.\n"),
        ([paragraph([Run("a "), Run("b", frozenset({Mark.STRONG})), Run(" c")])], "a **b** c\n"),
        ([paragraph([Run("a"), Run("b", frozenset({Mark.EMPHASIS})), Run("c")])], "a*b*c\n"),
        ([paragraph([Run("x", frozenset({Mark.UNDERLINE}))])], "<u>x</u>\n"),
        ([paragraph([Run("x", frozenset({Mark.CODE}))])], "`x`\n"),
        ([paragraph([Run("x", href="https://e.rs/(a)", title='"T"')])], '[x](<https://e.rs/(a)> "&#34;T&#34;")\n'),
        ([paragraph([Run("да", language="sr-Cyrl")])], '<span lang="sr-Cyrl">да</span>\n'),
        ([paragraph("R&D & 5 > 3, a_b")], "R&D & 5 > 3, a\\_b\n"),
        ([paragraph("1. not a list")], "1\\. not a list\n"),
        ([paragraph("- Rekao je")], "\\- Rekao je\n"),
        ([paragraph("a\u2028b")], "a\\\nb\n"),
        ([heading("C#", 3)], "### C&#35;\n"),
        ([quote("a"), quote("b", 2)], "> a\n>\n> > b\n"),
        ([list_item("a"), list_item("b", [BULLET, NUMBERED], start=12)], "-   a\n    12. b\n"),
        ([list_item("a"), list_item("b", starts_item=False)], "-   a\n\n    b\n"),
        ([figure(3, "Cap", "Alt [x]")], "![Alt \\[x\\]](media:3)\n: Cap\n"),
        ([figure(3, position=FigurePosition.LEFT)], '![](media:3 "left")\n'),
        ([rule()], "---\n"),
        ([raw("| a |\n|---|")], "| a |\n|---|\n"),
        ([], ""),
    ],
)
def test_the_canonical_forms(blocks: list[Block], source: str) -> None:
    assert write_markdown(blocks) == source


def test_kinds_of_every_block_are_written() -> None:
    blocks = (paragraph("p"), heading("h"), quote("q"), list_item("l"), figure(1), rule(), raw("# raw"))
    assert {block.kind for block in read_markdown(write_markdown(blocks)).blocks} == set(BlockKind)
