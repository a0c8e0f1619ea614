"""The three places where a photo file keeps its metadata, read by exiv2, before anything is chosen.

Only the media worker runs this: exiv2's XMP toolkit is not safe among threads, and its parsers meet
bytes from strangers.
"""

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import exiv2

Texts = tuple[str, ...]
Bytes = tuple[bytes, ...]

_LONGEST_VALUE = 20_000
_MOST_VALUES = 500
_IIM_RESOURCE = 0x0404
_DIGEST_RESOURCE = 0x0425


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The values of a file by exiv2's keys: XMP as text, IIM and EXIF as the bytes that were written.

    ``problem`` is what exiv2 said of a file that it could not read to the end.
    """

    xmp: dict[str, Texts] = field(default_factory=dict)
    iim: dict[str, Bytes] = field(default_factory=dict)
    exif: dict[str, Bytes] = field(default_factory=dict)
    problem: str = ""


def read_sources(data: bytes) -> Sources:
    """Return every text in a file's XMP, IIM and EXIF; what can't be read is left out and named."""
    _start()
    try:
        image = exiv2.ImageFactory.open(data)
        image.readMetadata()
        return Sources(xmp=_xmp(image), iim=_bytes_of(image.iptcData()), exif=_bytes_of(image.exifData()))
    except (exiv2.Exiv2Error, UnicodeError, ValueError) as error:
        return Sources(problem=str(error))


def iim_was_edited_last(data: bytes) -> bool:
    """Tell whether a JPEG's IIM was changed after its XMP, by the digest that XMP writers leave of it.

    Source: Metadata Working Group Guidelines 2.0, "Handling Photoshop's IPTC digest".
    """
    resources = dict(_photoshop_resources(data))
    digest = resources.get(_DIGEST_RESOURCE)
    if digest is None or _IIM_RESOURCE not in resources:
        return False
    return hashlib.md5(resources[_IIM_RESOURCE], usedforsecurity=False).digest() != digest


@cache
def _start() -> None:
    exiv2.LogMsg.setLevel(exiv2.LogMsg.Level.mute)
    exiv2.XmpParser.initialize()


def _xmp(image: exiv2.Image) -> dict[str, Texts]:
    found: dict[str, Texts] = {}
    for datum in image.xmpData():
        value = datum.value()
        if isinstance(value, exiv2.LangAltValue):
            # The default first; then the languages by name, so that a file always reads alike.
            languages = dict(value.items())
            order = sorted(languages, key=lambda language: (language != "x-default", language))
            texts = tuple(_whole(languages[language]) for language in order)
        elif isinstance(value, exiv2.XmpArrayValue):
            texts = tuple(_whole(item) for item in list(value)[:_MOST_VALUES])
        else:
            texts = (_whole(datum.toString()),)
        found[datum.key()] = texts
    return found


def _whole(text: str) -> str:
    """Return a text of XMP whose bytes were UTF-8, or what its bytes are in western Windows."""
    text = text[:_LONGEST_VALUE]
    try:
        text.encode()
    except UnicodeEncodeError:  # exiv2 hands over bytes that are no UTF-8 as lone surrogates
        return text.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    return text


def _bytes_of(data: exiv2.IptcData | exiv2.ExifData) -> dict[str, Bytes]:
    found: dict[str, Bytes] = {}
    for datum in data:
        key = datum.key()
        so_far = found.get(key, ())
        if datum.size() <= _LONGEST_VALUE and len(so_far) < _MOST_VALUES:
            value = datum.value()
            text = bytes(value.data()) if isinstance(value, exiv2.StringValueBase) else datum.toString().encode()
            found[key] = (*so_far, text)
    return found


def _photoshop_resources(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Give number and content of each Photoshop resource in a JPEG's APP13 segments."""
    block = b"".join(
        content.removeprefix(b"Photoshop 3.0\0")
        for marker, content in _segments(data)
        if marker == 0xED and content.startswith(b"Photoshop 3.0\0")
    )
    at = 0
    while block[at : at + 4] == b"8BIM" and at + 12 <= len(block):
        (number,) = struct.unpack_from(">H", block, at + 4)
        name = 1 + block[at + 6]
        at += 6 + name + name % 2
        if at + 4 > len(block):
            return
        (size,) = struct.unpack_from(">I", block, at)
        yield number, block[at + 4 : at + 4 + size]
        at += 4 + size + size % 2


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Give marker and content of each JPEG segment before the picture itself."""
    at = 2
    while data[at : at + 1] == b"\xff" and at + 4 <= len(data):
        marker = data[at + 1]
        (size,) = struct.unpack_from(">H", data, at + 2)
        if marker == 0xDA or size < 2:
            return
        yield marker, data[at + 4 : at + 2 + size]
        at += 2 + size
