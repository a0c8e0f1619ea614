from hypothesis import given, settings
from lxml import html as lxml_html

from newsdesk.text.blocks import (
    Block,
    ListKind,
    Mark,
    Run,
    figure,
    list_item,
    paragraph,
    quote,
    raw,
    rule,
)
from newsdesk.text.html_reader import blocks_from_html
from newsdesk.text.html_writer import html_groups, inline_html, write_html
from newsdesk.text.links import safe_href
from newsdesk.text.normal_form import normalise
from tests.text.strategies import documents

_OURS = "div p h2 h3 ul ol li blockquote hr figure figcaption strong em u s sup sub code a span br"
BULLET, NUMBERED = ListKind.BULLET, ListKind.NUMBERED


def test_marks_nest_in_one_order() -> None:
    both = frozenset({Mark.EMPHASIS, Mark.STRONG})
    assert inline_html([Run("a", both), Run("b", frozenset({Mark.STRONG}))]) == "<strong><em>a</em>b</strong>"


def test_text_and_attributes_are_escaped() -> None:
    run = Run("<b>&", href='https://e.rs/?a=1&b="', title='"<T>"')
    wanted = '<a href="https://e.rs/?a=1&amp;b=%22" title="&quot;&lt;T&gt;&quot;">&lt;b&gt;&amp;</a>'
    assert inline_html([run]) == wanted


def test_a_link_that_runs_code_is_text() -> None:
    assert inline_html([Run("x", href="javascript:alert(1)")]) == "x"


def test_words_of_another_language_say_so() -> None:
    assert inline_html([Run("да", language="sr")]) == '<span lang="sr">да</span>'


def test_a_list_is_one_element() -> None:
    inner = list_item("b", [BULLET, NUMBERED], start=4)
    items = [list_item("a"), inner, list_item("c"), list_item("d", starts_item=False)]
    wanted = '<ul><li>a<ol start="4"><li>b</li></ol></li><li><p>c</p><p>d</p></li></ul>'
    assert write_html(items) == wanted


def test_lists_of_two_kinds_are_two_elements() -> None:
    assert write_html([list_item("a"), list_item("b", [NUMBERED])]) == "<ul><li>a</li></ul>\n<ol><li>b</li></ol>"


def test_a_quotation_nests() -> None:
    html = write_html([quote("a"), quote("b", 2), quote("c")])
    assert html == "<blockquote><p>a</p><blockquote><p>b</p></blockquote><p>c</p></blockquote>"


def test_groups_tell_their_blocks() -> None:
    groups = html_groups([paragraph("a"), list_item("b"), list_item("c"), rule()], numbered=True)
    assert [(group.first, group.count) for group in groups] == [(0, 1), (1, 2), (3, 1)]
    assert [group.html.split(">")[0] for group in groups] == [
        '<p data-block="0"', '<ul data-block="1"', '<hr data-block="3"',
    ]  # fmt: skip


def test_figures_are_written_by_the_caller_and_numbered() -> None:
    def write(block: Block) -> str:
        assert block.figure is not None
        return f'<figure><img src="{block.figure.photo}"></figure>'

    assert write_html([figure(7)], write, numbered=True) == '<figure data-block="0"><img src="7"></figure>'


def test_a_figure_without_a_writer_shows_its_caption() -> None:
    assert write_html([figure(7, "Cap")]) == "<figure><figcaption>Cap</figcaption></figure>"


def test_raw_blocks_come_out_without_their_markup() -> None:
    html = write_html([raw('<div onclick="x()"><script>alert(1)</script>Text <kbd>K</kbd></div>')])
    assert html == "<p>Text <code>K</code></p>"


@settings(max_examples=150, deadline=None)
@given(documents())
def test_html_read_back_says_the_same(blocks: tuple[Block, ...]) -> None:
    shown = tuple(block for block in blocks if block.figure is None)
    wanted = normalise(map(_as_published, shown))
    assert [_comparable(block) for block in blocks_from_html(write_html(shown))] == [
        _comparable(block) for block in wanted
    ]


def _as_published(block: Block) -> Block:
    runs = tuple(_published_run(run) for run in block.runs)
    return Block(
        kind=block.kind, runs=runs, level=block.level, quote=block.quote, path=block.path, starts_item=block.starts_item
    )


def _published_run(run: Run) -> Run:
    href = safe_href(run.href)
    return Run(run.text, run.marks, href, run.title if href else "", run.language)


def _comparable(block: Block) -> tuple[object, ...]:
    return block.kind, block.runs, block.level, block.quote, block.path, block.starts_item


@settings(max_examples=60, deadline=None)
@given(documents())
def test_html_is_what_a_parser_makes_of_it(blocks: tuple[Block, ...]) -> None:
    html = write_html(blocks)
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    assert {str(element.tag) for element in root.iter()} <= set(_OURS.split())
