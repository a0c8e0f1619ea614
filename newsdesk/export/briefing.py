"""An edition as a web page and as Markdown: the same items, in the same order, with the same credits."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import yaml

from newsdesk.export.faces import description
from newsdesk.export.figures import photo_part
from newsdesk.export.files import plain_file
from newsdesk.export.heads import head_of, latest_link
from newsdesk.export.labels import labels_in
from newsdesk.export.page_parts import Card, PhotoPart
from newsdesk.export.paths import Links, links_from
from newsdesk.export.templates import rendered
from newsdesk.export.views import BriefingItemView, BriefingView
from newsdesk.export.wording import caption_line, label_of, one_line, shortened
from newsdesk.text.blocks import Block, Run, heading, paragraph
from newsdesk.text.markdown_inline import escaped
from newsdesk.text.markdown_writer import write_markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class _ItemPart:
    headline: str
    photo: PhotoPart | None
    summary: tuple[str, ...]
    source: str
    read_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _BriefingPart:
    title: str
    date: str
    date_iso: str
    note: tuple[str, ...]
    items: tuple[_ItemPart, ...]


def briefing_path(view: BriefingView) -> str:
    """Return the path of an edition's page, ``briefings/{series}/{number}/``."""
    return f"briefings/{view.series_slug}/{view.number}/"


def briefing_title(view: BriefingView) -> str:
    """Return ``Morning Briefing 12``."""
    return f"{one_line(view.series)} {view.number}"


def briefing_page(view: BriefingView, links: Links | None = None) -> str:
    """Return an edition's page; by default with the links of its place on the site."""
    way = links or links_from(briefing_path(view), view.publication)
    title = briefing_title(view)
    navigation = (latest_link(view.language, view.publication, way),)
    head = head_of(
        title, view.language, view.publication, way, path=briefing_path(view), navigation=navigation
    )
    head = replace(head, description=shortened(view.editors_note), card=Card(kind="article", title=title))
    part = _BriefingPart(
        title=title,
        date=f"{view.date:%d.%m.%y}",
        date_iso=view.date.isoformat(),
        note=_paragraphs(view.editors_note),
        items=tuple(_item(item, view, way) for item in view.items),
    )
    return rendered("briefing.html.jinja", head=head, page=part)


def briefing_markdown(view: BriefingView) -> str:
    """Return an edition as Markdown with front matter; pictures stand under ``photos/`` beside it."""
    fields = {
        "series": view.series,
        "number": view.number,
        "date": view.date.isoformat(),
        "language": view.language,
        "publication": view.publication.name,
    }
    front = yaml.safe_dump(fields, sort_keys=False, allow_unicode=True, width=10_000)
    parts = [f"# {escaped(briefing_title(view))}"]
    parts.extend(_markdown(paragraph(text) for text in _paragraphs(view.editors_note)))
    for item in view.items:
        parts.extend(_item_markdown(item, view))
    return f"---\n{front}---\n\n" + "\n\n".join(parts) + "\n"


def _item(item: BriefingItemView, view: BriefingView, links: Links) -> _ItemPart:
    lead = item.story.lead
    return _ItemPart(
        headline=one_line(item.headline),
        photo=photo_part(lead, view.publication, links, view.language, lazy=True) if lead else None,
        summary=_summary(item, view),
        source=one_line(item.story.article.source),
        read_on=links.to(item.read_on) if item.read_on else "",
    )


def _summary(item: BriefingItemView, view: BriefingView) -> tuple[str, ...]:
    """The edition's own words, else what any list may say of the story."""
    return _paragraphs(item.summary) or _paragraphs(description(item.story.article, view.publication))


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line for part in text.split("\n\n") if (line := one_line(part)))


def _item_markdown(item: BriefingItemView, view: BriefingView) -> Iterable[str]:
    yield from _markdown([heading(one_line(item.headline))])
    lead = item.story.lead
    if lead is not None and plain_file(lead):
        alt = one_line(lead.alt) or caption_line(lead, view.publication)
        yield f"![{escaped(alt)}](photos/{plain_file(lead)})"
        line = " ".join(filter(None, (caption_line(lead, view.publication), label_of(lead, view.language))))
        yield from _markdown([paragraph(line)])
    yield from _markdown(paragraph(text) for text in _summary(item, view))
    labels = labels_in(view.language)
    if source := one_line(item.story.article.source):
        yield from _markdown([paragraph(f"{labels.source}: {source}")])
    if item.read_on:
        address = links_from("", view.publication).absolute(item.read_on)
        yield from _markdown([paragraph(Run(labels.read_on, href=address))])


def _markdown(blocks: Iterable[Block]) -> Iterable[str]:
    """Written by the one serializer, so that a bracket or a star in a headline stays one."""
    return (write_markdown([block]).strip("\n") for block in blocks)
