"""The metadata of a rendition: XMP, IIM and EXIF, made of the record and of nothing that the original held.

The bytes are built here, not by a library, so that a recipe gives the same ones under any version of it,
and nothing but the fields below can ever be in them.
"""

import hashlib
import re
import struct
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from newsdesk.media.renditions import EmbeddedCredit

MAX_METADATA_BYTES = 4096
"""What a rendition's metadata may weigh; a longer description is cut, alike in all its places."""

_ROOM = ((2000, 512), (1200, 512), (800, 512), (560, 512), (400, 512), (280, 256), (160, 160), (0, 128))
"""Bytes that a long text and any other text may have, from generous to mean, until all fits."""

_BESIDE_TEXT = 64
"""Bytes of segment and chunk heads that the image file puts around XMP, IIM and EXIF."""

_SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")

# Octets that a dataset may have: IPTC IIM 4.2, record 2.
_IIM_FIELDS = (
    (80, 32, "creator"),
    (105, 256, "headline"),
    (110, 32, "credit_line"),
    (115, 32, "source"),
    (116, 128, "copyright"),
    (120, 2000, "description"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedMetadata:
    """The three blocks as they go into a file; each may be empty.

    ``photoshop`` is the content of a JPEG's APP13 segment; WebP has no place for IIM.
    """

    xmp: bytes
    photoshop: bytes
    exif: bytes

    @property
    def size(self) -> int:
        """What the blocks weigh in a JPEG, in bytes."""
        return len(self.xmp) + len(self.photoshop) + len(self.exif) + _BESIDE_TEXT


def embedded(credit: EmbeddedCredit) -> EmbeddedMetadata:
    """Return the metadata of a rendition, at most ``MAX_METADATA_BYTES`` heavy.

    Credit, photographer and copyright stay whole in XMP as long as any room allows; IIM cuts each field
    at its own limit, between two characters. Description, alternative text and headline give way first.
    """
    record = _clean(credit)
    for longest, short in _ROOM:
        metadata = _blocks(_shortened(record, longest=longest, short=short))
        if metadata.size <= MAX_METADATA_BYTES:
            break
    return metadata


def cut(text: str, most_bytes: int) -> str:
    """Return as much of a text as fits into that many bytes of UTF-8, in whole characters."""
    return text.encode()[:most_bytes].decode(errors="ignore")


def _blocks(record: EmbeddedCredit) -> EmbeddedMetadata:
    return EmbeddedMetadata(xmp=_xmp(record), photoshop=_photoshop(_iim(record)), exif=_exif(record))


def _clean(credit: EmbeddedCredit) -> EmbeddedCredit:
    """Return a record without what XML can't hold."""
    texts = {name: _NOT_IN_XML.sub("", getattr(credit, name)).strip() for name in credit.__slots__}
    return EmbeddedCredit(**texts)


def _shortened(record: EmbeddedCredit, *, longest: int, short: int) -> EmbeddedCredit:
    texts = {name: cut(getattr(record, name), short) for name in record.__slots__}
    long_texts = {name: cut(getattr(record, name), longest) for name in ("description", "alt_text")}
    return replace(EmbeddedCredit(**{**texts, **long_texts}), headline=cut(record.headline, min(longest, 256)))


def _xmp(record: EmbeddedCredit) -> bytes:
    """Write an XMP packet (ISO 16684-1) of IPTC Core, Extension and rights properties; nothing if all are blank."""
    source_type = record.digital_source_type.strip()
    if source_type and "/" not in source_type:
        source_type = _SOURCE_TYPES + source_type
    properties = "".join(
        (
            _list("dc:creator", "Seq", record.creator),
            _languages("dc:description", record.description),
            _languages("dc:rights", record.copyright),
            _plain("photoshop:Credit", record.credit_line),
            _plain("photoshop:Headline", record.headline),
            _plain("photoshop:Source", record.source),
            _languages("Iptc4xmpCore:AltTextAccessibility", record.alt_text),
            _plain("Iptc4xmpExt:DigitalSourceType", source_type),
            _plain("xmpRights:Marked", "True" if record.copyright else ""),
            _languages("xmpRights:UsageTerms", record.usage_terms),
            _plain("xmpRights:WebStatement", record.web_statement),
        )
    )
    if not properties:
        return b""
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'
        ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"'
        ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">'
        f'{properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    )
    return packet.encode()


def _plain(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def _list(name: str, kind: str, text: str) -> str:
    return f"<{name}><rdf:{kind}><rdf:li>{escape(text)}</rdf:li></rdf:{kind}></{name}>" if text else ""


def _languages(name: str, text: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{escape(text)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>" if text else ""


def _iim(record: EmbeddedCredit) -> bytes:
    """Write IIM datasets (IPTC IIM 4.2), marked as UTF-8 by 1:90; nothing if all are blank."""
    datasets = [(number, cut(getattr(record, name), limit).rstrip()) for number, limit, name in _IIM_FIELDS]
    filled = [_dataset(2, number, text.encode()) for number, text in datasets if text]
    if not filled:
        return b""
    return b"".join((_dataset(1, 90, b"\x1b%G"), _dataset(2, 0, b"\x00\x04"), *filled))


def _dataset(record: int, number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def _photoshop(iim: bytes) -> bytes:
    """Wrap IIM as Photoshop's resource 0x0404, with the digest that tells readers it agrees with XMP."""
    if not iim:
        return b""
    digest = hashlib.md5(iim, usedforsecurity=False).digest()
    return b"Photoshop 3.0\0" + _resource(0x0404, iim) + _resource(0x0425, digest)


def _resource(number: int, content: bytes) -> bytes:
    padding = b"\0" * (len(content) % 2)
    return b"8BIM" + struct.pack(">HHI", number, 0, len(content)) + content + padding


def _exif(record: EmbeddedCredit) -> bytes:
    """Write EXIF's ImageDescription, Artist and Copyright (TIFF 6.0, tags 270, 315, 33432) in UTF-8."""
    tags = [(270, record.description), (315, record.creator), (33432, record.copyright)]
    filled = [(tag, text.encode() + b"\0") for tag, text in tags if text]
    if not filled:
        return b""
    values_at = 8 + 2 + 12 * len(filled) + 4
    entries, values = b"", b""
    for tag, value in filled:
        if len(value) <= 4:
            place = value.ljust(4, b"\0")
        else:
            place = struct.pack(">I", values_at + len(values))
            values += value + b"\0" * (len(value) % 2)
        entries += struct.pack(">HHI", tag, 2, len(value)) + place
    head = b"MM\x00\x2a" + struct.pack(">IH", 8, len(filled))
    return b"Exif\0\0" + head + entries + struct.pack(">I", 0) + values
