import json

import pytest
from lxml import html as lxml_html

from newsdesk.text.blocks import HARD_BREAK, ListKind, Mark, Run, heading, list_item, paragraph, quote, rule
from newsdesk.text.html_reader import HtmlTooDeepError, HtmlTooLargeError, blocks_from_html
from newsdesk.text.html_writer import write_html
from newsdesk.text.markdown_reader import read_markdown
from newsdesk.text.markdown_writer import write_markdown
from tests import corpus

BULLET, NUMBERED = ListKind.BULLET, ListKind.NUMBERED


@pytest.mark.parametrize(
    ("html", "mark"),
    [
        ("<b>x</b>", Mark.STRONG),
        ("<STRONG>x</STRONG>", Mark.STRONG),
        ("<i>x</i>", Mark.EMPHASIS),
        ("<em>x</em>", Mark.EMPHASIS),
        ("<u>x</u>", Mark.UNDERLINE),
        ("<s>x</s>", Mark.STRIKE),
        ("<del>x</del>", Mark.STRIKE),
        ("<sup>x</sup>", Mark.SUPERSCRIPT),
        ("<sub>x</sub>", Mark.SUBSCRIPT),
        ("<code>x</code>", Mark.CODE),
    ],
)
def test_marks_are_kept(html: str, mark: Mark) -> None:
    assert blocks_from_html(f"<p>{html}</p>") == (paragraph(Run("x", frozenset({mark}))),)


def test_loose_text_is_paragraphs() -> None:
    assert blocks_from_html("a<div>b<p>c</div>d") == tuple(map(paragraph, "abcd"))


def test_spaces_are_as_a_browser_shows_them() -> None:
    assert blocks_from_html("<p> a\n  b <b> c</b>&nbsp;</p>")[0].text == "a b c\u00a0"


def test_breaks_are_hard_breaks() -> None:
    assert blocks_from_html("a<br>b<br><br>c") == (paragraph(f"a{HARD_BREAK}b{HARD_BREAK}c"),)


def test_headings_become_level_2_or_3() -> None:
    html = "".join(f"<h{level}>H</h{level}>" for level in range(1, 7))
    assert [block.level for block in blocks_from_html(html)] == [2, 2, 3, 3, 3, 3]


def test_lists_nest_to_three() -> None:
    html = "<ul><li>a<ol start=4><li>b<ul><li>c<ul><li>d</ul></ul><li>e</ol><li><p>f<p>g</ul>"
    assert blocks_from_html(html) == (
        list_item("a"),
        list_item("b", [BULLET, NUMBERED], start=4),
        list_item("c", [BULLET, NUMBERED, BULLET]),
        list_item("d", [BULLET, NUMBERED, BULLET]),
        list_item("e", [BULLET, NUMBERED]),
        list_item("f"),
        list_item("g", starts_item=False),
    )


def test_quotations_and_rules_are_kept() -> None:
    html = "<blockquote><p>a</p><blockquote>b</blockquote></blockquote><hr>"
    assert blocks_from_html(html) == (quote("a"), quote("b", 2), rule())


def test_a_row_of_a_table_is_a_line() -> None:
    html = "<table><thead><tr> <th>a</th> <th>b</th></tr></thead><tr><td>1<td>2</table>"
    assert blocks_from_html(html) == (paragraph("a | b"), paragraph("1 | 2"))


def test_code_keeps_its_lines() -> None:
    (block,) = blocks_from_html("<pre>a\nb</pre>")
    assert block == paragraph(Run(f"a{HARD_BREAK}b", frozenset({Mark.CODE})))


def test_a_heading_in_a_link_keeps_the_link() -> None:
    assert blocks_from_html('<a href="/x"><h2>a</h2></a>') == (heading(Run("a", href="/x")),)


def test_images_scripts_and_styles_are_left_out() -> None:
    html = "<title>t</title><style>s{}</style><script>x()</script><img src=a alt=b><p>c<!-- d --></p>"
    assert blocks_from_html(html) == (paragraph("c"),)


def test_a_page_left_open_is_not_deep() -> None:
    assert len(blocks_from_html("<p>a" * 5000)) == 5000


def test_60_000_nested_elements_are_refused() -> None:
    with pytest.raises(HtmlTooDeepError) as refusal:
        blocks_from_html("<div>" * 60_000)
    assert refusal.value.fields == {"levels": 60_000, "limit": 150}


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "blockquote", "table><tr><td", "span", "a"])
def test_the_deepest_markup_that_is_let_in_is_read(tag: str) -> None:
    levels = 149 // (tag.count(">") + 1)
    assert blocks_from_html(f"<{tag}>" * levels + "x")[-1].text == "x"


def test_too_much_markup_is_refused() -> None:
    with pytest.raises(HtmlTooLargeError):
        blocks_from_html("a" * 5_000_001)


def test_the_collections_nested_page_is_refused() -> None:
    html = corpus.path("data", "hostile", "html", "paste_1MB_nested_divs.html").read_text("utf-8", "replace")
    with pytest.raises(HtmlTooDeepError):
        blocks_from_html(html)


def test_the_collections_large_table_is_read() -> None:
    html = corpus.path("data", "hostile", "html", "paste_table_200x200.html").read_text("utf-8", "replace")
    assert len(blocks_from_html(html)) == 200


OWN_VECTORS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href=" &#1;javascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="vbscript:x">x</a>',
    '<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    '<p style="background:url(javascript:alert(1))" onclick="x()">x</p>',
    "[x](javascript:alert(1)) <http://x onerror=alert(1)>",
    '![a](x"onerror="alert(1))',
    '[x](<javascript:alert(1)>) [y](data:text/html,x "onload=alert(1)")',
    '[x]: javascript:alert(1)\n\n[x] and [y][x]',
    '<span lang="x" onclick="y()">x</span>',
    '```<script>\nx\n```',
]


def assert_harmless(html: str) -> None:
    """Parse a published text as a browser would, and look at every element and attribute of it."""
    if not html:
        return
    for element in lxml_html.document_fromstring(f"<html><body><div>{html}</div></body></html>").iter():
        assert element.tag not in ("script", "style", "iframe", "img", "svg", "object", "embed", "form", "meta", "base")
        for name, value in ((str(name), str(value)) for name, value in element.attrib.items()):
            assert not name.startswith("on")
            assert name in ("href", "title", "lang", "start")
            if name == "href":
                scheme = "".join(value.split()).lower().partition(":")[0] if ":" in value else ""
                assert scheme not in ("javascript", "data", "vbscript")


@pytest.mark.parametrize("vector", OWN_VECTORS)
def test_hostile_markup_is_harmless_as_html(vector: str) -> None:
    assert_harmless(write_html(blocks_from_html(vector)))


@pytest.mark.parametrize("vector", OWN_VECTORS)
def test_hostile_markup_is_harmless_as_markdown(vector: str) -> None:
    assert_harmless(write_html(read_markdown(vector).blocks))


@pytest.mark.parametrize("name", ["blns", "dompurify", "h5sc", "own"])
def test_the_collections_vectors_are_harmless(name: str) -> None:
    vectors = json.loads(corpus.path("data", "hostile", "html", f"vectors_{name}.json").read_text("utf-8"))
    for vector in vectors:
        html = str(vector["html"])
        assert_harmless(write_html(blocks_from_html(html)))
        document = read_markdown(html)
        assert_harmless(write_html(document.blocks))
        assert write_markdown(document.blocks, document) == html
