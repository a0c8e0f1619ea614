"""Raw blocks on their way out: Python-Markdown, then the sanitiser, then blocks of ours."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from newsdesk.text.blocks import Block, BlockKind, Run, paragraph
from newsdesk.text.html_reader import HtmlTooDeepError, HtmlTooLargeError, blocks_from_html
from newsdesk.text.markdown_guard import is_too_tangled
from newsdesk.text.markdown_parser import NO_DEFINITIONS, Definitions, definitions_in, unsafe_html
from newsdesk.text.normal_form import normal_runs

# The anchors of footnotes are not published: their numbers are no links, and nothing leads back.
_NOTE_NUMBER = re.compile(r'<a class="footnote-ref"[^>]*>(.*?)</a>', re.DOTALL)
_WAY_BACK = re.compile(r'(?:&#160;)?<a class="footnote-backref"[^>]*>.*?</a>', re.DOTALL)
_NOTES = re.compile(r'<div class="footnote">\s*<hr ?/?>\s*<ol>')


def without_raw(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the body with each raw block replaced by what it is exported as.

    Headings of level 1 become 2, those of 4 and deeper 3, a table its lines; what has no block
    comes out as its text.
    """
    definitions = definitions_of(blocks)
    return tuple(
        shown
        for block in blocks
        for shown in (exported(block.raw, definitions) if block.kind is BlockKind.RAW else (block,))
    )


def definitions_of(blocks: Iterable[Block]) -> Definitions:
    """Return the link targets and footnotes that the raw blocks of a body define."""
    return definitions_in(block.raw for block in blocks if block.kind is BlockKind.RAW)


@lru_cache(maxsize=512)
def exported(raw: str, definitions: Definitions = NO_DEFINITIONS) -> tuple[Block, ...]:
    """Return raw Markdown as other blocks; as its plain text where it is too tangled to be parsed."""
    if is_too_tangled(raw):
        return _as_text(raw)
    try:
        return blocks_from_html(_own_html(raw, definitions))
    except (HtmlTooDeepError, HtmlTooLargeError, RecursionError):
        return _as_text(raw)


def _own_html(raw: str, definitions: Definitions) -> str:
    """Return the HTML of one raw block, with its own footnotes but not those of others."""
    html = unsafe_html(raw, definitions)
    html = _WAY_BACK.sub("", _NOTE_NUMBER.sub(r"\1", html))
    notes = _NOTES.search(html)
    if notes is None:
        return html
    own = definitions_in([raw]).notes
    if not own:
        return html[: notes.start()]
    first = definitions.notes.index(own[0]) + 1 if own[0] in definitions.notes else 1
    return f'{html[: notes.start()]}<div><ol start="{first}">{html[notes.end() :]}'


def _as_text(raw: str) -> tuple[Block, ...]:
    runs = normal_runs([Run(raw)])
    return (paragraph(runs),) if runs else ()
