import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.text.blocks import Block
from newsdesk.text.markdown_guard import is_too_tangled
from newsdesk.text.markdown_reader import Document, read_markdown
from newsdesk.text.markdown_tree import blocks_in
from newsdesk.text.markdown_writer import write_markdown
from newsdesk.text.normal_form import normalise
from tests import corpus
from tests.proofs import round_trip
from tests.text.foreign import FOREIGN
from tests.text.strategies import bodies, documents, documents_with_raw, words

_SYNTAX = (
    "\n", "\n\n", "\r\n", "\t", "    ", "> ", "- ", "1. ", "# ", "```\n", "|", "\n---\n", "\n===\n", "[a]: b\n",
    "[^1]: c\n", "[^1]", "<div>", "</div>\n", "<!-- -->", "\ufeff", "a|b\n--|--\n", "text", "  \n", ":::\n",
    "![a](media:1)", "\n: ",
)  # fmt: skip
foreign = st.lists(st.one_of(words, st.sampled_from(_SYNTAX)), max_size=14).map("".join)


@settings(max_examples=250, deadline=None)
@given(documents())
def test_a_body_written_and_read_is_the_same(blocks: tuple[Block, ...]) -> None:
    assert read_markdown(write_markdown(blocks)).blocks == blocks


@settings(max_examples=100, deadline=None)
@given(documents())
def test_a_body_read_as_a_whole_is_what_its_pieces_are(blocks: tuple[Block, ...]) -> None:
    source = write_markdown(blocks)
    if not is_too_tangled(source):
        assert blocks_in(source) == blocks


@settings(max_examples=80, deadline=None)
@given(bodies())
def test_any_body_is_written_in_its_normal_form(body: list[Block]) -> None:
    assert read_markdown(write_markdown(body)).blocks == normalise(body)


@settings(max_examples=80, deadline=None)
@given(documents_with_raw())
def test_raw_blocks_stay_raw_between_others(blocks: tuple[Block, ...]) -> None:
    assert read_markdown(write_markdown(blocks)).blocks == blocks


@settings(max_examples=250, deadline=None)
@given(foreign)
def test_any_text_opened_and_saved_keeps_every_byte(source: str) -> None:
    document = read_markdown(source)
    assert write_markdown(document.blocks, document) == source


@settings(max_examples=150, deadline=None)
@given(foreign)
def test_any_text_written_our_way_says_the_same(source: str) -> None:
    blocks = read_markdown(source).blocks
    assert read_markdown(write_markdown(blocks)).blocks == blocks


@settings(max_examples=100, deadline=None)
@given(foreign)
def test_pieces_and_gaps_make_up_the_source(source: str) -> None:
    document = read_markdown(source)
    assert "".join(piece.gap + piece.source for piece in document.pieces) + document.tail == source


@settings(max_examples=150, deadline=None)
@given(foreign, documents(max_blocks=2), st.integers(0, 20), st.integers(0, 3))
def test_a_changed_foreign_text_reads_as_it_was_changed(
    source: str, new: tuple[Block, ...], place: int, replaced: int
) -> None:
    document = read_markdown(source)
    wanted = normalise([*document.blocks[:place], *new, *document.blocks[place + replaced :]])
    assert _words(read_markdown(write_markdown(wanted, document))) == _words(Document(blocks=wanted))


def _words(document: Document) -> str:
    """Return all that a document says; foreign blocks that now touch may be one block more or less."""
    return "".join("".join((block.text + block.raw).split()) for block in document.blocks)


@pytest.mark.parametrize("name", FOREIGN)
def test_foreign_markdown_opened_and_saved_keeps_every_byte(name: str) -> None:
    document = read_markdown(FOREIGN[name])
    assert write_markdown(document.blocks, document) == FOREIGN[name]


@pytest.mark.parametrize("name", FOREIGN)
def test_foreign_markdown_written_our_way_says_the_same(name: str) -> None:
    blocks = read_markdown(FOREIGN[name]).blocks
    assert read_markdown(write_markdown(blocks)).blocks == blocks


def test_the_collections_hostile_markdown_keeps_every_byte() -> None:
    source = corpus.path("data", "hostile", "text", "markdown_html.md").read_bytes().decode("utf-8")
    document = read_markdown(source)
    assert write_markdown(document.blocks, document) == source


def test_the_collections_hostile_queries_keep_every_byte() -> None:
    queries = json.loads(corpus.path("data", "hostile", "text", "fts_queries.json").read_text("utf-8"))
    source = "\n\n".join(map(str, queries))
    document = read_markdown(source)
    assert write_markdown(document.blocks, document) == source


def test_the_collections_news_texts_come_back() -> None:
    assert [name for name, blocks in round_trip.news_texts() if not round_trip.comes_back(blocks)] == []
