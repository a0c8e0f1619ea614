"""Reads exported pages as tests look at them: lines of text, elements, the block of JSON-LD."""

import json
from typing import Any

from lxml import html as lxml_html
from lxml.html import HtmlElement

_LINES = ("h1", "h2", "h3", "p", "figcaption", "li")


def parsed(page: str) -> HtmlElement:
    """Return the root of a page."""
    return lxml_html.document_fromstring(page)


def main_of(page: str) -> HtmlElement:
    """Return the one ``<main>`` of a page."""
    (found,) = parsed(page).iter("main")
    return found


def lines(part: HtmlElement) -> list[str]:
    """Return the text of each paragraph, heading, caption and list item, in the order of the page."""
    return [" ".join(element.text_content().split(" ")).strip() for element in part.iter(*_LINES)]


def lines_to_gate(page: str) -> list[str]:
    """Return the lines of ``<main>`` from the headline to the end of the gate."""
    (article,) = main_of(page).iter("article")
    return lines(article)


def one(part: HtmlElement, css_class: str) -> HtmlElement:
    """Return the one element with that class."""
    (found,) = part.find_class(css_class)
    return found


def structured_data(page: str) -> list[dict[str, Any]]:
    """Return the graph of the page's one block of JSON-LD."""
    (block,) = [script for script in parsed(page).iter("script") if script.get("type") == "application/ld+json"]
    graph: list[dict[str, Any]] = json.loads(block.text_content())["@graph"]
    return graph


def news_article(page: str) -> dict[str, Any]:
    """Return what the structured data says of the story."""
    (found,) = [item for item in structured_data(page) if item["@type"] == "NewsArticle"]
    return found


def meta(page: str, name: str) -> str:
    """Return the content of a ``<meta>`` by its name or property, empty where there is none."""
    tags = parsed(page).iter("meta")
    return next((tag.get("content", "") for tag in tags if name in (tag.get("name"), tag.get("property"))), "")
