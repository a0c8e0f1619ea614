"""What the services ask of a store; ``newsdesk.storage`` is one, found by ``newsdesk.app.compose``."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from newsdesk.domain.approvals import Approval
from newsdesk.domain.article import Article
from newsdesk.domain.briefing import Briefing, Series
from newsdesk.domain.credit import Agency
from newsdesk.domain.ids import ArticleId, BriefingId, PersonId, PhotoId, SeriesId
from newsdesk.domain.people import Person
from newsdesk.domain.photo import Photo
from newsdesk.domain.release import Release
from newsdesk.domain.summary import ArticleQuery, ArticleSummary, Cursor, Page, PhotoQuery, StoreInfo, Version


class ArticleRepository(Protocol):
    """The newsroom's articles."""

    def get(self, article: ArticleId) -> Article:
        """Return the article as it stands; raises NotFoundError."""
        ...

    def add(self, article: Article, *, actor: PersonId, now: datetime) -> Article:
        """Keep a new article; returns it with id, uri, revision 1 and its times."""
        ...

    def save(self, article: Article, *, expected_revision: int, actor: PersonId, now: datetime, why: str) -> Article:
        """Keep a change as a new revision; raises RevisionClashError, NotFoundError.

        ``why`` is ``save``, ``snapshot`` or the verb of a move; a version row keeps who, what and why.
        """
        ...

    def page(self, query: ArticleQuery, after: Cursor | None, limit: int) -> Page:
        """Return up to ``limit`` summaries, newest first, or by rank where the query has words."""
        ...

    def count(self, query: ArticleQuery) -> int:
        """Return how many articles match."""
        ...

    def counts_by_state(self) -> Mapping[str, int]:
        """Return how many articles stand in each state; states without one are left out."""
        ...

    def sections(self) -> Sequence[str]:
        """Return the sections in use, in alphabetical order."""
        ...

    def summaries(self, articles: Sequence[ArticleId]) -> Sequence[ArticleSummary]:
        """Return the summaries of those articles that exist, in the order asked for."""
        ...

    def at_revision(self, article: ArticleId, revision: int) -> Article:
        """Return the article as it stood at a revision; raises NotFoundError."""
        ...

    def versions(self, article: ArticleId) -> Sequence[Version]:
        """Return who changed what and why, newest first."""
        ...


class PhotoRepository(Protocol):
    """The newsroom's photos."""

    def get(self, photo: PhotoId) -> Photo:
        """Return a photo; raises NotFoundError."""
        ...

    def get_many(self, photos: Sequence[PhotoId]) -> Mapping[PhotoId, Photo]:
        """Return those of the photos that exist."""
        ...

    def by_sha256(self, sha256: str) -> Photo | None:
        """Return the photo whose original has that hash."""
        ...

    def add(self, photo: Photo, *, raw_metadata: str, actor: PersonId, now: datetime) -> Photo:
        """Keep a new photo with its raw metadata (a JSON text); returns it with id and revision 1."""
        ...

    def save(self, photo: Photo, *, expected_revision: int, actor: PersonId, now: datetime) -> Photo:
        """Keep a change; raises RevisionClashError, NotFoundError."""
        ...

    def raw_metadata(self, photo: PhotoId) -> str:
        """Return what the file said when it was taken in."""
        ...

    def find(self, query: PhotoQuery, offset: int, limit: int) -> Sequence[Photo]:
        """Return photos, newest first."""
        ...

    def count(self, query: PhotoQuery) -> int:
        """Return how many photos match."""
        ...

    def uses(self, photo: PhotoId) -> Sequence[ArticleId]:
        """Return the stories that use a photo."""
        ...


class BriefingRepository(Protocol):
    """Series and their editions."""

    def series(self) -> Sequence[Series]:
        """Return every series."""
        ...

    def series_named(self, name: str) -> Series | None:
        """Return the series with that name or slug, whatever its case."""
        ...

    def add_series(self, series: Series) -> Series:
        """Keep a new series; returns it with its id."""
        ...

    def next_number(self, series: SeriesId) -> int:
        """Return the number after the highest finished edition of a series; open ones only propose theirs."""
        ...

    def get(self, briefing: BriefingId) -> Briefing:
        """Return an edition; raises NotFoundError."""
        ...

    def add(self, briefing: Briefing, *, actor: PersonId, now: datetime) -> Briefing:
        """Keep a new edition; returns it with id and revision 1."""
        ...

    def save(self, briefing: Briefing, *, expected_revision: int, actor: PersonId, now: datetime) -> Briefing:
        """Keep a change; raises RevisionClashError, NotFoundError."""
        ...

    def all(self) -> Sequence[Briefing]:
        """Return every edition, newest first."""
        ...


class ApprovalRepository(Protocol):
    """Signatures, append-only; the last of each kind counts."""

    def add(self, approval: Approval) -> None:
        """Keep a signature."""
        ...

    def of(self, article: ArticleId) -> Sequence[Approval]:
        """Return the last signature of each kind for a story."""
        ...


class ReleaseLog(Protocol):
    """The append-only log of releases."""

    def append(self, release: Release) -> Release:
        """Keep a release; returns it with its chain hash."""
        ...

    def latest(self, article: ArticleId) -> Release | None:
        """Return the last release of a story."""
        ...

    def latest_of(self, articles: Sequence[ArticleId]) -> Mapping[ArticleId, Release]:
        """Return the last release of each of the stories that has one."""
        ...

    def verify(self) -> Sequence[int]:
        """Return the numbers of the rows whose hash does not follow from what they hold."""
        ...


class SettingsRepository(Protocol):
    """Named settings, agencies and people."""

    def all(self) -> Mapping[str, str]:
        """Return every setting that was ever set."""
        ...

    def set(self, key: str, value: str) -> None:
        """Keep a setting."""
        ...

    def agencies(self) -> Sequence[Agency]:
        """Return the newsroom's agencies, by code."""
        ...

    def save_agency(self, agency: Agency) -> None:
        """Add or change an agency."""
        ...

    def person_for(self, account: str, name: str) -> Person:
        """Return the person behind a system account, made on first sight with every role."""
        ...

    def people(self) -> Sequence[Person]:
        """Return everybody."""
        ...


class Unit(Protocol):
    """One wish, kept as a whole or not at all."""

    @property
    def articles(self) -> ArticleRepository:
        """The articles."""
        ...

    @property
    def photos(self) -> PhotoRepository:
        """The photos."""
        ...

    @property
    def briefings(self) -> BriefingRepository:
        """The briefings."""
        ...

    @property
    def approvals(self) -> ApprovalRepository:
        """The approvals."""
        ...

    @property
    def releases(self) -> ReleaseLog:
        """The log of releases."""
        ...

    @property
    def settings(self) -> SettingsRepository:
        """Settings, agencies, people."""
        ...


class Store(Protocol):
    """A newsroom's database."""

    def unit(self) -> AbstractContextManager[Unit]:
        """Open a unit that writes: committed at the end of the block, rolled back by an exception."""
        ...

    def reading(self) -> AbstractContextManager[Unit]:
        """Open a unit that only reads, without waiting for writers."""
        ...

    def info(self) -> StoreInfo:
        """Return what the store is."""
        ...

    def verify(self) -> Sequence[str]:
        """Return, in plain words, everything that is wrong with the database; empty if nothing is."""
        ...

    def backup(self, target: str) -> None:
        """Write a consistent copy of the database to a new file (SQLite) or refuse (PostgreSQL)."""
        ...

    def close(self) -> None:
        """Finish, checkpoint and let go of the database."""
        ...
