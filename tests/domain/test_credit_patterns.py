"""Credit lines print as each agency writes them, and read back to the same parties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.credit import Agency, Credit, Party, PartyKind, credit_of
from newsdesk.domain.credit_names import ascii_upper, latin
from newsdesk.domain.credit_patterns import (
    DEFAULT_AGENCIES,
    agency_named,
    by_code,
    check_pattern,
    parse_credit,
    read_parties,
    render_credit,
    split_caption,
)
from newsdesk.domain.errors import InvalidValueError

AGENCIES = by_code(DEFAULT_AGENCIES)
SEED_LINE = "(BETAPHOTO/MILOS MISKOV)"

names = st.lists(
    st.text(alphabet="abcdefgšđčćžáéöüñßøłабвгдђљњћџшçıİ", min_size=2, max_size=9).map(str.capitalize),
    min_size=2,
    max_size=3,
).map(" ".join)


def a_credit(agency: str, *, creator: str = "", source: str = "", via: str = "") -> Credit:
    """Return a credit in the order in which it prints, without the parties that are empty."""
    parties = (
        Party(kind=PartyKind.CREATOR, name=creator),
        Party(kind=PartyKind.AGENCY, name=agency),
        Party(kind=PartyKind.HANDOUT, name=source),
        Party(kind=PartyKind.VIA, name=via),
    )
    return Credit(parties=tuple(party for party in parties if party.name))


LINES = [
    (a_credit("BETAPHOTO", creator="Miloš Mišković"), "(BETAPHOTO/MILOS MISKOVIC)"),
    (a_credit("BETAPHOTO", creator="Милош Мишковић"), "(BETAPHOTO/MILOS MISKOVIC)"),
    (a_credit("BETAPHOTO", creator="Đorđe Šćepanović"), "(BETAPHOTO/DJORDJE SCEPANOVIC)"),
    (a_credit("BETAPHOTO"), "(BETAPHOTO)"),
    (a_credit("AP", creator="Darko Vojinović"), "(AP Photo/Darko Vojinović)"),
    (a_credit("AP", creator="Jane Doe", source="Pool Photo"), "(Jane Doe/Pool Photo via AP)"),
    (a_credit("AP"), "(AP Photo)"),
    (a_credit("REUTERS", creator="Marko Djurica"), "REUTERS/Marko Djurica"),
    (a_credit("REUTERS", source="Ministry of Defence"), "Ministry of Defence/Handout via REUTERS"),
    (a_credit("GETTY", creator="Jane Doe"), "Photo by Jane Doe/Getty Images"),
    (a_credit("GETTY", creator="Jane Doe", source="Anadolu"), "Jane Doe/Anadolu via Getty Images"),
    (a_credit("AFP", creator="Andrej Isaković"), "Andrej Isaković/AFP"),
    (a_credit("AFP"), "AFP"),
    (a_credit("EPA", creator="Andrej Čukić"), "EPA/ANDREJ ČUKIĆ"),
    (a_credit("HANDOUT", source="City of Belgrade"), "(City of Belgrade/Handout)"),
    (a_credit("NEWSDESK", creator="Ana Anić"), "(Illustration: Ana Anić/Newsdesk)"),
    (a_credit("", creator="Ana Anić"), "(Ana Anić)"),
]


@pytest.mark.parametrize(("credit", "line"), LINES)
def test_a_credit_prints_as_its_agency_writes_it(credit: Credit, line: str) -> None:
    assert render_credit(credit, AGENCIES) == line


@pytest.mark.parametrize("line", [line for _, line in LINES])
def test_a_printed_line_reads_back_to_what_prints_it(line: str) -> None:
    credit = parse_credit(line, AGENCIES)
    assert credit is not None
    assert render_credit(credit, AGENCIES) == line


def test_the_seeds_line_is_read_to_its_photographer_and_agency() -> None:
    assert parse_credit(SEED_LINE, AGENCIES) == credit_of("MILOS MISKOV", "BETAPHOTO")


def test_the_seeds_line_survives_reading_and_printing() -> None:
    credit = parse_credit(SEED_LINE, AGENCIES)
    assert credit is not None
    assert render_credit(credit, AGENCIES) == SEED_LINE


@pytest.mark.parametrize(
    "line",
    ["", "Foo Bar", "(NEPOZNATA/IME PREZIME)", "(Betaphoto/Milos Miskov)", "EPA/Andrej Cukic", " (AP Photo) ", "()"],
)
def test_a_line_that_no_pattern_prints_is_no_credit(line: str) -> None:
    assert parse_credit(line, AGENCIES) is None


@given(line=st.text(alphabet="()/{}[] ABETPHORUSaefvi:", max_size=40) | st.sampled_from([line for _, line in LINES]))
def test_whatever_is_read_prints_as_it_was_read(line: str) -> None:
    credit = parse_credit(line, AGENCIES)
    if credit is not None:
        assert render_credit(credit, AGENCIES) == line


@given(creator=names, source=names, code=st.sampled_from(["AP", "GETTY"]))
def test_a_photographer_and_a_source_read_back_as_they_were(creator: str, source: str, code: str) -> None:
    credit = a_credit(code, creator=creator, source=source)
    assert parse_credit(render_credit(credit, AGENCIES), AGENCIES) == credit


@given(creator=names, code=st.sampled_from(["AP", "REUTERS", "GETTY", "AFP", "NEWSDESK", "HANDOUT", ""]))
def test_a_photographer_printed_as_written_reads_back_as_written(creator: str, code: str) -> None:
    credit = credit_of(creator, code)
    read = parse_credit(render_credit(credit, AGENCIES), AGENCIES)
    assert read is not None
    assert (read.creator or read.name_of(PartyKind.HANDOUT), read.agency) == (creator, code)


@given(creator=names)
def test_a_photographer_printed_in_ascii_reads_back_in_ascii(creator: str) -> None:
    read = parse_credit(render_credit(credit_of(creator, "BETAPHOTO"), AGENCIES), AGENCIES)
    assert read == credit_of(ascii_upper(creator), "BETAPHOTO")


@given(name=st.text(max_size=30))
def test_ascii_capitals_of_ascii_capitals_are_the_same(name: str) -> None:
    assert ascii_upper(ascii_upper(name)) == ascii_upper(name)


@given(name=st.text(alphabet=st.characters(categories=["Lo"]), min_size=1, max_size=6))
def test_a_name_without_a_way_to_ascii_never_vanishes(name: str) -> None:
    assert ascii_upper(name)


def test_capitals_do_not_follow_turkish_rules() -> None:
    assert ascii_upper("Ivica Dačić") == "IVICA DACIC"


@pytest.mark.parametrize(
    ("cyrillic", "expected"),
    [("Љубица Њежић", "Ljubica Nježić"), ("ЉУБИЦА", "LJUBICA"), ("Џ. Џонић", "Dž. Džonić"), ("Ђурђа", "Đurđa")],
)
def test_serbian_cyrillic_becomes_serbian_latin(cyrillic: str, expected: str) -> None:
    assert latin(cyrillic) == expected


def test_a_pattern_without_its_party_prints_nothing() -> None:
    only_with_name = by_code([Agency(code="X", name="X", patterns=("{creator}/X",))])
    assert render_credit(credit_of(agency="X"), only_with_name) == ""


def test_no_parties_print_nothing() -> None:
    assert render_credit(Credit(), AGENCIES) == ""


def test_an_agency_that_is_not_on_the_list_still_prints() -> None:
    assert render_credit(credit_of("Jan Novák", "Profimedia"), AGENCIES) == "(Profimedia/Jan Novák)"


def test_two_photographers_both_print() -> None:
    both = Credit(parties=(*credit_of("Ana Anić").parties, *credit_of("Vid Vidić", "BETAPHOTO").parties))
    assert render_credit(both, AGENCIES) == "(BETAPHOTO/ANA ANIC, VID VIDIC)"


def test_the_same_photographer_twice_prints_once() -> None:
    twice = Credit(parties=(*credit_of("Ana Anić").parties, *credit_of("Ana  Anić", "AFP").parties))
    assert render_credit(twice, AGENCIES) == "Ana Anić/AFP"


def test_an_agency_with_via_prints_who_passed_the_picture_on() -> None:
    agencies = by_code([Agency(code="FONET", name="FoNet", patterns=("({agency}[/{creator}] via {via})",))])
    credit = a_credit("FONET", creator="Ana Anić", via="Beta")
    assert parse_credit("(FoNet/Ana Anić via Beta)", agencies) == credit


@pytest.mark.parametrize("pattern", ["", "{photographer}", "[open", "closed]", "[[{creator}]]", "{creator", "creator}"])
def test_a_pattern_that_cannot_print_is_refused(pattern: str) -> None:
    with pytest.raises(InvalidValueError):
        check_pattern(pattern)


@pytest.mark.parametrize("pattern", [pattern for agency in DEFAULT_AGENCIES for pattern in agency.patterns])
def test_the_patterns_a_newsroom_starts_with_are_accepted(pattern: str) -> None:
    check_pattern(pattern)


@pytest.mark.parametrize(
    ("text", "code"),
    [("BETAPHOTO", "BETAPHOTO"), ("beta photo", "BETAPHOTO"), ("БЕТА", "BETAPHOTO"), ("The Associated Press", "AP"),
     ("Getty", "GETTY"), ("Somebody", ""), ("", ""), ("...", "")],
)  # fmt: skip
def test_an_agency_is_known_by_code_name_and_alias(text: str, code: str) -> None:
    assert agency_named(text, AGENCIES) == code


@pytest.mark.parametrize(
    ("text", "caption", "creator", "agency"),
    [
        ("Jens Stoltenberg (BETAPHOTO/MILOS MISKOV)", "Jens Stoltenberg", "MILOS MISKOV", "BETAPHOTO"),
        ("A hall. (AP Photo/Darko Vojinovic).", "A hall.", "Darko Vojinovic", "AP"),
        ("A hall. Photo: BETAPHOTO/MILOS MISKOV", "A hall.", "MILOS MISKOV", "BETAPHOTO"),
        ("A hall, Foto: Beta/Miloš Mišković", "A hall", "Miloš Mišković", "BETAPHOTO"),
        ("Сала. Фото: Бета / Милош Мишковић", "Сала.", "Милош Мишковић", "BETAPHOTO"),
        ("A hall (Foto: Tanjug/Rade Prelić)", "A hall", "Rade Prelić", "TANJUG"),
        ("A hall. Foto: Rade Prelić / Tanjug", "A hall.", "Rade Prelić", "TANJUG"),
        ("A hall. REUTERS/Marko Djurica", "A hall.", "Marko Djurica", "REUTERS"),
        ("A hall.\nPhoto by Jane Doe/Getty Images", "A hall.", "Jane Doe", "GETTY"),
        ("The President (left) (BETAPHOTO)", "The President (left)", "", "BETAPHOTO"),
        ("(BETAPHOTO/MILOS MISKOV)", "", "MILOS MISKOV", "BETAPHOTO"),
    ],
)
def test_a_credit_is_parted_from_its_caption(text: str, caption: str, creator: str, agency: str) -> None:
    assert split_caption(text, AGENCIES) == (caption, credit_of(creator, agency))


@pytest.mark.parametrize(
    "text",
    ["Jens Stoltenberg (left)", "Version 2 (beta)", "Photo: a hall", "He reads AFP", "(Unknown/Name)", "Foto: Ime", ""],
)
def test_a_caption_without_a_credit_comes_back_whole(text: str) -> None:
    assert split_caption(text, AGENCIES) == (text, None)


@given(caption=st.text(alphabet="abc šđž.,", max_size=20).map(str.strip), creator=names)
def test_caption_and_printed_credit_come_apart_again(caption: str, creator: str) -> None:
    line = render_credit(credit_of(creator, "AP"), AGENCIES)
    assert split_caption(f"{caption} {line}", AGENCIES) == (caption.rstrip(" ,"), credit_of(creator, "AP"))


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Jan Novák / AFP", credit_of("Jan Novák", "AFP")),
        ("AFP/Jan Novák", credit_of("Jan Novák", "AFP")),
        ("Reuters", credit_of(agency="REUTERS")),
        ("Jan / Nobody", None),
        ("A / B / AFP", None),
    ],
)
def test_a_byline_with_an_agency_is_read_to_parties(text: str, credit: Credit | None) -> None:
    assert read_parties(text, AGENCIES) == credit
