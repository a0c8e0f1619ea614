"""Character sets: text that photo files hold without saying in which one it was written.

The order of belief: the marker in the file (IPTC IIM 1:90), strict UTF-8, the same text in XMP, and at
last a vote over the sets in which newsrooms of the region and of western Europe have written.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

CANDIDATES = (
    "cp1250", "cp1251", "cp1252", "iso8859-2", "iso8859-5", "mac_latin2", "mac_cyrillic", "mac_roman", "cp852",
)  # fmt: skip
"""The legacy sets that stand for election; of two that read a file alike, the first wins."""

UTF8 = "utf-8"
ASCII = "ascii"

_MARKERS = {b"\x1b%G": UTF8, b"\x1b%/G": UTF8, b"\x1b%/H": UTF8, b"\x1b%/I": UTF8} | {
    b"\x1b" + designator + final: name
    for designator in (b"-", b".", b"/")
    for final, name in ((b"A", "iso8859-1"), (b"B", "iso8859-2"), (b"L", "iso8859-5"))
}
"""ISO 2022 sequences of IIM 1:90 (IPTC IIM 4.2, Appendix C) and the sets that they announce."""


_WEST = ("cp1252", "mac_roman")
_CENTRE = ("cp1250", "iso8859-2", "mac_latin2", "cp852")
_EAST = ("cp1251", "iso8859-5", "mac_cyrillic")

_HABIT = {
    "cp1250": 1.0, "cp1251": 1.0, "cp1252": 1.0, "iso8859-2": 0.7, "iso8859-5": 0.7,
    "mac_latin2": 0.5, "mac_cyrillic": 0.5, "mac_roman": 0.5, "cp852": 0.2,
}  # fmt: skip
"""How likely a photo program wrote in a set before anything is read: Windows, then Unix, Mac, DOS."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alphabet:
    """The letters beyond ASCII of a language, the sets made for it, and how likely it is in a photo here."""

    letters: frozenset[str]
    character_sets: tuple[str, ...]
    likelihood: float


def _alphabet(letters: str, character_sets: tuple[str, ...], likelihood: float) -> Alphabet:
    return Alphabet(letters=frozenset(letters), character_sets=character_sets, likelihood=likelihood)


_ALPHABETS = (
    _alphabet("čćđšž", _CENTRE, 1.0),  # Serbian, Croatian, Bosnian, Slovene
    _alphabet("абвгдђежзијклљмнњопрстћуфхцчџш", _EAST, 1.0),  # Serbian
    _alphabet("абвгдѓежзѕијклљмнњопрстќуфхцчџш", _EAST, 0.4),  # Macedonian
    _alphabet("абвгдежзийклмнопрстуфхцчшщъыьэюяё", _EAST, 0.6),  # Russian, Bulgarian
    _alphabet("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", _EAST, 0.4),  # Ukrainian
    _alphabet("äöüß", _WEST, 0.8),  # German
    _alphabet("àâæçéèêëîïôœùûüÿ", _WEST, 0.8),  # French
    _alphabet("áéíñóúüç", _WEST, 0.6),  # Spanish, Catalan
    _alphabet("àèéìíîòóùú", _WEST, 0.6),  # Italian
    _alphabet("åäöæøé", _WEST, 0.5),  # Danish, Norwegian, Swedish, Finnish
    _alphabet("áàâãçéêíóôõú", _WEST, 0.4),  # Portuguese
    _alphabet("áéíóöőúüű", _CENTRE, 0.6),  # Hungarian
    _alphabet("áčďéěíňóřšťúůýž", _CENTRE, 0.4),  # Czech
    _alphabet("ąćęłńóśźż", _CENTRE, 0.4),  # Polish
    _alphabet("áäčďéíĺľňóôŕšťúýž", _CENTRE, 0.3),  # Slovak
    _alphabet("ăâîșțşţ", _CENTRE, 0.3),  # Romanian
)

_QUOTES_AND_DASHES = frozenset("–—‘’‚“”„…«»‹›•·")
_COMMON_SIGNS = frozenset("©®™°§€£№½\u00a0")
_IN_WORDS = frozenset("’‘'-‑")
_BEYOND_TEXT = frozenset(map(chr, range(0x80, 0xA0))) | {"\ufffd"}
_VOWELS = frozenset("aeiouyæœøı")
_LONGEST_SAMPLE = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the bytes of one file are read: the set, what spoke for it, and the points of the vote."""

    character_set: str
    evidence: str
    points: Mapping[str, float] = field(default_factory=dict)

    def text(self, value: bytes) -> str:
        """Return a field's text: UTF-8 where it is that, else in this file's set; broken bytes show as �."""
        return decode_utf8(value) or value.decode(self._legacy(value), "replace")

    def _legacy(self, value: bytes) -> str:
        # A file marked as UTF-8 whose field is none: western Windows is what such programs wrote.
        return self.character_set if self.character_set not in (UTF8, ASCII, "") else "cp1252"


def choose(values: Sequence[bytes], *, marker: bytes = b"", twins: Iterable[tuple[bytes, str]] = ()) -> Reading:
    """Return how to read the texts of one file.

    ``marker`` is its IIM 1:90. ``twins`` pairs bytes with what XMP says the same property is.
    """
    values = [value for value in values if value]
    if not values:
        return Reading(character_set="", evidence="no text")
    if all(value.isascii() for value in values):
        return Reading(character_set=ASCII, evidence="no byte above 127")
    foreign = [value for value in values if not decode_utf8(value)]
    announced = _MARKERS.get(marker.strip(b"\0 "), "")
    if not foreign:
        return Reading(character_set=UTF8, evidence="marker 1:90" if announced == UTF8 else "strict UTF-8")
    if announced and announced != UTF8:
        return Reading(character_set=announced, evidence="marker 1:90")
    for value, text in twins:
        for name in CANDIDATES:
            if value in foreign and _same(value.decode(name, "replace"), text):
                return Reading(character_set=name, evidence="XMP has the same text")
    points = {name: round(_points(foreign, name), 2) for name in CANDIDATES}
    best = max(CANDIDATES, key=lambda name: points[name])
    return Reading(character_set=_natural(foreign, best), evidence="vote", points=points)


def decode_utf8(value: bytes) -> str:
    """Return a text that is UTF-8, or an empty one; a last character that was cut in two is left out."""
    try:
        return value.decode(UTF8)
    except UnicodeDecodeError as error:
        if error.reason != "unexpected end of data" or error.start == 0:
            return ""
        kept = value[: error.start].decode(UTF8)
        # A lone byte at the end is as likely a legacy letter, unless other letters were UTF-8 already.
        return "" if kept.isascii() else kept


def repaired(text: str) -> str:
    """Return a text whose UTF-8 was once, or oftener, taken for a legacy set, as it was written."""
    for _ in range(3):
        again = _once_repaired(text)
        if again == text:
            break
        text = again
    return text


def _once_repaired(text: str) -> str:
    if text.isascii():
        return text
    for to_bytes in _MISREADINGS:
        try:
            candidate = to_bytes(text).decode(UTF8)
        except UnicodeError:
            continue
        # Each pair that happens to be valid UTF-8 is a witness of its own.
        pairs = len(text) - len(candidate)
        if pairs and pairs + plausibility(candidate) > plausibility(text):
            return candidate
    return text


def _western_bytes(text: str) -> bytes:
    """Encode as Windows decoded: cp1252, and its five holes as the control characters of Latin-1."""
    return b"".join(letter.encode("latin-1" if letter < "\u0100" else "cp1252") for letter in text)


def _encoder(name: str) -> Callable[[str], bytes]:
    return lambda text: text.encode(name)


_MISREADINGS = (_western_bytes, *(_encoder(name) for name in ("cp1250", "cp1251", "mac_roman", "iso8859-2", "cp852")))


def plausibility(text: str) -> float:
    """Return how much a text looks like one of the region's or the west's languages; higher is better."""
    return _shape(text) + max(_language(text, alphabet) for alphabet in _ALPHABETS)


def _points(values: Sequence[bytes], name: str) -> float:
    return _HABIT[name] + plausibility(_sample(values, name))


def _sample(values: Sequence[bytes], name: str) -> str:
    return "\n".join(value.decode(name, "replace") for value in values)[:_LONGEST_SAMPLE]


def _natural(values: Sequence[bytes], best: str) -> str:
    """Of the sets that read a file letter by letter alike, name the one made for its language."""
    text = _sample(values, best)
    own = max(_ALPHABETS, key=lambda alphabet: _language(text, alphabet)).character_sets
    return next((name for name in own if _sample(values, name) == text), best)


def _language(text: str, alphabet: Alphabet) -> float:
    """Give a point for each letter that the alphabet has, take two for each that it lacks."""
    letters = Counter(letter.lower() for letter in text if letter > "\x7f" and letter.isalpha())
    return alphabet.likelihood + sum(
        count if letter in alphabet.letters else -2 * count for letter, count in letters.items()
    )


def _shape(text: str) -> float:
    """Take points for what no language does: capitals inside words, two scripts in one, signs in words."""
    points = 0.0
    padded = f" {text} "
    for index, letter in enumerate(padded[1:-1], 1):
        if letter > "\x7f":
            points += _sign_in_place(padded[index - 1], letter, padded[index + 1])
        elif letter.isupper() and padded[index - 1] > "\x7f" and padded[index - 1].islower():
            points -= 3
    return points


def _sign_in_place(before: str, letter: str, after: str) -> float:
    if letter.isalpha():
        mixed = sum(2 for beside in (before, after) if beside.isalpha() and _script(beside) != _script(letter))
        capital_inside = 3 if letter.isupper() and (before.islower() or (before.isupper() and after.islower())) else 0
        digit_beside = 1 if before.isdigit() or after.isdigit() else 0
        return -mixed - capital_inside - digit_beside - _unspeakable(before, letter, after)
    inside_word = before.isalpha() and after.isalpha()
    if letter in _QUOTES_AND_DASHES:
        return -2 if inside_word and letter not in _IN_WORDS else 0.3
    if letter in _COMMON_SIGNS:
        return -2 if inside_word and letter != "\u00a0" else 0
    return -10 if letter in _BEYOND_TEXT else -3


def _unspeakable(before: str, letter: str, after: str) -> float:
    """Take half a point for a Latin letter alone among three consonants or three vowels."""
    if not (before.isalpha() and after.isalpha() and _script(letter) == "LATIN"):
        return 0
    return 0.5 if len({_vowel(before), _vowel(letter), _vowel(after)}) == 1 else 0


@lru_cache(maxsize=512)
def _vowel(letter: str) -> bool:
    return unicodedata.normalize("NFKD", letter)[0].lower() in _VOWELS


@lru_cache(maxsize=512)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0]


def _same(read: str, twin: str) -> bool:
    """Tell whether two texts are equal, or one was cut where its field was full."""
    read, twin = read.strip(), twin.strip()
    return bool(read) and (read == twin or (len(read) >= 16 and twin.startswith(read)))
