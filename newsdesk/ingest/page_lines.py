"""The lines of a page: its innermost blocks of text, in order, each with its element."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from newsdesk.ingest.agency_lines import Line
from newsdesk.ingest.odd_spaces import tidy
from newsdesk.ingest.page_tree import BLOCKS

_SENTENCE = re.compile(r"[.!?…。！？؟։।]['\"”’»)\]]*(?:\s|$)")
_DENSE_SCRIPT = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
_HEADING_LIMIT = 100
_SHORT = 60
"""A line below this length is running text only where it ends as a sentence: "05. May" holds a full stop too."""
_CAPTION_NAME = re.compile(r"(?<!no[-_])(?<![a-z])(?:fig|wp-)?caption|(?:^|[-_\s])legend(?:$|[-_\s])", re.I)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One innermost block: its element, its text with tidied spaces, and how much of it is links."""

    element: HtmlElement
    text: str
    linked: float

    @property
    def heading(self) -> int:
        """The level of a heading, 1 to 6; 0 for other text, a sentence dressed as a lower heading too."""
        tag = self.element.tag
        level = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0
        return 0 if level > 1 and len(self.text) > _HEADING_LIMIT and _SENTENCE.search(self.text[-3:]) else level

    @property
    def size(self) -> float:
        """The length in letters; a sign of a script without spaces counts as three."""
        return len(self.text) + 2 * len(_DENSE_SCRIPT.findall(self.text))

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_SENTENCE.search(self.text[-4:]))

    @property
    def prose(self) -> float:
        """How much running text this is, in letters; 0 for labels, headings and lists of links."""
        if self.heading or self.linked > 0.5 or self.size < 25 or self.caption:
            return 0.0
        size = self.size * (1 - self.linked)
        if not (self.ends if self.size < _SHORT else _SENTENCE.search(self.text)):
            return size / 4 if self.size >= 80 else 0.0
        return size

    @property
    def caption(self) -> bool:
        """Whether it stands in a figure, or where its class says caption."""
        for element in (self.element, *self.element.iterancestors()):
            if element.tag in ("figcaption", "figure") or _CAPTION_NAME.search(element.get("class", "")):
                return True
            if element.tag in ("article", "main", "body", "section", "td"):
                return False
        return False

    def as_line(self) -> Line:
        """Return what the reader of agency pages needs of it."""
        return Line(self.text, heading=self.heading, caption=self.caption, linked=self.linked)


def leaves(root: HtmlElement) -> list[Leaf]:
    """Return the page's lines in the order of the page, empty ones left out."""
    return [leaf for element in _innermost(root) if (leaf := _leaf(element)) is not None]


def text_of(element: HtmlElement) -> str:
    """Return the text of an element with tidied spaces, line breaks as spaces."""
    return tidy(_spaced(element))


def _spaced(element: HtmlElement) -> str:
    text = element.text or ""
    for child in element:
        text += (" " if child.tag == "br" else _spaced(child)) + (child.tail or "")
    return text


def _innermost(root: HtmlElement) -> Iterator[HtmlElement]:
    for element in root.iter():
        if element.tag in BLOCKS and not any(child.tag in BLOCKS for child in element.iterdescendants()):
            yield element


def _leaf(element: HtmlElement) -> Leaf | None:
    text = text_of(element)
    if not text:
        return None
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    inside = any(ancestor.tag == "a" for ancestor in element.iterancestors())
    return Leaf(element, text, 1.0 if inside else min(1.0, linked / len(text)))
