"""The photos that a page shows: caption and credit of each, the one above the story first."""

import re
from collections.abc import Mapping, Sequence

from lxml.html import HtmlElement

from newsdesk.domain.credit import Agency, Credit, credit_of
from newsdesk.domain.credit_patterns import agency_named, parse_credit, split_caption
from newsdesk.ingest import questions
from newsdesk.ingest.agency_words import folded
from newsdesk.ingest.odd_spaces import tidy
from newsdesk.ingest.page_facts import PageFacts
from newsdesk.ingest.page_lines import text_of

Caption = tuple[str, Credit | None]
_CREDIT_NAME = re.compile(r"(?:^|[-_\s])(?:\w*credits?|copyright\w*|photographer|attribution)(?:$|[-_\s])", re.I)
_CREDIT_WORD = re.compile(
    r"^(?:photo(?:graph)?s?|image|picture|credits?|foto|fotografija|фото|source|izvor)\s*"
    r"(?:by|courtesy of|:|credit:?)?\s*:?\s*",
    re.I,
)
_SLASHED = re.compile(r"\s*[(\[]?([^()\[\]/]{3,40}(?:/[^()\[\]/]{2,40}){1,3})[)\]]?\.?$")
_GLUED = re.compile(r"\s*(?:Credit(?:\.\.\.|…|:)?\s*){1,3}([A-ZČĆŽŠĐ]\S+ [^.]{2,70})$")
"""A page that shows "Credit" and the name apart leaves them glued to the caption."""
_CAPTION_LIMIT = 1_000
_NAME_LIMIT = 80


def read_photos(
    place: HtmlElement, facts: PageFacts, agencies: Mapping[str, Agency], asked: list[str]
) -> list[Caption]:
    """Return caption and credit of the photos in a part of a page, or of those that the page describes elsewhere."""
    shown = [found for figure in _figures(place) if (found := _read_figure(figure, agencies, asked)) is not None]
    if not shown:
        described = [entry for entry in facts.captions if entry[0]] or facts.captions
        shown = [_read(caption, credit, agencies, asked) for caption, credit in described[:1]]
    if not shown and facts.image_alt:
        shown = [(facts.image_alt, None)]
        asked.append(questions.is_caption(facts.image_alt))
    return _each_once(shown)


def _figures(place: HtmlElement) -> list[HtmlElement]:
    return [
        figure
        for figure in place.iter("figure")
        if figure.find(".//figure") is None and any(part.tag in ("figcaption", "img") for part in figure.iter())
    ]


def _read_figure(figure: HtmlElement, agencies: Mapping[str, Agency], asked: list[str]) -> Caption | None:
    named = (text_of(part) for part in figure.iter() if part is not figure and _names_credit(part))
    words = next((text for text in named if text), "")
    below = figure.find(".//figcaption")
    caption = text_of(below) if below is not None else ""
    if words and words in caption:
        caption = tidy(caption.replace(words, " ")).strip(" |·-–—")
    if not caption:
        image = figure.find(".//img")
        caption = tidy(image.get("alt", "")) if image is not None else ""
    if not (caption or words) or len(caption) > _CAPTION_LIMIT:
        return None
    return _read(caption, words, agencies, asked)


def _names_credit(element: HtmlElement) -> bool:
    if element.get("itemprop", "") in ("copyrightHolder", "creditText", "creator"):
        return True
    return bool(_CREDIT_NAME.search(element.get("class", "")))


def _read(caption: str, credit: str, agencies: Mapping[str, Agency], asked: list[str]) -> Caption:
    glued = _GLUED.search(caption)
    if not credit and glued:
        caption, credit = caption[: glued.start()], glued[1]
    if not credit:
        words, found = split_caption(caption, agencies)
        return (words, found) if found is not None else _slashed(caption, agencies, asked)
    bare = _CREDIT_WORD.sub("", credit).strip(" ()[]|")
    known = parse_credit(credit, agencies) or split_caption(f"Photo: {bare}", agencies)[1]
    if known is not None:
        return caption, known
    if "/" in bare:
        return caption, _slashed(f"({bare})", agencies, asked)[1]
    if not bare or len(bare) > _NAME_LIMIT:
        return caption, None
    asked.append(questions.is_photographer(bare))
    return caption, credit_of(creator=bare)


def _slashed(caption: str, agencies: Mapping[str, Agency], asked: list[str]) -> Caption:
    """Read ``(Name/Agency/Agency)`` at the end of a caption; a name that no pattern proves is asked about."""
    found = _SLASHED.search(caption)
    if not found or not caption[found.start() :].strip().startswith(("(", "[")):
        return caption, None
    names = [name.strip() for name in found[1].split("/")]
    codes = [agency_named(name, agencies) for name in names]
    agency = next((code for code in codes if code), "")
    creator = next((name for name, code in zip(names, codes, strict=True) if not code), "")
    if not agency:
        agency = names[1]
    if creator:
        asked.append(questions.is_photographer(creator))
    return caption[: found.start()].rstrip(" .,"), credit_of(creator=creator, agency=agency)


def _each_once(captions: Sequence[Caption]) -> list[Caption]:
    once: dict[str, Caption] = {}
    for caption, credit in captions:
        once.setdefault(folded(caption) or repr(credit), (caption, credit))
    return list(once.values())
