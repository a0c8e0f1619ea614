"""The story: its photos, its section, its slugline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.article import Article, Section, slugline_from
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import AwaitedPhoto
from tests.builders import a_use, an_article

_FIRST, _SECOND = PhotoId(1), PhotoId(2)


def test_a_new_lead_stands_first_and_the_old_one_stays_attached() -> None:
    article = an_article(photos=(a_use(_FIRST),)).with_photo(a_use(_SECOND))
    assert [(use.photo, use.lead) for use in article.photos] == [(2, True), (1, False)]


def test_a_photo_that_is_attached_again_keeps_one_use() -> None:
    article = an_article(photos=(a_use(_FIRST),)).with_photo(a_use(_FIRST, caption="Anew"))
    assert [use.caption for use in article.photos] == ["Anew"]


def test_a_lead_settles_the_awaited_photo() -> None:
    article = an_article(awaited_photo=AwaitedPhoto(caption="The ferry"))
    assert article.with_photo(a_use()).awaited_photo is None


def test_a_photo_beside_the_lead_settles_nothing() -> None:
    article = an_article(awaited_photo=AwaitedPhoto(caption="The ferry"))
    assert article.with_photo(a_use(lead=False)).awaited_photo is not None


@given(st.lists(st.tuples(st.integers(1, 4), st.booleans()), max_size=12))
def test_there_is_never_more_than_one_lead_nor_one_use_of_a_photo(attached: list[tuple[int, bool]]) -> None:
    article = Article()
    for photo, lead in attached:
        article = article.with_photo(a_use(PhotoId(photo), lead=lead))
    ids = [use.photo for use in article.photos]
    assert len(ids) == len(set(ids)) and sum(use.lead for use in article.photos) <= 1


@given(st.lists(st.tuples(st.integers(1, 4), st.booleans()), max_size=12))
def test_the_lead_stands_first(attached: list[tuple[int, bool]]) -> None:
    article = Article()
    for photo, lead in attached:
        article = article.with_photo(a_use(PhotoId(photo), lead=lead))
    assert article.lead_photo in (None, article.photos[0] if article.photos else None)


def test_a_photo_is_taken_out_and_the_others_stay() -> None:
    article = an_article(photos=(a_use(_FIRST), a_use(_SECOND, lead=False)))
    assert [use.photo for use in article.without_photo(_FIRST).photos] == [2]


def test_the_use_of_a_photo_that_is_not_there_is_none() -> None:
    assert an_article().use_of(_FIRST) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Archive / News", ("Archive", "News")),
        (" Sport ", ("Sport",)),
        ("A/B/C", ("A", "B / C")),
        ("/ /", ()),
        ("", ()),
    ],
)
def test_a_section_has_one_level_or_two(text: str, names: tuple[str, ...]) -> None:
    assert Section.parse(text).names == names


@given(st.text(max_size=30))
def test_a_section_reads_back_as_it_prints(text: str) -> None:
    section = Section.parse(text)
    assert Section.parse(str(section)) == section


@pytest.mark.parametrize(
    ("headline", "slugline"),
    [
        ("NATO Chief Says Meeting with Vucic", "nato-chief-says-meeting"),
        ("River Town Reopens Its Old Ferry", "river-town-reopens-ferry"),
        ("EU to Go", "eu-to-go"),
        ("Đaci prvaci u Šapcu", "đaci-prvaci-šapcu"),
        ("Donaudampfschifffahrtsgesellschaft", "donaudampfschifffahrtsge"),
        ("…", ""),
    ],
)
def test_a_slugline_is_drawn_from_the_headlines_longer_words(headline: str, slugline: str) -> None:
    assert slugline_from(headline) == slugline


@given(st.text(max_size=120))
def test_a_drawn_slugline_fits_its_field(headline: str) -> None:
    line = slugline_from(headline)
    assert len(line) <= 24 and " " not in line and not line.startswith("-") and not line.endswith("-")
