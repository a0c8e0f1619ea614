"""HTML out: a body as markup of our own, so that nothing else can be in it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from newsdesk.text.blocks import HARD_BREAK, Block, BlockKind, ListKind, Mark, Run
from newsdesk.text.links import safe_href
from newsdesk.text.markdown_canonical import groups_of
from newsdesk.text.markdown_parser import Definitions
from newsdesk.text.raw_export import definitions_of, exported

WriteFigure = Callable[[Block], str]
"""Takes a figure block and returns its HTML, or nothing where the photo can't be shown."""

_LIST_TAGS = {ListKind.BULLET: "ul", ListKind.NUMBERED: "ol"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlGroup:
    """The HTML of one or several blocks that stand together: ``count`` of them from ``first`` on.

    A list and a quotation are one element each; a raw block may be several, or none.
    """

    first: int
    count: int
    html: str


def write_html(blocks: Sequence[Block], figure: WriteFigure | None = None, *, numbered: bool = False) -> str:
    """Return the HTML of a body, one top-level element a line.

    ``figure`` writes the figures; without it only their captions appear. A numbered body carries
    in ``data-block`` of each top-level element the index of its first block.
    """
    return "\n".join(group.html for group in html_groups(blocks, figure, numbered=numbered) if group.html)


def html_groups(
    blocks: Sequence[Block], figure: WriteFigure | None = None, *, numbered: bool = False
) -> tuple[HtmlGroup, ...]:
    """Return the HTML of a body group by group, so that a preview can replace what changed."""
    write_figure = figure or _caption_alone
    definitions = definitions_of(blocks)
    groups: list[HtmlGroup] = []
    first = 0
    for group in groups_of(blocks):
        attribute = f' data-block="{first}"' if numbered else ""
        groups.append(
            HtmlGroup(first=first, count=len(group), html=_group_html(group, write_figure, attribute, definitions))
        )
        first += len(group)
    return tuple(groups)


def inline_html(runs: Iterable[Run]) -> str:
    """Return the HTML of runs, as a caption needs it."""
    return "".join(_linked(tuple(group)) for _, group in groupby(runs, lambda run: (run.href, run.title)))


def _group_html(group: Sequence[Block], figure: WriteFigure, attribute: str, definitions: Definitions) -> str:
    block = group[0]
    match block.kind:
        case BlockKind.PARAGRAPH:
            return f"<p{attribute}>{inline_html(block.runs)}</p>"
        case BlockKind.HEADING:
            return f"<h{block.level}{attribute}>{inline_html(block.runs)}</h{block.level}>"
        case BlockKind.QUOTE:
            return _quotation(group, attribute)
        case BlockKind.LIST_ITEM:
            return _list(group, attribute)
        case BlockKind.RULE:
            return f"<hr{attribute}>"
        case BlockKind.FIGURE:
            return _with_attribute(figure(block), attribute)
        case BlockKind.RAW:
            shown = groups_of(exported(block.raw, definitions))
            return "\n".join(_group_html(part, figure, attribute, definitions) for part in shown)


def _with_attribute(html: str, attribute: str) -> str:
    """Return a figure's HTML with an attribute in its first tag."""
    return re.sub(r"\A\s*<[A-Za-z][A-Za-z0-9]*", lambda found: found[0] + attribute, html, count=1)


def _caption_alone(block: Block) -> str:
    caption = inline_html(block.runs)
    return f"<figure><figcaption>{caption}</figcaption></figure>" if caption else ""


def _quotation(group: Sequence[Block], attribute: str) -> str:
    written = [f"<blockquote{attribute}>"]
    depth = 1
    for block in group:
        written += ["<blockquote>"] * (block.quote - depth) + ["</blockquote>"] * (depth - block.quote)
        written.append(f"<p>{inline_html(block.runs)}</p>")
        depth = block.quote
    return "".join(written) + "</blockquote>" * depth


def _list(group: Sequence[Block], attribute: str) -> str:
    """Return one list; items of several paragraphs have them as ``p``, others their text alone."""
    written: list[str] = []
    open_lists: list[ListKind] = []
    for index, block in enumerate(group):
        depth = len(block.path)
        while len(open_lists) > depth or open_lists != list(block.path[: len(open_lists)]):
            written.append(f"</li></{_LIST_TAGS[open_lists.pop()]}>")
        if len(open_lists) == depth and block.starts_item:
            written.append("</li>")
        while len(open_lists) < depth:
            kind = block.path[len(open_lists)]
            open_lists.append(kind)
            written.append(_list_tag(kind, block.start if len(open_lists) == depth else 1, attribute))
            attribute = ""
            if len(open_lists) < depth:
                written.append("<li>")
        several = not block.starts_item or _has_further(group, index)
        text = inline_html(block.runs)
        written.append(("<li>" if block.starts_item else "") + (f"<p>{text}</p>" if several else text))
    written += [f"</li></{_LIST_TAGS[kind]}>" for kind in reversed(open_lists)]
    return "".join(written)


def _has_further(group: Sequence[Block], index: int) -> bool:
    return index + 1 < len(group) and not group[index + 1].starts_item


def _list_tag(kind: ListKind, start: int, attribute: str) -> str:
    number = f' start="{start}"' if kind is ListKind.NUMBERED and start != 1 else ""
    return f"<{_LIST_TAGS[kind]}{attribute}{number}>"


def _linked(runs: Sequence[Run]) -> str:
    text = "".join(_in_language(tuple(group)) for _, group in groupby(runs, lambda run: run.language))
    href = safe_href(runs[0].href) if runs[0].href else ""
    if not href:
        return text
    title = f' title="{escape(runs[0].title)}"' if runs[0].title else ""
    return f'<a href="{escape(href)}"{title}>{text}</a>'


def _in_language(runs: Sequence[Run]) -> str:
    text = "".join(_marked(runs, tuple(Mark)))
    return f'<span lang="{escape(runs[0].language)}">{text}</span>' if runs[0].language else text


def _marked(runs: Sequence[Run], marks: Sequence[Mark]) -> Iterator[str]:
    """Yield the runs inside the marks that are left, the outermost first."""
    if not marks:
        yield from (escape(run.text, quote=False).replace(HARD_BREAK, "<br>") for run in runs)
        return
    mark, *inner = marks
    for marked, group in groupby(runs, lambda run: mark in run.marks):
        text = "".join(_marked(tuple(group), inner))
        yield f"<{mark.value}>{text}</{mark.value}>" if marked else text
