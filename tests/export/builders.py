"""Views of stories, photos and editions to export, made with what a test cares about."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from newsdesk.domain.article import Article, Correction
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.domain.photo import PhotoUse
from newsdesk.domain.publication import Publication
from newsdesk.export.page import story_path
from newsdesk.export.views import (
    BriefingItemView,
    BriefingView,
    PhotoView,
    RenditionView,
    SiteView,
    StoryLink,
    StoryView,
)

PUBLICATION = Publication()
PUBLISHED = datetime(2023, 11, 21, 15, 34, tzinfo=UTC)

HEADLINE = "River Town Reopens Its Old Ferry After Eleven Years"
PARAGRAPHS = (
    "The ferry at Kovin ran again on Nov. 21, eleven years after the last boat was sold, and the first car on it "
    "belonged to a baker who had promised to bring bread to the other bank.",
    "“We never stopped believing that people here want to see one another,” said the mayor, Jelena Ilić, who "
    "added that the crossing “costs less than a cup of coffee” until the end of the year.",
    "The boat carries twelve cars. It leaves every half hour from six in the morning, and it stops when the wind "
    "blows stronger than the engine can bear.",
    "Fishermen on the far bank had asked for the line in four petitions, the last of them signed by two thousand "
    "people and carried to the capital by bicycle.",
)


def a_photo(**changes: Any) -> PhotoView:
    """Return a credited photo in three widths and two media types."""
    sizes = tuple(
        RenditionView(
            file_name=f"ferry-{width}.{suffix}", media_type=media_type, width=width, height=round(width * 0.625)
        )
        for media_type, suffix in (("image/webp", "webp"), ("image/jpeg", "jpg"))
        for width in (320, 640, 960)
    )
    photo = PhotoView(
        id=PhotoId(7),
        caption="The ferry at Kovin",
        credit_line="(BETAPHOTO/MILICA PETROVIC)",
        alt="A flat boat with four cars leaves a muddy bank.",
        creator="Milica Petrović",
        agency="BETAPHOTO",
        copyright="© Beta",
        renditions=sizes,
    )
    return replace(photo, **changes)


def an_article(**changes: Any) -> Article:
    """Return a published story of four paragraphs, ready for a page."""
    article = Article(
        id=ArticleId(12),
        uri="urn:newsdesk:12",
        version=1,
        headline=HEADLINE,
        section="Archive / News",
        source="Beta",
        body_markdown="\n\n".join(PARAGRAPHS) + "\n",
        published_at=PUBLISHED,
    )
    return replace(article, **changes)


def a_story(
    *,
    photo: PhotoView | None = None,
    inline: tuple[PhotoView, ...] = (),
    related: tuple[StoryLink, ...] = (),
    **changes: Any,
) -> StoryView:
    """Return the view of a story with a lead photo or none, photos of its text, and changes to its record."""
    uses = [PhotoUse(photo=photo.id, lead=True, caption=photo.caption, alt=photo.alt)] if photo else []
    uses += [PhotoUse(photo=other.id, caption=other.caption, alt=other.alt) for other in inline]
    article = an_article(photos=tuple(uses), **changes)
    known = {other.id: other for other in ((photo, *inline) if photo else inline)}
    path = story_path(article)
    return StoryView(article=article, lead=photo, photos=known, related=related, path=path)


def a_correction(**changes: Any) -> Correction:
    """Return a note of what was wrong."""
    note = Correction(
        wrong="twelve cars",
        right="ten cars",
        where="Third paragraph",
        reason="The operator gave the wrong number.",
        noted_at=datetime(2023, 11, 22, 9, 15, tzinfo=UTC),
    )
    return replace(note, **changes)


def a_site(*stories: StoryView, briefings: tuple[BriefingView, ...] = (), **changes: Any) -> SiteView:
    """Return a site of stories, given newest first."""
    return SiteView(
        publication=replace(PUBLICATION, **changes),
        stories=stories,
        briefings=briefings,
        built_at=datetime(2023, 11, 23, tzinfo=UTC),
    )


def a_briefing(*stories: StoryView, **changes: Any) -> BriefingView:
    """Return an edition whose items speak with their stories' own words."""
    items = tuple(
        BriefingItemView(
            headline=story.article.headline,
            summary=story.article.standfirst,
            story=story,
            read_on=story.path,
        )
        for story in stories
    )
    briefing = BriefingView(
        series="Morning Briefing",
        series_slug="morning-briefing",
        number=3,
        date=date(2023, 11, 22),
        language="en",
        editors_note="Good morning.",
        items=items,
        publication=PUBLICATION,
    )
    return replace(briefing, **changes)


def rendition(name: str) -> bytes:
    """Return bytes that stand for a rendition: its own name."""
    return f"picture {name}".encode()


def a_link(story: StoryView) -> StoryLink:
    """Return the link that lists show for a story."""
    article = story.article
    return StoryLink(
        id=article.id,
        headline=article.headline,
        path=story.path,
        published_at=article.published_at,
        section=article.section,
    )
