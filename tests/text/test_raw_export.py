import pytest

from newsdesk.text.blocks import Block, Mark, Run, heading, list_item, paragraph, raw
from newsdesk.text.html_writer import write_html
from newsdesk.text.markdown_reader import read_markdown
from newsdesk.text.raw_export import without_raw


@pytest.mark.parametrize(
    ("markdown", "wanted"),
    [
        ("# H", [heading("H", 2)]),
        ("#### H", [heading("H", 3)]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", [paragraph("a | b"), paragraph("1 | 2")]),
        ("```\nx\n```", [paragraph(Run("x", frozenset({Mark.CODE})))]),
        ("a <kbd>b</kbd>", [paragraph([Run("a "), Run("b", frozenset({Mark.CODE}))])]),
        ("![alt](photo.jpg)", []),
        ("- a\n\n    ## b", [list_item("a"), list_item("b", starts_item=False)]),
        ("[" * 200 + "a", [paragraph("[" * 200 + "a")]),
        ("[x]: https://e.rs/", []),
        ("<script>\nalert(1)\n</script>", []),
    ],
)
def test_raw_blocks_become_others(markdown: str, wanted: list[Block]) -> None:
    assert without_raw([raw(markdown)]) == tuple(wanted)


def test_a_raw_block_knows_what_others_define() -> None:
    blocks = [raw("see [x] <kbd>k</kbd>"), raw("[x]: https://e.rs/")]
    assert without_raw(blocks)[0].runs[1] == Run("x", href="https://e.rs/")


def test_footnotes_come_out_as_numbers_and_a_list() -> None:
    source = "One[^a] and two[^b].\n\n[^a]: First.\n\n[^b]: Second.\n"
    assert write_html(read_markdown(source).blocks).split("\n") == [
        "<p>One<sup>1</sup> and two<sup>2</sup>.</p>",
        "<ol><li>First.</li></ol>",
        '<ol start="2"><li>Second.</li></ol>',
    ]


def test_other_blocks_stay() -> None:
    assert without_raw([paragraph("a"), heading("b")]) == (paragraph("a"), heading("b"))
