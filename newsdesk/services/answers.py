"""Answers to the questions of an import: what a No does to the story."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from newsdesk.domain.article import Article
from newsdesk.domain.publication import Publication
from newsdesk.ingest import questions
from newsdesk.ingest.page_clock import shown
from newsdesk.text.blocks import BlockKind
from newsdesk.text.markdown_reader import read_markdown
from newsdesk.text.markdown_writer import write_markdown

_CUT = "…"
_HOUR = timedelta(hours=1)


def answer_question(article: Article, question: str, right: bool, publication: Publication) -> Article:
    """Return the story without a question; where the answer is No, also without what was asked about.

    A question that the story does not ask (somebody else answered it) changes nothing. Nothing that
    was written anew since the import is touched: only what the question quotes is.
    """
    if question not in article.questions:
        return article
    if not right:
        article = _denied(article, question, publication)
    return replace(article, questions=tuple(asked for asked in article.questions if asked != question))


def _denied(article: Article, question: str, publication: Publication) -> Article:
    for ask, deny in _DENIALS:
        quoted = _quoted_in(question, ask)
        if quoted is not None:
            return deny(article, quoted, publication)
    return article


def _quoted_in(question: str, ask: Callable[[str], str]) -> str | None:
    """Return what a question of that form asks about, or None where it has another form."""
    before, after = ask("\0").split("\0")
    if question.startswith(before) and question.endswith(after) and len(question) > len(before) + len(after):
        return question[len(before) : len(question) - len(after)]
    return None


def _says(text: str, quoted: str) -> bool:
    """Tell whether a text is what was quoted, or begins with it where the quotation was cut.

    Letters and digits alone count: quotes and dashes become typographic after the question was asked.
    """
    said, asked = (re.sub(r"[\W_]", "", words).casefold() for words in (text, quoted))
    return bool(asked) and (said.startswith(asked) if quoted.endswith(_CUT) else said == asked)


def _without_paragraph(article: Article, quoted: str, publication: Publication) -> Article:
    document = read_markdown(article.body_markdown)
    for place, block in enumerate(document.blocks):
        text = block.raw if block.kind is BlockKind.RAW else block.text
        if _says(text, quoted):
            left = (*document.blocks[:place], *document.blocks[place + 1 :])
            return replace(article, body_markdown=write_markdown(left, document))
    return article


def _without_headline(article: Article, quoted: str, publication: Publication) -> Article:
    return replace(article, headline="") if _says(article.headline, quoted) else article


def _without_caption(article: Article, quoted: str, publication: Publication) -> Article:
    awaited = article.awaited_photo
    if awaited is not None and _says(awaited.caption, quoted):
        return replace(article, awaited_photo=replace(awaited, caption=""))
    return article


def _without_photographer(article: Article, quoted: str, publication: Publication) -> Article:
    awaited = article.awaited_photo
    if awaited is not None and _says(awaited.creator, quoted):
        return replace(article, awaited_photo=replace(awaited, creator=""))
    return article


def _without_time(article: Article, quoted: str, publication: Publication) -> Article:
    at = article.published_at
    if at is not None and shown(at, ZoneInfo(publication.time_zone)) == quoted:
        return replace(article, published_at=None)
    return article


def _without_skipped_time(article: Article, quoted: str, publication: Publication) -> Article:
    # An embargo has the same question, and none is ever lifted by an answer.
    return article if article.embargo_until is not None else replace(article, published_at=None)


def _at_the_second_time(article: Article, quoted: str, publication: Publication) -> Article:
    """The same clock time an hour later, after the clocks went back."""
    zone = ZoneInfo(publication.time_zone)
    if article.published_at is not None and _shown_twice(article.published_at, zone):
        return replace(article, published_at=article.published_at + _HOUR)
    if article.embargo_until is not None and _shown_twice(article.embargo_until, zone):
        return replace(article, embargo_until=article.embargo_until + _HOUR)
    return article


def _shown_twice(moment: datetime, zone: ZoneInfo) -> bool:
    now, later = moment.astimezone(zone), (moment + _HOUR).astimezone(zone)
    return now.replace(tzinfo=None, fold=0) == later.replace(tzinfo=None, fold=0)


def _in_own_language(article: Article, quoted: str, publication: Publication) -> Article:
    return replace(article, language=publication.language)


_DENIALS: tuple[tuple[Callable[[str], str], Callable[[Article, str, Publication], Article]], ...] = (
    (questions.is_part_of_story, _without_paragraph),
    (questions.is_headline, _without_headline),
    (questions.is_caption, _without_caption),
    (questions.is_photographer, _without_photographer),
    (questions.is_published_at, _without_time),
    (questions.clock_twice, _at_the_second_time),
    (questions.clock_never, _without_skipped_time),
    (questions.is_language, _in_own_language),
)
