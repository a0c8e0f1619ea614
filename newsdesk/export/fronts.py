"""The pages that list stories: fronts, sections, months, the newest; and the small pages around them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsdesk.domain.publication import Publication
from newsdesk.export.figures import photo_part
from newsdesk.export.heads import head_of, latest_link
from newsdesk.export.labels import labels_in
from newsdesk.export.page_parts import Card, Link, StoryRow, moment_of
from newsdesk.export.paths import Links, feed_path, links_from
from newsdesk.export.templates import rendered
from newsdesk.export.views import StoryView
from newsdesk.export.wording import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A story with the words that lists and feeds may say of it."""

    story: StoryView
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGroup:
    """Links under one heading."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """A page that lists stories; groups and navigation give paths, which become links where they print.

    ``quiet``: the title is the name over the page already and is kept for those who listen.
    ``pictured``: the first story shows its photo. ``front``: the path whose feed belongs to it.
    """

    path: str
    title: str
    language: str
    listed: tuple[Listed, ...] = ()
    more: tuple[LinkGroup, ...] = ()
    sections: tuple[Link, ...] = ()
    front: str | None = None
    quiet: bool = False
    pictured: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _ListPart:
    title: str
    quiet: bool
    rows: tuple[StoryRow, ...]
    more: tuple[LinkGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _NoticePart:
    title: str
    paragraphs: tuple[str, ...]
    link: Link


def front_page(front: Front, publication: Publication) -> str:
    """Return a page that lists stories."""
    links = links_from(front.path, publication)
    navigation = tuple(
        Link(name=section.name, href=links.to(section.href), current=section.href == front.path)
        for section in front.sections
    )
    newest = latest_link(front.language, publication, links)
    newest = replace(newest, current=newest.href == links.to(front.path))
    title = "" if front.quiet else front.title
    head = head_of(
        title, front.language, publication, links, path=front.path, navigation=(*navigation, newest)
    )
    head = replace(
        head,
        card=Card(kind="website", title=front.title),
        feed="" if front.front is None else links.to(feed_path(front.front)),
    )
    part = _ListPart(
        title=front.title,
        quiet=front.quiet,
        rows=tuple(
            _row(listed, publication, links, pictured=front.pictured and place == 0)
            for place, listed in enumerate(front.listed)
        ),
        more=tuple(_with_links(group, links) for group in front.more if group.links),
    )
    return rendered("list.html.jinja", head=head, page=part)


def latest_list(listed: Sequence[Listed], publication: Publication, path: str) -> str:
    """Return the list that pages load into themselves; its links lead from where it stands."""
    links = links_from(path, publication)
    return rendered("latest_fragment.html.jinja", rows=[_row(entry, publication, links) for entry in listed])


def redirect_page(story: StoryView, old_path: str, publication: Publication) -> str:
    """Return what stands where a story was before it moved."""
    links = links_from(old_path, publication)
    labels = labels_in(story.article.language)
    headline = one_line(story.article.headline)
    head = head_of(headline, story.article.language, publication, links, path=story.path)
    link = Link(name=headline, href=links.to(story.path))
    return rendered(
        "redirect.html.jinja", head=head, page=_NoticePart(title=labels.moved, paragraphs=(), link=link)
    )


def missing_page(publication: Publication, root: str) -> str:
    """Return the page for addresses at which nothing stands; it may be shown at any depth, so links begin at root."""
    links = Links(root=root, assets=root, publication=publication)
    labels = labels_in(publication.language)
    head = replace(head_of(labels.missing_title, publication.language, publication, links), robots="noindex")
    part = _NoticePart(
        title=labels.missing_title,
        paragraphs=(labels.missing_text,),
        link=Link(name=labels.front, href=links.to("")),
    )
    return rendered("notice.html.jinja", head=head, page=part)


def gate_target_page(kind: str, path: str, publication: Publication) -> str:
    """Return the page behind a link of the gate (``offer``, ``register``, ``log_in``) while no service stands there."""
    links = links_from(path, publication)
    labels = labels_in(publication.language)
    title = getattr(publication.gate(publication.language), kind)
    words = {
        "offer": labels.ask_offer,
        "register": labels.ask_register,
        "log_in": labels.ask_log_in,
    }[kind].format(site=publication.name, number=publication.free_articles)
    head = replace(head_of(title, publication.language, publication, links, path=path), robots="noindex")
    part = _NoticePart(
        title=title,
        paragraphs=(words, labels.honest_page),
        link=Link(name=labels.front, href=links.to("")),
    )
    return rendered("notice.html.jinja", head=head, page=part)


def _row(listed: Listed, publication: Publication, links: Links, *, pictured: bool = False) -> StoryRow:
    story = listed.story
    language = story.article.language
    return StoryRow(
        headline=one_line(story.article.headline),
        href=links.to(story.path),
        moment=moment_of(story.article.published_at, publication),
        words=listed.words,
        section=one_line(story.article.section),
        photo=photo_part(story.lead, publication, links, language) if pictured and story.lead else None,
    )


def _with_links(group: LinkGroup, links: Links) -> LinkGroup:
    return replace(group, links=tuple(replace(link, href=links.to(link.href)) for link in group.links))
