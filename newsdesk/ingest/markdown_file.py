"""A Markdown file in: front matter into fields, the body as it is, byte for byte."""

from collections.abc import Mapping
from datetime import datetime

from newsdesk.domain.article import Access, Section
from newsdesk.domain.credit_patterns import parse_credit
from newsdesk.domain.photo import AwaitedPhoto
from newsdesk.domain.workflow import State
from newsdesk.ingest import questions
from newsdesk.ingest.front_matter import Value, as_text, read_front_matter
from newsdesk.ingest.imported import Imported, ImportedPhoto, LeftOut
from newsdesk.ingest.language import guess_language
from newsdesk.ingest.page_clock import read_iso
from newsdesk.ingest.refusals import EmptyFileError
from newsdesk.ingest.setting import Setting

_PLAIN = ("standfirst", "slugline", "source", "byline", "dateline")
_NUMBERED_HERE = ("id", "revision", "word_count")
"""What every newsroom counts for itself; the numbers of another one mean nothing here."""
_PHOTO_KEYS = frozenset({"file", "photo", "lead", "caption", "alt", "credit", "creator", "agency"})


def read_markdown_file(text: str, setting: Setting) -> Imported:
    """Return the record of a Markdown file; nothing in its body is moved, cleaned or ended differently.

    Raises:
        EmptyFileError: if there is neither a field nor a word in it.
        FrontMatterError: if its fields are no valid YAML.
    """
    fields = read_front_matter(text, setting.file)
    values = dict(fields.values) if fields else {}
    body = text[fields.body_at :] if fields else text
    if not values and not body.strip():
        raise EmptyFileError(file=setting.file)
    asked: list[str] = []
    extras: dict[str, str] = {}
    headline = _headline(values, asked)
    plain = {name: as_text(values.pop(name)) for name in _PLAIN if name in values}
    published_at = _moment(values, "published_at", setting, asked, extras)
    embargo_until = _moment(values, "embargo_until", setting, asked, extras)
    access = _one_of(values, "access", {str(access) for access in Access}, asked, extras)
    state = _one_of(values, "state", {str(state) for state in State}, asked, extras)
    section = str(Section.parse(as_text(values.pop("section", ""))))
    photos, awaited = _photos(values, setting, extras)
    left_out = tuple(LeftOut(what=name, count=1) for name in _NUMBERED_HERE if values.pop(name, None) is not None)
    language = as_text(values.pop("language", "")) or guess_language(body) or setting.publication.language
    return Imported(
        kind="markdown",
        headline=headline,
        section=section,
        language=language,
        access=access,
        state=state,
        published_at=published_at,
        embargo_until=embargo_until,
        body_markdown=body,
        awaited_photo=awaited,
        photos=photos,
        questions=tuple(asked),
        left_out=left_out,
        extras=(*((key, as_text(value)) for key, value in values.items()), *extras.items()),
        **plain,
    )


def _headline(values: dict[str, Value], asked: list[str]) -> str:
    """Take the headline; a title stands for a missing one, with a question, and stays an extra."""
    headline = as_text(values.pop("headline", ""))
    if headline.strip():
        return headline
    title = values.get("title", "")
    if isinstance(title, str) and title.strip():
        asked.append(questions.is_headline(title))
        return title
    asked.append(questions.HEADLINE_MISSING)
    return ""


def _moment(
    values: dict[str, Value], name: str, setting: Setting, asked: list[str], extras: dict[str, str]
) -> datetime | None:
    """Take a time; one that can't be read becomes an extra and a question, never another time."""
    text = as_text(values.pop(name, ""))
    if not text.strip() or text.strip() in ("null", "~"):
        return None
    found = read_iso(text, setting.zone)
    if found is None:
        extras[name] = text
        asked.append(questions.no_known_value(name, text))
        return None
    if found.question:
        asked.append(found.question)
    return found.at


def _one_of(values: dict[str, Value], name: str, allowed: set[str], asked: list[str], extras: dict[str, str]) -> str:
    text = as_text(values.pop(name, ""))
    if not text.strip() or text.strip() in allowed:
        return text.strip()
    extras[name] = text
    asked.append(questions.no_known_value(name, text))
    return ""


def _photos(
    values: dict[str, Value], setting: Setting, extras: dict[str, str]
) -> tuple[tuple[ImportedPhoto, ...], AwaitedPhoto | None]:
    """Take the photos that the fields name; the lead is awaited as well, in case its file isn't there."""
    listed = values.pop("photos", [])
    entries = [_named(entry) for entry in listed] if isinstance(listed, list) else []
    if not isinstance(listed, list) or any(not entry or set(entry) - _PHOTO_KEYS for entry in entries):
        extras["photos"] = as_text(listed)
    entries = [entry for entry in entries if entry]
    photos = tuple(
        ImportedPhoto(
            file=entry.get("file") or entry.get("photo", ""),
            lead=entry.get("lead", "").casefold() in ("true", "yes", "1"),
            caption=entry.get("caption", ""),
            alt=entry.get("alt", ""),
        )
        for entry in entries
    )
    lead = next((entry for entry, photo in zip(entries, photos, strict=True) if photo.lead), None)
    return photos, _awaited(lead, setting) if lead else None


def _named(entry: Value) -> dict[str, str]:
    if isinstance(entry, str):
        return {"file": entry} if entry else {}
    return {key: as_text(value) for key, value in entry.items()} if isinstance(entry, dict) else {}


def _awaited(entry: Mapping[str, str], setting: Setting) -> AwaitedPhoto:
    read = parse_credit(entry.get("credit", "").strip(), setting.agencies)
    creator = entry.get("creator", "") or (read.creator if read else "")
    agency = entry.get("agency", "") or (read.agency if read else "")
    return AwaitedPhoto(caption=entry.get("caption", ""), creator=creator, agency=agency)
