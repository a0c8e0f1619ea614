import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.text.folding import ascii_upper, fold, stems, to_latin

_BOTH_SCRIPTS = [("Ljubinje", "Љубиње"), ("Džep", "Џеп"), ("Šćepan Žižić", "Шћепан Жижић")]


def test_spellings_of_one_name_fold_the_same() -> None:
    names = ["Đorđević", "Djordjevic", "Dordevic", "Ђорђевић", "ЂОРЂЕВИЋ", "DJORDJEVIĆ", "D\u0331ordevic"]
    assert {fold(name) for name in names} == {"dordevic"}


@pytest.mark.parametrize(("latin", "cyrillic"), _BOTH_SCRIPTS)
def test_both_scripts_fold_the_same(latin: str, cyrillic: str) -> None:
    assert fold(latin) == fold(cyrillic)


@given(st.text())
def test_what_is_folded_stays_folded(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Miloš Mišković", "MILOS MISKOVIC"),
        ("MILOŠ MIŠKOVIĆ", "MILOS MISKOVIC"),
        ("Đorđe Đokić", "DJORDJE DJOKIC"),
        ("Ђорђе Љиљак", "DJORDJE LJILJAK"),
        ("İi ıI", "II II"),
        ("Søren Łukasz Weiß", "SOREN LUKASZ WEISS"),
        ("O’Brien", "O'BRIEN"),
        ("נתן", "נתן"),
    ],
)
def test_credits_print_names_in_ascii_capitals(name: str, printed: str) -> None:
    assert ascii_upper(name) == printed


def test_a_word_in_capitals_stays_in_capitals() -> None:
    assert to_latin("Љубав ЉУБАВ Њ") == "Ljubav LJUBAV Nj"


@pytest.mark.parametrize(
    "forms",
    [
        "Vučić Vučića Vučićem Вучић Вучићу vucicem",
        "skupština skupštine skupštinom скупштина skupstini",
        "Beograd Beograda Beogradu београдом",
        "Đorđević Đorđevića Ђорђевићем djordjevicu dordevic",
    ],
)
def test_cases_and_scripts_of_a_serbian_word_share_a_stem(forms: str) -> None:
    assert len(set(stems(forms, "sr-Latn"))) == 1


def test_forms_of_an_english_word_share_a_stem() -> None:
    assert len(set(stems("minister ministers Ministers' minister’s", "en"))) == 1


def test_stems_are_in_the_order_of_the_words() -> None:
    assert stems("NATO says 1,000 troops", "en") == ["nato", "say", "1", "000", "troop"]


def test_an_unknown_language_is_stemmed_as_english() -> None:
    assert stems("talks", "fr") == ["talk"]
