"""Which lines inside the story's element are the story, and which only stand between its paragraphs."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from newsdesk.ingest import agency_words as words
from newsdesk.ingest import page_junk
from newsdesk.ingest.agency_words import folded
from newsdesk.ingest.page_lines import Leaf

_STANDFIRST = re.compile(
    r"(?:^|[-_\s])(?:standfirst|dek|deck|subtitle|sub-?headline|sub-?hed|sub-?title|description|summary|excerpt)"
    r"(?:$|[-_\s])",
    re.I,
)
_LEAD = re.compile(r"(?:^|[-_\s])(?:lead|lede|perex|intro|ingress|vorspann|chapeau|sapo)(?:$|[-_\s])", re.I)
_LEAD_REACH = 12
_STANDFIRST_LIMIT = 400
_LINKED = 0.8
_TEASER_LIMIT = 300
_CLOSING = re.compile(
    r"©|all rights reserved|sva prava zadr|alle rechte vorbehalten|tous droits r|write to .{3,60} at"
    r"|contact .{3,40} at \S+@"
    r"|follow (?:him|her|them|us|@)|sign up (?:for|to)|subscribe|newsletter"
    r"|this (?:article|story) (?:originally|first) appeared"
    r"|we want to hear what you think",
    re.I,
)
_CLOSING_REACH = 4
_TAIL_LIMIT = 160


@dataclass(slots=True)
class StoryLines:
    """The lines of a story; ``doubtful`` ones are among those kept, ``dropped`` ones are not."""

    kept: list[Leaf] = field(default_factory=list)
    doubtful: list[Leaf] = field(default_factory=list)
    dropped: list[Leaf] = field(default_factory=list)
    standfirst: str = ""


def choose_lines(lines: Sequence[Leaf], headline: str, known_body: str, left_out: Counter[str]) -> StoryLines:
    """Sort the lines of the story's element into story and the rest."""
    chosen = StoryLines()
    known = folded(known_body)
    told = [index for index, leaf in enumerate(lines) if leaf.prose]
    first, last = (told[0], told[-1]) if told else (0, len(lines) - 1)
    box = ""
    for index, leaf in enumerate(lines):
        box = _box(leaf, box)
        kind = _kind(leaf, headline, inside=first <= index <= last, known=known) or box
        if not kind and not chosen.standfirst and index <= first and _is_standfirst(leaf):
            chosen.standfirst, kind = leaf.text, "standfirst"
        if kind:
            if kind not in ("headline", "standfirst"):
                left_out[kind] += 1
            chosen.dropped.append(leaf)
        else:
            chosen.kept.append(leaf)
    _drop_repeated(chosen, left_out)
    _drop_closing(chosen, left_out, known)
    _drop_bare_headings(chosen)
    return chosen


def _box(leaf: Leaf, box: str) -> str:
    """Return the kind of the box that a line opens or continues, empty in the story itself."""
    if leaf.heading:
        if page_junk.is_about_writer(leaf.text):
            return "bylines and dates"
        return "related stories" if page_junk.is_invitation(leaf.text) else ""
    return "" if box == "related stories" and leaf.prose and leaf.linked < 0.3 else box


def _kind(leaf: Leaf, headline: str, *, inside: bool, known: str) -> str:
    """Return what a line is where it is no story, empty where it may be."""
    text = leaf.text
    if leaf.heading == 1 or (headline and folded(text) == folded(headline)):
        return "headline"
    if leaf.caption or _is_picture_line(leaf):
        return "captions"
    if known and leaf.size >= 40 and folded(text) in known:
        return ""
    if not any(map(str.isalnum, text)) or page_junk.is_furniture(text):
        return "labels"
    if words.is_button(text):
        return "share buttons"
    if words.is_related_heading(text) or words.is_latest_heading(text):
        return "related stories"
    if page_junk.is_invitation(text) and (leaf.linked > 0.3 or text.rstrip().endswith(":") or leaf.heading):
        return "related stories"
    if leaf.linked > _LINKED and leaf.size < _TEASER_LIMIT and not _in_text_list(leaf.element):
        return "related stories"
    if _is_teaser(leaf):
        return "related stories"
    if not inside and not leaf.prose:
        return "lines around the story"
    return ""


def add_lead(chosen: StoryLines, above: Sequence[Leaf], headline: str) -> None:
    """Take a lead or a standfirst that stands above the story's element, below the headline."""
    tops = [index for index, leaf in enumerate(above) if leaf.heading == 1 or folded(leaf.text) == folded(headline)]
    reach = above[tops[-1] + 1 :] if tops else above[-_LEAD_REACH:]
    for leaf in reach[-_LEAD_REACH:]:
        if leaf.caption or leaf.linked > 0.3:
            continue
        if leaf.prose and _named(leaf, _LEAD):
            chosen.kept.insert(0, leaf)
        elif not chosen.standfirst and _is_standfirst(leaf):
            chosen.standfirst = leaf.text


def _is_standfirst(leaf: Leaf) -> bool:
    return len(leaf.text) <= _STANDFIRST_LIMIT and _named(leaf, _STANDFIRST)


def _named(leaf: Leaf, name: re.Pattern[str]) -> bool:
    parent = leaf.element.getparent()
    return bool(name.search(f"{leaf.element.get('class', '')} {parent.get('class', '') if parent is not None else ''}"))


def _is_picture_line(leaf: Leaf) -> bool:
    """Tell whether a short line stands with its picture in one paragraph and ends with a credit."""
    return leaf.size < _TEASER_LIMIT and leaf.element.find(".//img") is not None and leaf.text.rstrip(".").endswith(")")


def _in_text_list(element: HtmlElement) -> bool:
    """Tell whether a line stands in a list whose items mostly say more than a link."""
    if element.tag != "li":
        return False
    parent = element.getparent()
    items = [item for item in parent if item.tag == "li"] if parent is not None else []
    return sum(item.find(".//a") is None for item in items) > len(items) / 2


def _is_teaser(leaf: Leaf) -> bool:
    """Tell whether a line sums up another story: the heading beside it is nothing but a link."""
    if leaf.heading or leaf.size > _TEASER_LIMIT:
        return False
    for before in leaf.element.itersiblings(preceding=True):
        if before.tag in ("h2", "h3", "h4", "h5", "h6"):
            link = before.find(".//a")
            text = "".join(before.itertext()).strip()
            return link is not None and len("".join(link.itertext()).strip()) > len(text) / 2
        if before.tag == "p":
            return False
    return False


def _drop_repeated(chosen: StoryLines, left_out: Counter[str]) -> None:
    """Drop a line above the story that its own first lines repeat: it was its standfirst."""
    for leaf in chosen.kept[:2]:
        if any(other.text == leaf.text for other in chosen.kept[1:5] if other is not leaf):
            chosen.kept.remove(leaf)
            chosen.dropped.append(leaf)
            left_out["repeated lines"] += 1
            return


def _drop_closing(chosen: StoryLines, left_out: Counter[str], known: str) -> None:
    """Drop what a page says below a story about itself, its writer and its letters."""
    for leaf in chosen.kept[-_CLOSING_REACH:]:
        if known and folded(leaf.text) in known:
            continue
        if len(leaf.text) < _TEASER_LIMIT and _CLOSING.search(leaf.text):
            chosen.kept.remove(leaf)
            chosen.dropped.append(leaf)
            left_out["lines around the story"] += 1
    while len(chosen.kept) > 2 and _is_tail(chosen.kept[-1], known):
        chosen.dropped.append(chosen.kept.pop())
        left_out["lines around the story"] += 1
    if len(chosen.kept) > 2 and _all_slanted(chosen.kept[-1]):
        chosen.doubtful.append(chosen.kept[-1])


def _is_tail(leaf: Leaf, known: str) -> bool:
    """Tell whether a last line is no sentence: the title of another story, a name, a time."""
    if leaf.heading or leaf.ends or leaf.size > _TAIL_LIMIT or leaf.element.tag != "p":
        return False
    return not (known and folded(leaf.text) in known)


def _drop_bare_headings(chosen: StoryLines) -> None:
    """Drop a heading that heads nothing: what followed it was no story."""
    while chosen.kept and chosen.kept[-1].heading:
        chosen.dropped.append(chosen.kept.pop())


def _all_slanted(leaf: Leaf) -> bool:
    slanted = sum(len("".join(mark.itertext())) for mark in leaf.element.iter("em", "i"))
    return slanted > 0.9 * len(leaf.text)
