"""From Python-Markdown's tree to blocks, or the word that blocks can't express it."""

import html
import re
import xml.etree.ElementTree as ET
from functools import lru_cache

from markdown.util import AtomicString

from newsdesk.text.blocks import (
    HARD_BREAK,
    LIST_DEPTH,
    QUOTE_DEPTH,
    Block,
    BlockKind,
    Figure,
    FigurePosition,
    ListKind,
    Mark,
    Run,
)
from newsdesk.text.markdown_extension import CODE_TAG
from newsdesk.text.markdown_guard import is_too_tangled
from newsdesk.text.markdown_parser import NO_DEFINITIONS, Definitions, Tree, parse
from newsdesk.text.normal_form import normal_line, normalise

_MARKS = {mark.value: mark for mark in Mark if mark is not Mark.CODE} | {CODE_TAG: Mark.CODE}
_LISTS = {"ul": ListKind.BULLET, "ol": ListKind.NUMBERED}
_IN_ITEM = ("p", "ul", "ol")
_PLACEHOLDER = re.compile("\x02(?:(?P<escape>[0-9]{1,7})|amp\x03#(?P<number>[0-9]{1,7});|(?P<amp>amp)"
                          "|wzxhzdk:(?P<html>[0-9]+)|[^\x03]*)\x03?")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SOFT_BREAK = re.compile(r" *\n *")
_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.;:?!()'\"%/\-–—…„“”‘’»«\u00a0]*[\w,.;:?!()'\"%/\-–—…„“”‘’»«])?")
# Containers and credit lines of other programs: their lines would be read as one paragraph.
_FOREIGN = re.compile(r"^:{2,}", re.MULTILINE)
_TOP_NUMBER = 999_999_999


class InexpressibleError(Exception):
    """The tree holds what no block can say; the source stays raw."""


def is_plain(text: str) -> bool:
    """Return whether a text means itself in Markdown wherever a paragraph's first line may stand.

    It begins with a letter, ends with a letter, digit or mark, and holds nothing that Markdown,
    HTML or Python-Markdown's own placeholders are made of; so it is read as it is written.
    """
    return _PLAIN.fullmatch(text) is not None and "_" not in text and "  " not in text


def blocks_in(source: str, definitions: Definitions = NO_DEFINITIONS) -> tuple[Block, ...] | None:
    """Return the blocks that one stretch of Markdown says, or None where blocks can't say it."""
    if is_plain(source):
        return (Block(kind=BlockKind.PARAGRAPH, runs=(Run(source),)),)
    if "[" not in source:
        definitions = NO_DEFINITIONS
    return _blocks_in(source, definitions)


@lru_cache(maxsize=8192)
def _blocks_in(source: str, definitions: Definitions) -> tuple[Block, ...] | None:
    if _FOREIGN.search(source) or "\x02" in source or "\x03" in source or is_too_tangled(source):
        return None
    try:
        walk = _Walk(parse(source, definitions))
        walk.body()
    except (InexpressibleError, RecursionError):
        return None
    blocks = tuple(walk.blocks)
    tidy = normalise(blocks)
    # Spaces may be tidied, as a browser would; the structure must be what it was.
    return tidy if [_shape(block) for block in tidy] == [_shape(block) for block in blocks] else None


def _shape(block: Block) -> tuple[object, ...]:
    return block.kind, block.level, block.quote, block.path, block.starts_item, block.start


class _Walk:
    """One pass over a tree, collecting blocks."""

    def __init__(self, tree: Tree) -> None:
        self.blocks: list[Block] = []
        self._root = tree.root
        self._html = tree.html

    def body(self) -> None:
        """Collect the blocks of the whole tree.

        Raises:
            InexpressibleError: if something in it has no block.
        """
        self._no_loose_text(self._root)
        for element in self._root:
            match element.tag:
                case "p":
                    self._add(Block(kind=BlockKind.PARAGRAPH, runs=self._runs(element)))
                case "h2" | "h3":
                    level = int(element.tag[1])
                    self._add(Block(kind=BlockKind.HEADING, runs=self._runs(element), level=level))
                case "hr":
                    self._add(Block(kind=BlockKind.RULE))
                case "figure":
                    self._figure(element)
                case "blockquote":
                    self._quote(element, 1)
                case "ul" | "ol":
                    self._list(element, ())
                case _:
                    raise InexpressibleError(element.tag)

    def _add(self, block: Block) -> None:
        self.blocks.append(block)

    def _no_loose_text(self, element: ET.Element) -> None:
        texts = [element.text, *(child.tail for child in element)]
        if any(text and text.strip() for text in texts):
            raise InexpressibleError("text between blocks")

    def _figure(self, element: ET.Element) -> None:
        alt = html.unescape(_ESCAPED.sub(lambda found: f"&#{ord(found[1])};", element.get("alt", "")))
        figure = Figure(
            photo=int(element.get("photo", "0")),
            alt=normal_line(alt),
            position=FigurePosition(element.get("position")),
        )
        self._add(Block(kind=BlockKind.FIGURE, runs=self._runs(element[0]), figure=figure))

    def _quote(self, element: ET.Element, depth: int) -> None:
        self._no_loose_text(element)
        if depth > QUOTE_DEPTH:
            raise InexpressibleError("quote")
        for child in element:
            if child.tag == "p":
                self._add(Block(kind=BlockKind.QUOTE, runs=self._runs(child), quote=depth))
            elif child.tag == "blockquote":
                self._quote(child, depth + 1)
            else:
                raise InexpressibleError(child.tag)

    def _list(self, element: ET.Element, around: tuple[ListKind, ...]) -> None:
        self._no_loose_text(element)
        path = (*around, _LISTS[element.tag])
        start = int(element.get("start", "1"))
        if len(path) > LIST_DEPTH or start > _TOP_NUMBER:
            raise InexpressibleError("list")
        for item in element:
            self._item(item, path, start)
            start = 1

    def _item(self, item: ET.Element, path: tuple[ListKind, ...], start: int) -> None:
        children = list(item)
        inline = ET.Element("p")
        inline.text = item.text
        while children and children[0].tag not in _IN_ITEM:
            inline.append(children.pop(0))
        runs = self._runs(inline)
        first = len(self.blocks)
        if runs or not children or children[0].tag != "p":
            self._add(Block(kind=BlockKind.LIST_ITEM, runs=runs, path=path))
        for child in children:
            if child.tail and child.tail.strip():
                raise InexpressibleError("text between blocks")
            if child.tag == "p":
                self._add(Block(kind=BlockKind.LIST_ITEM, runs=self._runs(child), path=path))
            elif child.tag in _LISTS:
                self._list(child, path)
            else:
                raise InexpressibleError(child.tag)
        opening = self.blocks[first]
        self.blocks[first] = Block(
            kind=opening.kind, runs=opening.runs, path=opening.path, starts_item=True, start=start
        )

    def _runs(self, element: ET.Element) -> tuple[Run, ...]:
        runs: list[Run] = []
        self._inline(element, Run(""), runs)
        return tuple(runs)

    def _inline(self, element: ET.Element, around: Run, runs: list[Run]) -> None:
        """Collect an element's text; ``around`` is an empty run with the style that holds there."""
        if isinstance(element.text, AtomicString):
            self._text(str(element.text), around, runs, soft=False)
        else:
            self._text(element.text, around, runs)
        for child in element:
            style = around
            match child.tag:
                case "br":
                    runs.append(_styled(around, HARD_BREAK))
                case "code":
                    code = _with_mark(around, Mark.CODE)
                    runs.append(_styled(code, _SOFT_BREAK.sub(" ", html.unescape(child.text or ""))))
                case "a":
                    style = self._link(child, around)
                    self._inline(child, style, runs)
                case "span":
                    style = Run("", around.marks, around.href, around.title, child.get("lang", ""))
                    self._inline(child, style, runs)
                case _ if child.tag in _MARKS:
                    self._inline(child, _with_mark(around, _MARKS[child.tag]), runs)
                case _:
                    raise InexpressibleError(child.tag)
            self._text(child.tail, around, runs)

    def _link(self, element: ET.Element, around: Run) -> Run:
        # The footnotes' own links carry a class; what they point at has no block.
        if around.href or element.get("class") or not element.get("href"):
            raise InexpressibleError("link")
        href, title = (self._attribute(element.get(name, "")) for name in ("href", "title"))
        return Run("", around.marks, href, title, around.language)

    def _attribute(self, value: str) -> str:
        plain = _PLACEHOLDER.sub(lambda found: self._meaning(found, attribute=True), value)
        return _ENTITY.sub(lambda found: html.unescape(found[0]), plain)

    def _text(self, text: str | None, around: Run, runs: list[Run], *, soft: bool = True) -> None:
        if not text:
            return
        if soft:
            text = _SOFT_BREAK.sub(" ", text)
        runs.append(_styled(around, _PLACEHOLDER.sub(self._meaning, text)))

    def _meaning(self, found: re.Match[str], *, attribute: bool = False) -> str:
        """Return the character that one of the parser's placeholders stands for."""
        if found["escape"]:
            # In an attribute entities are read after this, so what was escaped must not become one.
            return f"&#{found['escape']};" if attribute else chr(int(found["escape"]))
        if found["number"]:
            return chr(int(found["number"]))
        if found["amp"]:
            return "&"
        stashed = self._html[int(found["html"])] if found["html"] else ""
        if not _ENTITY.fullmatch(stashed):
            raise InexpressibleError("html")
        return html.unescape(stashed)


def _styled(style: Run, text: str) -> Run:
    return Run(text, style.marks, style.href, style.title, style.language)


def _with_mark(around: Run, mark: Mark) -> Run:
    return Run("", around.marks | {mark}, around.href, around.title, around.language)
