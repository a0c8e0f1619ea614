"""The seed: a saved agency page fills the record untouched, as text and as HTML."""

import html
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdesk.domain.photo import AwaitedPhoto
from newsdesk.ingest.imported import Imported
from tests import corpus
from tests.ingest.pages import left_out, paragraphs, read

_ODD = re.compile("[\u00a0\u200b]|  |access_time|\\binfo\\b")


@pytest.fixture(scope="module")
def seed_file() -> Path:
    return corpus.files("seeds", pattern="*.txt")[0]


@pytest.fixture(scope="module")
def seed(seed_file: Path) -> Imported:
    return read(seed_file)


def test_headline_source_and_section_are_those_of_the_page(seed: Imported) -> None:
    headline = "NATO Chief Says Meeting with Vucic Discussed Resuming Joint Military Exercises"
    assert (seed.headline, seed.source, seed.section) == (headline, "Beta", "Archive / News")


def test_date_and_clock_are_read_in_the_zone_of_the_publication(seed: Imported) -> None:
    assert seed.published_at == datetime(2023, 11, 21, 15, 34, tzinfo=UTC)


def test_photo_is_awaited_with_caption_agency_and_photographer(seed: Imported) -> None:
    assert seed.awaited_photo == AwaitedPhoto(caption="Jens Stoltenberg", creator="MILOS MISKOV", agency="BETAPHOTO")


def test_body_has_six_paragraphs_and_292_words(seed: Imported) -> None:
    story = paragraphs(seed)
    assert (len(story), sum(len(text.split()) for text in story)) == (6, 292)


def test_body_is_the_page_word_for_word(seed: Imported, seed_file: Path) -> None:
    lines = [" ".join(line.split()) for line in seed_file.read_text(encoding="utf-8").splitlines()]
    assert [text for text in lines if len(text) > 200] == paragraphs(seed)


def test_odd_sentence_of_the_page_stays_as_it_is(seed: Imported) -> None:
    odd = "“it is important for timely exchange of information for to avoid any sort of misunderstanding.”"
    assert odd in seed.body_markdown


def test_nothing_of_gate_icons_and_odd_spaces_is_left(seed: Imported) -> None:
    assert not _ODD.search(seed.body_markdown + seed.headline) and "Subscription" not in seed.body_markdown


def test_what_was_dropped_is_counted(seed: Imported) -> None:
    dropped = left_out(seed)
    assert dropped == {"subscription offer": 1, "icon names": 2, "empty headings": 2, "odd spaces": 5}


def test_nothing_is_asked(seed: Imported) -> None:
    assert seed.questions == ()


def test_language_is_english(seed: Imported) -> None:
    assert seed.language == "en"


def test_same_page_as_html_gives_the_same_record(seed: Imported, seed_file: Path, tmp_path: Path) -> None:
    page = tmp_path / "seed.html"
    page.write_text(_as_html(seed_file.read_text(encoding="utf-8")), encoding="utf-8")
    record = read(page)
    assert _fields(record) == _fields(seed)


def _fields(record: Imported) -> tuple[object, ...]:
    return (
        record.headline,
        record.source,
        record.section,
        record.published_at,
        record.language,
        record.awaited_photo,
        record.body_markdown,
        record.questions,
    )


def _as_html(text: str) -> str:
    """Dress the lines of the seed as a page with menu, scripts, share buttons and a footer around them."""
    lines = [html.escape(line).replace("\u00a0", "&nbsp;") for line in text.splitlines()]
    told = [line for line in lines if line.strip() and line.strip() != "&nbsp;"]
    title, headline, source, crumb, caption = told[:5]
    gate = next(index for index, line in enumerate(told) if line.strip() == "info")
    ends = told.index("Related Articles")
    story = "".join(f"<p>{line}</p>" for line in told[5:gate])
    offer = "".join(f"<div>{line}</div>" for line in told[gate:ends])
    menu = "".join(f'<li><a href="/s/{number}">Section {number}</a></li>' for number in range(60))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title><script>let a=1;</script>'
        f'</head><body><nav><ul>{menu}</ul></nav><div class="ad-banner">Advertisement</div><main><h1>{headline}</h1>'
        f'<div>{source}</div><div>{crumb}</div><div class="share"><a href="#">Facebook</a><a href="#">Viber</a></div>'
        f'<figure><img src="a.jpg"><figcaption>{caption}</figcaption></figure><div class="story">{story}</div>'
        f'<div class="gate">{offer}</div><h3>Related Articles</h3><h3>Latest News</h3></main>'
        f"<footer>© Beta. All rights reserved.</footer></body></html>"
    )
