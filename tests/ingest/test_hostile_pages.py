"""Nothing that runs comes out of a page, whatever goes in."""

import json
import re

import pytest

from newsdesk.domain.errors import NewsdeskError
from newsdesk.ingest.saved_page import read_saved_page
from tests import corpus
from tests.ingest.pages import SETTING, read

TEXT = "The mayor said on Monday that the bridge would open in May, two months earlier than had been planned at first."
_LINK = re.compile(r"(?<!\\)\]\(\s*<?([^)\s>]*)|(?<!\\)<((?:[a-z]+):[^>\s]*)>", re.I)
_TAG = re.compile(r"(?<!\\)</?(?!(?:strong|em|u|s|sup|sub|code|span)\b)[a-z][^>]*>", re.I)
_HARMFUL = re.compile(r"^\s*(?:javascript|vbscript|data|file|blob)\s*:", re.I)
OWN = [
    '<a href="javascript:alert(1)">go</a>',
    '<a href="JaVa\tScRiPt:alert(1)">go</a>',
    '<a href="&#106;avascript:alert(1)">go</a>',
    '<a href="data:text/html,<script>alert(1)</script>">go</a>',
    '<a href="https://a.example/" onclick="alert(1)">go</a>',
    "<img src=x onerror=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "[go](javascript:alert(1))",
    "<b>&lt;img src=x onerror=alert(1)&gt;</b>",
]


def harm_in(markdown: str) -> list[str]:
    """Return the links that run something and the tags that Newsdesk Markdown does not know."""
    plain = re.sub(r"&[a-z]+;|&#\d+;", "", markdown)
    links = [found[1] or found[2] or "" for found in _LINK.finditer(plain)]
    return [link for link in links if _HARMFUL.match(link)] + _TAG.findall(plain)


def body_with(vector: str) -> str:
    story = f"<div><p>{TEXT}</p><div>{vector}</div><p>{TEXT} So she said.</p></div>"
    return read_saved_page(f"<html><body><h1>Bridge</h1>{story}</body></html>", SETTING).body_markdown


@pytest.mark.parametrize("vector", OWN)
def test_own_vector_leaves_nothing_that_runs(vector: str) -> None:
    assert harm_in(body_with(vector)) == []


@pytest.mark.parametrize("name", ["vectors_blns", "vectors_h5sc", "vectors_dompurify", "vectors_own"])
def test_vectors_of_the_collection_leave_nothing_that_runs(name: str) -> None:
    vectors = json.loads(corpus.path("data", "hostile", "html", f"{name}.json").read_text(encoding="utf-8"))
    harmful = {}
    for vector in vectors:
        try:
            found = harm_in(body_with(vector["html"]))
        except NewsdeskError:
            # A vector may hide the whole story; a refusal is a good answer too.
            continue
        if found:
            harmful[vector["id"]] = found
    assert harmful == {}


def test_every_hostile_page_is_read_or_refused() -> None:
    for path in corpus.files("data", "hostile"):
        if path.suffix in (".html", ".xml", ".svg", ".md", ".txt", ".jpg", ".png"):
            try:
                record = read(path)
            except NewsdeskError as refusal:
                assert path.name in str(refusal)
            else:
                assert record.kind == "markdown" or harm_in(record.body_markdown) == []
