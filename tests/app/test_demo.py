"""The demonstration: the whole job in one command, and every row of the known page in what it leaves."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from PIL import Image

from newsdesk.app.demo import NotADemoFolderError, run_demo
from newsdesk.media.metadata import read_metadata
from newsdesk.storage.engine import open_store
from tests import corpus
from tests.export.agency_page import AgencyPage, read_agency_page
from tests.export.pages import lines, lines_to_gate, main_of, meta, news_article, one, parsed, structured_data

_SAMPLE = corpus.ROOT / "resources" / "sample" / "page" / "observatory-telescope.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """What the command left, what it said, and the page that it began with."""

    out: Path
    said: str
    original: AgencyPage

    @property
    def folder(self) -> Path:
        """The folder of the story's page on the site."""
        (folder,) = (self.out / "site/public/archive/news").glob("1-*")
        return folder

    @property
    def page(self) -> str:
        """The story's page."""
        return (self.folder / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="session", params=["the sample's page", "the collection's page"])
def demo(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """Run the command once for each page, as a person does: in a process, without a display."""
    out = tmp_path_factory.mktemp("demo") / "out"
    copied, words = _SAMPLE, ["--json", "demo", str(out)]
    if request.param == "the collection's page":
        copied = corpus.files("seeds", pattern="*.txt")[0]
        words += ["--page", str(copied)]
    hidden = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, str(corpus.ROOT / "main.py"), *words]
    done = subprocess.run(command, env=hidden, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr.decode()
    return Demo(out=out, said=done.stdout.decode(), original=read_agency_page(copied.read_text(encoding="utf-8")))


def test_json_stands_alone(demo: Demo) -> None:
    assert json.loads(demo.said) == {"done": True}


def test_title_is_headline_and_publication_with_one_space_at_each_side(demo: Demo) -> None:
    (title,) = parsed(demo.page).iter("title")
    assert title.text_content() == f"{demo.original.lines[0]} | Beta Briefing"
    assert meta(demo.page, "og:title") == demo.original.lines[0]


def test_headline_is_the_one_h1(demo: Demo) -> None:
    assert [h1.text_content() for h1 in parsed(demo.page).iter("h1")] == [demo.original.lines[0]]


def test_source_is_printed_and_stands_in_the_data(demo: Demo) -> None:
    assert f'<p class="source">{demo.original.lines[1]}</p>' in demo.page
    assert news_article(demo.page)["author"] == {"@type": "Organization", "name": "Beta"}


def test_crumb_leads_to_pages_that_are_there_and_stands_in_the_data(demo: Demo) -> None:
    links = [str(link.get("href")) for link in one(main_of(demo.page), "crumb").iter("a")]
    assert len(links) == 2 and all((demo.folder / link).is_file() for link in links)
    (crumbs,) = [item for item in structured_data(demo.page) if item["@type"] == "BreadcrumbList"]
    assert [level["name"] for level in crumbs["itemListElement"]] == ["Archive", "News"]


def test_address_is_section_id_and_an_ascii_slug(demo: Demo) -> None:
    assert re.fullmatch(r"1-[a-z0-9-]{1,80}", demo.folder.name)


def test_date_and_clock_are_those_of_the_page_in_the_newsrooms_zone(demo: Demo) -> None:
    (moment, *_) = main_of(demo.page).iter("time")
    assert moment.get("datetime") == demo.original.moment.isoformat()
    assert lines_to_gate(demo.page)[2] == demo.original.lines[2]


def test_clock_follows_a_hidden_drawing_and_no_output_names_it(demo: Demo) -> None:
    (icon,) = main_of(demo.page).iter("svg")
    assert icon.get("aria-hidden") == "true"
    texts = [path for path in demo.out.rglob("*") if path.suffix in (".html", ".xml", ".md", ".txt", ".json")]
    assert texts and not any("access_time" in path.read_text(encoding="utf-8") for path in texts)


def test_photo_has_sizes_that_are_there_width_height_and_alternative_text(demo: Demo) -> None:
    (image,) = main_of(demo.page).iter("img")
    files = [candidate.split()[0] for candidate in str(image.get("srcset")).split(",")]
    assert len(files) > 1 and all((demo.folder / file).is_file() for file in files)
    with Image.open(demo.folder / str(image.get("src"))) as picture:
        assert [str(side) for side in picture.size] == [image.get("width"), image.get("height")]
    assert image.get("alt")


def test_caption_and_credit_print_as_on_the_page_and_the_data_says_the_same(demo: Demo) -> None:
    (caption,) = main_of(demo.page).iter("figcaption")
    assert caption.text_content() == demo.original.lines[3]
    credit = one(caption, "credit").text_content()
    assert news_article(demo.page)["image"][0]["creditText"] == credit
    assert demo.original.lines[3].endswith(credit)


def test_credit_is_inside_every_picture_of_the_site(demo: Demo) -> None:
    pictures = list((demo.out / "site/public/photos").iterdir())
    said = [read_metadata(picture.read_bytes()) for picture in pictures]
    assert len(pictures) > 2 and {f"{one.credit_line}" for one in said} == {
        demo.original.lines[3][demo.original.lines[3].index("(") :]
    }


def test_body_is_six_paragraphs_word_for_word_with_paired_quotes(demo: Demo) -> None:
    paragraphs = [paragraph.text_content() for paragraph in one(main_of(demo.page), "body").iter("p")]
    assert paragraphs == list(demo.original.lines[4:-6]) and len(paragraphs) == 6
    text = " ".join(paragraphs)
    assert text.count("“") == text.count("”") == 7
    assert "\u00a0" not in unescape(demo.page) and "  " not in text


def test_gate_is_one_section_with_the_known_words_and_three_links_that_lead_somewhere(demo: Demo) -> None:
    (gate,) = main_of(demo.page).find_class("gate")
    assert (gate.tag, lines(gate)) == ("section", list(demo.original.lines[-6:]))
    links = [str(link.get("href")) for link in gate.iter("a")]
    assert len(links) == 3 and all((demo.folder / link.partition("?")[0]).is_file() for link in links)


def test_gate_stands_in_no_feed_and_in_no_data(demo: Demo) -> None:
    feeds = [feed.read_text(encoding="utf-8") for feed in (demo.out / "site/public/feeds").iterdir()]
    data = json.dumps(structured_data(demo.page))
    assert feeds and not any("Register for free" in text for text in (*feeds, data))


def test_text_from_headline_to_gate_is_the_pages_own_in_its_order(demo: Demo) -> None:
    assert lines_to_gate(demo.page) == list(demo.original.lines)


def test_related_articles_are_left_out_while_there_are_none(demo: Demo) -> None:
    assert "Related Articles" not in demo.page


def test_latest_news_follows_as_a_plain_link(demo: Demo) -> None:
    (section,) = main_of(demo.page).find_class("latest")
    assert lines(section)[0] == "Latest News"
    assert [(demo.folder / str(link.get("href"))).is_file() for link in section.iter("a")] == [True]


def test_page_is_open_to_everybody(demo: Demo) -> None:
    assert news_article(demo.page)["isAccessibleForFree"] is True and "hasPart" not in news_article(demo.page)


def test_members_pages_are_written_for_a_gate_server_only(demo: Demo) -> None:
    assert not (demo.out / "site/members").exists()


def test_demo_leaves_story_and_edition_alone_too(demo: Demo) -> None:
    for folder in ("story", "briefing"):
        files = [path for path in (demo.out / folder).iterdir() if path.is_file()]
        assert {path.suffix for path in files} == {".html", ".md"}
        assert all(demo.original.lines[0] in path.read_text(encoding="utf-8") for path in files)


def test_site_carries_the_edition(demo: Demo) -> None:
    (edition,) = (demo.out / "site/public/briefings/morning-briefing").glob("[0-9]*/index.html")
    assert demo.original.lines[0] in edition.read_text(encoding="utf-8")


def test_window_was_drawn_with_every_panel(demo: Demo) -> None:
    names = {path.stem.partition("-")[2]: path for path in (demo.out / "screenshots").glob("*.png")}
    assert {"window", "details", "photos", "checks", "history", "narrow", "dark"} <= set(names)
    with Image.open(names["window"]) as picture, Image.open(names["narrow"]) as narrow:
        assert (picture.size, narrow.size) == ((1440, 900), (1100, 700))
        assert len(picture.convert("RGB").getcolors(1 << 24) or []) > 100


def test_newsroom_of_the_demo_is_in_order(demo: Demo) -> None:
    store = open_store(demo.out / "newsroom")
    try:
        with store.reading() as unit:
            assert dict(unit.articles.counts_by_state()) == {"draft": 1, "published": 1}
        assert list(store.verify()) == []
    finally:
        store.close()


def test_folder_of_somebody_elses_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ana")
    with pytest.raises(NotADemoFolderError):
        run_demo(tmp_path, None, lambda step: None)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("Dear Ana")
    with pytest.raises(NotADemoFolderError):
        run_demo(tmp_path / "out", None, lambda step: None)


def test_folder_of_a_demo_is_replaced(demo: Demo, tmp_path: Path) -> None:
    # A page that is refused ends it before the window is drawn: what was there before is gone by then.
    copy = tmp_path / "out"
    shutil.copytree(demo.out, copy, symlinks=True)
    (copy / "left-over.txt").write_text("old")
    (tmp_path / "empty.html").write_bytes(b"")
    done = subprocess.run(
        [sys.executable, str(corpus.ROOT / "main.py"), "demo", str(copy), "--page", str(tmp_path / "empty.html")],
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, b"is empty" in done.stderr) == (1, True)
    assert not (copy / "left-over.txt").exists() and not (copy / "site").exists()
