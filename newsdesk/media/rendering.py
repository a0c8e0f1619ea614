"""Drawing copies of photos: renditions for pages, thumbnails for the window. Only the media worker runs this."""

import io
import struct

from PIL import Image

from newsdesk.domain.errors import InvalidValueError
from newsdesk.media.embedding import EmbeddedMetadata, embedded
from newsdesk.media.images import drawn, fit, opened, upright_size
from newsdesk.media.renditions import JPEG, WEBP, EmbeddedCredit, RenderedImage, RenditionSpec

_THUMBNAIL_QUALITY = 80
_FINER = 2
"""How many times larger than its result a JPEG is decoded at least, where it is that large."""
_FINE_PIXELS = 50_000_000
"""Above so many pixels the decoder's memory allows no such care, nor would it be seen."""


def render(data: bytes, spec: RenditionSpec, credit: EmbeddedCredit, name: str = "") -> RenderedImage:
    """Return a rendition: upright, in sRGB, never wider than asked and never scaled up, with this credit only.

    The same recipe gives the same bytes.

    Raises:
        InvalidValueError: if the format is neither JPEG nor WebP, or width or quality make no sense.
        NotAnImageError, DamagedImageError, ImageTooLargeError: if the original can't be drawn.
    """
    _check(spec)
    with opened(data, name) as picture:
        width, height = upright_size(picture)
        finer = _FINER if width * height <= _FINE_PIXELS else 1
        if width > spec.width:
            width, height = spec.width, max(1, round(height * spec.width / width))
        image = drawn(picture, (width, height), draft=(width * finer, height * finer))
    metadata = embedded(credit)
    content = _jpeg(image, spec.quality, metadata) if spec.media_type == JPEG else _webp(image, spec.quality, metadata)
    return RenderedImage(content=content, width=width, height=height, media_type=spec.media_type)


def thumbnail(data: bytes, box_px: int, name: str = "") -> bytes:
    """Return a JPEG, upright and in sRGB, that fits a square box of that many pixels.

    Raises:
        NotAnImageError, DamagedImageError, ImageTooLargeError: if the original can't be drawn.
    """
    with opened(data, name) as picture:
        size = fit(*upright_size(picture), box_px)
        image = drawn(picture, size, draft=size)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_THUMBNAIL_QUALITY)
    return out.getvalue()


def _check(spec: RenditionSpec) -> None:
    if spec.media_type not in (JPEG, WEBP):
        raise InvalidValueError(field="media type", value=spec.media_type, allowed=f"{JPEG} or {WEBP}")
    if spec.width < 1:
        raise InvalidValueError(field="width", value=spec.width, allowed="1 or more pixels")
    if not 1 <= spec.quality <= 100:
        raise InvalidValueError(field="quality", value=spec.quality, allowed="1 to 100")


def _jpeg(image: Image.Image, quality: int, metadata: EmbeddedMetadata) -> bytes:
    out = io.BytesIO()
    photoshop = metadata.photoshop
    image.save(
        out,
        "JPEG",
        quality=quality,
        progressive=True,
        optimize=True,
        subsampling="4:2:0",
        exif=metadata.exif,
        xmp=metadata.xmp,
        extra=b"\xff\xed" + struct.pack(">H", len(photoshop) + 2) + photoshop if photoshop else b"",
    )
    return out.getvalue()


def _webp(image: Image.Image, quality: int, metadata: EmbeddedMetadata) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", quality=quality, method=4, exif=metadata.exif, xmp=metadata.xmp)
    return out.getvalue()
