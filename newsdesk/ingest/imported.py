"""What an import found: the fields of a story, the questions that remain, and what was left out."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from newsdesk.domain.photo import AwaitedPhoto

FileKind = Literal["page", "text", "markdown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPhoto:
    """A photo that a Markdown file names; ``file`` is the name as it stands there."""

    file: str
    lead: bool = False
    caption: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something of the page that is no part of the story, and how often it stood there."""

    what: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A file as a record, with nothing kept yet. Times are aware and in UTC.

    Whatever a question asks about stands in the record as it was read; ``extras`` holds the keys
    of a front matter that the record has no field for, as text.
    """

    kind: FileKind
    headline: str = ""
    standfirst: str = ""
    slugline: str = ""
    source: str = ""
    section: str = ""
    byline: str = ""
    dateline: str = ""
    language: str = ""
    access: str = ""
    state: str = ""
    published_at: datetime | None = None
    embargo_until: datetime | None = None
    body_markdown: str = ""
    awaited_photo: AwaitedPhoto | None = None
    photos: tuple[ImportedPhoto, ...] = ()
    questions: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    extras: tuple[tuple[str, str], ...] = ()
