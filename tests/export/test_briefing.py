"""An edition on the web and as Markdown: the same items, order and credits."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.domain.article import Access
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.export.briefing import briefing_markdown, briefing_page
from tests.export.builders import PARAGRAPHS, a_briefing, a_photo, a_story
from tests.export.pages import lines, main_of, parsed

GOLDEN = Path(__file__).resolve().parent.parent / "golden"

FIRST = a_story(photo=a_photo(), standfirst="The first car carried bread.")
SECOND = a_story(
    id=ArticleId(13),
    headline="Market [Hall] *Stays*",
    photo=a_photo(id=PhotoId(8), caption="The hall", credit_line="(AP Photo/Ana Ilic)", label=True),
)
THIRD = a_story(id=ArticleId(14), headline="Grain Prices Fall", access=Access.MEMBERS)
EDITION = a_briefing(FIRST, SECOND, THIRD, editors_note="Good morning.\n\nBread & boats.")


def test_markdown_is_the_golden_one() -> None:
    assert briefing_markdown(EDITION) == (GOLDEN / "briefing.md").read_text(encoding="utf-8")


def test_page_shows_the_items_in_their_order() -> None:
    assert [heading.text for heading in main_of(briefing_page(EDITION)).iter("h2")] == [
        "Editor’s note",
        "River Town Reopens Its Old Ferry After Eleven Years",
        "Market [Hall] *Stays*",
        "Grain Prices Fall",
    ]


def test_both_outputs_have_the_same_words_in_the_same_order() -> None:
    words = [
        "Morning Briefing 3",
        "Good morning.",
        "The first car carried bread.",
        "(BETAPHOTO/MILICA PETROVIC)",
        "(AP Photo/Ana Ilic)",
        "Grain Prices Fall",
    ]
    for text in (main_of(briefing_page(EDITION)).text_content(), briefing_markdown(EDITION)):
        assert all(word in text for word in words)
        credits = [text.index(word) for word in ("(BETAPHOTO/MILICA PETROVIC)", "(AP Photo/Ana Ilic)")]
        assert credits == sorted(credits)


def test_photo_made_by_a_machine_is_labelled_in_both() -> None:
    label = "Image made with artificial intelligence"
    assert label in briefing_page(EDITION)
    assert label in briefing_markdown(EDITION)


def test_item_without_summary_gets_the_first_open_sentence() -> None:
    assert PARAGRAPHS[0] in lines(main_of(briefing_page(EDITION)))


def test_item_of_a_members_story_never_speaks_from_behind_the_gate() -> None:
    edition = a_briefing(THIRD)
    assert not [text for text in PARAGRAPHS if text[:50] in briefing_page(edition) + briefing_markdown(edition)]


def test_edition_s_own_words_go_before_the_story_s() -> None:
    item = replace(EDITION.items[0], headline="Bread First", summary="Our words.")
    found = lines(main_of(briefing_page(replace(EDITION, items=(item,)))))
    assert "Bread First" in found
    assert "Our words." in found


def test_read_on_leads_to_the_story_s_page() -> None:
    links = [link.get("href") for link in main_of(briefing_page(EDITION)).iter("a")]
    assert links[0] == f"../../../{FIRST.path}index.html"


def test_item_whose_story_is_not_on_the_site_has_no_link() -> None:
    edition = replace(EDITION, items=(replace(EDITION.items[0], read_on=""),))
    assert not list(main_of(briefing_page(edition)).iter("a"))
    assert "Read on" not in briefing_markdown(edition)


@pytest.mark.parametrize(("language", "words"), [("sr-Latn", "Izvor: Beta"), ("sr-Cyrl", "Извор: Beta")])
def test_edition_speaks_its_language(language: str, words: str) -> None:
    edition = replace(EDITION, language=language)
    assert parsed(briefing_page(edition)).get("lang") == language
    assert words in briefing_page(edition)
    assert words in briefing_markdown(edition)


def test_same_edition_gives_the_same_bytes() -> None:
    assert briefing_page(EDITION) == briefing_page(EDITION)
    assert briefing_markdown(EDITION) == briefing_markdown(EDITION)
