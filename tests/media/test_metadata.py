"""A photo's own words: from XMP, IIM and EXIF, with the values kept and the conflicts shown."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from PIL import Image

from newsdesk.domain.credit import Agency
from newsdesk.media.examination import PhotoMetadata
from newsdesk.media.worker import MediaWorker
from tests import corpus
from tests.media.pictures import (
    BYLINE,
    CAPTION,
    COPYRIGHT,
    CREDIT,
    HEADLINE,
    KEYWORD,
    SOURCE,
    a_jpeg,
    a_picture,
    an_xmp,
    digest_of,
    saved,
    with_iim,
)


def conflicts(metadata: PhotoMetadata) -> dict[str, dict[str, object]]:
    found = cast("list[dict[str, object]]", metadata.raw["conflicts"])
    return {str(conflict["property"]): conflict for conflict in found}


def an_exif(**texts: object) -> Image.Exif:
    exif = Image.Exif()
    numbers = {"description": 270, "artist": 315, "copyright": 33432}
    for name, text in texts.items():
        exif[numbers[name]] = text
    return exif


def test_a_photo_without_metadata_says_nothing(worker: MediaWorker) -> None:
    metadata = worker.examine(a_jpeg()).metadata
    assert (metadata.creator, metadata.agency, metadata.character_set) == ("", "", "")


def test_iim_is_read(worker: MediaWorker) -> None:
    photo = with_iim({BYLINE: b"Ana Anic", CREDIT: b"BETAPHOTO", HEADLINE: b"A hall", CAPTION: b"The hall."})
    metadata = worker.examine(photo).metadata
    assert (metadata.creator, metadata.agency, metadata.headline, metadata.description) == (
        "Ana Anic", "BETAPHOTO", "A hall", "The hall.",
    )  # fmt: skip


def test_xmp_comes_before_iim_and_iim_before_exif(worker: MediaWorker) -> None:
    photo = with_iim(
        {BYLINE: b"IIM Name", CAPTION: b"IIM caption"},
        xmp=an_xmp(dc_creator="XMP Name"),
        exif=an_exif(artist="EXIF Name", description="EXIF caption", copyright="EXIF rights"),
    )
    metadata = worker.examine(photo).metadata
    assert (metadata.creator, metadata.description, metadata.copyright) == ("XMP Name", "IIM caption", "EXIF rights")


def test_places_that_disagree_are_shown_as_a_conflict(worker: MediaWorker) -> None:
    photo = with_iim({BYLINE: b"Somebody Else"}, xmp=an_xmp(dc_creator="Ana Anic"))
    conflict = conflicts(worker.examine(photo).metadata)["creator"]
    assert (conflict["xmp"], conflict["iim"]) == (("Ana Anic",), ("Somebody Else",))


def test_a_value_that_iim_had_no_room_for_is_no_conflict(worker: MediaWorker) -> None:
    credit = "A very long credit line of a news agency"
    photo = with_iim({CREDIT: credit.encode()[:32]}, xmp=an_xmp(photoshop_Credit=credit))
    assert conflicts(worker.examine(photo).metadata) == {}


def test_iim_wins_where_its_digest_says_it_was_edited_last(worker: MediaWorker) -> None:
    fields = {BYLINE: b"Edited Later"}
    photo = with_iim(fields, digest=b"\x01" * 16, xmp=an_xmp(dc_creator="Written First"))
    assert worker.examine(photo).metadata.creator == "Edited Later"


def test_xmp_wins_where_the_digest_says_that_both_agree(worker: MediaWorker) -> None:
    fields = {BYLINE: b"Ana Anic"}
    photo = with_iim(fields, digest=digest_of(fields), xmp=an_xmp(dc_creator="Ana Anić"))
    assert worker.examine(photo).metadata.creator == "Ana Anić"


def test_what_a_camera_writes_is_no_description(worker: MediaWorker) -> None:
    photo = a_jpeg(exif=an_exif(description="OLYMPUS DIGITAL CAMERA         "))
    assert worker.examine(photo).metadata.description == ""


@pytest.mark.parametrize(
    ("fields", "creator", "agency"),
    [
        ({CREDIT: b"(BETAPHOTO/MILOS MISKOV)"}, "MILOS MISKOV", "BETAPHOTO"),
        ({BYLINE: b"Jan Novak / AFP"}, "Jan Novak", "AFP"),
        ({BYLINE: b"Ana Anic", CREDIT: b"REUTERS"}, "Ana Anic", "REUTERS"),
        ({BYLINE: b"Ana Anic", SOURCE: b"AP"}, "Ana Anic", "AP"),
        ({BYLINE: b"Ana / Chain / Stock", CREDIT: b"Ana / Chain / Stock"}, "Ana", "Stock"),
        ({BYLINE: b"Ophelia", COPYRIGHT: b"(c) 2014 Stock61 / Ophelia"}, "Ophelia", "Stock61"),
        ({BYLINE: b"Ana Anic", CREDIT: b"Ana Anic"}, "Ana Anic", ""),
        ({BYLINE: b"Ana Anic", CREDIT: b"Ana Anic/Unheard"}, "Ana Anic", "Unheard"),
        ({BYLINE: b"Ana Anic", CREDIT: b"Unheard"}, "Ana Anic", "Unheard"),
    ],
)
def test_photographer_and_agency_are_told_apart(
    worker: MediaWorker, fields: dict[int, bytes], creator: str, agency: str
) -> None:
    metadata = worker.examine(with_iim(fields)).metadata
    assert (metadata.creator, metadata.agency) == (creator, agency)


def test_an_agency_that_the_newsroom_added_is_known_by_its_alias(worker: MediaWorker) -> None:
    fonet = Agency(code="FONET", name="FoNet", patterns=("({AGENCY})",), aliases=("Novinska agencija FoNet",))
    photo = with_iim({CREDIT: b"Novinska agencija FoNet"})
    assert worker.examine(photo, agencies=(fonet,)).metadata.agency == "FONET"


def test_a_legacy_character_set_is_found_and_named(worker: MediaWorker) -> None:
    photo = with_iim({BYLINE: "Đorđe Šćepanović".encode("cp1250"), CAPTION: "Žene čekaju".encode("cp1250")})
    metadata = worker.examine(photo).metadata
    assert (metadata.creator, metadata.character_set) == ("Đorđe Šćepanović", "cp1250")


def test_the_bytes_before_decoding_are_kept(worker: MediaWorker) -> None:
    written = "Đorđe".encode("cp1250")
    raw = worker.examine(with_iim({BYLINE: written})).metadata.raw
    iim = cast("dict[str, list[str]]", raw["iim"])
    assert bytes.fromhex(iim["Iptc.Application2.Byline"][0]) == written


def test_raw_values_and_evidence_can_be_written_as_json(worker: MediaWorker) -> None:
    photo = with_iim({BYLINE: "Đorđe".encode("cp1250"), KEYWORD: b"hall"}, xmp=an_xmp(dc_creator="Đorđe"))
    written = worker.examine(photo).metadata.raw_json()
    assert set(json.loads(written)) == {"xmp", "iim", "exif", "conflicts", "evidence"}


def test_metadata_that_cannot_be_read_costs_the_metadata_not_the_photo(worker: MediaWorker) -> None:
    photo = a_jpeg(xmp=b"<x:xmpmeta this is no XML")
    assert worker.examine(photo).facts.width == 60


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_xmp_is_read_from_png_and_webp_too(worker: MediaWorker, kind: str) -> None:
    xmp = an_xmp(dc_creator="Милош Мишковић")
    if kind == "WEBP":
        photo = saved(a_picture(), kind, xmp=xmp)
    else:
        from PIL.PngImagePlugin import PngInfo

        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", xmp.decode())
        photo = saved(a_picture(), kind, pnginfo=info)
    assert worker.examine(photo).metadata.creator == "Милош Мишковић"


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2023-11-21T16:34:00+01:00", datetime(2023, 11, 21, 15, 34, tzinfo=UTC)),
        ("2023-11-21T16:34:00", datetime(2023, 11, 21, 16, 34, tzinfo=UTC)),
        ("2023-11-21", datetime(2023, 11, 21, tzinfo=UTC)),
        ("0000:00:00 00:00:00", None),
        ("2023", None),
    ],
)
def test_the_clock_of_a_photo_is_utc_or_unknown(worker: MediaWorker, written: str, moment: datetime | None) -> None:
    assert worker.examine(a_jpeg(xmp=an_xmp(photoshop_DateCreated=written))).metadata.taken_at == moment


def test_the_source_type_is_the_last_word_of_its_address(worker: MediaWorker) -> None:
    address = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    photo = a_jpeg(xmp=an_xmp(Iptc4xmpExt_DigitalSourceType=address))
    assert worker.examine(photo).metadata.digital_source_type == "trainedAlgorithmicMedia"


EXPECTED_KEYS = {
    "creator": ("XMP-dc:Creator", "IPTC:By-line", "IFD0:Artist"),
    "credit_line": ("XMP-photoshop:Credit", "IPTC:Credit"),
    "headline": ("XMP-photoshop:Headline", "IPTC:Headline"),
    "description": ("XMP-dc:Description", "IPTC:Caption-Abstract", "IFD0:ImageDescription"),
    "copyright": ("XMP-dc:Rights", "IPTC:CopyrightNotice", "IFD0:Copyright"),
    "source": ("XMP-photoshop:Source", "IPTC:Source"),
    "alt_text": ("XMP-iptcCore:AltTextAccessibility",),
    "city": ("XMP-photoshop:City", "IPTC:City"),
    "country": ("XMP-photoshop:Country", "IPTC:Country-PrimaryLocationName"),
    "digital_source_type": ("XMP-iptcExt:DigitalSourceType",),
    "instructions": ("XMP-photoshop:Instructions", "IPTC:SpecialInstructions"),
}


def expected_text(record: dict[str, object], name: str) -> str:
    value = next((record[key] for key in EXPECTED_KEYS[name] if str(record.get(key) or "").strip()), "")
    text = str(value[0] if isinstance(value, list) else value).strip()
    return text.rpartition("/")[2] if name == "digital_source_type" else text


@pytest.mark.parametrize("name", sorted(EXPECTED_KEYS))
@pytest.mark.parametrize("folder", ["iptc", "formats", "exif-samples/xmp"])
def test_real_photos_read_as_exiftool_reads_them(worker: MediaWorker, folder: str, name: str) -> None:
    known = json.loads(corpus.path("data", "photos", "expected_exiftool_12.57.json").read_text("utf-8"))
    photos = [key for key in known if key.startswith(f"{folder}/") and key.endswith((".jpg", ".png", ".webp"))]
    read = {photo: getattr(worker.examine(corpus.path("data", "photos", photo)).metadata, name) for photo in photos}
    assert read == {photo: expected_text(known[photo], name) for photo in photos}


def charset_files() -> list[str]:
    folder = corpus.folder() / "data" / "photos" / "charset"
    return sorted(file.name for file in folder.glob("*.jpg")) or ["absent.jpg"]


@pytest.mark.parametrize("file", charset_files())
def test_real_photos_in_legacy_character_sets_read_as_they_were_written(worker: MediaWorker, file: str) -> None:
    photo = corpus.path("data", "photos", "charset", file)
    truth = json.loads(corpus.path("data", "photos", "expected_charset.json").read_text("utf-8"))[f"charset/{file}"]
    metadata = worker.examine(photo).metadata
    assert (metadata.creator, metadata.description, metadata.agency) == (
        truth["By-line"], truth["Caption-Abstract"], truth["Credit"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("file", "creator", "agency"),
    [
        ("profimedia-0701180382.jpg", "JHPhoto", "Profimedia"),
        ("shutterstock_2480370209.jpg", "Goskova Tatiana", "Shutterstock"),
        ("westend61-part-of-a-brick-wall-OPF000009.jpg", "Ophelia", "Westend61"),
    ],
)
def test_stock_agencies_are_found_wherever_they_write_themselves(
    worker: MediaWorker, file: str, creator: str, agency: str
) -> None:
    metadata = worker.examine(corpus.path("data", "photos", "agency-carriers-10px", file)).metadata
    assert (metadata.creator, metadata.agency) == (creator, agency)


def test_a_copyright_that_was_encoded_over_and_over_is_repaired(worker: MediaWorker) -> None:
    photo = corpus.path("data", "photos", "regions", "skater_carrier.jpg")
    assert worker.examine(photo).metadata.copyright == "©MarinaEkroos 2015"


def test_a_photo_is_read_from_its_path(worker: MediaWorker, tmp_path: Path) -> None:
    (tmp_path / "hall.jpg").write_bytes(with_iim({BYLINE: b"Ana Anic"}))
    assert worker.examine(tmp_path / "hall.jpg").metadata.creator == "Ana Anic"
