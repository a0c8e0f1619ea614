"""Random bodies: words of many scripts, and all that Markdown, HTML and their parsers trip over."""

from hypothesis import strategies as st

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
from newsdesk.text.normal_form import normalise

_NASTY = (
    "abc ABšđčžњЉжћ„“”’‘–—…   *_[]()<>&\\`#+-=!.1:;\"'|~^/{}$@%"
    "\u00a0\u200b\u202f\u2003אבعربي😀é\u0301\u200d\ufeff"
)
_PHRASES = (
    "NATO", "https://x.org/a_b", "1. one", "2) two", "- x", "+ x", "# y", "## ", "> z", "**", "***", "__a__", "a*b*c",
    "*a*", "<div>", "</div>", "<!-- c -->", "<!--", "-->", "&amp;", "&copy;", "&#42;", "& b;", "[x]: y", "[^1]: n",
    "[^1]", "---", "===", "`", "``", "```", "~~~", "{: .c}", "!!! n", ": caption", ":: credit", "::: box", "www.x.rs",
    "a@b.rs", "<a@b.rs>", "<http://x.rs>", "<b>x</b>", "<u>", "</strong>", "<code>", "![a](b)", "![a](media:3)",
    "[a](b)",    "[a][b]", "\\", "\\*", "\\\\", "5 * 3 * 2", "snake_case_name", "a | b", "|---|", "--|--", "<br>",
    "<span lang=\"sr\">",
    "klzzwxh:0001", "wzxhzdk:0", "///Footnotes Go Here///", HARD_BREAK, "\t", "\n", "rečenica.", "Ђорђевић", "„тако“",
)
_HREFS = (
    "https://example.rs/", "https://en.wikipedia.org/wiki/A_(b)", "mailto:a@b.rs", "/a?b=1&c=2", "/a?x=1&copy=2",
    "https://x.org/a_b_*c*", "#f", "https://x.org/š\"q'", "a b", "x)y(", "/&amp;/", "javascript:alert(1)", "[1]",
)
_TITLES = ("", "", "T \"q\" ' (p)", "naslov *x* _y_", "a\\b [c] <d> &amp; `e`", "\\")
_RAW = (
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "```python\nx = 1\n\ny = 2\n```",
    "~~~\n# no heading\n~~~",
    "<div>\n\nfoo\n\n</div>",
    "# A first-level heading",
    "#### Fourth",
    "![an image](https://example.rs/a.png)",
    "[label]: https://example.rs/ \"Title\"",
    "[^n]: A note.\n\n    Its second paragraph.",
    "::: factbox Title\ntext\n:::",
    "text with <kbd>keys</kbd>",
    "- item\n\n    # deep\n\n- other",
    "> # quoted heading",
    "[" * 150 + "a" + "]" * 150,
)

words = st.one_of(
    st.text(alphabet=st.sampled_from(_NASTY), min_size=1, max_size=14),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=10),
    st.sampled_from(_PHRASES),
)
"""Short texts, mostly ill-behaved."""

_marks = st.one_of(st.just(frozenset[Mark]()), st.frozensets(st.sampled_from(list(Mark)), max_size=3))
_hrefs = st.one_of(st.just(""), st.just(""), st.sampled_from(_HREFS))
_paths = st.lists(st.sampled_from(list(ListKind)), min_size=1, max_size=4)
_languages = st.sampled_from(["", "", "", "sr-Latn", "sr", "en-GB", "?"])
_run = st.builds(Run, words, _marks, _hrefs, st.sampled_from(_TITLES), _languages)
_runs = st.lists(_run, min_size=1, max_size=5).map(tuple)
_starts = st.sampled_from([1, 1, 0, 7, 99, 100, 12345])

blocks = st.one_of(
    st.builds(paragraph, _runs),
    st.builds(paragraph, _runs),
    st.builds(heading, _runs, st.integers(0, 6)),
    st.builds(quote, _runs, st.integers(0, 4)),
    st.lists(
        st.builds(list_item, _runs, _paths, starts_item=st.booleans(), start=_starts),
        min_size=1,
        max_size=6,
    ),
    st.builds(
        figure,
        st.integers(1, 10**12),
        st.one_of(st.just(""), _runs),
        st.one_of(st.just(""), words),
        st.sampled_from(list(FigurePosition)),
    ),
    st.just(rule()),
)
"""One block of any kind but raw, or the items of a list; not yet in normal form."""


def _flat(drawn: list[Block | list[Block]]) -> list[Block]:
    return [block for entry in drawn for block in (entry if isinstance(entry, list) else [entry])]


def bodies(max_blocks: int = 6) -> st.SearchStrategy[list[Block]]:
    """Bodies as an editor or an import might hand them over: not in normal form."""
    return st.lists(blocks, min_size=1, max_size=max_blocks).map(_flat)


def documents(max_blocks: int = 6) -> st.SearchStrategy[tuple[Block, ...]]:
    """Bodies in normal form, without raw blocks."""
    return bodies(max_blocks).map(normalise)


def documents_with_raw(max_blocks: int = 5) -> st.SearchStrategy[tuple[Block, ...]]:
    """Bodies in normal form in which raw blocks stand between others, two never side by side."""
    separate = st.tuples(st.lists(blocks, max_size=max_blocks), st.sampled_from(_RAW), paragraph_lists)
    return st.lists(separate, min_size=1, max_size=2).map(
        lambda parts: normalise(
            block
            for before, markdown, after in parts
            for block in (*_flat(before), paragraph("Words."), raw(markdown), *after)
        )
    )


paragraph_lists = st.lists(st.builds(paragraph, _runs), max_size=2).map(lambda some: [paragraph("Words."), *some])


def kinds_of(body: tuple[Block, ...]) -> list[BlockKind]:
    """Return the kinds of a body's blocks, for a failure that can be read."""
    return [block.kind for block in body]
