"""HTML in: any markup becomes blocks, and nothing else of it stays."""

import re
from collections.abc import Callable

import nh3
from lxml import etree
from lxml import html as lxml_html

from newsdesk.domain.errors import NewsdeskError
from newsdesk.text.blocks import HARD_BREAK, LIST_DEPTH, QUOTE_DEPTH, Block, BlockKind, ListKind, Mark, Run
from newsdesk.text.html_depth import tag_depth
from newsdesk.text.links import safe_href
from newsdesk.text.normal_form import normalise

MOST_CHARACTERS = 5_000_000
MOST_LEVELS = 150

_MARKS = {
    "b": Mark.STRONG,
    "strong": Mark.STRONG,
    "i": Mark.EMPHASIS,
    "em": Mark.EMPHASIS,
    "cite": Mark.EMPHASIS,
    "u": Mark.UNDERLINE,
    "ins": Mark.UNDERLINE,
    "s": Mark.STRIKE,
    "strike": Mark.STRIKE,
    "del": Mark.STRIKE,
    "sup": Mark.SUPERSCRIPT,
    "sub": Mark.SUBSCRIPT,
    "code": Mark.CODE,
    "kbd": Mark.CODE,
    "samp": Mark.CODE,
    "tt": Mark.CODE,
}
_OTHER_INLINE = {"a", "span", "font", "small", "big", "abbr", "mark", "q", "time", "bdi", "bdo", "dfn", "var"}
_INLINE = _OTHER_INLINE | frozenset(_MARKS)
_HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 3, "h5": 3, "h6": 3}
_LISTS = {"ul": ListKind.BULLET, "ol": ListKind.NUMBERED, "menu": ListKind.BULLET, "dir": ListKind.BULLET}
_BLOCK_NAMES = """
p div section article main header footer aside nav address blockquote pre li dl dt dd hr br table caption thead
tbody tfoot tr td th figure figcaption center details summary hgroup form fieldset legend
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_CELLS = frozenset({"td", "th"})
_TAGS = _INLINE | _BLOCKS | frozenset(_HEADINGS) | frozenset(_LISTS)
# What stands in these is no text of the page.
_DROPPED = frozenset(
    {
        "script", "style", "title", "textarea", "select", "noscript", "noframes", "noembed", "iframe", "object",
        "template", "svg", "math", "audio", "video", "canvas", "xmp", "head", "frameset", "button",
    }
)  # fmt: skip
_SPACE = re.compile(r"[ \t\n\r\f]+")


class HtmlTooLargeError(NewsdeskError):
    """The markup is too long to be read; fields: ``characters``, ``limit``."""

    sentence = "The page has {characters} characters of markup; Newsdesk reads up to {limit}."
    way_out = "Copy the story's text alone and import that."


class HtmlTooDeepError(NewsdeskError):
    """The markup is nested too deep to be read; fields: ``levels``, ``limit``."""

    sentence = "The page's markup is nested {levels} levels deep; Newsdesk reads up to {limit}."
    way_out = "Copy the story's text alone and import that."


def blocks_from_html(html: str) -> tuple[Block, ...]:
    """Return what a piece of HTML says, as blocks in normal form.

    Headings become level 2 (h1, h2) or 3, lists are cut at three levels, a row of a table becomes
    a line, links lead only where ``safe_href`` lets them, images are left out, and whatever has
    no block comes out as its text.

    Raises:
        HtmlTooLargeError: over 5,000,000 characters.
        HtmlTooDeepError: over 150 open elements.
    """
    root = sanitised(html)
    return _Reader().read(root)


def sanitised(html: str) -> lxml_html.HtmlElement:
    """Return the harmless elements of a piece of HTML, all within one ``div``.

    Raises:
        HtmlTooLargeError: over 5,000,000 characters.
        HtmlTooDeepError: over 150 open elements.
    """
    if len(html) > MOST_CHARACTERS:
        raise HtmlTooLargeError(characters=len(html), limit=MOST_CHARACTERS)
    levels = tag_depth(html)
    if levels > MOST_LEVELS:
        raise HtmlTooDeepError(levels=levels, limit=MOST_LEVELS)
    clean = nh3.clean(
        html.encode("utf-8", "replace").decode("utf-8"),
        tags=set(_TAGS),
        clean_content_tags=set(_DROPPED),
        attributes={"a": {"href", "title"}, "ol": {"start"}, "span": {"lang"}, "*": set()},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )
    # One more level than nh3 saw: what it wrote is parsed inside an element of ours.
    return lxml_html.fragment_fromstring(_XML_FORBIDDEN.sub("", clean), create_parent="div")


_XML_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class _Reader:
    """One walk over sanitised elements, collecting runs until a block ends."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._runs: list[Run] = []
        self._make: Callable[[tuple[Run, ...]], Block] = _paragraph
        self._quote = 0
        self._path: tuple[ListKind, ...] = ()
        self._opens_item = False
        self._start = 1

    def read(self, root: etree._Element) -> tuple[Block, ...]:
        """Return the blocks of everything inside an element."""
        self._inside(root, Run(""))
        self._end_block()
        return normalise(self._blocks)

    def _inside(self, element: etree._Element, style: Run, *, verbatim: bool = False) -> None:
        self._text(element.text, style, verbatim=verbatim)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child, style, verbatim=verbatim)
            self._text(child.tail, style, verbatim=verbatim)

    def _element(self, element: etree._Element, style: Run, *, verbatim: bool) -> None:
        tag = str(element.tag)
        if tag == "br":
            self._runs.append(_styled(style, HARD_BREAK))
        elif tag in _INLINE:
            self._inside(element, _inner_style(element, tag, style), verbatim=verbatim)
        elif tag in _CELLS:
            if any(run.text.strip() for run in self._runs):
                self._runs.append(Run(" | "))
            self._inside(element, style)
        else:
            self._block(element, tag, style)

    def _block(self, element: etree._Element, tag: str, style: Run) -> None:
        self._end_block()
        if tag in _HEADINGS and not self._path:
            level = _HEADINGS[tag]
            self._make = lambda runs: Block(kind=BlockKind.HEADING, runs=runs, level=level)
            self._inside(element, style)
        elif tag in _LISTS:
            self._list(element, _LISTS[tag], style)
        elif tag == "li":
            self._opens_item = True
            self._inside(element, style)
        elif tag == "blockquote":
            self._quote += 1
            self._inside(element, style)
            self._end_block()
            self._quote -= 1
        elif tag == "hr":
            self._blocks.append(Block(kind=BlockKind.RULE))
        elif tag == "pre":
            self._inside(element, _styled_with(style, Mark.CODE), verbatim=True)
        else:
            self._inside(element, style)
        self._end_block()

    def _list(self, element: etree._Element, kind: ListKind, style: Run) -> None:
        around = self._path, self._opens_item, self._start
        if len(self._path) < LIST_DEPTH:
            self._path = (*self._path, kind)
        start = element.get("start", "")
        self._start = int(start) if re.fullmatch(r"\d{1,9}", start) else 1
        self._inside(element, style)
        self._end_block()
        self._path, self._opens_item, self._start = around[0], False, 1

    def _text(self, text: str | None, style: Run, *, verbatim: bool) -> None:
        if text:
            text = text.replace("\n", HARD_BREAK) if verbatim else _SPACE.sub(" ", text)
            self._runs.append(_styled(style, text))

    def _end_block(self) -> None:
        runs = tuple(self._runs)
        self._runs = []
        make, self._make = self._make, _paragraph
        if not "".join(run.text for run in runs).strip(f" \t\n{HARD_BREAK}"):
            return
        if self._path:
            item = Block(
                kind=BlockKind.LIST_ITEM, runs=runs, path=self._path, starts_item=self._opens_item, start=self._start
            )
            self._blocks.append(item)
            self._opens_item, self._start = False, 1
        elif self._quote and make is _paragraph:
            depth = min(self._quote, QUOTE_DEPTH)
            self._blocks.append(Block(kind=BlockKind.QUOTE, runs=runs, quote=depth))
        else:
            self._blocks.append(make(runs))


def _paragraph(runs: tuple[Run, ...]) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, runs=runs)


def _inner_style(element: etree._Element, tag: str, style: Run) -> Run:
    if tag in _MARKS:
        return _styled_with(style, _MARKS[tag])
    if tag == "a" and (href := safe_href(element.get("href", ""))):
        return Run("", style.marks, href, element.get("title", ""), style.language)
    if tag == "span" and (language := element.get("lang")):
        return Run("", style.marks, style.href, style.title, language)
    return style


def _styled(style: Run, text: str) -> Run:
    return Run(text, style.marks, style.href, style.title, style.language)


def _styled_with(style: Run, mark: Mark) -> Run:
    return Run("", style.marks | {mark}, style.href, style.title, style.language)
