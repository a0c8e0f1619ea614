"""From bytes to text, whatever the character set says of itself."""

import codecs

import pytest

from newsdesk.ingest.decoding import decode
from newsdesk.ingest.refusals import NotTextError

LATIN = "Ministar je rekao da će škola početi u četvrtak, a žena mu je đak „Borac“ – učiteljica u Čačku."
CYRILLIC = "Министар је рекао да ће школа почети у четвртак, а жена му је учитељица у Чачку."
FRENCH = "Le ministre a déclaré que l’école commencerait à la fin de l’été, après les élections européennes."
GERMAN = "Der Minister sagte, dass die Schule für die Kinder erst im März öffnen könne – „früher nicht“."


@pytest.mark.parametrize(
    ("text", "character_set"),
    [
        (LATIN, "cp1250"),
        (LATIN.replace("„", "").replace("“", "").replace("–", "-"), "iso8859_2"),
        (CYRILLIC, "cp1251"),
        (FRENCH, "cp1252"),
        (GERMAN, "cp1252"),
    ],
)
def test_old_character_set_is_voted_for(text: str, character_set: str) -> None:
    assert decode(text.encode(character_set), "x.txt").text == text


def test_short_cyrillic_line_is_not_taken_for_western_letters() -> None:
    assert decode("Наслов вести".encode("cp1251"), "x.txt").text == "Наслов вести"


@pytest.mark.parametrize(
    ("mark", "character_set"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_mark_decides_and_is_no_text(mark: bytes, character_set: str) -> None:
    assert decode(mark + LATIN.encode(character_set), "x.txt").text == LATIN


@pytest.mark.parametrize("character_set", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [LATIN, CYRILLIC])
def test_utf_16_without_a_mark_is_read(text: str, character_set: str) -> None:
    assert decode(text.encode(character_set), "x.txt").text == text


@pytest.mark.parametrize(
    ("declared", "character_set", "text"),
    [
        ("windows-1250", "cp1250", LATIN),
        ("ISO-8859-2", "iso8859_2", "Čačak, Šabac, Žitište"),
        ("windows-1251", "cp1251", CYRILLIC),
        ("iso-8859-1", "cp1252", FRENCH),
        ("gb2312", "gb18030", "新华社北京十一月电"),
        ("Shift_JIS", "cp932", "東京の新聞"),
    ],
)
def test_declared_character_set_is_used(declared: str, character_set: str, text: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'
    assert decode(page.encode(character_set), "x.html").text == page


def test_valid_utf_8_wins_over_a_wrong_declaration() -> None:
    page = f'<meta charset="windows-1250">{LATIN}'
    assert decode(page.encode(), "x.html").text == page


def test_unknown_declaration_leads_to_the_vote() -> None:
    page = f'<meta charset="x-no-such-set">{LATIN}'
    assert decode(page.encode("cp1250"), "x.html").text == page


def test_declared_utf_7_is_never_used() -> None:
    page = b'<meta charset="utf-7">\xe8 +ADw-script+AD4-alert(1)+ADw-/script+AD4-'
    assert "<script>" not in decode(page, "x.html").text


def test_sure_vote_asks_nothing() -> None:
    assert decode(LATIN.encode("cp1250"), "x.txt").doubtful == ""


def test_close_vote_names_a_word_to_ask_about() -> None:
    assert decode("x \xe8y".encode("latin-1"), "x.txt").doubtful


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive or an office document"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a WebP image"),
        (bytes(range(256)) * 20, "data of another program"),
        (b"\x01\x02\x03\x04\x05\x06" * 100, "data of another program"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, found: str) -> None:
    with pytest.raises(NotTextError) as refusal:
        decode(data, "page.html")
    assert refusal.value.fields == {"file": "page.html", "found": found}
