"""Stories, photos and moments for the tests of the storage."""

from datetime import UTC, datetime, timedelta
from typing import Any

from newsdesk.domain.article import Article
from newsdesk.domain.credit import Credit, credit_of
from newsdesk.domain.ids import PersonId, PhotoId
from newsdesk.domain.photo import Photo, PhotoUse
from newsdesk.storage.store import SqlStore

NOW = datetime(2026, 11, 21, 16, 34, 5, 123456, tzinfo=UTC)


def later(**span: float) -> datetime:
    """Return a moment after NOW."""
    return NOW + timedelta(**span)


def an_article(**fields: Any) -> Article:
    """Return a story that nobody has saved."""
    said = {"headline": "Bridge reopens", "body_markdown": "Traffic is back.", "section": "Archive / News"}
    return Article(**{**said, **fields})


def a_photo(sha256: str = "a" * 64, credit: Credit | None = None, **fields: Any) -> Photo:
    """Return a photo that nobody has taken in; credited, unless told otherwise."""
    facts = {"file_name": "bridge.jpg", "media_type": "image/jpeg", "byte_size": 1200, "width": 640, "height": 480}
    kept = credit_of("Milos Miskovic", "BETAPHOTO") if credit is None else credit
    return Photo(sha256=sha256, credit=kept, **{**facts, **fields})


def a_use(photo: Photo, **fields: Any) -> PhotoUse:
    """Return a use of a photo as the lead."""
    return PhotoUse(photo=photo.id, **{"lead": True, "caption": "The bridge", "alt": "A bridge", **fields})


class Desk:
    """Somebody at work: one unit for each wish."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        with store.unit() as unit:
            self.me: PersonId = unit.settings.person_for("mara", "Mara Ilic").id

    def add(self, article: Article | None = None, now: datetime = NOW) -> Article:
        """Keep a new story."""
        with self.store.unit() as unit:
            return unit.articles.add(article or an_article(), actor=self.me, now=now)

    def save(self, article: Article, why: str = "save", now: datetime | None = None) -> Article:
        """Keep a change of a story as it was read."""
        with self.store.unit() as unit:
            return unit.articles.save(
                article, expected_revision=article.revision, actor=self.me, now=now or later(minutes=1), why=why
            )

    def photo(self, photo: Photo | None = None, raw: str = "{}") -> Photo:
        """Take in a photo."""
        with self.store.unit() as unit:
            return unit.photos.add(photo or a_photo(), raw_metadata=raw, actor=self.me, now=NOW)

    def save_photo(self, photo: Photo) -> Photo:
        """Keep a change of a photo as it was read."""
        with self.store.unit() as unit:
            return unit.photos.save(photo, expected_revision=photo.revision, actor=self.me, now=later(hours=1))


UNCREDITED = Credit()
NOBODYS = PhotoId(999)
