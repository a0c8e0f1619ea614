"""Renditions: upright, in sRGB, on white, never scaled up, the same bytes each time, with this credit only."""

import io
import json
import shutil
import struct
import subprocess
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from newsdesk.domain.errors import InvalidValueError
from newsdesk.media.embedding import MAX_METADATA_BYTES, cut, embedded
from newsdesk.media.examination import PhotoMetadata
from newsdesk.media.renditions import WIDTHS, EmbeddedCredit, RenditionSpec, recipe_name
from newsdesk.media.worker import MediaWorker
from tests import corpus
from tests.media.pictures import (
    BLUE,
    GREEN,
    RED,
    WHITE,
    a_jpeg,
    a_jpeg_turned,
    a_profile_with_red_and_green_swapped,
    corners,
    near,
    saved,
    with_iim,
)

LATIN = EmbeddedCredit(
    creator="Miloš Mišković",
    credit_line="(BETAPHOTO/MILOŠ MIŠKOVIĆ)",
    copyright="© 2023 Novinska agencija Beta",
    description="Jens Stoltenberg u Beogradu, utorak 21. novembra 2023. & <drugi>",
    alt_text="Čovek za govornicom",
    headline="Stoltenberg u Beogradu",
    source="Beta",
    digital_source_type="digitalCapture",
    usage_terms="Samo za vesti",
    web_statement="https://beta-briefing.example/rights",
)
CYRILLIC = EmbeddedCredit(
    creator="Милош Мишковић",
    credit_line="(БЕТАФОТО/МИЛОШ МИШКОВИЋ)",
    copyright="© 2023 Новинска агенција Бета",
    description="Јенс Столтенберг у Београду, уторак 21. новембра 2023.",
)
NOTHING = EmbeddedCredit()
JPEG_SPEC = RenditionSpec(width=320)
WEBP_SPEC = RenditionSpec(width=320, media_type="image/webp", quality=80)
SPECS = pytest.mark.parametrize("spec", [JPEG_SPEC, WEBP_SPEC], ids=["jpeg", "webp"])
SCRIPTS = pytest.mark.parametrize("credit", [LATIN, CYRILLIC], ids=["latin", "cyrillic"])


def read_back(worker: MediaWorker, photo: bytes, spec: RenditionSpec, credit: EmbeddedCredit) -> PhotoMetadata:
    return worker.examine(worker.render(photo, spec, credit).content).metadata


def by_exiftool(content: bytes, tmp_path: Path, suffix: str) -> dict[str, object]:
    if shutil.which("exiftool") is None:
        pytest.skip("exiftool is not installed")
    file = tmp_path / f"rendition{suffix}"
    file.write_bytes(content)
    done = subprocess.run(["exiftool", "-j", "-G1", str(file)], capture_output=True, check=True)
    found: dict[str, object] = json.loads(done.stdout)[0]
    return found


@SPECS
@SCRIPTS
def test_the_credit_reads_back_as_it_was_given(
    worker: MediaWorker, spec: RenditionSpec, credit: EmbeddedCredit
) -> None:
    read = read_back(worker, a_jpeg(), spec, credit)
    assert (read.creator, read.credit_line, read.copyright, read.description, read.headline, read.source) == (
        credit.creator, credit.credit_line, credit.copyright, credit.description, credit.headline, credit.source,
    )  # fmt: skip


def test_alternative_text_and_source_type_read_back(worker: MediaWorker) -> None:
    read = read_back(worker, a_jpeg(), JPEG_SPEC, LATIN)
    assert (read.alt_text, read.digital_source_type) == (LATIN.alt_text, LATIN.digital_source_type)


def test_the_places_of_a_rendition_do_not_contradict_one_another(worker: MediaWorker) -> None:
    assert read_back(worker, a_jpeg(), JPEG_SPEC, CYRILLIC).raw["conflicts"] == []


@SCRIPTS
def test_exiftool_reads_the_same_from_every_place(worker: MediaWorker, tmp_path: Path, credit: EmbeddedCredit) -> None:
    read = by_exiftool(worker.render(a_jpeg(), JPEG_SPEC, credit).content, tmp_path, ".jpg")
    assert [read.get(key) for key in ("XMP-photoshop:Credit", "XMP-dc:Description", "XMP-dc:Rights")] == [
        credit.credit_line, credit.description, credit.copyright,
    ]  # fmt: skip
    assert (read["IPTC:Caption-Abstract"], read["IPTC:CopyrightNotice"]) == (credit.description, credit.copyright)
    assert credit.credit_line.startswith(str(read["IPTC:Credit"]))
    assert (read["IFD0:ImageDescription"], read["IFD0:Copyright"]) == (credit.description, credit.copyright)


def test_exiftool_has_no_warning_about_a_rendition(worker: MediaWorker, tmp_path: Path) -> None:
    read = by_exiftool(worker.render(a_jpeg(), JPEG_SPEC, LATIN).content, tmp_path, ".jpg")
    assert not [key for key in read if "Warning" in key or "Error" in key]


def test_exiftool_reads_the_credit_of_a_webp(worker: MediaWorker, tmp_path: Path) -> None:
    read = by_exiftool(worker.render(a_jpeg(), WEBP_SPEC, CYRILLIC).content, tmp_path, ".webp")
    assert read["XMP-photoshop:Credit"] == CYRILLIC.credit_line


def test_a_cyrillic_credit_is_cut_for_iim_between_two_letters(worker: MediaWorker, tmp_path: Path) -> None:
    read = by_exiftool(worker.render(a_jpeg(), JPEG_SPEC, CYRILLIC).content, tmp_path, ".jpg")
    assert read["IPTC:Credit"] == "(БЕТАФОТО/МИЛОШ М"


@SPECS
def test_nothing_of_the_original_is_carried_over(worker: MediaWorker, tmp_path: Path, spec: RenditionSpec) -> None:
    exif = Image.Exif()
    exif[271], exif[305] = "MakerOfCameras", "SoftwareName"
    exif.get_ifd(0x8769).update({0xA431: "SERIAL123", 0x927C: b"maker notes"})
    exif.get_ifd(0x8825).update({1: "N", 2: (44.0, 49.0, 0.0), 3: "E", 4: (20.0, 27.0, 0.0)})
    photo = with_iim({90: b"Belgrade secret"}, exif=exif, comment=b"a comment", xmp=b"<x>secret</x>")
    content = worker.render(photo, spec, NOTHING).content
    found = by_exiftool(content, tmp_path, ".bin")
    assert {key.split(":")[0] for key in found if ":" in key} <= {
        "ExifTool",
        "System",
        "File",
        "JFIF",
        "RIFF",
        "Composite",
    }
    assert b"secret" not in content


def test_a_real_photo_with_a_location_loses_it(worker: MediaWorker, tmp_path: Path) -> None:
    photo = corpus.path("data", "photos", "exif-samples", "gps", "DSCN0010.jpg")
    read = by_exiftool(worker.render(photo, JPEG_SPEC, LATIN).content, tmp_path, ".jpg")
    assert not [key for key in read if "GPS" in key or "Serial" in key or "Thumbnail" in key or "MakerNote" in key]


@SPECS
def test_the_same_recipe_gives_the_same_bytes(worker: MediaWorker, spec: RenditionSpec) -> None:
    photo = saved(Image.effect_noise((700, 500), 60).convert("RGB"))
    assert worker.render(photo, spec, LATIN) == worker.render(photo, spec, LATIN)


def test_the_same_recipe_gives_the_same_bytes_in_another_process(worker: MediaWorker) -> None:
    other = MediaWorker()
    try:
        assert other.render(a_jpeg(), JPEG_SPEC, LATIN) == worker.render(a_jpeg(), JPEG_SPEC, LATIN)
    finally:
        other.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_rendition_is_as_wide_as_asked(worker: MediaWorker, width: int) -> None:
    rendered = worker.render(a_jpeg(3000, 2000), RenditionSpec(width=width), NOTHING)
    with Image.open(io.BytesIO(rendered.content)) as picture:
        assert picture.size == (rendered.width, rendered.height) == (width, round(width * 2 / 3))


@SPECS
def test_a_small_photo_is_never_scaled_up(worker: MediaWorker, spec: RenditionSpec) -> None:
    rendered = worker.render(a_jpeg(60, 40), spec, NOTHING)
    assert (rendered.width, rendered.height) == (60, 40)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_photo_comes_out_upright(worker: MediaWorker, orientation: int) -> None:
    content = worker.render(a_jpeg_turned(orientation), JPEG_SPEC, NOTHING).content
    wanted = (RED, GREEN, BLUE, WHITE)
    assert all(near(found, colour) for found, colour in zip(corners(content), wanted, strict=True))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_real_turned_photos_look_like_the_one_that_is_upright(worker: MediaWorker, orientation: int) -> None:
    folder = ("data", "photos", "exif-samples", "orientation")
    upright, turned = (
        worker.render(corpus.path(*folder, f"landscape_{number}.jpg"), RenditionSpec(width=64), NOTHING).content
        for number in (1, orientation)
    )
    with Image.open(io.BytesIO(upright)) as one, Image.open(io.BytesIO(turned)) as other:
        differences = [abs(a - b) for a, b in zip(one.tobytes(), other.tobytes(), strict=True)]
    assert sum(differences) / len(differences) < 12


def test_a_thumbnail_fits_its_box_and_is_upright(worker: MediaWorker) -> None:
    content = worker.thumbnail(a_jpeg_turned(6), 30)
    with Image.open(io.BytesIO(content)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (30, 20))
    assert near(corners(content)[0], RED, within=40)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_becomes_white(worker: MediaWorker, mode: str) -> None:
    clear = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    photo = saved(clear.convert(mode), "PNG")
    assert all(near(colour, WHITE) for colour in corners(worker.render(photo, JPEG_SPEC, NOTHING).content))


def test_a_palette_with_one_transparent_colour_becomes_white_there(worker: MediaWorker) -> None:
    picture = Image.new("P", (20, 20), 0)
    picture.putpalette([10, 20, 30])
    photo = saved(picture, "PNG", transparency=0)
    assert near(corners(worker.render(photo, JPEG_SPEC, NOTHING).content)[0], WHITE)


@pytest.mark.parametrize(("value", "grey"), [(0, 0), (32_768, 128), (65_535, 255)])
def test_sixteen_bits_of_grey_keep_their_brightness(worker: MediaWorker, value: int, grey: int) -> None:
    photo = saved(Image.new("I;16", (20, 20), value), "PNG")
    assert near(corners(worker.render(photo, JPEG_SPEC, NOTHING).content)[0], (grey, grey, grey), within=2)


def test_sixteen_bits_of_colour_keep_their_colour(worker: MediaWorker) -> None:
    row = b"\0" + struct.pack(">HHH", 200 * 257, 30 * 257, 30 * 257) * 20
    head = struct.pack(">IIBBBBB", 20, 20, 16, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(row * 20)), (b"IEND", b"")]
    photo = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )
    assert near(corners(worker.render(photo, JPEG_SPEC, NOTHING).content)[0], RED)


def test_printing_colours_become_screen_colours(worker: MediaWorker) -> None:
    photo = saved(Image.new("CMYK", (20, 20), (0, 255, 255, 0)), "JPEG", quality=95)
    content = worker.render(photo, JPEG_SPEC, NOTHING).content
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.mode == "RGB"
    assert near(corners(content)[0], (255, 0, 0), within=30)


def test_grey_stays_grey(worker: MediaWorker) -> None:
    content = worker.render(saved(Image.new("L", (20, 20), 90)), JPEG_SPEC, NOTHING).content
    assert near(corners(content)[0], (90, 90, 90), within=3)


def test_a_colour_profile_is_followed_into_srgb(worker: MediaWorker) -> None:
    photo = a_jpeg(icc_profile=a_profile_with_red_and_green_swapped())
    red, green = corners(worker.render(photo, JPEG_SPEC, NOTHING).content)[:2]
    assert red[1] > red[0] and green[0] > green[1]


@pytest.mark.parametrize("profile", [b"no profile at all", b"\0" * 200])
def test_a_broken_profile_costs_the_profile_not_the_photo(worker: MediaWorker, profile: bytes) -> None:
    assert near(corners(worker.render(a_jpeg(icc_profile=profile), JPEG_SPEC, NOTHING).content)[0], RED)


@pytest.mark.parametrize(
    "spec",
    [RenditionSpec(width=0), RenditionSpec(width=320, media_type="image/gif"), RenditionSpec(width=320, quality=0)],
)
def test_a_recipe_that_makes_no_sense_is_refused(worker: MediaWorker, spec: RenditionSpec) -> None:
    with pytest.raises(InvalidValueError):
        worker.render(a_jpeg(), spec, NOTHING)


def test_the_metadata_of_a_usual_photo_is_light(worker: MediaWorker) -> None:
    bare, full = (len(worker.render(a_jpeg(), JPEG_SPEC, credit).content) for credit in (NOTHING, LATIN))
    assert full - bare <= MAX_METADATA_BYTES


def test_a_description_of_many_pages_is_cut_alike_in_all_places(worker: MediaWorker) -> None:
    read = read_back(worker, a_jpeg(), JPEG_SPEC, replace(CYRILLIC, description="Реченица за речeницом. " * 400))
    assert read.description and read.raw["conflicts"] == []


texts = st.text(max_size=80) | st.text(alphabet="ШђЖ€😀&<>\x00\x0b\ud800", max_size=900)


@settings(max_examples=60)
@given(credit=st.builds(EmbeddedCredit, **dict.fromkeys(EmbeddedCredit.__slots__, texts)))
def test_metadata_never_outgrows_its_room(credit: EmbeddedCredit) -> None:
    assert embedded(credit).size <= MAX_METADATA_BYTES


@settings(max_examples=40, deadline=None)
@given(
    creator=st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zs", "Zl", "Zp")), max_size=30)
)
def test_any_name_reads_back_letter_by_letter(worker: MediaWorker, creator: str) -> None:
    credit = EmbeddedCredit(creator=creator, credit_line="(AP Photo)")
    assert read_back(worker, a_jpeg(), JPEG_SPEC, credit).creator == creator


@given(text=st.text(max_size=40), most=st.integers(min_value=0, max_value=60))
def test_a_cut_text_begins_the_whole_and_fits(text: str, most: int) -> None:
    short = cut(text, most)
    assert text.startswith(short) and len(short.encode()) <= most


def test_a_blank_record_writes_no_metadata() -> None:
    metadata = embedded(NOTHING)
    assert (metadata.xmp, metadata.photoshop, metadata.exif) == (b"", b"", b"")


def test_equal_recipes_have_equal_names() -> None:
    assert recipe_name("ab" * 32, JPEG_SPEC, LATIN) == recipe_name("ab" * 32, replace(JPEG_SPEC), replace(LATIN))


@pytest.mark.parametrize(
    ("sha256", "spec", "credit"),
    [
        ("cd" * 32, JPEG_SPEC, LATIN),
        ("ab" * 32, WEBP_SPEC, LATIN),
        ("ab" * 32, JPEG_SPEC, replace(LATIN, credit_line="(AP Photo)")),
        ("ab" * 32, replace(JPEG_SPEC, width=640), LATIN),
    ],
)
def test_another_recipe_has_another_name(sha256: str, spec: RenditionSpec, credit: EmbeddedCredit) -> None:
    assert recipe_name(sha256, spec, credit) != recipe_name("ab" * 32, JPEG_SPEC, LATIN)
