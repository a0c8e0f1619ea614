"""Checks of a newsroom: live on drafts, on one story, on all that are at work."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.workflow import State
from newsdesk.services.newsroom import Newsroom
from tests.builders import codes, published, taken_in, written


def test_a_draft_is_checked_as_it_stands_on_the_screen(either: Newsroom) -> None:
    story = written(either)
    assert codes(either.checks.check(replace(story, headline=""))) == {"TX01"}
    assert codes(either.checks.check_stored(story.id)) == set()


@pytest.mark.parametrize("body", ["", " \n\n ", "---\n", "![a](media:1)\n: A caption\n"])
def test_spaces_rules_and_figures_are_no_text(newsroom: Newsroom, body: str) -> None:
    assert "TX02" in codes(newsroom.checks.check(replace(written(newsroom), body_markdown=body)))


def test_a_credit_given_at_the_desk_clears_the_story(either: Newsroom, tmp_path: Path) -> None:
    bare = taken_in(either, tmp_path, credited=False)
    story = either.articles.attach(written(either).id, bare.id, alt="A boat", caption="The ferry", lead=True)
    assert codes(either.checks.check_stored(story.id)) == {"PG01"}
    either.photos.credit(bare.id, creator="Ana", agency="AP")
    assert codes(either.checks.check_stored(story.id)) == set()


def test_a_demand_for_alternative_text_is_heard_at_once(newsroom: Newsroom, tmp_path: Path) -> None:
    story = newsroom.articles.attach(written(newsroom).id, taken_in(newsroom, tmp_path).id, lead=True)
    newsroom.settings.set("page.alt_text_demanded", "yes")
    (finding,) = [found for found in newsroom.checks.check_stored(story.id) if found.code == "PN01"]
    assert str(finding.severity) == "blocks"


def test_all_stories_at_work_are_checked_and_the_others_left_in_peace(either: Newsroom) -> None:
    draft = written(either, section="")
    out = published(either, standfirst="")
    killed = either.articles.move(published(either, standfirst="").id, State.KILLED, words={"reason": "Wrong."})
    either.articles.move(written(either, section="").id, State.SPIKED, words={"reason": "Old."})
    found = either.checks.check_all()
    assert {(finding.article, finding.code) for finding in found} == {(draft.id, "TX03"), (out.id, "TX11")}
    assert killed.article.id not in {finding.article for finding in found}


def test_a_story_that_is_not_there_is_not_checked(newsroom: Newsroom) -> None:
    with pytest.raises(NotFoundError, match="story 404"):
        newsroom.checks.check_stored(ArticleId(404))
