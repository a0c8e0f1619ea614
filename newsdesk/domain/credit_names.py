"""Names as credits print them: in Latin letters, in ASCII, in capitals, whatever the machine's language."""

import unicodedata
from functools import lru_cache

# Serbian first (its Cyrillic has one Latin letter or digraph for each), then the letters of the neighbours.
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "đ", "е": "e", "ж": "ž", "з": "z", "и": "i",
    "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "ћ": "ć", "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "č", "џ": "dž", "ш": "š",
    "ѓ": "đ", "ѕ": "dz", "ќ": "ć", "ё": "jo", "й": "j", "щ": "šč", "ъ": "", "ы": "y", "ь": "", "э": "e",
    "ю": "ju", "я": "ja", "є": "je", "і": "i", "ї": "ji", "ґ": "g", "ў": "u", "ѐ": "e", "ѝ": "i",
}  # fmt: skip

# Letters that Unicode does not take apart into a base letter and a mark.
_WHOLE_LETTERS = {
    "đ": "dj", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ħ": "h",
    "ŧ": "t", "ŋ": "n", "ĸ": "k", "ſ": "s", "ə": "e",
    "’": "'", "‘": "'", "ʼ": "'", "ʹ": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "\u00a0": " ",
}  # fmt: skip


def latin(text: str) -> str:
    """Return a text with its Cyrillic letters in Serbian Latin; a digraph is all capitals inside capitals."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    letters = []
    for index, letter in enumerate(text):
        small = letter.lower()
        replaced = _CYRILLIC.get(small)
        if replaced is None:
            letters.append(letter)
        elif small == letter:
            letters.append(replaced)
        else:
            letters.append(_in_capitals(replaced, text, index))
    return "".join(letters)


@lru_cache(maxsize=1024)
def ascii_letters(text: str) -> str:
    """Return a text in ASCII as far as there is a way: Đ as Dj, other marks dropped, Cyrillic through Latin.

    A letter without a way to ASCII (Chinese, Greek) stays: a name must never vanish from a credit.
    """
    if text.isascii():
        return text
    text = latin(text)
    letters = []
    for index, letter in enumerate(text):
        small = letter.lower()
        replaced = _WHOLE_LETTERS.get(small)
        if replaced is None:
            letters.append(_without_marks(letter))
        elif small == letter:
            letters.append(replaced)
        else:
            letters.append(_in_capitals(replaced, text, index))
    return "".join(letters)


def upper(text: str) -> str:
    """Return a text in capitals by Unicode's rules alone: i is I under every locale."""
    return text.upper()


@lru_cache(maxsize=1024)
def ascii_upper(text: str) -> str:
    """Return a name in ASCII capitals, as agencies cable it: Đorđe Šćepanović is DJORDJE SCEPANOVIC."""
    return ascii_letters(upper(ascii_letters(text)))


def same_name_key(text: str) -> str:
    """Return a key that is equal for spellings of one name: script, marks, case, spaces and dots don't count."""
    return "".join(letter for letter in ascii_letters(text).casefold() if letter.isalnum())


def _in_capitals(replaced: str, text: str, index: int) -> str:
    """Write a replacement for a capital: Nj in a word that starts with one, NJ among capitals."""
    if len(replaced) < 2:
        return replaced.upper()
    after = text[index + 1 : index + 2]
    before = text[index - 1 : index] if index else ""
    neighbour = after if after.isalpha() else before
    if neighbour.isalpha() and neighbour.isupper():
        return replaced.upper()
    return replaced[0].upper() + replaced[1:]


def _without_marks(letter: str) -> str:
    if letter.isascii():
        return letter
    parts = unicodedata.normalize("NFKD", letter)
    kept = "".join(part for part in parts if not unicodedata.combining(part))
    if kept.isascii():
        return kept
    return letter if kept else ""
