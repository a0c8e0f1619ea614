"""From the chosen lines of a page to blocks: marks, links, subheads, quotes and lists stay."""

import re
from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

from lxml import etree, html
from lxml.html import HtmlElement

from newsdesk.ingest import questions
from newsdesk.ingest.odd_spaces import tidy
from newsdesk.ingest.page_facts import PageFacts
from newsdesk.ingest.page_lines import Leaf, leaves
from newsdesk.ingest.page_tree import drop
from newsdesk.ingest.story_place import common_place
from newsdesk.text.blocks import Block, BlockKind, paragraph, word_count, words_in
from newsdesk.text.html_reader import blocks_from_html

_PICTURES = ("figure", "figcaption", "img", "picture", "hr")
_LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_HIDDEN_SHARE = 3
"""A page that says this many times more in its JSON-LD than it shows keeps its story there."""


def blocks_between(kept: Sequence[Leaf], address: str) -> list[Block]:
    """Return the blocks of the kept lines; what else stands between them is taken out of the tree."""
    place = common_place(kept)
    if place is None:
        return []
    wanted = {leaf.element for leaf in kept}
    for leaf in leaves(place):
        if leaf.element not in wanted:
            drop(leaf.element)
    for picture in list(place.iter(*_PICTURES)):
        if picture is not place and not wanted.intersection(picture.iter()):
            drop(picture)
    for leaf in kept:
        if not leaf.heading and leaf.element.tag in ("h2", "h3", "h4", "h5", "h6"):
            leaf.element.tag = "p"
    _mend_links(place, address)
    source = etree.tostring(place, method="html", encoding="unicode", with_tail=False)
    return [block for block in blocks_from_html(source) if block.kind is not BlockKind.FIGURE]


def or_told_elsewhere(story: list[Block], facts: PageFacts, asked: list[str]) -> list[Block]:
    """Return the story, or the one in the page's JSON-LD where the page shows only its beginning."""
    if words_in(facts.body) <= _HIDDEN_SHARE * max(20, word_count(story)):
        return story
    text = facts.body
    if re.search(r"</?(?:p|br|div)\b", text, re.I):
        text = "\n".join(map(str, html.fromstring(f"<div>{text}</div>").itertext()))
    told = [paragraph(line) for line in map(tidy, text.splitlines()) if line]
    asked.append(questions.is_part_of_story(told[0].text))
    return told


def _mend_links(place: HtmlElement, address: str) -> None:
    """Make links absolute; one that leads nowhere outside the saved page leaves its words."""
    for link in list(place.iter("a")):
        href = (link.get("href") or "").strip()
        whole = _joined(address, href)
        if whole:
            link.set("href", whole)
        elif link is not place:
            link.drop_tag()


def _joined(address: str, href: str) -> str:
    try:
        whole = urljoin(address, href) if href and not href.startswith("#") else ""
        return whole if urlsplit(whole).scheme.lower() in _LINK_SCHEMES else ""
    except ValueError:
        return ""
