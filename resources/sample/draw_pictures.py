"""Draws the pictures of the sample newsroom and writes their facts into the files.

Run ``python resources/sample/draw_pictures.py`` from the project's root. The same program draws the same
pictures, byte for byte with the same Pillow. What is said of each picture stands in ``pictures/credits.yaml``;
the names of the properties are those of the IPTC Photo Metadata Standard 2025.1.
"""

from io import BytesIO
from pathlib import Path
from typing import Any

import exiv2
import scenes
import streets
import yaml

PICTURES = Path(__file__).resolve().parent / "pictures"
LARGEST = 150_000
"""No picture weighs more, in bytes."""

_SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_SCENES = {
    "bridge-at-dusk.jpg": scenes.bridge_at_dusk,
    "snow-road.jpg": scenes.snow_road,
    "river-barge.jpg": scenes.river_barge,
    "running-track.jpg": scenes.running_track,
    "library-shelves.jpg": streets.library_shelves,
    "market-stall.jpg": streets.market_stall,
    "tram-in-rain.jpg": streets.tram_in_rain,
    "bank-building.jpg": streets.bank_building,
}


def draw_all() -> None:
    """Draw every picture that ``credits.yaml`` describes."""
    facts = yaml.safe_load((PICTURES / "credits.yaml").read_text(encoding="utf-8"))
    for picture in facts["pictures"]:
        plain = BytesIO()
        drawn = _SCENES[picture["file"]]().finished()
        drawn.save(plain, "JPEG", quality=82, optimize=True, progressive=True)
        content = with_facts(plain.getvalue(), facts | picture)
        if len(content) > LARGEST:
            raise SystemExit(f"{picture['file']} weighs {len(content)} bytes, more than {LARGEST}")
        (PICTURES / picture["file"]).write_bytes(content)


def with_facts(jpeg: bytes, facts: dict[str, Any]) -> bytes:
    """Return the JPEG with its creator, credit, description, copyright and source in XMP and IIM."""
    image = exiv2.ImageFactory.open(jpeg)
    image.readMetadata()
    xmp, iptc = exiv2.XmpData(), exiv2.IptcData()
    xmp["Xmp.dc.creator"] = exiv2.XmpArrayValue([facts["creator"]], exiv2.TypeId.xmpSeq)
    for key, value in (
        ("Xmp.dc.title", facts["title"]),
        ("Xmp.dc.description", facts["description"]),
        ("Xmp.dc.rights", facts["copyright"]),
        ("Xmp.xmpRights.UsageTerms", facts["usage_terms"]),
        ("Xmp.iptc.AltTextAccessibility", facts["alt"]),
    ):
        xmp[key] = exiv2.LangAltValue({"x-default": value})
    xmp["Xmp.photoshop.Headline"] = facts["title"]
    xmp["Xmp.photoshop.Credit"] = facts["agency"]
    xmp["Xmp.photoshop.Source"] = facts["source"]
    xmp["Xmp.xmpRights.WebStatement"] = facts["licence"]
    xmp["Xmp.iptcExt.DigitalSourceType"] = _SOURCE_TYPES + facts["digital_source_type"]
    # 1:90 says that the IIM text is UTF-8 (IIM 4.2, 1:90 "Coded Character Set").
    iptc["Iptc.Envelope.CharacterSet"] = "\x1b%G"
    iptc["Iptc.Application2.ObjectName"] = facts["title"]
    iptc["Iptc.Application2.Headline"] = facts["title"]
    iptc["Iptc.Application2.Byline"] = facts["creator"]
    iptc["Iptc.Application2.Credit"] = facts["agency"]
    iptc["Iptc.Application2.Source"] = facts["source"]
    iptc["Iptc.Application2.Copyright"] = facts["copyright"]
    iptc["Iptc.Application2.Caption"] = facts["description"]
    image.setXmpData(xmp)
    image.setIptcData(iptc)
    image.writeMetadata()
    return bytes(image.io().data())


if __name__ == "__main__":
    draw_all()
