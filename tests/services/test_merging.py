"""Two saves of one story: what each changed is kept, and where both changed the same thing nothing is."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.article import Access, Article
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.domain.photo import AwaitedPhoto
from newsdesk.domain.workflow import State
from newsdesk.services.merging import as_edited, merge_articles
from tests.builders import NOW, PARAGRAPHS, a_use, an_article

_BASE = an_article(id=ArticleId(1), uri="urn:one", revision=1, photos=(a_use(),), questions=("One?", "Two?"))
_FIELDS: dict[str, tuple[Any, Any]] = {
    "headline": ("Mine", "Theirs"),
    "standfirst": ("Mine", "Theirs"),
    "slugline": ("mine", "theirs"),
    "section": ("Sport", "Culture"),
    "source": ("Tanjug", "AFP"),
    "byline": ("Ana Petrović", "Jovan Ilić"),
    "dateline": ("KOVIN", "SMEDEREVO"),
    "language": ("sr-Latn", "sr-Cyrl"),
    "urgency": (2, 3),
    "access": (Access.TEASER, Access.MEMBERS),
    "note_to_editors": ("Call the mayor.", "Don't."),
    "related_pinned": ((ArticleId(5),), (ArticleId(6),)),
    "related_banned": ((ArticleId(5),), (ArticleId(6),)),
    "published_at": (NOW, NOW + timedelta(hours=1)),
    "embargo_until": (NOW, NOW + timedelta(hours=1)),
    "extras": ((("guid", "mine"),), (("guid", "theirs"),)),
    "awaited_photo": (AwaitedPhoto(caption="Mine"), AwaitedPhoto(caption="Theirs")),
}


def merged(mine: dict[str, Any], theirs: dict[str, Any]) -> Article | None:
    """Return what becomes of two changes of the same story."""
    return merge_articles(_BASE, replace(_BASE, **mine), replace(_BASE, revision=2, **theirs))


@pytest.mark.parametrize("field", _FIELDS)
def test_a_field_that_one_person_changed_is_kept_beside_what_the_other_changed(field: str) -> None:
    mine, other = _FIELDS[field][0], "byline" if field != "byline" else "dateline"
    result = merged({field: mine}, {other: "Theirs"})
    assert result is not None
    assert (getattr(result, field), getattr(result, other), result.revision) == (mine, "Theirs", 2)


@pytest.mark.parametrize("field", _FIELDS)
def test_a_field_that_both_changed_differently_is_a_clash(field: str) -> None:
    mine, theirs = _FIELDS[field]
    assert merged({field: mine}, {field: theirs}) is None


def test_the_same_change_by_both_is_no_clash() -> None:
    result = merged({"headline": "Same"}, {"headline": "Same"})
    assert result is not None and result.headline == "Same"


def test_two_paragraphs_changed_by_two_people_are_both_kept() -> None:
    mine = "\n\n".join(("Mine.", *PARAGRAPHS[1:])) + "\n"
    theirs = "\n\n".join((*PARAGRAPHS[:2], "Theirs.")) + "\n"
    result = merged({"body_markdown": mine}, {"body_markdown": theirs})
    assert result is not None and result.body_markdown == f"Mine.\n\n{PARAGRAPHS[1]}\n\nTheirs.\n"


def test_one_paragraph_changed_by_two_people_is_a_clash() -> None:
    bodies = ("\n\n".join((word, *PARAGRAPHS[1:])) + "\n" for word in ("Mine.", "Theirs."))
    assert merged({"body_markdown": next(bodies)}, {"body_markdown": next(bodies)}) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [("state", State.DRAFT), ("version", 0), ("reopened_as", None), ("corrections", ()), ("scheduled_at", None)],
)
def test_what_a_move_changed_meanwhile_stays(field: str, value: object) -> None:
    moved = {"state": State.READY, "version": 3, "scheduled_at": NOW}
    result = merged({"headline": "Mine", field: value}, moved)
    assert result is not None
    assert (result.state, result.version, result.scheduled_at) == (State.READY, 3, NOW)


def test_a_photo_that_each_attached_is_kept() -> None:
    mine = (*_BASE.photos, a_use(PhotoId(8), lead=False))
    theirs = (*_BASE.photos, a_use(PhotoId(9), lead=False))
    result = merged({"photos": mine}, {"photos": theirs})
    assert result is not None and [use.photo for use in result.photos] == [7, 9, 8]


def test_captions_of_two_photos_are_merged_use_by_use() -> None:
    base = replace(_BASE, photos=(a_use(), a_use(PhotoId(8), lead=False)))
    mine = replace(base, photos=(a_use(caption="Mine"), base.photos[1]))
    theirs = replace(base, photos=(base.photos[0], a_use(PhotoId(8), lead=False, caption="Theirs")), revision=2)
    result = merge_articles(base, mine, theirs)
    assert result is not None and [use.caption for use in result.photos] == ["Mine", "Theirs"]


def test_one_caption_changed_by_both_is_a_clash() -> None:
    assert merged({"photos": (a_use(caption="Mine"),)}, {"photos": (a_use(caption="Theirs"),)}) is None


def test_a_photo_that_one_took_out_and_the_other_described_is_a_clash() -> None:
    assert merged({"photos": ()}, {"photos": (a_use(caption="Theirs"),)}) is None


def test_a_photo_that_i_took_out_stays_out() -> None:
    result = merged({"photos": ()}, {"headline": "Theirs"})
    assert result is not None and result.photos == ()


def test_two_new_leads_are_a_clash() -> None:
    old = a_use(lead=False)
    mine, theirs = (a_use(PhotoId(8)), old), (a_use(PhotoId(9)), old)
    assert merged({"photos": mine}, {"photos": theirs}) is None


def test_a_question_that_either_answered_is_answered() -> None:
    result = merged({"questions": ("One?",)}, {"questions": ("Two?",)})
    assert result is not None and result.questions == ()


def test_an_edit_never_carries_what_only_moves_change() -> None:
    wanted = an_article(
        id=ArticleId(99), uri="urn:other", state=State.PUBLISHED, version=9, revision=7, headline="Mine"
    )
    kept = as_edited(wanted, _BASE)
    assert (kept.id, kept.uri, kept.state, kept.version, kept.revision) == (1, "urn:one", State.DRAFT, 0, 1)
    assert kept.headline == "Mine"


_PARAGRAPH = st.sampled_from(["One.", "Two.", "Three.", "Four."])


@given(st.lists(_PARAGRAPH, min_size=1, max_size=5), st.lists(_PARAGRAPH, min_size=1, max_size=5))
def test_a_change_by_one_person_alone_always_goes_through_whole(before: list[str], after: list[str]) -> None:
    base = replace(_BASE, body_markdown="\n\n".join(before) + "\n")
    mine = replace(base, body_markdown="\n\n".join(after) + "\n")
    result = merge_articles(base, mine, replace(base, revision=2, byline="Theirs"))
    assert result is not None and (result.body_markdown, result.byline) == (mine.body_markdown, "Theirs")
