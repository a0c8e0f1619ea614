"""A story as a Markdown file: the record in its front matter, the body as it is stored."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.article import Access
from newsdesk.domain.ids import PhotoId
from newsdesk.export.markdown import article_markdown
from newsdesk.export.views import StoryView
from tests.export.builders import PUBLICATION, a_photo, a_story

GOLDEN = Path(__file__).resolve().parent.parent / "golden"


def front_and_body(story: StoryView) -> tuple[dict[str, Any], str]:
    """Return front matter, every value as text, and body of an exported story."""
    opening, front, rest = article_markdown(story, PUBLICATION).split("---\n", 2)
    assert opening == ""
    assert rest.startswith("\n")
    return yaml.load(front, Loader=yaml.BaseLoader), rest[1:]


def test_file_is_the_golden_one() -> None:
    story = a_story(
        photo=a_photo(),
        inline=(a_photo(id=PhotoId(9), caption="Ropes", alt=""),),
        access=Access.TEASER,
        standfirst="The first car: “bread”.",
        slugline="ferry-kovin",
        embargo_until=datetime(2023, 7, 1, 10, 0, tzinfo=UTC),
    )
    assert article_markdown(story, PUBLICATION) == (GOLDEN / "ferry.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "body",
    [
        "",
        "\n",
        "\n\nOne.\n\n\n",
        "One.  \r\n\r\nTwo.",
        "# A title stays\n",
        "---\nnot: front\n---\n",
        "\ufeffx\u00a0\u2028",
    ],
)
def test_body_is_kept_byte_for_byte(body: str) -> None:
    assert front_and_body(a_story(body_markdown=body))[1] == body


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_body_is_kept_byte_for_byte(body: str) -> None:
    assert front_and_body(a_story(body_markdown=body))[1] == body


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff")))
def test_any_headline_reads_back(headline: str) -> None:
    found = front_and_body(a_story(headline=headline))[0].get("headline", "")
    assert found == headline


def test_times_are_in_the_publication_s_zone() -> None:
    assert front_and_body(a_story())[0]["published_at"] == "2023-11-21T16:34:00+01:00"


def test_empty_fields_are_left_out() -> None:
    front = front_and_body(a_story(published_at=None))[0]
    assert not {"standfirst", "byline", "published_at", "embargo_until", "photos"} & front.keys()


def test_photo_says_file_caption_credit_and_alternative_text() -> None:
    front = front_and_body(a_story(photo=a_photo()))[0]
    assert front["photos"] == [
        {
            "photo": "7",
            "file": "photos/ferry-960.jpg",
            "lead": "true",
            "caption": "The ferry at Kovin",
            "credit": "(BETAPHOTO/MILICA PETROVIC)",
            "alt": "A flat boat with four cars leaves a muddy bank.",
        }
    ]


def test_keys_of_an_imported_file_come_out_again() -> None:
    front = front_and_body(a_story(extras=(("mood", "calm"), ("headline", "not this one"))))[0]
    assert front["mood"] == "calm"
    assert front["headline"] != "not this one"


def test_letters_of_every_script_stay_as_they_are() -> None:
    assert "headline: Скела у Ковину\n" in article_markdown(a_story(headline="Скела у Ковину"), PUBLICATION)
