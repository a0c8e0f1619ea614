"""Photos as pages show them: sizes to choose from, alternative text, caption and credit."""

from markupsafe import Markup, escape

from newsdesk.domain.publication import Publication
from newsdesk.export.page_parts import PhotoPart
from newsdesk.export.paths import Links
from newsdesk.export.views import PhotoView, RenditionView
from newsdesk.export.wording import label_of, one_line

_SIZES = "(min-width: 45rem) 43rem, 100vw"
_PLAIN_WIDTH = 960
"""The widest picture, in pixels, for browsers that can't choose."""


def photo_part(
    photo: PhotoView,
    publication: Publication,
    links: Links,
    language: str,
    *,
    caption: Markup | None = None,
    alt: str = "",
    position: str = "",
    lazy: bool = False,
) -> PhotoPart | None:
    """Return a photo ready to print, or None where it has no rendition.

    ``caption`` and ``alt`` are those of a figure in the text, where they stand in its block.
    """
    plain = photo.of_type("image/jpeg") or photo.of_type("image/png") or photo.renditions
    if not plain:
        return None
    shown = next((size for size in reversed(plain) if size.width <= _PLAIN_WIDTH), plain[0])
    words = escape(one_line(photo.caption)) if caption is None else caption
    return PhotoPart(
        source=links.photo(shown.file_name),
        set=_set(plain, links) if len(plain) > 1 else "",
        webp=_set(photo.of_type("image/webp"), links),
        sizes=_SIZES,
        width=shown.width,
        height=shown.height,
        alt=one_line(alt or photo.alt) or words.striptags(),
        caption=credited(words, photo, publication),
        label=label_of(photo, language),
        position=position,
        lazy=lazy,
    )


def credited(caption: Markup, photo: PhotoView, publication: Publication) -> Markup:
    """Return caption and credit by the publication's pattern, the credit marked as such."""
    credit = Markup('<span class="credit">{}</span>').format(photo.credit_line) if photo.credit_line else Markup()
    return escape(publication.caption_pattern).format(caption=caption, credit=credit).strip()


def _set(sizes: tuple[RenditionView, ...], links: Links) -> str:
    return ", ".join(f"{links.photo(size.file_name)} {size.width}w" for size in sizes)
