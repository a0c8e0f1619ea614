"""The page of a story: its faces, its words in three languages, and what never gets into it."""

import gzip
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from newsdesk.domain.article import Access, Article
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.export.body_html import preview_groups
from newsdesk.export.labels import labels_in
from newsdesk.export.page import Face, article_main, article_page, story_path
from newsdesk.export.templates import asset, assets
from tests.export.agency_page import read_agency_page
from tests.export.builders import (
    HEADLINE,
    PARAGRAPHS,
    PUBLICATION,
    a_correction,
    a_link,
    a_photo,
    a_story,
    an_article,
)
from tests.export.pages import lines, lines_to_gate, main_of, meta, news_article, one, parsed

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
GATED = (Access.TEASER, Access.MEMBERS)


def page(face: Face = Face.PUBLIC, **changes: Any) -> str:
    """Return the page of a story with changes."""
    return article_page(a_story(**changes), PUBLICATION, face=face)


def test_main_part_is_the_golden_one() -> None:
    related = (a_link(a_story(id=ArticleId(13), headline="Council Votes to Keep the Old Market Hall")),)
    story = a_story(photo=a_photo(), related=related, standfirst="The first car to cross carried bread.")
    expected = (GOLDEN / "ferry.main.html").read_text(encoding="utf-8")
    assert article_main(story, PUBLICATION) == expected


def test_same_view_gives_the_same_bytes() -> None:
    assert page(photo=a_photo()) == page(photo=a_photo())


def test_standfirst_stands_directly_under_the_headline() -> None:
    assert lines_to_gate(page(standfirst="A short way over."))[:2] == [HEADLINE, "A short way over."]


def test_empty_standfirst_leaves_no_element() -> None:
    assert not main_of(page()).find_class("standfirst")


def test_open_story_is_whole_and_followed_by_the_promotion() -> None:
    found = lines_to_gate(page())
    assert [line for line in found if line in PARAGRAPHS] == list(PARAGRAPHS)
    assert found[-6] == "To get full access to all content of interest see our"


@pytest.mark.parametrize(("setting", "shown"), [(1, 1), (2, 2), (3, 3), (9, 3)])
def test_teaser_shows_its_first_paragraphs_and_never_the_last(setting: int, shown: int) -> None:
    publication = replace(PUBLICATION, teaser_paragraphs=setting)
    found = lines_to_gate(article_page(a_story(access=Access.TEASER), publication))
    assert [line for line in found if line in PARAGRAPHS] == list(PARAGRAPHS[:shown])


@pytest.mark.parametrize(("count", "shown"), [(1, 0), (2, 1), (3, 2)])
def test_teaser_of_a_short_body_is_shorter(count: int, shown: int) -> None:
    found = lines_to_gate(page(access=Access.TEASER, body_markdown="\n\n".join(PARAGRAPHS[:count])))
    assert [line for line in found if line in PARAGRAPHS] == list(PARAGRAPHS[:shown])


def test_quotes_and_list_items_count_as_paragraphs_of_a_teaser() -> None:
    body = "> quoted words\n\n- listed words\n\nhidden words\n\nlast words\n"
    found = page(access=Access.TEASER, body_markdown=body)
    assert "listed words" in found
    assert "hidden words" not in found


def test_foreign_markdown_of_many_paragraphs_is_cut_like_any_other() -> None:
    body = "<div>\n<p>first words</p>\n<p>second words</p>\n<p>third words</p>\n<p>fourth words</p>\n</div>\n"
    assert "third words" in page(body_markdown=body)
    found = page(access=Access.TEASER, body_markdown=body)
    assert "second words" in found
    assert "third words" not in found


def test_link_that_runs_a_script_is_printed_as_its_words() -> None:
    body = one(main_of(page(body_markdown="[click](javascript:alert(1)) [fine](https://a.example/)\n")), "body")
    assert body.text_content().split() == ["click", "fine"]
    assert [link.get("href") for link in body.iter("a")] == ["https://a.example/"]


def test_groups_of_the_preview_are_those_of_its_page() -> None:
    story = a_story(photo=a_photo(), body_markdown="One.\n\n- a\n- b\n\n![x](media:7)\n: Boat\n\nTwo.\n")
    found = article_page(story, PUBLICATION, face=Face.PREVIEW, root="/")
    groups = preview_groups(story, PUBLICATION)
    assert [group.first for group in groups] == [0, 1, 3, 4]
    assert "\n".join(group.html for group in groups) in found


def test_members_story_shows_not_one_sentence_of_its_body() -> None:
    found = page(access=Access.MEMBERS, standfirst="What it costs.", dateline="KOVIN, Nov. 21", photo=a_photo())
    assert lines_to_gate(found)[:2] == [HEADLINE, "What it costs."]
    assert not main_of(found).find_class("body")
    assert not [words for text in PARAGRAPHS for words in text.split(". ") if words in found]


@pytest.mark.parametrize("access", GATED)
def test_members_face_is_whole_without_gate(access: Access) -> None:
    found = page(Face.MEMBERS, access=access)
    assert [line for line in lines_to_gate(found) if line in PARAGRAPHS] == list(PARAGRAPHS)
    assert not main_of(found).find_class("gate")


@pytest.mark.parametrize("access", GATED)
@pytest.mark.parametrize("face", [Face.PUBLIC, Face.MEMBERS])
def test_part_behind_the_gate_has_the_class_that_the_data_names(access: Access, face: Face) -> None:
    found = page(face, access=access)
    assert one(main_of(found), "paywall") is not None
    assert news_article(found)["hasPart"]["cssSelector"] == ".paywall"


def test_description_of_a_members_story_is_its_standfirst_or_nothing() -> None:
    assert meta(page(access=Access.MEMBERS, standfirst="What it costs."), "description") == "What it costs."
    assert meta(page(access=Access.MEMBERS), "description") == ""


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("A first one is here. Then another.", "A first one is here."),
        ("On Nov. 21 he said no. She did not.", "On Nov. 21 he said no."),
        ("Mr. Ilić and J. Brown met Dr. Savić. They spoke.", "Mr. Ilić and J. Brown met Dr. Savić."),
        ("“It is over.” The mayor left.", "“It is over.”"),
        ("Скела плови. Град се радује.", "Скела плови."),
        ("No end at all", "No end at all"),
        ("It costs 3.5 dinars. Nobody minds.", "It costs 3.5 dinars."),
    ],
)
def test_description_without_standfirst_is_the_first_sentence(body: str, sentence: str) -> None:
    assert meta(page(body_markdown=body), "description") == sentence


def test_long_description_is_cut_between_words() -> None:
    found = meta(page(standfirst="word " * 100), "description")
    assert len(found) <= 300
    assert found.endswith("word…")


def test_correction_of_an_open_story_says_what_was_wrong() -> None:
    (section,) = main_of(page(corrections=(a_correction(),))).find_class("corrections")
    assert lines(section)[1] == (
        "22.11.23 10:15 Third paragraph: an earlier version said “twelve cars”. It should say “ten cars”. "
        "The operator gave the wrong number."
    )


@pytest.mark.parametrize("access", GATED)
def test_correction_of_a_gated_story_quotes_nothing(access: Access) -> None:
    found = page(access=access, corrections=(a_correction(),))
    (section,) = main_of(found).find_class("corrections")
    assert lines(section)[1] == "22.11.23 10:15 This story was corrected."
    assert "ten cars" not in found


def test_preview_numbers_the_groups_of_the_body_and_other_faces_do_not() -> None:
    numbers = [part.get("data-block") for part in one(main_of(page(Face.PREVIEW)), "body")]
    assert numbers == ["0", "1", "2", "3"]
    assert "data-block" not in page()


def test_preview_asks_for_its_files_from_its_own_root_and_runs_no_script() -> None:
    found = article_page(a_story(photo=a_photo()), PUBLICATION, face=Face.PREVIEW, root="/")
    (sheet,) = [link.get("href", "") for link in parsed(found).iter("link") if link.get("rel") == "stylesheet"]
    assert sheet.startswith("/assets/site-")
    assert asset(sheet.removeprefix("/assets/")) is not None
    assert "/photos/ferry-320.webp 320w" in found
    assert not [script for script in parsed(found).iter("script") if script.get("src")]


@pytest.mark.parametrize(
    ("language", "source", "related", "latest"),
    [
        ("en", "Source: Beta", "Related Articles", "Latest News"),
        ("sr-Latn", "Izvor: Beta", "Povezani članci", "Najnovije vesti"),
        ("sr-Cyrl", "Извор: Beta", "Повезани чланци", "Најновије вести"),
    ],
)
def test_page_speaks_the_language_of_its_story(language: str, source: str, related: str, latest: str) -> None:
    found = page(language=language, related=(a_link(a_story()),))
    headings = [heading.text for heading in main_of(found).iter("h2")]
    assert (parsed(found).get("lang"), lines_to_gate(found)[1], headings) == (language, source, [related, latest])
    assert PUBLICATION.gate(language).offer in found


def test_labels_of_an_unknown_language_are_english() -> None:
    assert labels_in("fr").source == "Source"


def test_summer_date_has_the_summer_offset() -> None:
    published = datetime(2024, 7, 1, 22, 30, tzinfo=UTC)
    assert '<time datetime="2024-07-02T00:30:00+02:00">02.07.24</time>' in page(published_at=published)


@pytest.mark.parametrize(
    ("moment", "offset"),
    [
        (datetime(2024, 3, 31, 0, 59, tzinfo=UTC), "01:59:00+01:00"),
        (datetime(2024, 3, 31, 1, 0, tzinfo=UTC), "03:00:00+02:00"),
        (datetime(2024, 10, 27, 0, 59, tzinfo=UTC), "02:59:00+02:00"),
        (datetime(2024, 10, 27, 1, 0, tzinfo=UTC), "02:00:00+01:00"),
    ],
)
def test_both_changes_of_the_clock_are_kept(moment: datetime, offset: str) -> None:
    assert news_article(page(published_at=moment))["datePublished"].endswith(offset)


def test_draft_without_date_shows_neither_date_nor_clock() -> None:
    crumb = one(main_of(page(published_at=None)), "crumb")
    assert crumb.text_content() == "Archive / News"


def test_related_lists_at_most_five_with_their_dates() -> None:
    related = tuple(a_link(a_story(id=ArticleId(number))) for number in range(20, 28))
    (section,) = main_of(page(related=related)).find_class("related")
    assert len(list(section.iter("li"))) == 5
    assert {moment.text for moment in section.iter("time")} == {"21.11.23"}


def test_figure_in_the_text_shows_its_own_caption_and_the_photo_s_credit() -> None:
    photo = a_photo(id=PhotoId(9), caption="not this one")
    body = f'{PARAGRAPHS[0]}\n\n![Ropes](media:9 "left")\n: The *old* ropes\n\n{PARAGRAPHS[1]}\n'
    body_part = one(main_of(page(inline=(photo,), body_markdown=body)), "body")
    (figure,) = body_part.iter("figure")
    (image,) = figure.iter("img")
    assert (figure.get("class"), image.get("alt"), image.get("loading")) == ("left", "Ropes", "lazy")
    assert lines(figure) == ["The old ropes (BETAPHOTO/MILICA PETROVIC)"]


def test_figure_whose_photo_the_story_lacks_is_not_shown() -> None:
    assert "<figure" not in page(body_markdown="One.\n\n![x](media:99)\n\nTwo.\n")


def test_picture_made_by_a_machine_is_labelled() -> None:
    (caption,) = main_of(page(photo=a_photo(label=True))).iter("figcaption")
    assert one(caption, "label").text == "Image made with artificial intelligence"


def test_photo_without_caption_prints_its_credit_alone() -> None:
    assert lines(main_of(page(photo=a_photo(caption=""))))[3] == "(BETAPHOTO/MILICA PETROVIC)"


def test_alternative_text_falls_back_on_the_caption() -> None:
    (image,) = main_of(page(photo=a_photo(alt=""))).iter("img")
    assert image.get("alt") == "The ferry at Kovin"


@pytest.mark.parametrize(
    "field", ["headline", "standfirst", "source", "section", "byline", "dateline", "body_markdown"]
)
def test_markup_in_a_field_is_printed_and_not_obeyed(field: str) -> None:
    hostile = "a</script><script>alert(1)</script><img src=x onerror=alert(2)> {{ 7*7 }} b"
    found = parsed(page(Face.PUBLIC, **{field: hostile}))
    scripts = [script for script in found.iter("script") if not script.get("src")]
    assert [script.get("type") for script in scripts] == ["application/ld+json"]
    assert not list(found.iter("img"))
    assert "49" not in found.text_content()


def test_control_characters_do_not_reach_the_page() -> None:
    assert not {"\x00", "\x0b", "\u202e"} & set(page(headline="A\x00 b\x0b c\u202e d"))


@pytest.mark.parametrize("tag", ["iframe", "object", "embed", "base", "form"])
def test_page_has_no_foreign_part(tag: str) -> None:
    assert not list(parsed(page(photo=a_photo())).iter(tag))


def test_scripts_are_the_data_and_one_small_deferred_file() -> None:
    loaders = [script for script in parsed(page()).iter("script") if script.get("type") != "application/ld+json"]
    ((source, text),) = [(script.get("src", ""), script.text) for script in loaders]
    content, media_type = asset(source.rpartition("/")[2]) or (b"", "")
    assert (text, media_type) == (None, "text/javascript")
    assert 0 < len(content) <= 1024


def test_page_and_sheet_of_an_agency_story_weigh_at_most_9_kilobytes() -> None:
    story = read_agency_page((GOLDEN / "agency_page.txt").read_text(encoding="utf-8")).story()
    related = tuple(a_link(a_story(id=ArticleId(number))) for number in range(20, 25))
    html = article_page(replace(story, related=related), PUBLICATION).encode()
    sheet = next(content for name, content in assets().items() if name.endswith(".css"))
    weight = sum(len(gzip.compress(part, 9, mtime=0)) for part in (html, sheet))
    assert weight <= 9_000


@pytest.mark.parametrize(
    ("article", "path"),
    [
        (an_article(), "archive/news/12-river-town-reopens-its-old-ferry-after-eleven-years/"),
        (an_article(section="Economy", headline="Đorđe & Ćira"), "economy/12-djordje-and-cira/"),
        (an_article(section="", headline=""), "12-story/"),
        (an_article(section="Latest"), "latest-section/12-river-town-reopens-its-old-ferry-after-eleven-years/"),
        (an_article(language="sr-Latn", section="A / B", headline="x"), "sr-Latn/a/b/12-x/"),
    ],
)
def test_story_path_is_made_of_section_id_and_headline(article: Article, path: str) -> None:
    assert story_path(article) == path


def test_publication_s_own_language_has_no_folder() -> None:
    assert story_path(an_article(language="sr-Latn", headline="x"), home="sr-Latn") == "archive/news/12-x/"


def test_other_languages_of_a_story_are_named() -> None:
    story = replace(a_story(), alternates=(("en", "archive/a/"), ("sr-Latn", "sr-Latn/archive/a/")))
    found = parsed(article_page(story, PUBLICATION))
    tags = {link.get("hreflang"): link.get("href") for link in found.iter("link") if link.get("hreflang")}
    assert tags["sr-Latn"] == "https://beta-briefing.example/sr-Latn/archive/a/"
