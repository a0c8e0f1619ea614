"""An agency page as lines: which is headline, source, crumb, caption, story, gate, and what follows it.

The order on such a page is title, headline, ``Source: X``, crumb | date | clock, caption with credit,
the story, the gate, related articles, latest news.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from enum import Enum

from newsdesk.domain.credit import Agency, Credit
from newsdesk.domain.credit_patterns import split_caption
from newsdesk.domain.publication import Publication
from newsdesk.ingest import agency_words as words
from newsdesk.ingest import questions
from newsdesk.ingest.page_clock import find_clock, find_date

_HEADER_REACH = 40
"""Source and crumb stand among so many lines from the top, menus included."""
_CRUMB_LIMIT = 100
_CAPTION_LIMIT = 300
_SENTENCE_END = re.compile(r"[.!?…:]['\"”“’»)\]]*$")
_RUNNING_TEXT = 200
"""From this length, in characters, a line after the story is too long to be dropped unasked."""


class Role(Enum):
    """What a line of an agency page is."""

    TITLE = "title"
    HEADLINE = "headline"
    HEADER = "header"
    CAPTION = "caption"
    STORY = "story"
    DOUBTFUL = "doubtful"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Line:
    """One line, its spaces tidied; ``linked`` is the share of its letters inside links."""

    text: str
    heading: int = 0
    caption: bool = False
    linked: float = 0.0


@dataclass(slots=True)
class AgencyPage:
    """What the lines of an agency page say; ``roles`` stands beside the lines."""

    roles: list[Role]
    headline: str = ""
    source: str = ""
    section: str = ""
    day: date | None = None
    clock: time | None = None
    date_text: str = ""
    captions: list[tuple[str, Credit | None]] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def read_agency_page(
    lines: Sequence[Line], publication: Publication, agencies: Mapping[str, Agency], *, strict: bool
) -> AgencyPage | None:
    """Return what an agency page says, or None where the lines are not laid out like one.

    A strict reading asks for both the source and the dated crumb, another for one of them.
    """
    source = _first(lines, 0, lambda line: _is_source(line.text))
    crumb = _first(lines, max(source, 0), lambda line: _is_crumb(line.text))
    if strict and (source < 0 or crumb < 0):
        return None
    if source < 0 and (crumb < 0 or "|" not in lines[crumb].text):
        return None
    page = AgencyPage(roles=[Role.STORY] * len(lines))
    top = min(index for index in (source, crumb) if index >= 0)
    _read_head(page, lines, top)
    below = _read_header(page, lines, top, source, crumb)
    phrases = words.gate_phrases(publication)
    story = _read_captions(page, lines, below, phrases, agencies)
    _read_story(page, lines, story, phrases, agencies)
    return page


def _first(lines: Sequence[Line], start: int, wanted: Callable[[Line], bool]) -> int:
    for index in range(start, min(len(lines), start + _HEADER_REACH)):
        if wanted(lines[index]):
            return index
    return -1


def _is_source(text: str) -> bool:
    return len(text) < 70 and words.SOURCE_LINE.match(text) is not None


def _is_crumb(text: str) -> bool:
    return len(text) < _CRUMB_LIMIT and find_date(text) is not None and not _SENTENCE_END.search(text.rstrip("."))


def _read_head(page: AgencyPage, lines: Sequence[Line], top: int) -> None:
    """Find the headline among the lines above the source: the title names it, the heading repeats it."""
    title, site_at = "", -1
    for index in range(top):
        headline, bar, site = lines[index].text.rpartition(" | ")
        if bar and 0 < len(site) <= 60:
            title, site_at = headline.strip(), index
            break
    marked = [index for index in range(top) if lines[index].heading == 1]
    repeated = [index for index in range(top) if title and index != site_at and lines[index].text == title]
    place = (repeated or marked or [top - 1])[-1]
    if place < 0:
        return
    if place == site_at:
        page.headline = title
    else:
        page.headline = lines[place].text
        agreed = title == page.headline if title else bool(marked) or place == 0
        if not agreed:
            page.questions.append(questions.is_headline(page.headline))
    for index in range(top):
        page.roles[index] = Role.TITLE if index == site_at else Role.DROPPED
        if index == place:
            page.roles[index] = Role.HEADLINE
        elif index != site_at and lines[index].text != page.headline:
            page.left_out["navigation"] += 1


def _read_header(page: AgencyPage, lines: Sequence[Line], top: int, source: int, crumb: int) -> int:
    """Read source, crumb, date and clock; return the index of the first line below them."""
    if source >= 0:
        found = words.SOURCE_LINE.match(lines[source].text)
        page.source = found[1].split("|")[0].strip() if found else ""
    last = max(source, crumb)
    # Crumb, date and clock are one line in a text and may be three in a page.
    while last + 1 < len(lines) and len(lines[last + 1].text) < 40 and _is_header_piece(page, lines[last + 1].text):
        last += 1
    pieces: list[str] = []
    for index in range(top, last + 1):
        page.roles[index] = Role.HEADER
        parts = re.split(r"\s*[|•·]\s*", lines[index].text)
        pieces.extend(parts[1:] if index == source else parts)
    for piece in pieces:
        _read_piece(page, piece)
    return last + 1


def _is_header_piece(page: AgencyPage, text: str) -> bool:
    bare = words.ICON_IN_LINE.sub("", text).strip()
    if words.ICON_NAME.fullmatch(text) or not bare:
        return True
    return find_clock(bare) is not None and len(bare) < 12


def _read_piece(page: AgencyPage, piece: str) -> None:
    bare = words.ICON_IN_LINE.sub("", piece).strip()
    page.left_out["icon names"] += len(words.ICON_IN_LINE.findall(piece))
    if words.ICON_NAME.fullmatch(bare):
        page.left_out["icon names"] += 1
        return
    day, clock = find_date(bare), find_clock(bare)
    if day is not None and page.day is None:
        page.day = day
    if clock is not None and page.clock is None:
        page.clock = clock
    if day is not None or clock is not None:
        page.date_text = f"{page.date_text}, {bare}" if page.date_text else bare
    elif bare and not page.section:
        page.section = " / ".join(name.strip() for name in re.split(r"[/>»›]", bare) if name.strip())


def _read_captions(
    page: AgencyPage,
    lines: Sequence[Line],
    start: int,
    phrases: frozenset[str],
    agencies: Mapping[str, Agency],
) -> int:
    """Read the captions above the story; return the index of its first line."""
    index = start
    while index < len(lines):
        line = lines[index]
        if words.ICON_NAME.fullmatch(line.text):
            page.roles[index] = Role.DROPPED
            page.left_out["icon names"] += 1
        elif words.is_button(line.text):
            page.roles[index] = Role.DROPPED
            page.left_out["share buttons"] += 1
        elif _opened(line.text, phrases, "story") or not _take_caption(page, index, line, agencies):
            break
        index += 1
    return index


def _take_caption(page: AgencyPage, index: int, line: Line, agencies: Mapping[str, Agency]) -> bool:
    if len(line.text) > _CAPTION_LIMIT:
        return False
    caption, credit = split_caption(line.text, agencies)
    bare = not page.captions and not line.heading and len(line.text) < 120 and not _SENTENCE_END.search(line.text)
    if not (credit is not None or line.caption or bare):
        return False
    page.roles[index] = Role.CAPTION
    page.captions.append((caption, credit))
    if credit is None and not line.caption:
        page.questions.append(questions.is_caption(line.text))
    return True


def _read_story(
    page: AgencyPage,
    lines: Sequence[Line],
    start: int,
    phrases: frozenset[str],
    agencies: Mapping[str, Agency],
) -> None:
    """Give the lines below the header their roles: the story, then gate, related and latest."""
    place = "story"
    items: Counter[str] = Counter()
    for index in range(start, len(lines)):
        line = lines[index]
        opened = _opened(line.text, phrases, place)
        if opened:
            place = opened
            items[place] += 0
            page.roles[index] = Role.DROPPED
            continue
        page.roles[index] = _role(page, line, place, phrases, agencies)
        if page.roles[index] is Role.DROPPED and place in ("related articles", "latest news"):
            items["footer lines" if words.FOOTER.search(line.text) else place] += 1
    for name, count in items.items():
        page.left_out[name if count or name == "subscription offer" else "empty headings"] += count or 1
    page.questions.extend(
        questions.is_part_of_story(line.text)
        for line, role in zip(lines, page.roles, strict=True)
        if role is Role.DOUBTFUL
    )


def _opened(text: str, phrases: frozenset[str], place: str) -> str:
    """Return the part of the page that a line opens, empty where it opens none."""
    if words.is_related_heading(text):
        return "related articles"
    if words.is_latest_heading(text):
        return "latest news"
    if place == "story" and words.opens_gate(text, phrases):
        return "subscription offer"
    return ""


def _role(page: AgencyPage, line: Line, place: str, phrases: frozenset[str], agencies: Mapping[str, Agency]) -> Role:
    if words.ICON_NAME.fullmatch(line.text):
        page.left_out["icon names"] += 1
        return Role.DROPPED
    if words.is_button(line.text):
        page.left_out["share buttons"] += 1
        return Role.DROPPED
    if place == "story":
        return _story_role(page, line, agencies)
    if place == "subscription offer":
        return Role.DROPPED if words.is_gate_line(line.text, phrases) else Role.DOUBTFUL
    long = len(line.text) >= _RUNNING_TEXT and line.linked < 0.5 and _SENTENCE_END.search(line.text)
    return Role.DOUBTFUL if long and not words.FOOTER.search(line.text) else Role.DROPPED


def _story_role(page: AgencyPage, line: Line, agencies: Mapping[str, Agency]) -> Role:
    if words.FOOTER.search(line.text) and len(line.text) < 120 and line.text[:1] in "©(CAaCcСс":
        page.left_out["footer lines"] += 1
        return Role.DROPPED
    if len(line.text) < _CAPTION_LIMIT and not line.heading and (line.caption or line.text.endswith(")")):
        caption, credit = split_caption(line.text, agencies)
        if line.caption or (credit is not None and credit.agency and not _SENTENCE_END.search(caption)):
            page.captions.append((caption, credit))
            return Role.CAPTION
    return Role.STORY
