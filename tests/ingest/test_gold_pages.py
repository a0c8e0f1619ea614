"""Real news pages with gold texts: how much of each story comes in, and how little of the rest."""

import json
import re
from collections import Counter
from pathlib import Path
from statistics import mean

import pytest
from lxml import etree, html

from newsdesk.ingest.agency_words import folded
from newsdesk.text.blocks import plain_text
from newsdesk.text.markdown_reader import read_markdown
from tests import corpus
from tests.ingest.pages import read

RECALL_FLOOR, PRECISION_FLOOR = 0.9, 0.8
MEAN_FLOOR = 0.97
HEADLINES_FLOOR = 0.85
_DENSE = re.compile(r"[぀-ヿ㐀-鿿]")

Case = tuple[str, Path, str, str]
"""Name, page, gold headline (empty where there is none), gold text."""


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    root = corpus.path("data", "pages", "pages_html")
    found: list[Case] = []
    for folder in sorted((root / "readability").iterdir()):
        title = json.loads((folder / "expected-metadata.json").read_text(encoding="utf-8"))["title"]
        gold = _gold_of(folder / "expected.html")
        found.append((folder.name, folder / "source.html", title, gold))
    for text in sorted((root / "newspaper4k").glob("*.txt")):
        facts = text.with_suffix(".json")
        title = json.loads(facts.read_text(encoding="utf-8"))["title"] if facts.exists() else ""
        found.append((text.stem, text.with_suffix(".html"), title, text.read_text(encoding="utf-8")))
    return found


def _gold_of(path: Path) -> str:
    """Return the words of a gold page; the captions in it are no story."""
    root = html.document_fromstring(path.read_text(encoding="utf-8"))
    etree.strip_elements(root, "figure", "figcaption", "script", "style", with_tail=False)
    return " ".join(map(str, root.itertext()))


def words(text: str) -> Counter[str]:
    """Count the words of a text; a sign of a script without spaces is a word."""
    counted: Counter[str] = Counter()
    for word in re.findall(r"[^\W_]+", text.replace("\u00ad", "").casefold()):
        counted.update(list(word) if _DENSE.search(word) else [word])
    return counted


def measure(case: Case) -> tuple[float, float]:
    """Return recall and precision of a page's words."""
    body = words(plain_text(read_markdown(read(case[1]).body_markdown).blocks))
    gold = words(case[3])
    shared = sum((body & gold).values())
    return shared / sum(gold.values()), shared / max(1, sum(body.values()))


def test_most_of_every_story_comes_in_and_little_else(cases: list[Case]) -> None:
    figures = {case[0]: measure(case) for case in cases}
    assert {name: pair for name, pair in figures.items() if pair[0] < RECALL_FLOOR or pair[1] < PRECISION_FLOOR} == {}


def test_stories_come_in_nearly_whole_and_clean_on_average(cases: list[Case]) -> None:
    figures = [measure(case) for case in cases]
    recall, precision = mean(pair[0] for pair in figures), mean(pair[1] for pair in figures)
    assert min(recall, precision) >= MEAN_FLOOR, (recall, precision)


def test_headlines_are_those_of_the_pages(cases: list[Case]) -> None:
    named = [case for case in cases if case[2]]
    right = [case for case in named if folded(read(case[1]).headline) == folded(case[2])]
    assert len(right) >= HEADLINES_FLOOR * len(named)


def test_phrases_that_must_be_there_are_and_others_are_not() -> None:
    wrong = {}
    for gold in corpus.files("data", "pages", "pages_html", "trafilatura", pattern="*.gold.json"):
        facts = json.loads(gold.read_text(encoding="utf-8"))
        body = " ".join(plain_text(read_markdown(read(gold.with_name(facts["file"])).body_markdown).blocks).split())
        missing = [phrase for phrase in facts["with"] if phrase not in body]
        surplus = [phrase for phrase in facts["without"] if phrase in body]
        if missing or surplus:
            wrong[facts["file"]] = (missing, surplus)
    assert wrong == {}


def test_pages_without_gold_are_read_too() -> None:
    pages = corpus.files("data", "pages", "pages_html", "postlight", pattern="*.html")
    assert all(record.headline and len(record.body_markdown) > 2_000 for record in map(read, pages))
