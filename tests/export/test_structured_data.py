"""The block of JSON-LD: valid by our schema on every face, and no way out of its element."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from newsdesk.domain.article import Access
from newsdesk.export.page import Face, article_page
from newsdesk.export.structured_data import script_text
from tests.export.builders import PARAGRAPHS, PUBLICATION, a_correction, a_photo, a_story
from tests.export.pages import news_article, structured_data

_SCHEMA = json.loads((Path(__file__).parent / "news_article.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(_SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def page(face: Face = Face.PUBLIC, **changes: Any) -> str:
    """Return the page of a story with changes."""
    return article_page(a_story(**changes), PUBLICATION, face=face)


@pytest.mark.parametrize("access", list(Access))
@pytest.mark.parametrize("face", list(Face))
@pytest.mark.parametrize("photo", [None, a_photo(), a_photo(creator="", copyright="")])
def test_data_is_valid(access: Access, face: Face, photo: Any) -> None:
    found = structured_data(page(face, access=access, photo=photo, corrections=(a_correction(),)))
    assert not list(VALIDATOR.iter_errors({"@context": "https://schema.org", "@graph": found}))


@pytest.mark.parametrize(
    "change",
    [
        {"articleBody": "text"},
        {"datePublished": "2023-11-21 16:34"},
        {"isAccessibleForFree": False},
        {"image": [{"@type": "ImageObject", "contentUrl": "https://a.example/b.jpg"}]},
    ],
)
def test_schema_refuses_what_it_is_there_to_refuse(change: dict[str, Any]) -> None:
    graph = structured_data(page(photo=a_photo()))
    graph[0] |= change
    assert list(VALIDATOR.iter_errors({"@context": "https://schema.org", "@graph": graph}))


@pytest.mark.parametrize("access", [Access.TEASER, Access.MEMBERS])
@pytest.mark.parametrize("face", [Face.PUBLIC, Face.MEMBERS])
def test_gated_story_is_not_free(access: Access, face: Face) -> None:
    data = news_article(page(face, access=access))
    assert data["isAccessibleForFree"] is False
    assert data["hasPart"]["isAccessibleForFree"] is False


def test_data_never_holds_the_body() -> None:
    found = json.dumps(news_article(page(Face.MEMBERS, access=Access.MEMBERS)), ensure_ascii=False)
    assert not [text for text in PARAGRAPHS if text[:60] in found]


def test_byline_makes_the_author_a_person() -> None:
    assert news_article(page(byline="Milena Savić"))["author"] == {"@type": "Person", "name": "Milena Savić"}


def test_image_names_creator_credit_and_copyright() -> None:
    (image,) = news_article(page(photo=a_photo()))["image"]
    assert image["creator"] == {"@type": "Person", "name": "Milica Petrović"}
    assert (image["creditText"], image["copyrightNotice"]) == ("(BETAPHOTO/MILICA PETROVIC)", "© Beta")


def test_correction_moves_the_date_of_change() -> None:
    data = news_article(page(corrections=(a_correction(),)))
    assert (data["datePublished"], data["dateModified"]) == ("2023-11-21T16:34:00+01:00", "2023-11-22T10:15:00+01:00")


def test_nothing_in_the_data_can_end_its_element() -> None:
    written = script_text({"a": "</script><!-- <script> & \u2028"})
    assert not set("<>&\u2028") & set(written)
    assert json.loads(written) == {"a": "</script><!-- <script> & \u2028"}
