"""What a page says of itself outside its text: JSON-LD, OpenGraph and other meta elements."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from lxml.html import HtmlElement

from newsdesk.ingest.odd_spaces import tidy

_ARTICLE_TYPES = re.compile(r"\w*(?:Article|BlogPosting)")
_DATE_KEYS = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dc.date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "article.published",
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)")
_DEEPEST = 12
_LONGEST = 2_000_000


@dataclass(slots=True)
class PageFacts:
    """The page's own words about its story; texts are tidied, empty where it says nothing.

    ``dates`` are the publication times as written, the most trustworthy first; ``captions`` are
    (caption, credit) of the images that it describes; ``body`` is the whole story as plain text;
    ``address`` is where the page was saved from, for its relative links.
    """

    language: str = ""
    site: str = ""
    title: str = ""
    headlines: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    section: str = ""
    dates: list[str] = field(default_factory=list)
    captions: list[tuple[str, str]] = field(default_factory=list)
    image_alt: str = ""
    body: str = ""
    address: str = ""


def read_facts(root: HtmlElement, source: str) -> PageFacts:
    """Return what the page says of itself."""
    facts = PageFacts(language=(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""))
    titles = root.findall(".//title")
    facts.title = tidy("".join(titles[0].itertext())) if titles else ""
    for item in _articles(root):
        _take_article(facts, item)
    _take_meta(facts, root)
    facts.address = _address(root, source)
    return facts


def _articles(root: HtmlElement) -> Iterator[dict[str, object]]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = re.sub(r"^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$", "", script.text or "").strip()
        if len(text) > _LONGEST:
            continue
        try:
            found: object = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            # Hand-made JSON-LD is often broken; the page's other signs must do.
            continue
        yield from (item for item in _objects(found, 0) if _is_article(item))


def _objects(found: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(found, list):
        for entry in found:
            yield from _objects(entry, depth + 1)
    elif isinstance(found, dict):
        yield found
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            if isinstance(found.get(key), (list, dict)):
                yield from _objects(found[key], depth + 1)


def _is_article(item: dict[str, object]) -> bool:
    kinds = item.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE_TYPES.fullmatch(kind) for kind in named)


def _take_article(facts: PageFacts, item: dict[str, object]) -> None:
    _add(facts.headlines, _text(item.get("headline")))
    _add(facts.descriptions, _text(item.get("description")))
    _add(facts.dates, _text(item.get("datePublished")))
    for author in _list(item.get("author")):
        _add(facts.authors, _name(author))
    facts.site = facts.site or _name(item.get("publisher"))
    sections = [_text(section) for section in _list(item.get("articleSection"))]
    facts.section = facts.section or next((section for section in sections if section), "")
    facts.language = facts.language or _text(item.get("inLanguage"))
    body = item.get("articleBody")
    if isinstance(body, str) and len(body) > len(facts.body):
        facts.body = body
    for image in _list(item.get("image")):
        if isinstance(image, dict):
            caption = _text(image.get("caption")) or _text(image.get("description"))
            credit = _text(image.get("creditText")) or _name(image.get("creator"))
            if caption or credit:
                facts.captions.append((caption, credit))


def _take_meta(facts: PageFacts, root: HtmlElement) -> None:
    meta: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = tidy(element.get("content") or "")
        if key and value:
            meta.setdefault(key.strip().lower(), []).append(value)
    for key in ("og:title", "twitter:title", "dc.title", "headline"):
        for value in meta.get(key, []):
            _add(facts.headlines, value)
    for key in ("description", "og:description", "twitter:description"):
        for value in meta.get(key, []):
            _add(facts.descriptions, value)
    for key in _DATE_KEYS:
        for value in meta.get(key, []):
            _add(facts.dates, value)
    for key in ("author", "article:author", "byl", "parsely-author", "dc.creator", "sailthru.author"):
        if not facts.authors:
            facts.authors.extend(value for value in meta.get(key, []) if not value.startswith("http"))
    facts.site = next(iter(meta.get("og:site_name", [])), facts.site)
    facts.section = facts.section or next(iter(meta.get("article:section", [])), "")
    facts.image_alt = next(iter(meta.get("og:image:alt", [])), "")
    locale = next(iter([*meta.get("og:locale", []), *meta.get("content-language", [])]), "")
    facts.language = facts.language or locale.replace("_", "-")


def _address(root: HtmlElement, source: str) -> str:
    """Return the page's address: its base, its canonical link, or the browser's note in the saved file."""
    links = [link.get("href", "") for link in root.iter("base")]
    links += [link.get("href", "") for link in root.iter("link") if "canonical" in link.get("rel", "").lower().split()]
    links += [meta.get("content", "") for meta in root.iter("meta") if meta.get("property") == "og:url"]
    note = _SAVED_FROM.search(source, 0, 2000)
    links += [note[1]] if note else []
    return next((link.strip() for link in links if link.strip().lower().startswith(("http://", "https://"))), "")


def _add(texts: list[str], text: str) -> None:
    if text and text not in texts:
        texts.append(text)


def _list(found: object) -> list[object]:
    return found if isinstance(found, list) else [found]


def _text(found: object) -> str:
    return tidy(re.sub(r"<[^<>]{1,200}>", "", unescape(found))) if isinstance(found, str) else ""


def _name(found: object) -> str:
    if isinstance(found, list):
        return next((name for name in map(_name, found) if name), "")
    name = _text(found.get("name")) if isinstance(found, dict) else _text(found)
    return "" if name.startswith("http") else name
