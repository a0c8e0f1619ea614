"""What machines read of a site: RSS, sitemap, robots.txt. Never a word from behind the gate."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsdesk.domain.publication import Publication
from newsdesk.export.fronts import Listed
from newsdesk.export.moments import mail_date
from newsdesk.export.paths import links_from
from newsdesk.export.structured_data import modified_at
from newsdesk.export.templates import rendered
from newsdesk.export.views import StoryView
from newsdesk.export.wording import one_line

MOST_ENTRIES = 50_000
"""How many addresses a sitemap file may hold (sitemaps.org protocol)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _FeedItem:
    title: str
    link: str
    guid: str
    date: str
    creator: str
    category: str
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Feed:
    title: str
    link: str
    address: str
    language: str
    items: tuple[_FeedItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One address of a sitemap; ``changed`` is empty where nothing is known of it (W3C datetime)."""

    address: str
    changed: str = ""


def rss(title: str, front: str, path: str, listed: Sequence[Listed], publication: Publication) -> str:
    """Return a feed of summaries (RSS 2.0); its guid stays the same when a headline changes."""
    links = links_from(path, publication)
    language = listed[0].story.article.language if listed else publication.language
    feed = _Feed(
        title=f"{title} | {publication.name}" if title else publication.name,
        link=links.absolute(front),
        address=links.absolute(path),
        language=language,
        items=tuple(_item(entry, publication) for entry in listed),
    )
    return rendered("feed.xml.jinja", feed=feed)


def _item(listed: Listed, publication: Publication) -> _FeedItem:
    article = listed.story.article
    address = links_from("", publication).absolute(listed.story.path)
    return _FeedItem(
        title=one_line(article.headline),
        link=address,
        guid=article.uri or address,
        date=mail_date(article.published_at, publication.time_zone) if article.published_at else "",
        creator=one_line(article.byline or article.source),
        category=one_line(article.section),
        summary=listed.words,
    )


def story_entry(story: StoryView, publication: Publication) -> Entry:
    """Return a story's line of the sitemap."""
    address = links_from("", publication).absolute(story.path)
    return Entry(address=address, changed=modified_at(story.article, publication.time_zone))


def sitemaps(entries: Iterable[Entry], publication: Publication) -> dict[str, str]:
    """Return the sitemap's files by path: one, or an index and its parts where there are too many addresses."""
    all_entries = list(entries)
    if len(all_entries) <= MOST_ENTRIES:
        return {"sitemap.xml": rendered("sitemap.xml.jinja", entries=all_entries)}
    parts = [all_entries[first : first + MOST_ENTRIES] for first in range(0, len(all_entries), MOST_ENTRIES)]
    files = {
        f"sitemap-{number}.xml": rendered("sitemap.xml.jinja", entries=part)
        for number, part in enumerate(parts, start=1)
    }
    addresses = [f"{publication.site_address}/{name}" for name in files]
    return {"sitemap.xml": rendered("sitemap_index.xml.jinja", addresses=addresses), **files}


def robots_txt(publication: Publication) -> str:
    """Return ``robots.txt`` (RFC 9309): everything may be read, and where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {publication.site_address}/sitemap.xml\n"
