"""Stories, photos and whole newsrooms for tests, made with what a test cares about."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PIL import Image

from newsdesk.domain.article import Article
from newsdesk.domain.credit import credit_of
from newsdesk.domain.findings import Finding
from newsdesk.domain.ids import PersonId, PhotoId
from newsdesk.domain.people import Person, Role
from newsdesk.domain.photo import Photo, PhotoUse
from newsdesk.domain.rights import default_rights
from newsdesk.domain.workflow import State
from newsdesk.media.originals import Originals
from newsdesk.media.worker import MediaWorker
from newsdesk.services.articles import ArticleService
from newsdesk.services.checks import CheckService
from newsdesk.services.moves import Mover
from newsdesk.services.newsroom import Newsroom
from newsdesk.services.page_views import PageViews
from newsdesk.services.publishing import PublishingService
from newsdesk.services.renditions import Renditions
from newsdesk.services.session import Session
from newsdesk.storage.engine import open_store

NOW = datetime(2026, 11, 21, 15, 34, tzinfo=UTC)
"""When it is in a newsroom of the tests, until its clock is moved."""

PARAGRAPHS = (
    "The ferry at Kovin ran again on Nov. 21, eleven years after the last boat was sold.",
    "“We never stopped believing that people here want to see one another,” said the mayor.",
    "The boat carries twelve cars and leaves every half hour from six in the morning.",
)
BODY = "\n\n".join(PARAGRAPHS) + "\n"


def an_article(**fields: Any) -> Article:
    """Return a story that lacks nothing and that nobody has saved."""
    story = Article(
        headline="River Town Reopens Its Old Ferry",
        standfirst="Eleven years after the last boat, Kovin crosses the Danube again.",
        section="Archive / News",
        source="Beta",
        body_markdown=BODY,
    )
    return replace(story, **fields)


def a_photo(**fields: Any) -> Photo:
    """Return a photo of the desk with credit, rights and words, as if it had been taken in."""
    photo = Photo(
        id=PhotoId(7),
        sha256="a" * 64,
        file_name="ferry.jpg",
        media_type="image/jpeg",
        byte_size=1200,
        width=640,
        height=480,
        credit=credit_of("Milica Petrović", "BETAPHOTO"),
        description="The ferry at Kovin",
        alt_text="A flat boat with four cars leaves a muddy bank.",
        rights=default_rights("staff"),
        revision=1,
    )
    return replace(photo, **fields)


def a_use(photo: PhotoId = PhotoId(7), **fields: Any) -> PhotoUse:
    """Return the use of a photo as a lead with its words."""
    return replace(PhotoUse(photo=photo, lead=True, caption="The ferry at Kovin", alt="A boat with cars."), **fields)


def a_person(*roles: Role) -> Person:
    """Return somebody with these roles alone."""
    return Person(id=PersonId(1), account="mara", name="Mara Ilić", initials="MI", roles=frozenset(roles))


def a_figure(photo: PhotoId, caption: str = "", alt: str = "") -> str:
    """Return the Markdown of a figure in a text."""
    return f"![{alt}](media:{photo})\n" + (f": {caption}\n" if caption else "")


def codes(findings: tuple[Finding, ...]) -> set[str]:
    """Return the codes of findings."""
    return {finding.code for finding in findings}


def a_jpeg(colour: tuple[int, int, int] = (40, 90, 140), width: int = 64, height: int = 48) -> bytes:
    """Return a small JPEG of one colour; another colour makes another photo."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "JPEG", quality=90)
    return out.getvalue()


class Clock:
    """A clock that a test moves."""

    def __init__(self, at: datetime = NOW) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """Return the moment that the clock shows; each look is a millisecond later, as with a real one."""
        self.at += timedelta(milliseconds=1)
        return self.at

    def forward(self, **span: float) -> None:
        """Move the clock on."""
        self.at += timedelta(**span)


def a_newsroom(
    folder: Path, clock: Callable[[], datetime] | None = None, *, address: str = "", account: str = "mara"
) -> Newsroom:
    """Open a newsroom for one person, in a folder or with its database at an address; close it after use."""
    return Newsroom(
        open_store(address or folder),
        folder / "photos",
        folder / "cache",
        account=account,
        name=account.title(),
        now=clock or Clock(),
    )


def written(newsroom: Newsroom, **fields: Any) -> Article:
    """Write a story that lacks nothing, as a person does: an empty draft first, then its words."""
    blank = newsroom.articles.create()
    words = {name: getattr(an_article(), name) for name in ("headline", "standfirst", "body_markdown")}
    return newsroom.articles.save(replace(blank, **{**words, **fields}), base=blank)


def edited(newsroom: Newsroom, article: Article, **fields: Any) -> Article:
    """Change fields of a story as it was read."""
    return newsroom.articles.save(replace(article, **fields), base=article)


def published(newsroom: Newsroom, **fields: Any) -> Article:
    """Write a story and publish it."""
    return newsroom.articles.move(written(newsroom, **fields).id, State.PUBLISHED).article


def taken_in(newsroom: Newsroom, folder: Path, name: str = "ferry.jpg", *, credited: bool = True) -> Photo:
    """Take in a small picture; each name is another picture."""
    file = folder / name
    shade = sum(name.encode()) % 256
    file.write_bytes(a_jpeg((shade, 255 - shade, 90)))
    photo = newsroom.photos.add([file]).photos[0].photo
    if credited:
        photo = newsroom.photos.credit(photo.id, creator="Milica Petrović", agency="BETAPHOTO")
    return photo


def services_of(
    newsroom: Newsroom, folder: Path, *roles: Role, now: Callable[[], datetime] | None = None
) -> tuple[ArticleService, PublishingService]:
    """Return the services of the newsroom's own person, had they these roles alone."""
    actor = replace(newsroom.actor, roles=frozenset(roles))
    session = Session(store=newsroom.store, actor=actor, now=now or Clock(), events=newsroom.events)
    renditions = Renditions(folder / "cache", Originals(folder / "originals"), MediaWorker())
    checks, views = CheckService(session), PageViews(renditions)
    mover = Mover(session, checks, views)
    return ArticleService(session, mover), PublishingService(session, checks, views, renditions, mover)
