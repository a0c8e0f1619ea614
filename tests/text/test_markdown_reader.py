import pytest

from newsdesk.text.blocks import (
    HARD_BREAK,
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
from newsdesk.text.markdown_reader import read_markdown

BULLET, NUMBERED = ListKind.BULLET, ListKind.NUMBERED


def one(source: str) -> Block:
    """Return the only block of a source."""
    (block,) = read_markdown(source).blocks
    return block


@pytest.mark.parametrize(
    ("source", "mark"),
    [
        ("**x**", Mark.STRONG),
        ("*x*", Mark.EMPHASIS),
        ("_x_", Mark.EMPHASIS),
        ("<strong>x</strong>", Mark.STRONG),
        ("<b>x</b>", Mark.STRONG),
        ("<i>x</i>", Mark.EMPHASIS),
        ("<u>x</u>", Mark.UNDERLINE),
        ("<s>x</s>", Mark.STRIKE),
        ("<del>x</del>", Mark.STRIKE),
        ("<sup>x</sup>", Mark.SUPERSCRIPT),
        ("<sub>x</sub>", Mark.SUBSCRIPT),
        ("`x`", Mark.CODE),
        ("<code>x</code>", Mark.CODE),
    ],
)
def test_marks_are_read(source: str, mark: Mark) -> None:
    assert one(source) == paragraph(Run("x", frozenset({mark})))


def test_a_link_is_read_with_its_title() -> None:
    assert one('[x](https://e.rs/a_(b) "T")') == paragraph(Run("x", href="https://e.rs/a_(b)", title="T"))


def test_a_reference_is_a_link() -> None:
    blocks = read_markdown("[x][1]\n\n[1]: https://e.rs/").blocks
    assert blocks == (paragraph(Run("x", href="https://e.rs/")), raw("[1]: https://e.rs/"))


def test_a_mail_address_in_angles_is_a_link() -> None:
    assert one("<a@e.rs>") == paragraph(Run("a@e.rs", href="mailto:a@e.rs"))


def test_a_language_is_read() -> None:
    assert one('<span lang="sr-Cyrl">да</span>') == paragraph(Run("да", language="sr-Cyrl"))


@pytest.mark.parametrize("source", ["a\\\nb", "a  \nb", "a<br>b", "a<br />b"])
def test_hard_breaks_are_read(source: str) -> None:
    assert one(source) == paragraph(f"a{HARD_BREAK}b")


def test_a_line_end_alone_is_a_space() -> None:
    assert one("a\nb") == paragraph("a b")


@pytest.mark.parametrize("level", [2, 3])
def test_headings_of_level_2_and_3_are_read(level: int) -> None:
    assert one("#" * level + " Head") == heading("Head", level)


@pytest.mark.parametrize("source", ["# H", "#### H", "H\n===="])
def test_other_headings_are_raw(source: str) -> None:
    assert one(source) == raw(source)


def test_a_figure_is_read() -> None:
    source = '![Alt \\[text\\] &amp; more](media:12 "wide")\n: A *caption*'
    caption = [Run("A "), Run("caption", frozenset({Mark.EMPHASIS}))]
    assert one(source) == figure(12, caption, "Alt [text] & more", FigurePosition.WIDE)


def test_lists_are_read_three_deep_with_numbers() -> None:
    source = "- a\n    3. b\n        - c\n- d"
    assert read_markdown(source).blocks == (
        list_item("a"),
        list_item("b", [BULLET, NUMBERED], start=3),
        list_item("c", [BULLET, NUMBERED, BULLET]),
        list_item("d"),
    )


def test_a_further_paragraph_of_an_item_is_read() -> None:
    assert read_markdown("1. a\n\n    b\n\n2. c").blocks == (
        list_item("a", [NUMBERED]),
        list_item("b", [NUMBERED], starts_item=False),
        list_item("c", [NUMBERED]),
    )


def test_a_numbered_list_after_a_bulleted_one_is_another() -> None:
    assert read_markdown("- a\n\n5. b").blocks == (list_item("a"), list_item("b", [NUMBERED], start=5))


def test_quotes_are_read_with_their_depth() -> None:
    assert read_markdown("> a\n>\n> > b").blocks == (quote("a"), quote("b", 2))


def test_a_rule_is_read() -> None:
    assert one("* * *") == rule()


@pytest.mark.parametrize(
    "source",
    [
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "```py\nx\n\ny\n```",
        "~~~\nx\n~~~",
        "<div>\n\nx\n\n</div>",
        "<script>\n\nalert(1)\n\n</script>",
        "a <kbd>b</kbd>",
        "![alt](photo.jpg)",
        "![a](media:1)\n: b\n:: credit",
        "![a](media:01)",
        ":: credit",
        "::: factbox Title\n\nx\n\n:::",
        "[a]: https://e.rs/",
        "[^a]: note\n\n    more",
        "- a\n    - b\n        - c\n            - d",
        "- a\n\n    > b",
        "> - a",
        "> > > > a",
        "> # a",
        "- a\n    - b\n\n    c",
        "<!-- comment -->",
        "- ",
        "[](x)\u0002",
    ],
)
def test_what_blocks_cannot_say_is_raw(source: str) -> None:
    assert one(source) == raw(source)


def test_a_paragraph_that_cites_a_footnote_is_raw() -> None:
    assert [block.kind for block in read_markdown("a[^1]\n\n[^1]: b").blocks] == [BlockKind.RAW] * 2


def test_indented_text_is_no_code() -> None:
    assert one("    text") == paragraph("text")


def test_a_heading_line_ends_the_paragraph_above() -> None:
    document = read_markdown("a\n## b\nc")
    assert [piece.source for piece in document.pieces] == ["a", "## b", "c"]


def test_a_separator_is_no_block() -> None:
    assert read_markdown("a\n\n<!-- -->\n\nb").blocks == (paragraph("a"), paragraph("b"))


def test_entities_are_their_characters() -> None:
    assert one("A &copy; &#8212; &amp;copy; &none;") == paragraph("A © — &copy; &none;")


def test_placeholders_of_the_parser_can_not_be_forged() -> None:
    assert one("a \u0002wzxhzdk:0\u0003 b") == raw("a \u0002wzxhzdk:0\u0003 b")
