"""Which language an imported story is kept in, and the question that goes with a doubtful one."""

import re

from newsdesk.domain.article import LANGUAGES
from newsdesk.ingest import questions
from newsdesk.ingest.language import guess_language, name_of

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
"""The shape of a language tag (BCP 47, section 2.1), as far as news uses it."""

_NAMES = {
    "bg": "Bulgarian",
    "bs": "Bosnian",
    "cnr": "Montenegrin",
    "cs": "Czech",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "fr": "French",
    "hr": "Croatian",
    "hu": "Hungarian",
    "it": "Italian",
    "mk": "Macedonian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovene",
    "sq": "Albanian",
    "tr": "Turkish",
    "uk": "Ukrainian",
}


def language_to_keep(tag: str, body: str, home: str) -> tuple[str, tuple[str, ...]]:
    """Return the BCP 47 tag to keep for a story whose file says ``tag``, and what is to be asked about it.

    The newsroom's own languages are kept in the newsroom's own spelling. Another language is kept as it
    is named, and asked about; what is no language becomes ``home``, and is asked about too.
    """
    said = tag.strip().replace("_", "-")
    if not said:
        return home, ()
    own = next((language for language in LANGUAGES if language.casefold() == said.casefold()), "")
    if own:
        return own, ()
    if not _TAG.fullmatch(said):
        return home, (questions.no_known_value("language", tag),)
    primary = said.split("-")[0].lower()
    if primary == "en":
        return "en", ()
    if primary == "sr":
        return _serbian(said, body)
    kept = "-".join([primary, *said.split("-")[1:]])
    return kept, (questions.is_language(_NAMES.get(primary, kept)),)


def _serbian(tag: str, body: str) -> tuple[str, tuple[str, ...]]:
    """The letters tell the script where the tag doesn't; where they don't either, a person is asked."""
    subtags = tag.casefold().split("-")
    named = next((f"sr-{script}" for script in ("Cyrl", "Latn") if script.casefold() in subtags), "")
    if named:
        return named, ()
    guessed = guess_language(body)
    if guessed.startswith("sr"):
        return guessed, ()
    return "sr-Latn", (questions.is_language(name_of("sr-Latn")),)
