"""Answers to an import's questions: a Yes strikes the question, a No also what it asked about."""

from datetime import UTC, datetime
from typing import Any

import pytest

from newsdesk.domain.article import Article
from newsdesk.domain.photo import AwaitedPhoto
from newsdesk.domain.publication import Publication
from newsdesk.ingest import questions
from newsdesk.services.answers import answer_question
from newsdesk.services.newsroom import Newsroom
from tests.builders import BODY, NOW, PARAGRAPHS, an_article, written

_AWAITED = AwaitedPhoto(caption="The ferry at Kovin", creator="Milica Petrović", agency="BETAPHOTO")
_TWICE = datetime(2023, 10, 29, 0, 30, tzinfo=UTC)
"""02:30 in Belgrade, the first of two."""


def answered(question: str, right: bool, **fields: Any) -> Article:
    """Return a story that asks this question and another, after its answer."""
    story = an_article(questions=(question, "Which line is the headline?"), **fields)
    return answer_question(story, question, right, Publication())


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize(
    "question",
    [
        questions.is_headline("River Town Reopens Its Old Ferry"),
        questions.is_part_of_story(PARAGRAPHS[0]),
        questions.is_spelled_right("Šabac"),
        questions.HEADLINE_MISSING,
        questions.no_known_value("access", "all"),
        "Is this a question of another time?",
    ],
)
def test_an_answered_question_is_struck_and_others_stay(question: str, right: bool) -> None:
    others = () if question == questions.HEADLINE_MISSING else ("Which line is the headline?",)
    assert answered(question, right).questions == others


def test_a_yes_changes_nothing_else() -> None:
    story = answered(questions.is_part_of_story(PARAGRAPHS[0]), True)
    assert story.body_markdown == BODY


@pytest.mark.parametrize("place", range(len(PARAGRAPHS)))
def test_a_no_takes_the_paragraph_out_and_leaves_the_others_as_they_are(place: int) -> None:
    story = answered(questions.is_part_of_story(PARAGRAPHS[place]), False)
    left = [text for index, text in enumerate(PARAGRAPHS) if index != place]
    assert story.body_markdown == "\n\n".join(left) + "\n"


def test_a_long_paragraph_is_found_by_its_quoted_beginning() -> None:
    long = "Subscribe now and get " + "every story of ours " * 20
    story = answered(questions.is_part_of_story(long), False, body_markdown=f"{BODY}\n{long.strip()}\n")
    assert story.body_markdown == BODY


def test_a_paragraph_is_found_though_its_quotes_became_typographic() -> None:
    story = answered(questions.is_part_of_story('"Read on" - it\'s free'), False,
                     body_markdown=f"{BODY}\n“Read on” – it’s free\n")  # fmt: skip
    assert story.body_markdown == BODY


def test_a_short_paragraph_does_not_take_a_longer_one_with_it() -> None:
    body = "The boat carries twelve cars and a bicycle.\n\nThe boat\n"
    story = answered(questions.is_part_of_story("The boat"), False, body_markdown=body)
    assert story.body_markdown == "The boat carries twelve cars and a bicycle.\n"


def test_a_paragraph_that_was_rewritten_meanwhile_stays() -> None:
    story = answered(questions.is_part_of_story("Something else entirely."), False)
    assert story.body_markdown == BODY


def test_no_to_the_headline_clears_it() -> None:
    story = answered(questions.is_headline("River Town Reopens Its Old Ferry"), False)
    assert story.headline == ""


def test_a_headline_that_was_rewritten_meanwhile_stays() -> None:
    assert answered(questions.is_headline("Another"), False).headline == "River Town Reopens Its Old Ferry"


def test_no_to_the_caption_clears_it_and_keeps_the_credit() -> None:
    story = answered(questions.is_caption("The ferry at Kovin"), False, awaited_photo=_AWAITED)
    assert story.awaited_photo == AwaitedPhoto(creator="Milica Petrović", agency="BETAPHOTO")


def test_no_to_the_photographer_clears_the_name_alone() -> None:
    story = answered(questions.is_photographer("Milica Petrović"), False, awaited_photo=_AWAITED)
    assert story.awaited_photo == AwaitedPhoto(caption="The ferry at Kovin", agency="BETAPHOTO")


@pytest.mark.parametrize("ask", [questions.is_caption, questions.is_photographer])
def test_no_about_a_photo_that_was_attached_meanwhile_changes_nothing(ask: Any) -> None:
    assert answered(ask("The ferry at Kovin"), False).awaited_photo is None


def test_no_to_the_time_of_publication_clears_it() -> None:
    story = answered(questions.is_published_at("21.11.2026, 16:34"), False, published_at=NOW)
    assert story.published_at is None


def test_a_time_that_was_set_meanwhile_stays() -> None:
    story = answered(questions.is_published_at("20.11.2026, 16:34"), False, published_at=NOW)
    assert story.published_at == NOW


@pytest.mark.parametrize("field", ["published_at", "embargo_until"])
def test_no_to_the_first_of_two_equal_times_means_the_second(field: str) -> None:
    story = answered(questions.clock_twice("2023-10-29 02:30"), False, **{field: _TWICE})
    assert getattr(story, field) == datetime(2023, 10, 29, 1, 30, tzinfo=UTC)


def test_a_time_that_clocks_never_showed_is_cleared() -> None:
    at = datetime(2023, 3, 26, 1, 30, tzinfo=UTC)
    assert answered(questions.clock_never("2023-03-26 02:30"), False, published_at=at).published_at is None


def test_no_answer_ever_lifts_an_embargo() -> None:
    at = datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert answered(questions.clock_never("2027-03-28 02:30"), False, embargo_until=at).embargo_until == at


def test_no_to_another_language_means_the_publications_own() -> None:
    assert answered(questions.is_language("Czech"), False, language="cs").language == "en"


def test_a_question_that_the_story_does_not_ask_changes_nothing() -> None:
    story = an_article()
    assert answer_question(story, questions.is_part_of_story(PARAGRAPHS[0]), False, Publication()) is story


def test_a_no_is_a_version_of_its_own(newsroom: Newsroom) -> None:
    question = questions.is_part_of_story(PARAGRAPHS[0])
    story = written(newsroom, questions=(question,))
    left = newsroom.articles.answer(story.id, question, right=False)
    assert newsroom.articles.get(story.id) == left
    assert PARAGRAPHS[0] not in left.body_markdown and newsroom.articles.history(story.id)[0].why == "answer"


def test_an_answer_is_a_yes_unless_said_otherwise(newsroom: Newsroom) -> None:
    question = questions.is_part_of_story(PARAGRAPHS[0])
    story = written(newsroom, questions=(question,))
    left = newsroom.articles.answer(story.id, question)
    assert (left.questions, left.body_markdown) == ((), BODY)


def test_an_answer_that_somebody_gave_before_makes_no_version(newsroom: Newsroom) -> None:
    story = written(newsroom)
    assert newsroom.articles.answer(story.id, "Is “A” the headline?", right=False) == story
