"""The record that an agency page becomes, whether it was saved as text or as HTML."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, time

from newsdesk.domain.credit import Credit
from newsdesk.domain.photo import AwaitedPhoto
from newsdesk.ingest import questions
from newsdesk.ingest.agency_lines import AgencyPage
from newsdesk.ingest.imported import FileKind, Imported, LeftOut
from newsdesk.ingest.language import tag_for
from newsdesk.ingest.page_clock import moment_of, shown
from newsdesk.ingest.setting import Setting
from newsdesk.ingest.story_typography import typographic
from newsdesk.text.blocks import Block, plain_text
from newsdesk.text.markdown_writer import write_markdown

_NAMED_PHOTOS = 5


def agency_record(
    page: AgencyPage, blocks: Sequence[Block], setting: Setting, *, kind: FileKind, declared_language: str = ""
) -> Imported:
    """Return the record of an agency page, its story given as blocks."""
    asked = list(page.questions)
    language = tag_for(declared_language, plain_text(blocks)) or setting.publication.language
    awaited = awaited_photo(page.captions, page.left_out)
    published_at = _published_at(page, setting, asked)
    if not page.headline:
        asked.append(questions.HEADLINE_MISSING)
    return Imported(
        kind=kind,
        headline=page.headline,
        source=page.source,
        section=page.section,
        published_at=published_at,
        language=language,
        awaited_photo=awaited,
        body_markdown=story_markdown(blocks, language),
        questions=tuple(dict.fromkeys(asked)),
        left_out=counted(page.left_out),
    )


def story_markdown(blocks: Iterable[Block], language: str) -> str:
    """Return the Markdown of a saved page's story, its spaces, quotes and dashes made typographic."""
    return write_markdown(typographic(blocks, language))


def awaited_photo(captions: Sequence[tuple[str, Credit | None]], left_out: Counter[str]) -> AwaitedPhoto | None:
    """Return the page's first photo as awaited; further ones are left out by name."""
    for number, (caption, credit) in enumerate(captions[1:]):
        name = caption or (credit.creator or credit.agency if credit else "")
        left_out[f"photo {questions.quoted(name)}" if number < _NAMED_PHOTOS else "further photos"] += 1
    if not captions:
        return None
    caption, credit = captions[0]
    if credit is None:
        return AwaitedPhoto(caption=caption)
    return AwaitedPhoto(caption=caption, creator=credit.creator, agency=credit.agency)


def counted(left_out: Counter[str]) -> tuple[LeftOut, ...]:
    """Return what was left out, in the order in which it was met."""
    return tuple(LeftOut(what=what, count=count) for what, count in left_out.items() if count)


def _published_at(page: AgencyPage, setting: Setting, asked: list[str]) -> datetime | None:
    if page.day is None:
        return None
    moment = moment_of(page.day, page.clock or time(0, 0), setting.zone, page.date_text)
    if moment.question:
        asked.append(moment.question)
    elif page.clock is None:
        asked.append(questions.is_published_at(shown(moment.at, setting.zone)))
    return moment.at
