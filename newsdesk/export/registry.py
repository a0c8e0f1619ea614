"""The formats in which a story or an edition leaves alone, by the names that people type."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from newsdesk.domain.publication import Publication
from newsdesk.export.briefing import briefing_markdown, briefing_page
from newsdesk.export.files import ReadRendition, every_file, plain_file, target_of, write_files
from newsdesk.export.markdown import article_markdown
from newsdesk.export.page import Face, page_with
from newsdesk.export.paths import Links
from newsdesk.export.report import ExportReport
from newsdesk.export.templates import assets
from newsdesk.export.views import BriefingView, PhotoView, StoryView

__all__ = ["ArticleWriter", "BriefingWriter", "ExportReport", "article_formats", "briefing_formats"]

ArticleWriter = Callable[[StoryView, Publication, Path, ReadRendition], ExportReport]
"""Writes a story to a folder, or to a file where the path is named like one, with its pictures beside it."""

BriefingWriter = Callable[[BriefingView, Path, ReadRendition], ExportReport]
"""Writes an edition to a folder, or to a file where the path is named like one, with its pictures beside it."""

_HTML = (".html", ".htm")
_MARKDOWN = (".md", ".markdown")


def article_formats() -> Mapping[str, ArticleWriter]:
    """Return the writers of stories by the names of their formats."""
    return MappingProxyType({"html": _article_html, "md": _article_markdown})


def briefing_formats() -> Mapping[str, BriefingWriter]:
    """Return the writers of editions by the names of their formats."""
    return MappingProxyType({"html": _briefing_html, "md": _briefing_markdown})


def _article_html(story: StoryView, publication: Publication, out: Path, read: ReadRendition) -> ExportReport:
    target = target_of(out, f"{_story_name(story)}.html", _HTML)
    page = page_with(story, publication, _alone(publication), Face.PUBLIC)
    # Only what the page shows: a photo from behind the gate stays behind it.
    shown = tuple(photo for photo in story.photos.values() if any(size.file_name in page for size in photo.renditions))
    files = {target.name: page.encode(), **_assets(), **_pictures(every_file(shown), read)}
    return write_files(target.parent, files)


def _article_markdown(story: StoryView, publication: Publication, out: Path, read: ReadRendition) -> ExportReport:
    target = target_of(out, f"{_story_name(story)}.md", _MARKDOWN)
    files = {target.name: article_markdown(story, publication).encode(), **_plain_pictures(story.photos.values(), read)}
    return write_files(target.parent, files)


def _briefing_html(view: BriefingView, out: Path, read: ReadRendition) -> ExportReport:
    target = target_of(out, f"{_edition_name(view)}.html", _HTML)
    page = briefing_page(view, _alone(view.publication))
    files = {target.name: page.encode(), **_assets(), **_pictures(every_file(_leads(view)), read)}
    return write_files(target.parent, files)


def _briefing_markdown(view: BriefingView, out: Path, read: ReadRendition) -> ExportReport:
    target = target_of(out, f"{_edition_name(view)}.md", _MARKDOWN)
    files = {target.name: briefing_markdown(view).encode(), **_plain_pictures(_leads(view), read)}
    return write_files(target.parent, files)


def _alone(publication: Publication) -> Links:
    """A page without its site around it: pictures beside it, everything else at the site's address."""
    return Links(root=f"{publication.site_address}/", assets="", publication=publication)


def _story_name(story: StoryView) -> str:
    return story.path.rstrip("/").rpartition("/")[2]


def _edition_name(view: BriefingView) -> str:
    return f"{view.series_slug}-{view.number}"


def _leads(view: BriefingView) -> tuple[PhotoView, ...]:
    return tuple(item.story.lead for item in view.items if item.story.lead is not None)


def _assets() -> dict[str, bytes]:
    return {f"assets/{name}": content for name, content in assets().items()}


def _pictures(names: tuple[str, ...], read: ReadRendition) -> dict[str, bytes]:
    return {f"photos/{name}": read(name) for name in names}


def _plain_pictures(photos: Iterable[PhotoView], read: ReadRendition) -> dict[str, bytes]:
    return _pictures(tuple(dict.fromkeys(filter(None, map(plain_file, photos)))), read)
