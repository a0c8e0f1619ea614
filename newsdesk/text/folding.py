"""Words made comparable: one form for both Serbian scripts, with or without diacritics."""

import re
import unicodedata
from functools import lru_cache
from threading import local
from typing import Protocol

import snowballstemmer  # type: ignore[import-untyped]

# Serbian; then Macedonian, Bulgarian, Russian, Ukrainian and Belarusian letters of names in agency copy.
_ALPHABET = """
аa бb вv гg дd ђđ еe жž зz иi јj кk лl љlj мm нn њnj оo пp рr сs тt ћć уu фf хh цc чč џdž шš
ѓđ ќć ѕdz йj щšč ъa ыi ь эe юju яja ёjo єe іi їi ґg ўu
"""
_CYRILLIC_LATIN = {pair[0]: pair[1:] for pair in _ALPHABET.split()}
_TO_LATIN = str.maketrans(
    _CYRILLIC_LATIN | {cyrillic.upper(): latin.capitalize() for cyrillic, latin in _CYRILLIC_LATIN.items()}
)
_LETTERS = {"đ": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i", "ð": "d", "þ": "th", "ß": "ss"}
_FOLDED = str.maketrans(_LETTERS)
_CREDIT = str.maketrans(
    {"Đ": "DJ", "Ł": "L", "Ø": "O", "Æ": "AE", "Œ": "OE", "Ħ": "H", "Ð": "D", "Þ": "TH", "ẞ": "SS", "’": "'", "‘": "'"}
)
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W_]+")
_ENGLISH_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_UPPER_WORD = re.compile(r"[^\W\d_]{2,}")
_VOWEL_END = re.compile(r"(?<=\w\w\w)[aeiou]\Z")
_STEMMERS = local()


def to_latin(text: str) -> str:
    """Return a text with Cyrillic letters in Serbian Latin; a word in capitals stays in capitals."""
    if not _CYRILLIC.search(text):
        return text
    return _UPPER_WORD.sub(_latin_word, text).translate(_TO_LATIN)


def _latin_word(found: re.Match[str]) -> str:
    latin = found[0].translate(_TO_LATIN)
    return latin.upper() if found[0].isupper() else latin


def without_diacritics(text: str) -> str:
    """Return a text without the marks that Unicode can take off its letters; đ is a letter and stays."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def fold(text: str) -> str:
    """Return the form in which texts are compared: lower case, Latin, without diacritics, đ = dj = d.

    "Đorđević", "Djordjevic", "Dordevic" and "Ђорђевић" fold to the same.
    """
    if text.isascii():
        return text.lower().replace("dj", "d")
    latin = to_latin(text.casefold()).translate(_FOLDED)
    return without_diacritics(latin).casefold().translate(_FOLDED).replace("dj", "d")


def ascii_upper(text: str) -> str:
    """Return a name as credits print it: MILOŠ MIŠKOVIĆ gives MILOS MISKOVIC, Đ gives DJ.

    Letters of a script that is neither Latin nor Cyrillic stay as they are.
    """
    latin = without_diacritics(to_latin(text).upper().translate(_CREDIT))
    return latin.translate(_CREDIT)


def stems(text: str, language: str) -> list[str]:
    """Return the folded stem of each word of a text, in order, in a language (BCP 47) or its nearest.

    Serbian words are folded before they are stemmed, so that both scripts, and words typed
    without diacritics, meet in one stem; English ones are stemmed first, as their stemmer knows
    apostrophes and no diacritics.
    """
    if language.lower().split("-")[0] in _SERBIAN:
        return [_serbian_stem(word) for word in _WORD.findall(fold(text))]
    return [_english_stem(word) for word in _ENGLISH_WORD.findall(_straight(text))]


def _straight(text: str) -> str:
    return without_diacritics(to_latin(text.casefold())).replace("’", "'")


_SERBIAN = frozenset({"sr", "sh", "hr", "bs", "cnr", "me"})


@lru_cache(maxsize=50_000)
def _serbian_stem(word: str) -> str:
    stem = fold(_stemmer("serbian").stemWord(word))
    # "Vučićem" leaves "vučiće" where "Vučića" leaves "vučić": one more vowel makes them one.
    return _VOWEL_END.sub("", stem)


@lru_cache(maxsize=50_000)
def _english_stem(word: str) -> str:
    return fold(_stemmer("english").stemWord(word))


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802


def _stemmer(language: str) -> _Stemmer:
    """Return this thread's stemmer: one keeps the word that it works on, so threads can't share it."""
    found: _Stemmer | None = getattr(_STEMMERS, language, None)
    if found is None:
        found = snowballstemmer.stemmer(language)
        setattr(_STEMMERS, language, found)
        return _stemmer(language)
    return found
