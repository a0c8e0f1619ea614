"""Photos: reading, adding, crediting, finding."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from newsdesk.domain.credit import Credit
from newsdesk.domain.errors import NotFoundError, RevisionClashError
from newsdesk.domain.ids import ArticleId, PersonId, PhotoId
from newsdesk.domain.photo import Photo
from newsdesk.domain.summary import PhotoQuery
from newsdesk.storage.photo_rows import (
    CREDITORS,
    columns_of,
    is_credited,
    parties_of,
    photo_of,
    require_storable_photo,
)
from newsdesk.storage.search_terms import AskedWord, asked
from newsdesk.storage.tables import CreditRow, PhotoRow, RawMetadataRow, UseRow
from newsdesk.storage.upsert import upsert
from newsdesk.storage.values import require_storable

_AT_ONCE = 500


class SqlPhotos:
    """The photos of one unit."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, photo: PhotoId) -> Photo:
        """Return a photo; raises NotFoundError."""
        found = self.get_many([photo]).get(photo)
        if found is None:
            raise NotFoundError(kind="photo", id=photo)
        return found

    def get_many(self, photos: Sequence[PhotoId]) -> Mapping[PhotoId, Photo]:
        """Return those of the photos that exist."""
        found: dict[PhotoId, Photo] = {}
        for start in range(0, len(photos), _AT_ONCE):
            rows = self._session.scalars(select(PhotoRow).where(PhotoRow.id.in_(photos[start : start + _AT_ONCE])))
            found.update((photo.id, photo) for photo in self._with_credits(rows))
        return found

    def by_sha256(self, sha256: str) -> Photo | None:
        """Return the photo whose original has that hash."""
        rows = self._session.scalars(select(PhotoRow).where(PhotoRow.sha256 == sha256))
        return next(iter(self._with_credits(rows)), None)

    def add(self, photo: Photo, *, raw_metadata: str, actor: PersonId, now: datetime) -> Photo:
        """Keep a new photo with its raw metadata (a JSON text); returns it with id and revision 1."""
        made = _named(replace(photo, revision=1, added_at=now, added_by=actor))
        require_storable_photo(made)
        require_storable([("metadata", raw_metadata)])
        row = PhotoRow(**columns_of(made), added_by=actor, updated_at=now, updated_by=actor)
        self._session.add(row)
        self._session.flush()
        made = replace(made, id=PhotoId(row.id))
        self._session.expunge(row)
        self._session.execute(insert(RawMetadataRow).values(photo_id=made.id, raw=raw_metadata))
        if made.credit.parties:
            self._session.execute(insert(CreditRow), parties_of(made))
        return made

    def save(self, photo: Photo, *, expected_revision: int, actor: PersonId, now: datetime) -> Photo:
        """Keep a change; raises RevisionClashError, NotFoundError."""
        before = self.get(photo.id)
        saved = _named(
            replace(photo, revision=expected_revision + 1, added_at=before.added_at, added_by=before.added_by)
        )
        require_storable_photo(saved)
        changed = self._session.execute(
            update(PhotoRow)
            .where(PhotoRow.id == saved.id, PhotoRow.revision == expected_revision)
            .values(**columns_of(saved), updated_at=now, updated_by=actor)
            .returning(PhotoRow.id),
            execution_options={"synchronize_session": False},
        )
        if changed.one_or_none() is None:
            found = self.get(photo.id).revision
            raise RevisionClashError(kind="photo", id=photo.id, expected=expected_revision, found=found)
        self._write_credit(saved)
        return saved

    def raw_metadata(self, photo: PhotoId) -> str:
        """Return what the file said when it was taken in; raises NotFoundError."""
        raw = self._session.scalar(select(RawMetadataRow.raw).where(RawMetadataRow.photo_id == photo))
        if raw is None:
            raise NotFoundError(kind="photo", id=photo)
        return raw

    def find(self, query: PhotoQuery, offset: int, limit: int) -> Sequence[Photo]:
        """Return photos, newest first."""
        wanted = select(PhotoRow).where(*_conditions(query)).order_by(PhotoRow.id.desc())
        return self._with_credits(self._session.scalars(wanted.offset(offset).limit(limit)))

    def count(self, query: PhotoQuery) -> int:
        """Return how many photos match."""
        return self._session.scalar(select(func.count()).select_from(PhotoRow).where(*_conditions(query))) or 0

    def uses(self, photo: PhotoId) -> Sequence[ArticleId]:
        """Return the stories that use a photo."""
        found = self._session.scalars(
            select(UseRow.article_id).where(UseRow.photo_id == photo).order_by(UseRow.article_id)
        )
        return [ArticleId(id_) for id_ in found]

    def _with_credits(self, rows: Iterable[PhotoRow]) -> list[Photo]:
        listed = list(rows)
        parties: dict[int, list[CreditRow]] = {row.id: [] for row in listed}
        ids = list(parties)
        for start in range(0, len(ids), _AT_ONCE):
            wanted = select(CreditRow).where(CreditRow.photo_id.in_(ids[start : start + _AT_ONCE]))
            for party in self._session.scalars(wanted.order_by(CreditRow.seq)):
                parties[party.photo_id].append(party)
        return [photo_of(row, parties[row.id]) for row in listed]

    def _write_credit(self, photo: Photo) -> None:
        """Put the new parties in before the old ones go: a published photo is never without credit, not for a moment.

        Those who make a credit are written first, for the same reason.
        """
        parties = parties_of(photo)
        for party in sorted(parties, key=lambda row: row["kind"] not in CREDITORS):
            upsert(self._session, CreditRow, party, ("photo_id", "seq"))
        self._session.execute(
            delete(CreditRow).where(CreditRow.photo_id == photo.id, CreditRow.seq >= len(parties)),
            execution_options={"synchronize_session": False},
        )


def _named(photo: Photo) -> Photo:
    """Return the photo with those parties alone that have a name."""
    parties = tuple(party for party in photo.credit.parties if party.name.strip())
    return replace(photo, credit=Credit(parties=parties))


def _conditions(query: PhotoQuery) -> list[ColumnElement[bool]]:
    found = [_holds(word) for word in asked(query.words)]
    if query.missing_credit:
        found.append(~is_credited(PhotoRow.id))
    return found


def _holds(word: AskedWord) -> ColumnElement[bool]:
    """Return the condition that one of a word's forms stands in the photo's words; they hold no pattern signs."""
    patterns = [f"% {form} %" for form in word.forms]
    if word.prefix:
        patterns.append(f"% {word.prefix}%")
    return or_(*(PhotoRow.folded.like(pattern) for pattern in patterns))
