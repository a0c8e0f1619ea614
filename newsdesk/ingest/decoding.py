"""From bytes to text: marks, declared character sets, UTF-8, and a vote among the old 8-bit sets."""

import codecs
import re
from dataclasses import dataclass

from newsdesk.ingest.refusals import NotTextError

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "a rich text document"),
    (b"bplist", "a web archive of Safari"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""(?:charset\s*=\s*["']?|<\?xml[^>]{0,200}?encoding\s*=\s*["'])\s*([A-Za-z0-9_:.-]{2,40})""", re.I
)
_DECLARED_WITHIN = 4096
# What pages that declare the set on the left in truth hold (WHATWG Encoding, names and labels).
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}
_NEVER = frozenset({"utf-7", "idna", "punycode", "raw_unicode_escape", "unicode_escape", "undefined", "hz"})
_VOTED = ("cp1250", "iso8859_2", "cp1251", "cp1252")
_SLAVIC_LETTERS = frozenset("čćžšđČĆŽŠĐ")
_WESTERN_LETTERS = frozenset("äöüßéèêëàâîïôûùçñáíóúãõåæøÄÖÜÉÈÀÇÑÅÆØ")
_CENTRAL_LETTERS = frozenset("ąęłńśźżőűřěůňťďľýŁŚŻŐŘ")
_TYPOGRAPHY = frozenset("„“”‘’‚–—…«»€ §•™©®°")
_ODD_SIGNS = frozenset("¹²³¾½¼¿¡¢£¤¥¦¨ª¬±µ¶·¸º¯´÷×ˇ˘˙˛˝")
_SLAVIC_WORDS = re.compile(r"\b(?:je|se|su|na|da|od|za|koj[iae]|ili|bi|nije|kako|sa|iz|po|ali|biti)\b", re.I)
_WESTERN_WORDS = re.compile(
    r"\b(?:the|and|of|to|in|is|that|der|die|das|und|ist|nicht|ein|le|la|les|des|et|est|une|que|el|los|del|il|che)\b",
    re.I,
)
_SURE_MARGIN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text, the character set it was read in, and a word to ask about where the set was a vote."""

    text: str
    character_set: str
    doubtful: str = ""


def decode(data: bytes, file: str) -> Decoded:
    """Return the text of a file.

    A byte order mark decides, then valid UTF-8, then the set that the file declares, then a vote.

    Raises:
        NotTextError: if the bytes are those of a picture, an archive or another thing that is no text.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return Decoded(text=_checked(data[len(bom) :].decode(name, "replace"), file), character_set=name)
    _refuse_magic(data, file)
    if b"\x00" in data:
        return _wide(data, file)
    try:
        return Decoded(text=_checked(data.decode("utf-8"), file), character_set="utf-8")
    except UnicodeDecodeError:
        return _declared(data, file) or _voted(data, file)


def _refuse_magic(data: bytes, file: str) -> None:
    head = data[:1024].lstrip()
    for magic, found in _MAGIC:
        if head.startswith(magic) or data.startswith(magic):
            raise NotTextError(file=file, found=found)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise NotTextError(file=file, found="a WebP image")
    if data[4:8] == b"ftyp":
        raise NotTextError(file=file, found="a film or a HEIF image")


def _wide(data: bytes, file: str) -> Decoded:
    """Read UTF-16 without its mark: every second byte of Western text is a NUL, of Cyrillic text a 4."""
    sample = data[:4000]
    sample = sample[: len(sample) // 2 * 2]
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if high and sum(byte <= 0x20 for byte in high) > 0.9 * len(high):
            text = data[: len(data) // 2 * 2].decode(name, "replace")
            if "\x00" not in text and text.count("�") <= len(text) // 1000:
                return Decoded(text=_checked(text, file), character_set=name)
    raise NotTextError(file=file, found="data of another program")


def _declared(data: bytes, file: str) -> Decoded | None:
    found = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        name = _MEANT.get(name, name)
        if name in _NEVER or name.startswith(("utf-16", "utf-32")):
            return None
        text = data.decode(name, "replace")
    except (LookupError, UnicodeError, ValueError):
        return None
    limit = max(1, len(text) // 500) if name == "utf-8" else len(text) // 2000
    if text.count("�") > limit or any("\x80" <= sign <= "\x9f" for sign in text):
        return None
    return Decoded(text=_checked(text, file), character_set=name)


def _voted(data: bytes, file: str) -> Decoded:
    sample = data[:200_000].decode("latin-1")
    slavic, western = len(_SLAVIC_WORDS.findall(sample)), len(_WESTERN_WORDS.findall(sample))
    texts = {name: data.decode(name, "replace") for name in _VOTED}
    scores = {name: _plausible(text[:200_000], slavic - western) for name, text in texts.items()}
    best, second = sorted(scores, key=lambda name: -scores[name])[:2]
    text = _checked(texts[best], file)
    same = texts[best] == texts[second]
    sure = same or scores[best] - scores[second] >= _SURE_MARGIN
    odd = re.search(r"\w*[^\W\d_a-zA-Z]\w*", text)
    return Decoded(text=text, character_set=best, doubtful="" if sure or not odd else odd[0])


def _plausible(text: str, slavic_lead: int) -> int:
    """Return how much a reading looks like words that people write; higher is better."""
    score = 0
    for word in re.findall(r"[^\s\x00-\x7f]+|[^\s]*[^\x00-\x7f][^\s]*", text):
        letters = [sign for sign in word if sign.isalpha()]
        cyrillic = sum("Ѐ" <= sign <= "ӿ" for sign in letters)
        if cyrillic and cyrillic < len(letters):
            score -= 4
        elif len(letters) > 1 and cyrillic == len(letters):
            score += 4 * cyrillic if word.istitle() or word.islower() or word.isupper() else cyrillic - 6
        elif len(letters) > 2 and all(letter > "\x7f" for letter in letters):
            # No Latin language writes words without a plain letter: these are Cyrillic misread.
            score -= 4 * len(letters)
        body = word.strip("„“”‘’‚–—…«»().,:;!?\"'")
        if len(body) > 2 and not (body[1:].islower() or body.isupper()) and any(s.isupper() for s in body[1:]):
            score -= 2
        score += sum(_sign(sign, slavic_lead) for sign in word if sign > "\x7f")
    return score


def _sign(sign: str, slavic_lead: int) -> int:
    if sign in _SLAVIC_LETTERS:
        return 4 if slavic_lead > 0 else 1
    if sign in _WESTERN_LETTERS:
        return 1 if slavic_lead > 0 else 3
    if sign in _TYPOGRAPHY:
        return 2
    if sign in _CENTRAL_LETTERS:
        return 0
    if sign in _ODD_SIGNS:
        return -3
    return -8 if sign < "\xa0" or sign == "�" else 0


def _checked(text: str, file: str) -> str:
    """Return the text, or refuse it where one character in a hundred is a control code."""
    sample = text[:100_000]
    controls = sum(sign < " " and sign not in "\t\n\r\f\x1a" for sign in sample)
    if controls > max(3, len(sample) // 100) or "\x00" in text:
        raise NotTextError(file=file, found="data of another program")
    return text
