"""Only whole pictures of sound size pass; what is no picture is told apart from what is broken."""

import io
import struct
import zlib

import pytest
from PIL import Image

from newsdesk.domain.errors import NewsdeskError
from newsdesk.media.images import fit, media_type_of, probe
from newsdesk.media.refusals import DamagedImageError, EmptyImageError, ImageTooLargeError, NotAnImageError
from tests.media.pictures import a_jpeg, a_jpeg_turned, a_picture, saved


def a_png_that_claims(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes whose head announces this size in grey."""
    return a_png_with(struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))


def a_png_with(head: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    parts = [(b"IHDR", head), *chunks, (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in parts
    )
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize(("kind", "media_type"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")])
def test_the_three_formats_are_taken_with_their_size(kind: str, media_type: str) -> None:
    facts = probe(saved(a_picture(60, 40), kind), "photo")
    assert (facts.media_type, facts.width, facts.height) == (media_type, 60, 40)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_upright_size_follows_the_orientation(orientation: int) -> None:
    facts = probe(a_jpeg_turned(orientation), "photo.jpg")
    assert (facts.upright_size, facts.orientation) == ((60, 40), orientation)


def test_the_size_is_that_which_is_stored() -> None:
    facts = probe(a_jpeg_turned(6), "photo.jpg")
    assert (facts.width, facts.height) == (40, 60)


@pytest.mark.parametrize("kind", ["GIF", "TIFF", "BMP"])
def test_another_format_is_refused_whatever_its_name(kind: str) -> None:
    with pytest.raises(NotAnImageError):
        probe(saved(a_picture(), kind), "photo.jpg")


@pytest.mark.parametrize("data", [b"This is a text.", b"<!doctype html><p>x", b"%PDF-1.7", b"\x00" * 100, b"\xff\xd8"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(NotAnImageError):
        probe(data, "photo.jpg")


def test_an_empty_file_is_refused_as_empty() -> None:
    with pytest.raises(EmptyImageError) as refusal:
        probe(b"", "photo.jpg")
    assert "photo.jpg is empty" in str(refusal.value)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_truncated_picture_is_refused(kind: str, share: float) -> None:
    whole = saved(Image.effect_noise((200, 150), 50).convert("RGB"), kind)
    with pytest.raises(DamagedImageError):
        probe(whole[: int(len(whole) * share)], "photo")


def test_a_truncated_progressive_jpeg_is_refused() -> None:
    whole = saved(Image.effect_noise((200, 150), 50), "JPEG", progressive=True)
    with pytest.raises(DamagedImageError):
        probe(whole[: len(whole) * 2 // 3], "photo.jpg")


@pytest.mark.parametrize("size", [(11_000, 11_000), (30_000, 30_000), (2_000_000_000, 1)])
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(size: tuple[int, int]) -> None:
    with pytest.raises(ImageTooLargeError):
        probe(a_png_that_claims(*size), "bomb.png")


def test_a_compressed_comment_that_swells_is_refused() -> None:
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    bomb = b"Comment\0\0" + zlib.compress(b"a" * 20_000_000)
    with pytest.raises(DamagedImageError):
        probe(a_png_with(head, (b"zTXt", bomb)), "bomb.png")


def test_a_jpeg_with_a_second_picture_inside_is_taken_as_its_first() -> None:
    out = io.BytesIO()
    a_picture(60, 40).save(out, "MPO", save_all=True, append_images=[a_picture(30, 20)])
    facts = probe(out.getvalue(), "camera.jpg")
    assert (facts.media_type, facts.width) == ("image/jpeg", 60)


def test_bytes_after_the_picture_do_no_harm() -> None:
    assert probe(a_jpeg() + b"\0" * 500, "photo.jpg").width == 60


def test_one_flipped_byte_in_a_png_is_noticed() -> None:
    whole = bytearray(saved(Image.effect_noise((100, 100), 50), "PNG"))
    whole[len(whole) // 2] ^= 0xFF
    with pytest.raises(DamagedImageError):
        probe(bytes(whole), "photo.png")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_damaged_anywhere_is_read_or_refused_but_never_crashes(kind: str) -> None:
    whole = saved(a_picture(), kind)
    for place in range(0, len(whole), max(1, len(whole) // 120)):
        damaged = whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]
        try:
            assert probe(damaged, "photo").width > 0
        except NewsdeskError as refusal:
            assert "photo" in str(refusal)


@pytest.mark.parametrize(
    ("size", "box", "expected"),
    [((6000, 4000), 480, (480, 320)), ((100, 50), 480, (100, 50)), ((4000, 6000), 480, (320, 480)),
     ((10_000, 1), 480, (480, 1))],
)  # fmt: skip
def test_a_size_is_shrunk_into_its_box_and_never_grows(
    size: tuple[int, int], box: int, expected: tuple[int, int]
) -> None:
    assert fit(*size, box) == expected


def test_a_riff_that_is_no_webp_is_not_taken_for_one() -> None:
    assert media_type_of(b"RIFF\x00\x00\x00\x00WAVEfmt ") == ""
