"""Small pictures that tests draw for themselves, with the metadata that a test needs."""

import hashlib
import io
import struct
from collections.abc import Mapping
from typing import Any

from PIL import Image, ImageCms

RED, GREEN, BLUE, WHITE = (200, 30, 30), (30, 160, 60), (30, 60, 200), (255, 255, 255)
Colour = tuple[int, int, int]

BYLINE, HEADLINE, CREDIT, SOURCE, COPYRIGHT, CAPTION, KEYWORD = 80, 105, 110, 115, 116, 120, 25


def a_picture(width: int = 60, height: int = 40) -> Image.Image:
    """Return a picture whose corners differ: red above left, green above right, blue below left, white."""
    picture = Image.new("RGB", (width, height), WHITE)
    picture.paste(RED, (0, 0, width // 2, height // 2))
    picture.paste(GREEN, (width // 2, 0, width, height // 2))
    picture.paste(BLUE, (0, height // 2, width // 2, height))
    return picture


def saved(picture: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """Return a picture as a file."""
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def a_jpeg(width: int = 60, height: int = 40, **options: Any) -> bytes:
    """Return the picture as a JPEG whose colours survive."""
    return saved(a_picture(width, height), "JPEG", **{"quality": 95, "subsampling": 0, **options})


def a_jpeg_turned(orientation: int) -> bytes:
    """Return a JPEG that is stored so that this EXIF orientation makes it upright again."""
    undone = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    picture = a_picture() if undone is None else a_picture().transpose(undone)
    exif = Image.Exif()
    exif[0x0112] = orientation
    return saved(picture, "JPEG", quality=95, subsampling=0, exif=exif)


def an_iim_block(fields: Mapping[int, bytes], *, marker: bytes = b"") -> bytes:
    """Return IIM datasets of record 2, after a 1:90 marker if one is given."""
    head = _dataset(1, 90, marker) if marker else b""
    return head + b"".join(_dataset(2, number, value) for number, value in fields.items())


def with_iim(fields: Mapping[int, bytes], *, marker: bytes = b"", digest: bytes | None = None, **options: Any) -> bytes:
    """Return a JPEG with these IIM bytes, in whatever character set the test wrote them."""
    iim = an_iim_block(fields, marker=marker)
    content = b"Photoshop 3.0\0" + _resource(0x0404, iim)
    if digest is not None:
        content += _resource(0x0425, digest)
    return a_jpeg(extra=b"\xff\xed" + struct.pack(">H", len(content) + 2) + content, **options)


def digest_of(fields: Mapping[int, bytes]) -> bytes:
    """Return the digest that a writer of both IIM and XMP leaves."""
    return hashlib.md5(an_iim_block(fields), usedforsecurity=False).digest()


def an_xmp(**properties: str) -> bytes:
    """Return an XMP packet; names are written ``dc_creator`` for ``dc:creator``."""
    kinds = {"dc_creator": "Seq", "dc_description": "Alt", "dc_rights": "Alt", "dc_subject": "Bag"}
    body = ""
    for name, text in properties.items():
        tag = name.replace("_", ":", 1)
        kind = kinds.get(name)
        inner = f'<rdf:{kind}><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:{kind}>' if kind == "Alt" else text
        if kind in ("Seq", "Bag"):
            inner = f"<rdf:{kind}><rdf:li>{text}</rdf:li></rdf:{kind}>"
        body += f"<{tag}>{inner}</{tag}>"
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
        ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">'
        f'{body}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def a_profile_with_red_and_green_swapped() -> bytes:
    """Return an ICC profile in which the first channel means green and the second red."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return srgb.replace(b"rXYZ", b"?XYZ", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"?XYZ", b"gXYZ", 1)


def corners(content: bytes) -> list[Colour]:
    """Return the colours in the four corners of a file's picture, as shown without any turning."""
    with Image.open(io.BytesIO(content)) as picture:
        shown = picture.convert("RGB")
    width, height = shown.size
    places = ((2, 2), (width - 3, 2), (2, height - 3), (width - 3, height - 3))
    found = [shown.getpixel(place) for place in places]
    return [colour for colour in found if isinstance(colour, tuple) and len(colour) == 3]


def near(one: Colour, other: Colour, within: int = 12) -> bool:
    """Tell whether two colours look alike."""
    return all(abs(a - b) <= within for a, b in zip(one, other, strict=True))


def _dataset(record: int, number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def _resource(number: int, content: bytes) -> bytes:
    return b"8BIM" + struct.pack(">HHI", number, 0, len(content)) + content + b"\0" * (len(content) % 2)
