"""The newsroom's settings: named texts in the database, read as a Publication."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime
from string import Formatter
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newsdesk.domain.article import LANGUAGES, Section
from newsdesk.domain.errors import InvalidValueError
from newsdesk.domain.publication import DEFAULT_GATES, GateTexts, Publication
from newsdesk.services.session import Session

_MOST_DIGITS = 9
_YES, _NO = ("yes", "true", "1", "on"), ("no", "false", "0", "off")


def _refuse(key: str, value: str, allowed: str) -> InvalidValueError:
    return InvalidValueError(field=key, value=value or "an empty text", allowed=allowed)


def _text(key: str, value: str) -> str:
    """One line with a word in it."""
    line = " ".join(value.split())
    if not any(map(str.isalnum, line)) or not line.isprintable():
        raise _refuse(key, value, "a line of text")
    return line


def _section(key: str, value: str) -> str:
    return str(Section.parse(_text(key, value)))


def _address(key: str, value: str) -> str:
    text = value.strip()
    refusal = _refuse(key, value, "an address that begins with https:// or http://")
    try:
        parts = urlsplit(text)
        named = bool(parts.hostname) and parts.port != 0
    except ValueError as problem:
        raise refusal from problem
    if parts.scheme not in ("http", "https") or not named or not _is_one_word(text):
        raise refusal
    if key == "site.address" and (parts.query or parts.fragment):
        # Every page's path is written behind it.
        raise refusal
    return text.rstrip("/")


def _link(key: str, value: str) -> str:
    """A path on the site, or the address of another service."""
    text = value.strip()
    is_path = text.startswith("/") and not text.startswith("//") and _is_one_word(text)
    return text if is_path else _address(key, value)


def _is_one_word(text: str) -> bool:
    return text.isprintable() and not any(map(str.isspace, text)) and not set(text) & set("\"<>\\")


def _number(least: int, most: int) -> Callable[[str, str], int]:
    def read(key: str, value: str) -> int:
        digits = value.strip()
        # Longer ones are out of range without being read: Python refuses to, beyond some thousand digits.
        if not digits.isdecimal() or len(digits) > _MOST_DIGITS or not least <= int(digits) <= most:
            raise _refuse(key, value, f"a number from {least} to {most}")
        return int(digits)

    return read


def _choice(*allowed: str) -> Callable[[str, str], str]:
    def read(key: str, value: str) -> str:
        if value.strip() not in allowed:
            raise _refuse(key, value, ", ".join(allowed))
        return value.strip()

    return read


def _yes_or_no(key: str, value: str) -> bool:
    if value.strip().casefold() not in (*_YES, *_NO):
        raise _refuse(key, value, "yes or no")
    return value.strip().casefold() in _YES


def _zone(key: str, value: str) -> str:
    try:
        ZoneInfo(value.strip())
    except (ZoneInfoNotFoundError, ValueError, OSError) as problem:
        raise _refuse(key, value, "a time zone such as Europe/Belgrade") from problem
    return value.strip()


def _pattern(*names: str) -> Callable[[str, str], str]:
    def read(key: str, value: str) -> str:
        refusal = _refuse(key, value, "a text with " + " and ".join(f"{{{name}}}" for name in names))
        try:
            pieces = list(Formatter().parse(value))
        except ValueError as problem:
            raise refusal from problem
        # Bare names only: what formatting could do beyond them (attributes, widths) has no place in a line.
        if any(name is not None and (name not in names or form or turn) for _, name, form, turn in pieces):
            raise refusal
        if not set(names) <= {name for _, name, _, _ in pieces}:
            raise refusal
        return _text(key, value)

    return read


_READERS: Mapping[str, tuple[str, Callable[[str, str], Any]]] = {
    "publication.name": ("name", _text),
    "publication.language": ("language", _choice(*LANGUAGES)),
    "publication.source": ("source", _text),
    "publication.section": ("section", _section),
    "publication.time_zone": ("time_zone", _zone),
    "site.address": ("site_address", _address),
    "page.title": ("title_pattern", _pattern("headline", "site")),
    "page.caption": ("caption_pattern", _pattern("caption", "credit")),
    "page.related": ("related_count", _number(0, 5)),
    "page.latest": ("latest_count", _number(1, 50)),
    "page.alt_text_demanded": ("alt_text_demanded", _yes_or_no),
    "gate.free_articles": ("free_articles", _number(0, 100)),
    "gate.teaser_paragraphs": ("teaser_paragraphs", _number(1, 20)),
    "gate.subscription": ("subscription_path", _link),
    "gate.register": ("register_path", _link),
    "gate.login": ("login_path", _link),
    "desk.second_person": ("second_person", _yes_or_no),
    "desk.waiver": ("waiver_allowed", _yes_or_no),
}
_GATE_WORDS = tuple(field.name for field in fields(GateTexts))


def setting_names() -> tuple[str, ...]:
    """Return the names of all settings, in the order in which they are listed."""
    gates = tuple(f"gate.{language}.{word}" for language in LANGUAGES for word in _GATE_WORDS)
    return (*_READERS, *gates)


def publication_from(settings: Mapping[str, str]) -> Publication:
    """Return the publication that the settings describe, with defaults for what was never set."""
    known = {field: read(key, settings[key]) for key, (field, read) in _READERS.items() if key in settings}
    gates = dict(DEFAULT_GATES)
    for language in LANGUAGES:
        keys = {word: f"gate.{language}.{word}" for word in _GATE_WORDS}
        words = {word: settings[key] for word, key in keys.items() if key in settings}
        gates[language] = replace(gates[language], **words)
    return Publication(**known, gates=gates)


class SettingsService:
    """Reads and changes the newsroom's settings."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def publication(self) -> Publication:
        """Return the publication as it is set."""
        with self._session.store.reading() as unit:
            return publication_from(unit.settings.all())

    def all(self) -> dict[str, str]:
        """Return every setting as text, defaults included."""
        publication = self.publication()
        values = {key: _as_text(getattr(publication, field)) for key, (field, _) in _READERS.items()}
        for language in LANGUAGES:
            texts = publication.gate(language)
            values.update({f"gate.{language}.{word}": getattr(texts, word) for word in _GATE_WORDS})
        return values

    def get(self, key: str) -> str:
        """Return one setting as text.

        Raises:
            InvalidValueError: if there is no such setting.
        """
        return self._known(key)[key]

    def set(self, key: str, value: str) -> None:
        """Keep a setting.

        Raises:
            InvalidValueError: if there is no such setting, or the value does not fit it.
        """
        self._known(key)
        kept = _as_text(_READERS[key][1](key, value)) if key in _READERS else _gate_word(key, value)
        with self._session.store.unit() as unit:
            unit.settings.set(key, kept)
        self._session.tell(settings=True)

    def _known(self, key: str) -> dict[str, str]:
        values = self.all()
        if key not in values:
            raise InvalidValueError(field="settings", value=key, allowed=", ".join(setting_names()))
        return values


def _gate_word(key: str, value: str) -> str:
    return _pattern("number")(key, value) if key.endswith(".promise") else _text(key, value)


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def present() -> datetime:
    """Return the present moment, aware and in UTC."""
    return datetime.now(UTC)
