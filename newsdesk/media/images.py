"""Pictures: what a file holds, whether it is whole, and its pixels upright and in sRGB."""

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageCms, UnidentifiedImageError

from newsdesk.media.examination import ImageFacts
from newsdesk.media.refusals import DamagedImageError, EmptyImageError, ImageTooLargeError, NotAnImageError
from newsdesk.media.renditions import JPEG, PNG, WEBP

MAX_PIXELS = 120_000_000
"""The largest picture that is taken in: more than medium-format cameras give. Formats that can't be decoded
at a fraction of their size take less: 72 million for a PNG, 40 with transparency, 24 for a WebP."""

_MOST_BYTES = 360_000_000
"""What is left for pixels of the worker's 512 MB, beside its code and the file."""

# Pillow only warns up to twice its limit; ours is checked before the first pixel is decoded.
Image.MAX_IMAGE_PIXELS = None

_FORMATS = {JPEG: "JPEG", PNG: "PNG", WEBP: "WEBP"}

# What Pillow's decoders raise on bytes that nobody's camera wrote.
_DECODER_ERRORS = (
    OSError,
    EOFError,
    AssertionError,
    AttributeError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    RuntimeError,
    struct.error,
    zlib.error,
)

_TURNED = frozenset({5, 6, 7, 8})
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What turns a picture upright, by EXIF orientation (EXIF 3.0, tag 274)."""
_LARGE = 24_000_000
_REDUCIBLE = frozenset({"L", "LA", "RGB", "RGBA", "CMYK"})
_EXIF_ORIENTATION = 0x0112
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def media_type_of(data: bytes) -> str:
    """Return the media type of a picture by its first bytes, or an empty text for anything else."""
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WEBP
    return ""


def probe(data: bytes, name: str) -> ImageFacts:
    """Return the facts of a picture after decoding it to its last row.

    Raises:
        NotAnImageError: if the bytes are no JPEG, PNG or WebP; EmptyImageError if there are none.
        ImageTooLargeError: if it has more than ``MAX_PIXELS``.
        DamagedImageError: if it can't be decoded whole.
    """
    with opened(data, name) as picture:
        orientation = _orientation(picture)
        width, height = picture.size
        # A JPEG is decoded at an eighth of its size: every byte is read, little memory is used.
        picture.draft(None, (max(1, width // 8), max(1, height // 8)))
        picture.load()
    return ImageFacts(media_type=media_type_of(data), width=width, height=height, orientation=orientation)


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Image.Image]:
    """Lend a picture whose format and size are acceptable; what its decoding raises comes out as a refusal."""
    if not data:
        raise EmptyImageError(file=name)
    media_type = media_type_of(data)
    if not media_type:
        raise NotAnImageError(file=name)
    try:
        with Image.open(io.BytesIO(data), formats=(_FORMATS[media_type],)) as picture:
            _check_size(picture, name)
            yield picture
    except _DECODER_ERRORS as error:
        reason = "its format can't be read" if isinstance(error, UnidentifiedImageError) else str(error)
        raise DamagedImageError(file=name, reason=reason) from error


def _check_size(picture: Image.Image, name: str) -> None:
    """Refuse a picture that the worker could not draw later, before a pixel of it is decoded."""
    width, height = picture.size
    limit = min(MAX_PIXELS, _MOST_BYTES // _bytes_a_pixel(picture))
    if width * height > limit:
        raise ImageTooLargeError(file=name, width=width, height=height, limit=limit // 1_000_000)


def _bytes_a_pixel(picture: Image.Image) -> int:
    """Return what drawing takes at its height, with the copies that Pillow makes on the way."""
    if picture.format in ("JPEG", "MPO"):
        return 1  # decoded at a fraction of its size
    if picture.format == "WEBP":
        return 15
    if picture.has_transparency_data:
        return 9
    if picture.mode in ("1", "L"):
        return 2
    return 5 if picture.mode in ("RGB", "P") else 11


def fit(width_px: int, height_px: int, box_px: int) -> tuple[int, int]:
    """Return the size, in pixels, of a picture shrunk to fit a square box; a smaller one stays as it is."""
    longer = max(width_px, height_px)
    if longer <= box_px:
        return width_px, height_px
    return max(1, round(width_px * box_px / longer)), max(1, round(height_px * box_px / longer))


def upright_size(picture: Image.Image) -> tuple[int, int]:
    """Return width and height, in pixels, that a picture has when it is upright."""
    width, height = picture.size
    return (height, width) if _orientation(picture) in _TURNED else (width, height)


def drawn(picture: Image.Image, size: tuple[int, int], *, draft: tuple[int, int]) -> Image.Image:
    """Return a picture upright, in sRGB, opaque on white, 8 bits a channel, without anything but pixels.

    ``size`` is that of the upright result, in pixels. ``draft`` is the least size at which a JPEG may be
    decoded: the larger, the finer and the slower.
    """
    orientation = _orientation(picture)
    lying = orientation in _TURNED
    picture.draft(None, draft[::-1] if lying else draft)
    result = picture.convert("RGBA" if picture.has_transparency_data else "RGB") if picture.mode == "P" else picture
    result = _reduced(result, size[::-1] if lying else size)
    result = _in_srgb(_opaque(result), picture.info.get("icc_profile"))
    if orientation in _UPRIGHT:
        result = result.transpose(_UPRIGHT[orientation])
    if result.size != size:
        result = result.resize(size, Image.Resampling.LANCZOS)
    if result is picture:
        result = picture.copy()  # what was opened can't be saved once its file is closed
    result.info = {}  # Pillow writes comments and profiles that it finds here into what it saves.
    return result


def _orientation(picture: Image.Image) -> int:
    value = picture.getexif().get(_EXIF_ORIENTATION, 1)
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _reduced(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return a picture averaged down to twice the size or more, a large one to the size or more.

    What follows then needs little memory.
    """
    factor = min(picture.width // size[0], picture.height // size[1])
    if picture.width * picture.height < _LARGE:
        factor //= 2
    return picture.reduce(factor) if factor > 1 and picture.mode in _REDUCIBLE else picture


def _opaque(picture: Image.Image) -> Image.Image:
    """Return a picture with 8 bits a channel and without transparency: what shone through is white."""
    if picture.mode.startswith("I;16") or picture.mode == "I":
        # Pillow's own conversion cuts 16 bits off at 255: everything but black would be white.
        return picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if picture.mode == "F":
        return picture.convert("L")
    if picture.has_transparency_data:
        layer = picture if picture.mode == "RGBA" else picture.convert("RGBA")
        paper = Image.new("RGB", layer.size, "white")
        paper.paste(layer, mask=layer.getchannel("A"))
        return paper
    return picture if picture.mode in ("RGB", "L", "CMYK", "LAB") else picture.convert("RGB")


def _in_srgb(picture: Image.Image, profile: object) -> Image.Image:
    """Return a picture in sRGB, by its own profile where it has one that fits its channels."""
    if isinstance(profile, bytes) and profile:
        try:
            converted = ImageCms.profileToProfile(
                picture,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                _SRGB,
                renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
                outputMode="RGB",
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            # A profile that is broken or made for other channels says nothing: the picture counts as sRGB.
            converted = None
        if converted is not None:
            return converted
    return picture if picture.mode == "RGB" else picture.convert("RGB")
