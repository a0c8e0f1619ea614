import pytest

from newsdesk.text.blocks import BlockKind, Mark, Run, paragraph, raw
from newsdesk.text.markdown_guard import is_too_tangled
from newsdesk.text.markdown_reader import read_markdown
from newsdesk.text.markdown_writer import write_markdown

MANY = 20_000


@pytest.mark.parametrize(
    "source",
    [
        "[" * MANY + "a" + "]" * MANY,
        "![a](" * MANY,
        "[a](" * MANY,
        ">" * MANY + "a",
        "> " * MANY + "a",
        "- " * MANY + "a",
        "1. " * MANY + "a",
        "<b>" * MANY,
        "x <i>" * MANY,
        '<a "' * MANY,
        "<http://" * MANY,
        "".join(" " * 4 * depth + "- a\n" for depth in range(60)),
        "".join("`" * length + "a" for length in range(1, 300)),
        "#" * MANY,
        "```a\n" * MANY,
        "---\n" * MANY,
        "a[^1] " * MANY,
        "\\```a" * MANY,
    ],
)
def test_tangled_text_is_kept_raw_without_being_parsed(source: str) -> None:
    document = read_markdown(source)
    assert {block.kind for block in document.blocks} == {BlockKind.RAW}
    assert write_markdown(document.blocks, document) == source


@pytest.mark.parametrize(
    "source",
    ["*" * MANY + "a" + "*" * MANY, "_a " * MANY, "&a; " * MANY, "<!--" * MANY, "<div>\n" * MANY, "# a\n" * MANY],
)
def test_long_runs_of_markup_come_back(source: str) -> None:
    document = read_markdown(source)
    assert write_markdown(document.blocks, document) == source


def test_many_closed_links_are_not_tangled() -> None:
    assert not is_too_tangled("[a](b) " * 500)


def test_many_brackets_of_ours_are_not_tangled() -> None:
    body = (paragraph("[" * 300 + "`" * 3 + "(" * 90),)
    assert read_markdown(write_markdown(body)).blocks == body


def test_code_of_many_brackets_is_written_so_that_it_is_read() -> None:
    body = (paragraph(Run("[" * 300, frozenset({Mark.CODE}))),)
    assert read_markdown(write_markdown(body)).blocks == body


def test_a_tangled_paragraph_leaves_its_neighbours_alone() -> None:
    tangle = "[" * 101 + "]" * 101
    assert read_markdown(f"a\n\n{tangle}\n\nb").blocks == (paragraph("a"), raw(tangle), paragraph("b"))


def test_words_with_many_open_round_brackets_survive() -> None:
    body = (paragraph("(" * 300 + " a"),)
    assert read_markdown(write_markdown(body)).blocks == body
