"""The headline of a page: what the heading shows where the page's own words confirm it."""

import re
from collections.abc import Sequence

from newsdesk.ingest import questions
from newsdesk.ingest.agency_words import folded
from newsdesk.ingest.odd_spaces import tidy
from newsdesk.ingest.page_facts import PageFacts
from newsdesk.ingest.page_lines import Leaf

_BAR = re.compile(r"\s+[|–—«»•·]\s+|\s+-+\s+|\s+::\s+")
_SITE_WORDS = 5
_ALIKE = 0.6


def choose_headline(facts: PageFacts, lines: Sequence[Leaf], asked: list[str]) -> str:
    """Return the headline; a question is added where heading and page don't agree on it."""
    shown = [leaf.text for leaf in lines if leaf.heading == 1]
    named = [without_site(text, facts.site) for text in facts.headlines]
    title = without_site(facts.title, facts.site, bold=True)
    if title:
        named.append(title)
    pairs = [(likeness(heading, name), -place, heading) for heading in shown for place, name in enumerate(named)]
    # Where no heading is marked, any line that repeats the page's own words shows the headline.
    if not shown:
        wanted = {folded(name) for name in named} - {""}
        pairs = [(1.0, 0, leaf.text) for leaf in lines if folded(leaf.text) in wanted][:1]
    best = max(pairs, default=(0.0, 0, ""))
    if best[0] >= _ALIKE:
        return best[2]
    stated = named[: len(facts.headlines)]
    if not shown and len(named) > 1 and all(likeness(name, named[0]) >= _ALIKE for name in named[1:]):
        return named[0]
    # Of a heading and a title that differ the shorter one is the name of the site.
    headline = stated[0] if stated else max([*shown, *named], key=lambda text: len(text.split()), default="")
    if len(shown) == 1 and not named:
        return headline
    asked.append(questions.is_headline(headline) if headline else questions.HEADLINE_MISSING)
    return headline


def without_site(text: str, site: str, *, bold: bool = False) -> str:
    """Return a title without the name of the site at its end or beginning.

    A bold cut takes any short last part for the site's name.
    """
    parts = list(_BAR.finditer(text))
    if not parts:
        return tidy(text)
    last, head = text[parts[-1].end() :], text[: parts[-1].start()]
    first, tail = text[: parts[0].start()], text[parts[0].end() :]
    if site and _same_name(last, site):
        return without_site(head, site)
    if site and _same_name(first, site):
        return tidy(tail)
    if bold and len(last.split()) <= _SITE_WORDS and len(head.split()) >= 3:
        return without_site(head, site)
    return tidy(text)


def likeness(one: str, other: str) -> float:
    """Return how many words two texts share, from 0 (none) to 1 (all)."""
    first, second = set(folded(one).split()), set(folded(other).split())
    if not first or not second:
        return 0.0
    return len(first & second) / len(first | second)


def _same_name(one: str, other: str) -> bool:
    first, second = folded(one).replace(" ", ""), folded(other).replace(" ", "")
    return bool(first) and bool(second) and (first in second or second in first)
