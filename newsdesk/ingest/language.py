"""The language of a text: the newsroom's own three are told by their letters and small words."""

import re

_NOT_SERBIAN = frozenset("ыэёйщъюяіїєґўѓќѕ")
"""Cyrillic letters of Russian, Ukrainian, Belarusian, Bulgarian and Macedonian that Serbian does not have."""

_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|that|is|for|on|with|was|as|by|it|from|at|are|has|be|said|this)\b")
_SERBIAN = re.compile(r"\b(?:je|i|u|se|da|na|su|za|od|koj[iaeu]|sa|nije|kako|bi|će|ali|što|iz|kao|biti|te|ili)\b")
_SAMPLE = 20_000
_WORDS_ENOUGH = 12
_NEWSROOM_NAMES = {"en": "English", "sr-Latn": "Serbian (Latin script)", "sr-Cyrl": "Serbian (Cyrillic script)"}


def guess_language(text: str) -> str:
    """Return ``en``, ``sr-Latn`` or ``sr-Cyrl`` where the text clearly is that, else an empty text."""
    sample = text[:_SAMPLE]
    cyrillic = len(re.findall(r"[Ѐ-ӿ]", sample))
    latin = len(re.findall(r"[A-Za-z]", sample))
    if cyrillic > latin:
        return "" if _NOT_SERBIAN & set(sample.casefold()) else "sr-Cyrl"
    plain = sample.casefold()
    words = re.findall(r"[^\W\d_]+", plain)
    english, serbian = len(_ENGLISH.findall(plain)), len(_SERBIAN.findall(plain))
    best = max(english, serbian)
    if not words or best < 2 or best * _WORDS_ENOUGH < len(words) or abs(english - serbian) < best / 2:
        return ""
    return "en" if english > serbian else "sr-Latn"


def tag_for(declared: str, text: str) -> str:
    """Return the BCP 47 tag of a text whose page declares a language.

    The letters decide the script of Serbian; what is declared decides about every other language.
    """
    primary = re.split(r"[-_]", declared.strip().lower())[0]
    guessed = guess_language(text)
    if primary in ("sr", "sh", "srp") or (not primary and guessed.startswith("sr")):
        return guessed if guessed.startswith("sr") else "sr-Cyrl" if "cyrl" in declared.lower() else "sr-Latn"
    if guessed and guessed[:2] != primary and not (primary in ("hr", "bs", "me", "cnr") and guessed == "sr-Latn"):
        return guessed
    return primary if re.fullmatch(r"[a-z]{2,3}", primary) else guessed


def name_of(tag: str) -> str:
    """Return the English name of one of the newsroom's languages, or the tag itself."""
    return _NEWSROOM_NAMES.get(tag, tag)
