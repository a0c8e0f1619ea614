"""Which files a site has, and how each of them is made, in the order in which they must appear."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from newsdesk.domain.publication import Publication
from newsdesk.export import feeds, fronts
from newsdesk.export.body_html import shown_photos
from newsdesk.export.briefing import briefing_page, briefing_path
from newsdesk.export.faces import Face
from newsdesk.export.files import ReadRendition
from newsdesk.export.page import article_page
from newsdesk.export.paths import feed_path, latest_fragment
from newsdesk.export.releases import Manifest
from newsdesk.export.site_index import FEED_LENGTH, SiteIndex
from newsdesk.export.templates import assets
from newsdesk.export.views import PhotoView, SiteView, StoryView


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFile:
    """A file of the site; ``named_by_content``: another content would have another name."""

    path: str
    content: Callable[[], bytes]
    named_by_content: bool = False


def plan_site(
    site: SiteView, read_rendition: ReadRendition, redirects: Mapping[str, str]
) -> tuple[PlannedFile, ...]:
    """Return every file of a site once: assets and photos, then stories, then fronts, feeds and lists."""
    index = SiteIndex(site)
    files: dict[str, PlannedFile] = {}
    for file in (
        *_assets(),
        *_photos(site, read_rendition),
        *_stories(site),
        *_redirects(site, redirects),
        *_briefings(site),
        *_fronts(index),
        *_small_pages(site.publication),
        *_feeds(index),
    ):
        # The first of two wins: a story is never covered by a list.
        files.setdefault(file.path, file)
    return tuple(files.values())


def redirects_after(before: Manifest, site: SiteView) -> dict[str, str]:
    """Return, by old path, the id of each story that stood there once and stands elsewhere now."""
    now = {str(story.article.id): story.path for story in site.stories}
    moved = {**before.redirects, **{path: id_ for id_, path in before.stories.items()}}
    taken = set(now.values())
    return {path: id_ for path, id_ in sorted(moved.items()) if id_ in now and path not in taken}


def _page(path: str, write: Callable[[], str]) -> PlannedFile:
    return _file(f"{path}index.html", write)


def _file(path: str, write: Callable[[], str]) -> PlannedFile:
    return PlannedFile(path=path, content=lambda: write().encode())


def _assets() -> Iterator[PlannedFile]:
    for name, content in assets().items():
        yield PlannedFile(path=f"assets/{name}", content=partial(bytes, content), named_by_content=True)


def _photos(site: SiteView, read: ReadRendition) -> Iterator[PlannedFile]:
    for name in dict.fromkeys(size.file_name for photo in _shown(site) for size in photo.renditions):
        yield PlannedFile(path=f"photos/{name}", content=partial(read, name), named_by_content=True)


def _shown(site: SiteView) -> Iterable[PhotoView]:
    """The photos that public pages show; one that only stands behind the gate is not public."""
    for story in site.stories:
        yield from shown_photos(story, site.publication, Face.PUBLIC)
    for briefing in site.briefings:
        yield from (item.story.lead for item in briefing.items if item.story.lead is not None)


def _stories(site: SiteView) -> Iterator[PlannedFile]:
    for story in site.stories:
        yield _page(story.path, partial(article_page, story, site.publication))


def _redirects(site: SiteView, redirects: Mapping[str, str]) -> Iterator[PlannedFile]:
    stories: dict[str, StoryView] = {str(story.article.id): story for story in site.stories}
    for path, id_ in redirects.items():
        yield _page(path, partial(fronts.redirect_page, stories[id_], path, site.publication))


def _briefings(site: SiteView) -> Iterator[PlannedFile]:
    for briefing in site.briefings:
        yield _page(briefing_path(briefing), partial(briefing_page, briefing))


def _fronts(index: SiteIndex) -> Iterator[PlannedFile]:
    publication = index.publication
    for front in index.fronts():
        yield _page(front.path, partial(fronts.front_page, front, publication))
    for language in index.languages:
        path = latest_fragment(language)
        newest = index.newest(language, publication.latest_count)
        yield _file(path, partial(fronts.latest_list, newest, publication, path))


def _small_pages(publication: Publication) -> Iterator[PlannedFile]:
    targets = {
        "offer": publication.subscription_path,
        "register": publication.register_path,
        "log_in": publication.login_path,
    }
    for kind, path in targets.items():
        if path.startswith("/") and path.endswith("/") and path != "/":
            inner = path.lstrip("/")
            yield _page(inner, partial(fronts.gate_target_page, kind, inner, publication))
    root = f"{urlsplit(publication.site_address).path.rstrip('/')}/"
    yield _file("404.html", partial(fronts.missing_page, publication, root))
    yield _file("robots.txt", partial(feeds.robots_txt, publication))


def _feeds(index: SiteIndex) -> Iterator[PlannedFile]:
    publication = index.publication
    for front in index.fronts():
        if front.front is not None:
            path = feed_path(front.front)
            title = "" if front.quiet else front.title
            newest = front.listed[:FEED_LENGTH]
            yield _file(path, partial(feeds.rss, title, front.path, path, newest, publication))
    for path, content in feeds.sitemaps(index.entries(), publication).items():
        yield _file(path, partial(str, content))


