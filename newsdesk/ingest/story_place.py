"""Where on a page the story stands: the element with the most running text and the least of the rest."""

from collections.abc import Iterable, Sequence

from lxml.html import HtmlElement

from newsdesk.ingest.agency_words import folded
from newsdesk.ingest.page_lines import Leaf
from newsdesk.ingest.page_tree import names_story

Weights = dict[HtmlElement, float]
_REST_COUNTS = 0.7
"""A letter of what is no running text weighs this much against a letter of running text."""
_ARTICLE_BONUS = 1.15
_MARKED_SHARE = 0.35
"""An element named as the story's body is taken for it from this share of the densest element's text on."""
_KNOWN_SHARE = 0.4


def weights_of(lines: Iterable[Leaf]) -> Weights:
    """Return how many letters of running text each element holds."""
    return _summed((leaf.element, leaf.prose) for leaf in lines)


def find_story(lines: Sequence[Leaf], known_body: str) -> HtmlElement | None:
    """Return the element that holds the story, or None where there is no running text.

    ``known_body`` is the story as the page's JSON-LD has it: lines that stand in it lead to the element.
    """
    known = folded(known_body)
    if known:
        told = [leaf for leaf in lines if leaf.size >= 40 and folded(leaf.text) in known]
        if sum(len(leaf.text) for leaf in told) >= _KNOWN_SHARE * len(known_body):
            return common_place(told)
    return _densest(lines)


def common_place(found: Sequence[Leaf]) -> HtmlElement | None:
    """Return the innermost element that holds all of the lines, or None where there is none."""
    return _around([leaf.element for leaf in found])


def _around(elements: Sequence[HtmlElement]) -> HtmlElement | None:
    paths = [[element, *element.iterancestors()][::-1] for element in elements]
    common = None
    for steps in zip(*paths, strict=False):
        if any(step is not steps[0] for step in steps):
            break
        common = steps[0]
    return common


def _densest(lines: Sequence[Leaf]) -> HtmlElement | None:
    prose = _summed((leaf.element, leaf.prose) for leaf in lines)
    rest = _summed((leaf.element, 0.0 if leaf.prose or leaf.heading else leaf.size) for leaf in lines)
    best, best_score = None, 0.0
    for element, weight in prose.items():
        if weight <= 0 or element.tag in ("p", "li", "tr", "tbody"):
            continue
        bonus = _ARTICLE_BONUS if element.tag == "article" or names_story(element) else 1.0
        score = (weight - _REST_COUNTS * rest.get(element, 0.0)) * bonus
        # Of an element and the only one inside it the inner one has nothing to lose.
        if score > best_score or (score == best_score and best is not None and best in element.iterancestors()):
            best, best_score = element, score
    if best is None:
        best = max(prose, key=lambda element: prose[element], default=None)
        return best if best is not None and prose[best] > 0 else None
    marked = _marked(prose, _MARKED_SHARE * prose[best])
    return best if marked is None else marked


def _marked(prose: Weights, enough: float) -> HtmlElement | None:
    """Return the element named as the story's body, or the one around all pieces of a body that is in pieces."""
    groups: dict[str, list[HtmlElement]] = {}
    for element in prose:
        if names_story(element) and not any(names_story(ancestor) for ancestor in element.iterancestors()):
            groups.setdefault(element.get("class", ""), []).append(element)
    totals = {name: sum(prose[element] for element in group) for name, group in groups.items()}
    name = max(totals, key=lambda name: totals[name], default="")
    if not groups or totals[name] < enough:
        return None
    return groups[name][0] if len(groups[name]) == 1 else _around(groups[name])


def _summed(parts: Iterable[tuple[HtmlElement, float]]) -> Weights:
    sums: Weights = {}
    for element, size in parts:
        sums[element] = sums.get(element, 0.0) + size
        for ancestor in element.iterancestors():
            sums[ancestor] = sums.get(ancestor, 0.0) + size
    return sums
