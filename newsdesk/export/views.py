"""What pages, feeds and editions are made of: frozen views, built by services, without a database behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from newsdesk.domain.article import Article
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.domain.publication import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class RenditionView:
    """One size of a photo that a page offers; sides are in pixels, the name is that of its file under photos/."""

    file_name: str
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoView:
    """A photo in a story, with the line that credits it; ``label`` says that a machine made the picture."""

    id: PhotoId
    caption: str = ""
    credit_line: str = ""
    alt: str = ""
    creator: str = ""
    agency: str = ""
    copyright: str = ""
    renditions: tuple[RenditionView, ...] = ()
    label: bool = False

    def of_type(self, media_type: str) -> tuple[RenditionView, ...]:
        """Return the sizes of one media type, narrowest first."""
        fitting = [rendition for rendition in self.renditions if rendition.media_type == media_type]
        return tuple(sorted(fitting, key=lambda rendition: rendition.width))


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLink:
    """A story as lists show it; ``path`` leads from the site's root, without a slash before it."""

    id: ArticleId
    headline: str
    path: str
    published_at: datetime | None = None
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A story with all that its page shows.

    ``photos`` holds every photo that the story uses, the lead included; ``alternates`` the paths of
    the same story in other languages, by BCP 47 tag.
    """

    article: Article
    lead: PhotoView | None
    photos: Mapping[PhotoId, PhotoView]
    related: tuple[StoryLink, ...]
    path: str
    alternates: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingItemView:
    """One story of an edition in the edition's words; ``read_on`` is its path where readers can go on."""

    headline: str
    summary: str
    story: StoryView
    read_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingView:
    """An edition with its items in their running order."""

    series: str
    series_slug: str
    number: int
    date: date
    language: str
    editors_note: str
    items: tuple[BriefingItemView, ...]
    publication: Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """Everything that readers may see at one moment, stories newest first."""

    publication: Publication
    stories: tuple[StoryView, ...]
    briefings: tuple[BriefingView, ...]
    built_at: datetime
