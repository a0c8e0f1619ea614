"""Approvals: a signature holds for the words that were signed, and for no others."""

from typing import Any

import pytest

from newsdesk.domain.approvals import Approval, ApprovalKind, covered_hash, is_stale
from newsdesk.domain.article import Article
from newsdesk.domain.ids import ArticleId, PersonId
from tests.builders import NOW, a_use, an_article

_KINDS = list(ApprovalKind)


def signed(article: Article, kind: ApprovalKind) -> Approval:
    """Return a signature on a story as it stands."""
    return Approval(
        article_id=ArticleId(1),
        kind=kind,
        signed_by=PersonId(1),
        signed_at=NOW,
        content_hash=covered_hash(article, kind),
    )


@pytest.mark.parametrize("kind", _KINDS)
def test_a_signature_holds_for_the_story_that_was_signed(kind: ApprovalKind) -> None:
    assert not is_stale(signed(an_article(), kind), an_article())


@pytest.mark.parametrize("kind", _KINDS)
def test_a_move_and_a_new_revision_leave_signatures_as_they_are(kind: ApprovalKind) -> None:
    assert not is_stale(signed(an_article(), kind), an_article(revision=8, version=2, scheduled_at=NOW))


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        (ApprovalKind.COPY, {"standfirst": "Another."}),
        (ApprovalKind.FACT, {"body_markdown": "Another.\n"}),
        (ApprovalKind.LEGAL, {"photos": (a_use(),)}),
        (ApprovalKind.PHOTO, {"photos": (a_use(caption="Another"),)}),
        (ApprovalKind.STANDARDS, {"embargo_until": NOW}),
    ],
)
def test_a_change_of_what_was_covered_makes_a_signature_stale(kind: ApprovalKind, change: dict[str, Any]) -> None:
    assert is_stale(signed(an_article(), kind), an_article(**change))


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        (ApprovalKind.COPY, {"photos": (a_use(),)}),
        (ApprovalKind.FACT, {"headline": "Another"}),
        (ApprovalKind.PHOTO, {"body_markdown": "Another.\n"}),
        (ApprovalKind.STANDARDS, {"standfirst": "Another."}),
    ],
)
def test_a_change_of_what_was_not_covered_leaves_it(kind: ApprovalKind, change: dict[str, Any]) -> None:
    assert not is_stale(signed(an_article(), kind), an_article(**change))


def test_two_kinds_that_cover_the_same_words_have_their_own_hashes() -> None:
    assert len({covered_hash(an_article(), kind) for kind in _KINDS}) == len(_KINDS)
