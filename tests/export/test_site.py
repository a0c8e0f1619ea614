"""The site around the stories: what stands where, what leads where, and what never gets out."""

import gzip
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree

from newsdesk.domain.article import Access
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.export.site import asset, build_site
from newsdesk.export.views import RenditionView, SiteView
from tests.export.builders import (
    PARAGRAPHS,
    PUBLISHED,
    a_briefing,
    a_correction,
    a_link,
    a_photo,
    a_site,
    a_story,
    rendition,
)
from tests.export.pages import lines, main_of, parsed

SECRET = "Nobody on the bank had ever told the owner of the second boat about it."
HIDDEN_PICTURE = RenditionView(file_name="secret-640.jpg", media_type="image/jpeg", width=640, height=400)
TEASER = a_story(
    id=ArticleId(13),
    access=Access.TEASER,
    headline="Market Hall Stays",
    body_markdown=f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n\n{SECRET}\n",
    published_at=PUBLISHED - timedelta(hours=1),
)
MEMBERS = a_story(
    id=ArticleId(14),
    access=Access.MEMBERS,
    section="Economy",
    headline="Grain Prices Fall",
    body_markdown=f"{SECRET}\n\n![x](media:8)\n: Behind\n",
    inline=(a_photo(id=PhotoId(8), renditions=(HIDDEN_PICTURE,)),),
    corrections=(a_correction(wrong=SECRET),),
    published_at=PUBLISHED - timedelta(days=40),
)
SERBIAN = a_story(
    id=ArticleId(15), language="sr-Latn", headline="Skela ponovo plovi", published_at=PUBLISHED - timedelta(days=41)
)
OPEN = a_story(photo=a_photo(), related=(a_link(TEASER), a_link(MEMBERS)))


def whole_site() -> SiteView:
    """Return a site with every kind of story and an edition."""
    return a_site(OPEN, TEASER, MEMBERS, SERBIAN, briefings=(a_briefing(OPEN, TEASER, MEMBERS),))


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the public folder of a site."""
    out = tmp_path_factory.mktemp("site")
    build_site(whole_site(), out, rendition)
    return out / "public"


def pages(public: Path) -> Iterator[tuple[Path, str]]:
    """Yield every whole page with its place."""
    for path in sorted(public.rglob("*.html")):
        if path.parent.name != "_latest":
            yield path, path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "archive/index.html",
        "archive/news/index.html",
        "archive/news/12-river-town-reopens-its-old-ferry-after-eleven-years/index.html",
        "latest/index.html",
        "_latest/en.html",
        "_latest/sr-Latn.html",
        "sr-Latn/index.html",
        "sr-Latn/archive/news/15-skela-ponovo-plovi/index.html",
        "by-month/2023-11/index.html",
        "briefings/morning-briefing/3/index.html",
        "subscription/index.html",
        "register/index.html",
        "login/index.html",
        "404.html",
        "robots.txt",
        "sitemap.xml",
        "feeds/all.xml",
        "feeds/archive-news.xml",
        "photos/ferry-320.webp",
    ],
)
def test_site_has(public: Path, path: str) -> None:
    assert (public / path).is_file()


def test_every_link_inside_the_site_leads_to_a_file(public: Path) -> None:
    broken = []
    for path, text in pages(public):
        for element, _, link, _ in parsed(text).iterlinks():
            parts = urlsplit(link.split(" ")[0])
            # The page for missing addresses is shown at any depth: its links begin at the site's root.
            base = public if path.name == "404.html" else path.parent
            if parts.scheme or not parts.path or element.tag == "meta":
                continue
            if not (base / unquote(parts.path).lstrip("/")).resolve().is_file():
                broken.append((path.relative_to(public), link))
    assert not broken


def test_links_inside_the_site_are_relative(public: Path) -> None:
    own = [
        (path.name, link)
        for path, text in pages(public)
        if path.name != "404.html"
        for element, attribute, link, _ in parsed(text).iterlinks()
        if element.tag in ("a", "img", "script") and attribute in ("href", "src") and (link.startswith(("/", "http")))
    ]
    assert not own


def test_list_of_the_newest_leads_from_where_it_stands(public: Path) -> None:
    place = public / "_latest"
    links = [link for _, _, link, _ in parsed((place / "en.html").read_text(encoding="utf-8")).iterlinks()]
    assert len(links) == 3
    assert all((place / link).resolve().is_file() for link in links)


def test_front_lists_the_newest_first_in_its_own_language(public: Path) -> None:
    found = main_of((public / "index.html").read_text(encoding="utf-8"))
    headlines = [link.text for card in found.find_class("card") for link in card.iter("a")]
    assert headlines == [story.article.headline for story in (OPEN, TEASER, MEMBERS)]


def test_outer_section_lists_the_stories_of_the_inner_ones(public: Path) -> None:
    found = main_of((public / "archive" / "index.html").read_text(encoding="utf-8"))
    assert len(list(found.find_class("card"))) == 2


def test_gate_targets_say_how_to_reach_the_newsroom(public: Path) -> None:
    found = lines(main_of((public / "register" / "index.html").read_text(encoding="utf-8")))
    assert found[0] == "Register for free"
    assert "5 articles each month" in found[1]


def test_gate_that_leads_to_a_service_needs_no_page_of_ours(tmp_path: Path) -> None:
    build_site(a_site(OPEN, login_path="https://members.example/in?x=1"), tmp_path, rendition)
    assert not (tmp_path / "public" / "login").exists()
    page = (tmp_path / "public" / OPEN.path / "index.html").read_text(encoding="utf-8")
    assert "https://members.example/in?x=1&amp;return=https" in page


def test_nothing_from_behind_the_gate_is_anywhere_in_public(public: Path) -> None:
    words = SECRET.rstrip(".")
    found = [path for path in public.rglob("*") if path.is_file() and words in path.read_text("utf-8", "replace")]
    assert not found


def test_photo_that_stands_behind_the_gate_only_is_not_in_public(public: Path) -> None:
    assert not (public / "photos" / "secret-640.jpg").exists()


def test_feed_holds_summaries_and_a_lasting_guid(public: Path) -> None:
    items = etree.parse(str(public / "feeds" / "all.xml")).findall(".//item")
    assert [item.findtext("guid") for item in items] == ["urn:newsdesk:12"] * 3
    assert items[0].findtext("pubDate") == "Tue, 21 Nov 2023 16:34:00 +0100"
    assert items[0].findtext("description") == PARAGRAPHS[0]
    assert items[2].findtext("description") == ""


def test_sitemap_names_every_story_by_its_whole_address(public: Path) -> None:
    found = etree.parse(str(public / "sitemap.xml")).findall(".//{*}loc")
    addresses = [entry.text for entry in found]
    for story in (OPEN, TEASER, MEMBERS, SERBIAN):
        assert f"https://beta-briefing.example/{story.path}" in addresses
    assert len(addresses) == len(set(addresses))


def test_missing_page_asks_for_its_sheet_from_the_root_of_the_address(tmp_path: Path) -> None:
    build_site(a_site(OPEN, site_address="https://a.example/news"), tmp_path, rendition)
    text = (tmp_path / "public" / "404.html").read_text(encoding="utf-8")
    assert 'href="/news/assets/site-' in text


def test_empty_newsroom_has_a_front_that_says_so(tmp_path: Path) -> None:
    build_site(a_site(), tmp_path, rendition)
    found = main_of((tmp_path / "public" / "index.html").read_text(encoding="utf-8"))
    assert "Nothing has been published here yet." in lines(found)


def test_asset_of_another_name_is_none() -> None:
    assert asset("site.css") is None


def test_every_page_keeps_the_rules_of_html_that_readers_depend_on(public: Path) -> None:
    faults = [(str(path.relative_to(public)), fault) for path, text in pages(public) for fault in faults_of(text)]
    assert not faults


def faults_of(text: str) -> Iterator[str]:
    """Yield what is wrong with a page: the rules that a screen reader and a browser need most."""
    page = parsed(text)
    if not text.startswith("<!DOCTYPE html>\n<html lang="):
        yield "no doctype or language"
    if len(list(page.iter("h1"))) != 1:
        yield "not one h1"
    if len(list(page.iter("main"))) != 1:
        yield "not one main"
    ids = [element.get("id") for element in page.iter() if isinstance(element.tag, str) and element.get("id")]
    if len(ids) != len(set(ids)):
        yield "an id twice"
    for element in page.iter("a"):
        if not element.text_content().strip():
            yield "a link without words"
        if (element.get("href") or "").startswith("#") and element.get("href", "")[1:] not in ids:
            yield "a link to nowhere on the page"
    for image in page.iter("img"):
        if not image.get("alt", "").strip() or not image.get("width") or not image.get("height"):
            yield "an image without alt or size"
    levels = [int(str(element.tag)[1]) for element in page.iter("h1", "h2", "h3")]
    if any(after - before > 1 for before, after in pairwise(levels)):
        yield "a level of headings left out"


def test_no_page_of_a_small_site_is_heavy(public: Path) -> None:
    heavy = [path for path, text in pages(public) if len(gzip.compress(text.encode(), 9, mtime=0)) > 6_000]
    assert not heavy


def test_file_names_are_plain_on_every_system(public: Path) -> None:
    names = [PurePosixPath(path.relative_to(public).as_posix()) for path in public.rglob("*")]
    assert not [name for name in names if not str(name).isascii() or any(sign in str(name) for sign in ' ?:"<>|*\\')]
