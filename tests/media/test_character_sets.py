"""Text of unknown character sets is read as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.media.character_sets import CANDIDATES, choose, repaired

LATIN = "Predsednica opštine Čačak Živka Đurić otvorila je izložbu „Kuća“ – juče"
CYRILLIC = "Председница општине Чачак Живка Ђурић отворила је изложбу јуче"
FRENCH = "François Hébert à l’Élysée, où la fête a été annoncée"
GERMAN = "Straßenbahnen in Köln fahren für Gäste länger"
HUNGARIAN = "Győri Ödön a újvidéki színházban"


@pytest.mark.parametrize(
    ("text", "character_set"),
    [
        (LATIN, "cp1250"), (LATIN.replace("Đ", "Ž"), "mac_latin2"),
        (LATIN.replace("–", "-").replace("„", '"').replace("“", '"'), "iso8859-2"),
        (LATIN.replace("–", "-").replace("„", '"').replace("“", '"'), "cp852"),
        (CYRILLIC, "cp1251"), (CYRILLIC, "iso8859-5"), (CYRILLIC, "mac_cyrillic"),
        (CYRILLIC.upper(), "cp1251"), (CYRILLIC.upper(), "mac_cyrillic"),
        (FRENCH, "cp1252"), (FRENCH, "mac_roman"), (GERMAN, "cp1252"), (GERMAN, "mac_roman"),
        (HUNGARIAN, "cp1250"),
    ],
)  # fmt: skip
def test_a_caption_elects_the_set_in_which_it_was_written(text: str, character_set: str) -> None:
    value = text.encode(character_set)
    reading = choose([value])
    assert (reading.text(value), reading.character_set) == (text, character_set)


@pytest.mark.parametrize("name", ["Miloš Mišković", "Đorđe Šćepanović", "ŽELJKO ČOLIĆ"])
def test_a_serbian_name_alone_is_read_from_the_windows_set(name: str) -> None:
    value = name.encode("cp1250")
    assert choose([value]).text(value) == name


@pytest.mark.parametrize("name", ["Милош Мишковић", "ЂОРЂЕ ЋИРИЋ", "Љубица Њежић"])
@pytest.mark.parametrize("character_set", ["cp1251", "iso8859-5", "mac_cyrillic"])
def test_a_cyrillic_name_alone_is_read_from_each_set(name: str, character_set: str) -> None:
    value = name.encode(character_set)
    assert choose([value]).text(value) == name


def test_the_longer_caption_decides_for_the_short_name() -> None:
    name, caption = "Åke Öst".encode("mac_roman"), FRENCH.encode("mac_roman")
    assert choose([name, caption]).text(name) == "Åke Öst"


def test_utf8_needs_no_vote() -> None:
    reading = choose([LATIN.encode()])
    assert (reading.character_set, reading.evidence) == ("utf-8", "strict UTF-8")


def test_the_marker_of_utf8_is_named_as_evidence() -> None:
    assert choose([LATIN.encode()], marker=b"\x1b%G").evidence == "marker 1:90"


def test_a_marker_that_lies_is_outvoted() -> None:
    value = LATIN.encode("cp1250")
    assert choose([value], marker=b"\x1b%G").text(value) == LATIN


def test_a_marker_of_latin_2_is_believed() -> None:
    assert choose(["Mišić".encode("iso8859-2")], marker=b"\x1b-B").character_set == "iso8859-2"


def test_utf8_that_was_cut_inside_a_letter_loses_that_letter_only() -> None:
    value = "Žene čekaju ž".encode()[:-1]
    assert choose([value]).text(value) == "Žene čekaju "


def test_xmp_with_the_same_text_decides_where_a_vote_would_not() -> None:
    value = "Niš".encode("cp852")
    reading = choose([value], twins=[(value, "Niš")])
    assert (reading.text(value), reading.evidence) == ("Niš", "XMP has the same text")


def test_plain_ascii_is_called_ascii() -> None:
    assert choose([b"BETAPHOTO"]).character_set == "ascii"


def test_no_text_has_no_character_set() -> None:
    assert choose([b"", b""]).character_set == ""


@given(values=st.lists(st.binary(max_size=60), max_size=4), marker=st.sampled_from([b"", b"\x1b%G", b"\x1b-A", b"?"]))
def test_any_bytes_at_all_are_read_as_some_text(values: list[bytes], marker: bytes) -> None:
    reading = choose(values, marker=marker)
    assert all(isinstance(reading.text(value), str) for value in values)


@pytest.mark.parametrize(
    ("text", "misread_as"),
    [("Miloš Mišković", "cp1250"), ("Miloš Mišković", "cp1251"), ("Милош", "cp1251"), ("José", "cp1252"),
     ("Miloš Mišković", "mac_roman"), (FRENCH, "mac_roman"), ("Žene", "cp1252")],
)  # fmt: skip
def test_utf8_that_was_taken_for_a_legacy_set_is_repaired(text: str, misread_as: str) -> None:
    assert repaired(text.encode().decode(misread_as)) == text


@pytest.mark.parametrize("text", ["Miloš Mišković", "Ђорђе", "© Marina"])
def test_utf8_encoded_twice_is_repaired(text: str) -> None:
    assert repaired(text.encode().decode("latin-1")) == text


@pytest.mark.parametrize("text", ["Miloš Mišković", "© Marina"])
def test_utf8_encoded_three_times_is_repaired(text: str) -> None:
    assert repaired(text.encode().decode("latin-1").encode().decode("latin-1")) == text


@pytest.mark.parametrize("text", [LATIN, CYRILLIC, FRENCH, GERMAN, HUNGARIAN, "CAFÉ®", "Ž", "«Élysée»", "50 °C"])
def test_a_text_that_is_right_stays_as_it_is(text: str) -> None:
    assert repaired(text) == text


@given(name=st.sampled_from(CANDIDATES))
def test_every_candidate_is_known_to_python(name: str) -> None:
    assert "a".encode(name) == b"a"
