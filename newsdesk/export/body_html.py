"""The body as HTML: written from blocks, so that nothing but our own tags can reach a page."""

from collections.abc import Iterable, Sequence
from functools import partial

from markupsafe import Markup

from newsdesk.domain.ids import PhotoId
from newsdesk.domain.publication import Publication
from newsdesk.export.faces import Face, shown
from newsdesk.export.figures import photo_part
from newsdesk.export.paths import Links
from newsdesk.export.templates import figure_macro
from newsdesk.export.views import PhotoView, StoryView
from newsdesk.text.blocks import Block, FigurePosition, photos_in
from newsdesk.text.html_writer import HtmlGroup, html_groups, inline_html, write_html


def body_html(
    blocks: Sequence[Block], story: StoryView, publication: Publication, links: Links, *, numbered: bool = False
) -> Markup:
    """Return the HTML of a body's blocks, figures with their credit; empty where there is nothing to show.

    ``numbered`` puts into ``data-block`` of each top-level element the index of its first block.
    """
    figure = partial(_figure, story, publication, links)
    return Markup(write_html(blocks, figure, numbered=numbered))


def preview_groups(story: StoryView, publication: Publication, root: str = "/") -> tuple[HtmlGroup, ...]:
    """Return the preview's body group by group, as its page holds it, so that what changed can be replaced."""
    links = Links(root=root, assets=root, publication=publication)
    blocks = shown(story.article, publication, Face.PREVIEW).blocks
    return html_groups(blocks, partial(_figure, story, publication, links), numbered=True)


def shown_photos(story: StoryView, publication: Publication, face: Face) -> Iterable[PhotoView]:
    """Yield the photos that a face of a story shows: the lead, then those of the text that it shows."""
    if story.lead is not None:
        yield story.lead
    for number in photos_in(shown(story.article, publication, face).blocks):
        if PhotoId(number) in story.photos:
            yield story.photos[PhotoId(number)]


def _figure(story: StoryView, publication: Publication, links: Links, block: Block) -> str:
    """Return a figure; nothing where the story does not have its photo, which the checks refuse to publish."""
    placed = block.figure
    photo = story.photos.get(PhotoId(placed.photo)) if placed else None
    if placed is None or photo is None:
        return ""
    position = "" if placed.position is FigurePosition.COLUMN else placed.position.value
    part = photo_part(
        photo,
        publication,
        links,
        story.article.language,
        caption=Markup(inline_html(block.runs)),
        alt=placed.alt,
        position=position,
        lazy=True,
    )
    return "" if part is None else str(figure_macro()(part)).strip()
