"""Clean-up of texts from saved pages, and short names for addresses."""

import re
from dataclasses import dataclass

from newsdesk.text.folding import to_latin, without_diacritics

_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\x0b\x0c]")
_ZERO_WIDTH = re.compile("[\u00ad\u180e\u200b\u2060\ufeff]")
_SPACES = re.compile(" {2,}")
_EDGES = re.compile(r"^ | $", re.MULTILINE)
_UNTOUCHED = re.compile(
    r"`[^`\n]*`|<[^<>\s][^<>\n]*>|(?:https?://|www\.)\S+|[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+"
    r"|\]\([^)\s]*(?: \"[^\"\n]*\")?\)"
)
_LEFT_OUT = re.compile(r"\d0s\b|(?:tis|twas|em|til|cause|n)\b", re.IGNORECASE)
_BEFORE_OPENING = frozenset("([{–—«„“‘/-")


@dataclass(frozen=True, slots=True)
class _Quotes:
    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    dash: str


_ENGLISH = _Quotes("“", "”", "‘", "’", "—")
_SERBIAN = _Quotes("„", "”", "’", "’", "–")
_TOO_LONG_TO_BE_ONE_WORD = 24


def clean_spaces(text: str) -> str:
    """Return a text with plain single spaces, no invisible characters, and trimmed lines."""
    text = _ZERO_WIDTH.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _SPACES.sub(" ", _ODD_SPACE.sub(" ", text))
    return _EDGES.sub("", text).strip()


def clean_punctuation(text: str, language: str) -> str:
    """Return a text with typographic quotes, apostrophes, dashes and dots in place of typewriter ones.

    English gets “ ” ‘ ’ and — for two hyphens, Serbian „ ” ’ ’ and –. What is typographic already
    stays, and so do addresses, code and tags.
    """
    quotes = _SERBIAN if language.lower().split("-")[0] in ("sr", "hr", "bs", "sh", "cnr") else _ENGLISH
    result: list[str] = []
    position = 0
    for kept in _UNTOUCHED.finditer(text):
        result += (_punctuated(text, position, kept.start(), quotes), kept[0])
        position = kept.end()
    result.append(_punctuated(text, position, len(text), quotes))
    return "".join(result)


def _punctuated(text: str, start: int, end: int, quotes: _Quotes) -> str:
    written: list[str] = []
    opened_before = False
    for position in range(start, end):
        character = text[position]
        if character not in "\"'":
            written.append(character)
            opened_before = False
            continue
        before = text[position - 1] if position else " "
        after = text[position + 1] if position + 1 < len(text) else " "
        opens = (before.isspace() or before in _BEFORE_OPENING or opened_before) and not after.isspace()
        if character == "'" and _LEFT_OUT.match(text, position + 1):
            opens = False
        if character == '"':
            written.append(quotes.opening if opens else quotes.closing)
        else:
            written.append(quotes.inner_opening if opens else quotes.inner_closing)
        opened_before = opens
    return _dashed("".join(written), quotes.dash)


def _dashed(text: str, dash: str) -> str:
    text = re.sub(r"(?<!\.)\.\.\.(?!\.)", "…", text)
    text = re.sub(r"(?<=\d)--(?=\d)", "–", text)
    text = re.sub(r"(?<![-<!])---?(?![->])", dash, text)
    return re.sub(r"(?<=[^\W\d_]) - (?=\w)", " – ", text)


def slug(text: str, limit: int = 80, fallback: str = "story") -> str:
    """Return a name for addresses: lower-case ASCII letters and digits, words apart by single dashes.

    At most ``limit`` characters, cut between words where there is a place to; never empty.
    """
    latin = to_latin(text).lower()
    for letter, letters in _SLUG_LETTERS.items():
        latin = latin.replace(letter, letters)
    plain = re.sub(r"[’'‘ʼ]", "", without_diacritics(latin))
    words = re.findall(r"[a-z0-9]+", plain)
    name = "-".join(words)
    if len(name) > limit:
        cut = name[: limit + 1].rfind("-")
        name = name[:cut] if cut > max(0, limit - _TOO_LONG_TO_BE_ONE_WORD) else name[:limit]
    return name.strip("-") or fallback


_SLUG_LETTERS = {
    "đ": "dj",
    "ł": "l",
    "ø": "o",
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ı": "i",
    "&": " and ",
}
