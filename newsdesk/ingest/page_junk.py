"""What stands on a page beside its story: told by the names of elements and by the words of lines."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise

from lxml.html import HtmlElement

from newsdesk.ingest.agency_words import folded
from newsdesk.ingest.page_tree import drop, names_story

_TAGS = {"nav": "navigation", "footer": "footer lines", "aside": "boxes beside the story", "menu": "navigation"}
_ROLES = {
    "navigation": "navigation",
    "banner": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "toolbar": "buttons",
    "search": "navigation",
    "complementary": "boxes beside the story",
    "contentinfo": "footer lines",
    "dialog": "dialogs",
    "alert": "dialogs",
    "alertdialog": "dialogs",
}
_NAMES = {
    "share buttons": "share sharing sharebar sharetools social socials addthis sharethis follow",
    "advertisements": "ad ads advert advertisement advertising adslot adunit adbox sponsor sponsored sponsoredcontent"
    " outbrain taboola dfp promo promos promotion promobox marketing affiliate affiliates",
    "newsletter boxes": "newsletter newsletters subscribe subscription subscriptions signup optin paywall regwall"
    " piano mailinglist",
    "related stories": "related relatedarticles relateds recirc recirculation recommended recommendations"
    " recommendation readmore readalso alsoread morefrom moreon trending popular mostread mostpopular mostviewed"
    " latest teaser teasers rail seealso nextup upnext linked more-stories",
    "comments": "comment comments commentlist disqus livefyre discussion respond",
    "navigation": "nav navbar navigation menu submenu topbar masthead pagination pager skip"
    " skiplink sidebar toolbar toc hamburger",
    "crumbs": "breadcrumb breadcrumbs crumb crumbs",
    "footer lines": "footer copyright colophon legal disclaimer",
    "videos": "video videos player jwplayer videoplayer brightcove youtube vjs podcast audioplayer",
    "galleries": "gallery slideshow carousel slider lightbox",
    "dialogs": "cookie cookies consent gdpr popup modal overlay tooltip toast",
    "bylines and dates": "byline bylines author authors authorbio bio dateline timestamp pubdate published"
    " metadata meta postmeta entrymeta articlemeta contributors",
    "tags": "tags taglist keywords topics tagcloud",
    "hidden text": "sronly visuallyhidden screenreader screenreaderonly assistive printonly",
    "polls and ratings": "poll quiz rating ratings vote tool tools",
    "captions": "photocredit imagecredit",
}
_KIND_OF = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_PAIRS = re.compile(r"[a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

_READ_ALSO = re.compile(
    r"(?:read (?:also|more|next|this)|see also|also read|more on this|more from|related|watch|watch live|listen"
    r"|don.?t miss|you may also like|recommended|click here|sign up|subscribe|get our|follow us|follow .{2,30} on"
    r"|download the|share this|procitajte (?:jos|i)|pogledajte|citajte|vezane vesti|vidi jos|opsirnije"
    r"|lire aussi|a lire|mehr dazu|mehr zum thema|lesen sie|ctete take|leia tambem|leia mais|veja tambem|lee tambien"
    r"|прочитајте (?:још|и)|погледајте)\b"
)
_ABOUT_WRITER = re.compile(
    r"about the (?:author|writer|reporter)s?|o autoru|о аутору|über den autor|à propos de l auteur"
)
_FURNITURE = re.compile(
    r"(?:advertisement|advertising|sponsored|ad|story continues below(?: advertisement)?"
    r"|article continues below.*|continue reading.*|scroll to continue.*|loading|print|email|share|tweet|save"
    r"|comments?|# comments?|view comments|show more|skip to.*"
    r"|close|please enable.*|this video is.*|video|photos?|gallery|image|photo|listen|play|pause|next|previous"
    r"|back to top|top|new|reklama|oglas|nastavak posle reklame.*|tekst se nastavlja.*|werbung|anzeige"
    r"|publicidade|publicite|publicidad"
    r"|all rights reserved.*|# min(?:ute)? read|last updated.*|updated.{0,40}|published.{0,40}|posted.{0,40})"
)


_NEVER_STORY = frozenset({"comments", "navigation", "footer lines", "boxes beside the story"})
AGENCY_KINDS = frozenset(
    {"navigation", "share buttons", "advertisements", "videos", "comments", "dialogs", "polls and ratings"}
)
"""What is taken out before a page is tried for an agency's layout: nothing that the layout itself is made of."""


def strip_junk(
    body: HtmlElement,
    weigh: Callable[[HtmlElement], float],
    left_out: Counter[str],
    *,
    only: frozenset[str] = frozenset(),
) -> None:
    """Take out the elements whose names say that they are no story, unless they hold much of the running text.

    ``only`` names the kinds to take out; empty stands for all.
    """
    whole = weigh(body)
    for element in list(body.iter()):
        if element.getparent() is None or not _still_in(element, body):
            continue
        kind = junk_kind(element)
        if kind and (not only or kind in only) and weigh(element) <= whole * _tolerated(element, kind):
            left_out[kind] += 1
            drop(element)


def junk_kind(element: HtmlElement) -> str:
    """Return what an element's tag, role or names call it, empty where they speak of nothing but story."""
    if element.tag in _TAGS:
        return _TAGS[element.tag]
    role = element.get("role", "").lower()
    if role in _ROLES:
        return _ROLES[role]
    if element.tag in ("html", "body", "main", "article", "h1"):
        return ""
    named = f"{element.get('class', '')} {element.get('id', '')}"
    if names_story(element):
        return ""
    return next((_KIND_OF[word] for word in _words(named) if word in _KIND_OF), "")


def is_invitation(text: str) -> bool:
    """Tell whether a short line calls to another story, a letter or a button."""
    return len(text) < 200 and bool(_READ_ALSO.match(folded(text)))


def is_about_writer(text: str) -> bool:
    """Tell whether a heading opens the lines about the writer of the story."""
    return bool(_ABOUT_WRITER.fullmatch(folded(text)))


def is_furniture(text: str) -> bool:
    """Tell whether a line is the label of something on the page."""
    return len(text) < 100 and bool(_FURNITURE.fullmatch(folded(text)))


def _tolerated(element: HtmlElement, kind: str) -> float:
    """Return the share of the page's running text up to which an element may be taken out by its name."""
    if element.tag in ("p", "blockquote", "li", "table", "tbody", "tr", "td"):
        return 0.15
    if any(part.tag in ("h1", "article") or names_story(part) for part in element.iter() if part is not element):
        return 0.25
    return 0.9 if kind in _NEVER_STORY else 0.4


def _words(named: str) -> Iterable[str]:
    """Return the words of class and id, and each pair of neighbours in one name as one word."""
    for name in named.split():
        words = _PAIRS.findall(_CAMEL.sub("-", name).lower())
        yield from words
        yield from (first + second for first, second in pairwise(words))


def _still_in(element: HtmlElement, body: HtmlElement) -> bool:
    return any(ancestor is body for ancestor in element.iterancestors())
