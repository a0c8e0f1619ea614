"""The tables, neutral between SQLite and PostgreSQL; the migrations make them, a test holds both equal."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    MetaData,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from newsdesk.storage.column_types import UtcTime

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}
"""How constraints and indexes are named, so that later migrations can find them on both engines."""


class Table(DeclarativeBase):
    """What all tables share: names of constraints and types of columns."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        datetime: UtcTime(),
        list[Any]: JSON(),
        dict[str, Any]: JSON(none_as_null=True),
    }


class PersonRow(Table):
    """Somebody who works in the newsroom."""

    __tablename__ = "people"
    id: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    initials: Mapped[str]
    roles: Mapped[list[Any]]


class ArticleRow(Table):
    """A story without its body, so that lists read little.

    ``word_count`` and ``photo_count`` are kept with each save for the lists.
    """

    __tablename__ = "articles"
    __table_args__ = (
        CheckConstraint("revision > 0", name="revision"),
        Index("ix_articles_updated", "updated_at", "id"),
        Index("ix_articles_state_updated", "state", "updated_at", "id"),
        Index("ix_articles_language_updated", "language", "state", "updated_at", "id"),
        Index("ix_articles_section_updated", "section", "language", "state", "updated_at", "id"),
        Index("ix_articles_published", "published_at", "id"),
        Index("ix_articles_state_published", "state", "published_at", "id"),
        Index("ix_articles_language_published", "language", "state", "published_at", "id"),
        Index("ix_articles_section_published", "section", "language", "state", "published_at", "id"),
        Index(
            "ix_articles_without_photo",
            "state",
            "updated_at",
            "id",
            sqlite_where=text("photo_count = 0"),
            postgresql_where=text("photo_count = 0"),
        ),
        Index(
            "ix_articles_section_without_photo",
            "section",
            "language",
            "state",
            "updated_at",
            "id",
            sqlite_where=text("photo_count = 0"),
            postgresql_where=text("photo_count = 0"),
        ),
        {"sqlite_autoincrement": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    uri: Mapped[str] = mapped_column(unique=True)
    state: Mapped[str]
    revision: Mapped[int]
    version: Mapped[int]
    language: Mapped[str]
    access: Mapped[str]
    section: Mapped[str]
    headline: Mapped[str]
    word_count: Mapped[int]
    photo_count: Mapped[int]
    published_at: Mapped[datetime | None]
    embargo_until: Mapped[datetime | None]
    scheduled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    updated_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    profile: Mapped[str]
    reopened_as: Mapped[str | None]
    standfirst: Mapped[str]
    slugline: Mapped[str]
    source: Mapped[str]
    byline: Mapped[str]
    dateline: Mapped[str]
    urgency: Mapped[int]
    note_to_editors: Mapped[str]
    awaited_photo: Mapped[dict[str, Any] | None]
    related_pinned: Mapped[list[Any]]
    related_banned: Mapped[list[Any]]
    corrections: Mapped[list[Any]]
    questions: Mapped[list[Any]]
    extras: Mapped[list[Any]]


class BodyRow(Table):
    """The body of a story, as Newsdesk Markdown."""

    __tablename__ = "article_bodies"
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id"), primary_key=True, autoincrement=False)
    markdown: Mapped[str]


class TallyRow(Table):
    """How many stories a section, language and state hold: counted with each save, never by reading them all."""

    __tablename__ = "article_tallies"
    section: Mapped[str] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str] = mapped_column(primary_key=True)
    stories: Mapped[int]


class VersionRow(Table):
    """A story as it stood at one revision, and who made it so.

    ``began_at`` is the time of the first of the snapshots that this row stands for.
    """

    __tablename__ = "versions"
    __table_args__ = (UniqueConstraint("article_id", "revision"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id"))
    revision: Mapped[int]
    at: Mapped[datetime]
    began_at: Mapped[datetime]
    by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    why: Mapped[str]
    state: Mapped[str]
    word_count: Mapped[int]
    snapshot: Mapped[str]


class PhotoRow(Table):
    """A photo of the desk; ``folded`` holds its words as searches compare them."""

    __tablename__ = "photos"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(unique=True)
    revision: Mapped[int]
    file_name: Mapped[str]
    media_type: Mapped[str]
    byte_size: Mapped[int]
    width: Mapped[int]
    height: Mapped[int]
    creator_as_read: Mapped[str]
    agency_as_read: Mapped[str]
    headline: Mapped[str]
    description: Mapped[str]
    alt_text: Mapped[str]
    copyright: Mapped[str]
    character_set: Mapped[str]
    digital_source_type: Mapped[str]
    taken_at: Mapped[datetime | None]
    rights_category: Mapped[str]
    usage_terms: Mapped[str]
    rights_from: Mapped[datetime | None]
    rights_to: Mapped[datetime | None]
    rights_embargo: Mapped[datetime | None]
    rights_assumed: Mapped[bool]
    killed_reason: Mapped[str]
    focal_x: Mapped[float | None]
    focal_y: Mapped[float | None]
    added_at: Mapped[datetime]
    added_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime]
    updated_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    folded: Mapped[str]


class RawMetadataRow(Table):
    """What a photo's file said of itself when it was taken in."""

    __tablename__ = "photo_metadata"
    photo_id: Mapped[int] = mapped_column(ForeignKey("photos.id"), primary_key=True, autoincrement=False)
    raw: Mapped[str]


class CreditRow(Table):
    """One party of a photo's credit, in the order in which they print."""

    __tablename__ = "photo_credits"
    __table_args__ = (CheckConstraint("trim(name) <> ''", name="name"),)
    photo_id: Mapped[int] = mapped_column(ForeignKey("photos.id"), primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    name: Mapped[str]


class UseRow(Table):
    """A photo in a story; a story has one lead at most."""

    __tablename__ = "article_photos"
    __table_args__ = (
        Index(
            "ix_article_photos_lead",
            "article_id",
            unique=True,
            sqlite_where=text("lead"),
            postgresql_where=text("lead"),
        ),
    )
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id"), primary_key=True, autoincrement=False)
    photo_id: Mapped[int] = mapped_column(
        ForeignKey("photos.id"), primary_key=True, autoincrement=False, index=True
    )
    position: Mapped[int]
    lead: Mapped[bool]
    caption: Mapped[str]
    alt: Mapped[str]


class AgencyRow(Table):
    """An agency, with the patterns that print and read its credits."""

    __tablename__ = "agencies"
    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    patterns: Mapped[list[Any]]
    aliases: Mapped[list[Any]]
    mandatory_credit: Mapped[bool]
    rights_profile: Mapped[str]


class SeriesRow(Table):
    """A line of editions."""

    __tablename__ = "series"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    slug: Mapped[str] = mapped_column(unique=True)
    language: Mapped[str]


class BriefingRow(Table):
    """An edition of a series; two finished ones never share a number."""

    __tablename__ = "briefings"
    __table_args__ = (
        Index(
            "ix_briefings_finished",
            "series_id",
            "number",
            unique=True,
            sqlite_where=text("state = 'finished'"),
            postgresql_where=text("state = 'finished'"),
        ),
        {"sqlite_autoincrement": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    series_id: Mapped[int] = mapped_column(ForeignKey("series.id"))
    revision: Mapped[int]
    number: Mapped[int]
    day: Mapped[date]
    state: Mapped[str]
    editors_note: Mapped[str]
    finished_at: Mapped[datetime | None]
    finished_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime]
    updated_by: Mapped[int] = mapped_column(ForeignKey("people.id"))


class ItemRow(Table):
    """A story of an edition; the revision that it is taken at can't leave the history."""

    __tablename__ = "briefing_items"
    __table_args__ = (
        ForeignKeyConstraint(["article_id", "article_revision"], ["versions.article_id", "versions.revision"]),
        Index("ix_briefing_items_article_id_article_revision", "article_id", "article_revision"),
    )
    briefing_id: Mapped[int] = mapped_column(ForeignKey("briefings.id"), primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id"))
    article_revision: Mapped[int | None]
    headline: Mapped[str]
    summary: Mapped[str]


class ReleaseRow(Table):
    """What left the newsroom; triggers refuse any change of a row."""

    __tablename__ = "releases"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id"), index=True)
    version: Mapped[int]
    kind: Mapped[str]
    released_at: Mapped[datetime]
    released_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    reason: Mapped[str]
    snapshot: Mapped[str]
    chain_hash: Mapped[str]


class ApprovalRow(Table):
    """A signature under a story, for the text that its hash names."""

    __tablename__ = "approvals"
    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id"), index=True)
    kind: Mapped[str]
    signed_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    signed_at: Mapped[datetime]
    content_hash: Mapped[str]


class SettingRow(Table):
    """A named setting."""

    __tablename__ = "settings"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
