"""Signatures in a newsroom: who signed, and whether it still holds."""

import pytest

from newsdesk.domain.errors import InvalidValueError, NotFoundError
from newsdesk.domain.ids import ArticleId
from newsdesk.services.newsroom import Newsroom
from tests.builders import edited, written


def test_a_signature_is_shown_with_the_initials_of_who_signed(either: Newsroom) -> None:
    story = written(either)
    either.approvals.sign(story.id, "copy")
    ((approval, stale, who),) = either.approvals.of(story.id)
    assert (str(approval.kind), stale, who) == ("copy", False, "M")


def test_a_signature_goes_stale_with_the_words_and_holds_again_with_a_new_one(either: Newsroom) -> None:
    story = written(either)
    either.approvals.sign(story.id, "fact")
    edited(either, story, body_markdown="Other facts.\n")
    assert [stale for _, stale, _ in either.approvals.of(story.id)] == [True]
    either.approvals.sign(story.id, "fact")
    assert [stale for _, stale, _ in either.approvals.of(story.id)] == [False]


def test_an_unknown_kind_is_refused_with_those_there_are(newsroom: Newsroom) -> None:
    with pytest.raises(InvalidValueError, match="standards"):
        newsroom.approvals.sign(written(newsroom).id, "taste")


def test_nobody_signs_a_story_that_is_not_there(newsroom: Newsroom) -> None:
    with pytest.raises(NotFoundError):
        newsroom.approvals.sign(ArticleId(404), "copy")
