"""The page of an agency, field by field: what readers have known for years must come out again."""

from pathlib import Path

import pytest

from newsdesk.domain.publication import Publication
from newsdesk.export.page import article_page
from tests import corpus
from tests.export.agency_page import AgencyPage, read_agency_page
from tests.export.builders import PUBLICATION
from tests.export.pages import lines, lines_to_gate, main_of, meta, news_article, one, parsed, structured_data

GOLDEN = Path(__file__).resolve().parent.parent / "golden"


@pytest.fixture(params=["our own text", "the collection's page"])
def original(request: pytest.FixtureRequest) -> AgencyPage:
    """Return a page as it was copied from a browser."""
    if request.param == "our own text":
        return read_agency_page((GOLDEN / "agency_page.txt").read_text(encoding="utf-8"))
    (seed,) = corpus.files("seeds", pattern="*.txt")
    return read_agency_page(seed.read_text(encoding="utf-8"))


@pytest.fixture
def page(original: AgencyPage) -> str:
    """Return our page of the same story."""
    return article_page(original.story(), PUBLICATION)


def test_text_from_headline_to_gate_is_the_original_in_its_order(original: AgencyPage, page: str) -> None:
    assert lines_to_gate(page) == list(original.lines)


def test_title_is_headline_and_site_with_one_space_at_each_side(original: AgencyPage, page: str) -> None:
    (title,) = parsed(page).iter("title")
    assert title.text_content() == original.title


def test_title_for_other_sites_is_the_headline_alone(original: AgencyPage, page: str) -> None:
    assert meta(page, "og:title") == original.lines[0]


def test_there_is_one_h1_and_it_is_the_headline(original: AgencyPage, page: str) -> None:
    assert [h1.text_content() for h1 in parsed(page).iter("h1")] == [original.lines[0]]


def test_source_is_printed_and_is_the_author_of_the_data(original: AgencyPage, page: str) -> None:
    assert original.lines[1] == "Source: Beta" == lines_to_gate(page)[1]
    assert news_article(page)["author"] == {"@type": "Organization", "name": "Beta"}


def test_crumb_links_lead_to_both_levels_and_stand_in_the_data(page: str) -> None:
    links = [(link.text, link.get("href")) for link in one(main_of(page), "crumb").iter("a")]
    assert links == [("Archive", "../../../archive/index.html"), ("News", "../../../archive/news/index.html")]
    (crumbs,) = [item for item in structured_data(page) if item["@type"] == "BreadcrumbList"]
    assert [level["name"] for level in crumbs["itemListElement"]] == ["Archive", "News"]


def test_path_is_section_id_and_slug(original: AgencyPage) -> None:
    path = original.story().path
    assert path.startswith("archive/news/1-")
    assert path.endswith("/")


def test_date_has_a_machine_s_form_with_the_zone_s_offset(original: AgencyPage, page: str) -> None:
    (moment, *_) = main_of(page).iter("time")
    assert moment.get("datetime") == original.moment.isoformat()
    assert moment.text == original.lines[2].split(" | ")[1]


def test_clock_follows_a_hidden_drawing_and_no_icon_name(original: AgencyPage, page: str) -> None:
    (icon,) = main_of(page).iter("svg")
    assert icon.get("aria-hidden") == "true"
    assert (icon.tail or "").strip() == original.lines[2].split(" | ")[2]
    assert "access_time" not in page


def test_photo_offers_sizes_with_width_height_and_alternative_text(original: AgencyPage, page: str) -> None:
    (image,) = main_of(page).iter("img")
    assert image.get("alt") == original.story().article.photos[0].caption
    assert int(image.get("width", "0")) > int(image.get("height", "0")) > 0
    assert image.get("srcset", "").count(".jpg ") == 3
    (modern,) = main_of(page).iter("source")
    assert (modern.get("type"), modern.get("srcset", "").count(".webp ")) == ("image/webp", 3)


def test_caption_ends_with_the_credit_and_the_data_says_the_same(original: AgencyPage, page: str) -> None:
    (caption,) = main_of(page).iter("figcaption")
    assert caption.text_content() == original.lines[3]
    credit = one(caption, "credit").text_content()
    assert news_article(page)["image"][0]["creditText"] == credit
    assert page.count(f'<span class="credit">{credit}') == 1


def test_every_paragraph_is_a_paragraph_and_none_is_empty(original: AgencyPage, page: str) -> None:
    paragraphs = [paragraph.text_content() for paragraph in one(main_of(page), "body")]
    assert paragraphs == list(original.lines[4:-6])
    assert all(paragraphs)


def test_quotes_are_paired_and_odd_spaces_are_gone(page: str) -> None:
    text = main_of(page).text_content()
    assert text.count("“") == text.count("”") > 0
    assert "\u00a0" not in page
    assert not [line for line in lines(main_of(page)) if "  " in line]


def test_gate_is_one_section_with_three_links_that_lead_back(original: AgencyPage, page: str) -> None:
    (gate,) = main_of(page).find_class("gate")
    assert gate.tag == "section"
    assert lines(gate) == list(original.lines[-6:])
    links = [(link.text, link.get("href", "")) for link in gate.iter("a")]
    assert [text for text, _ in links] == ["Subscription offer", "Register for free", "Log in"]
    assert all("?return=https%3A%2F%2Fbeta-briefing.example%2Farchive%2Fnews%2F1-" in href for _, href in links)


def test_number_of_free_articles_is_a_setting(original: AgencyPage) -> None:
    page = article_page(original.story(), Publication(free_articles=7))
    assert "And read up to 7 articles each month." in lines_to_gate(page)


def test_related_articles_are_absent_with_their_heading_when_there_are_none(page: str) -> None:
    assert "Related Articles" not in page


def test_latest_news_follows_the_gate_and_is_a_plain_link(page: str) -> None:
    (section,) = main_of(page).find_class("latest")
    assert lines(section) == ["Latest News", "All latest news"]
    assert [link.get("href") for link in section.iter("a")] == ["../../../latest/index.html"]


def test_open_page_is_free_and_has_no_part_behind_a_gate(page: str) -> None:
    assert news_article(page)["isAccessibleForFree"] is True
    assert "hasPart" not in news_article(page)
