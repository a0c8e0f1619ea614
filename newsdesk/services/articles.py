"""Writing: making, reading, saving, moving and illustrating stories."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newsdesk.domain.article import Article
from newsdesk.domain.errors import RevisionClashError
from newsdesk.domain.findings import Finding
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.domain.photo import PhotoUse
from newsdesk.domain.summary import ArticleQuery, ArticleSummary, Cursor, Page, Version
from newsdesk.domain.workflow import Kind, State
from newsdesk.services.merging import merge_articles
from newsdesk.services.moves import Mover, Wish
from newsdesk.services.session import Session
from newsdesk.services.settings import publication_from
from newsdesk.services.store import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveResult:
    """A story after its move, and what was found on the way (notices only: blocks refuse the move)."""

    article: Article
    findings: tuple[Finding, ...]


_NEVER_RESTORED = (
    "id",
    "uri",
    "state",
    "version",
    "revision",
    "reopened_as",
    "corrections",
    "published_at",
    "scheduled_at",
)
"""What a version brought back does not change: identity, state, and what readers were told."""


class ArticleService:
    """The wishes of those who write and edit."""

    def __init__(self, session: Session, mover: Mover) -> None:
        self._session = session
        self._mover = mover

    def get(self, article: ArticleId) -> Article:
        """Return a story; raises NotFoundError."""
        with self._session.store.reading() as unit:
            return unit.articles.get(article)

    def page(self, query: ArticleQuery, after: Cursor | None = None, limit: int = 100) -> Page:
        """Return a page of the article list."""
        with self._session.store.reading() as unit:
            return unit.articles.page(query, after, limit)

    def count(self, query: ArticleQuery) -> int:
        """Return how many stories match."""
        with self._session.store.reading() as unit:
            return unit.articles.count(query)

    def counts_by_state(self) -> Mapping[str, int]:
        """Return how many stories stand in each state."""
        with self._session.store.reading() as unit:
            return unit.articles.counts_by_state()

    def sections(self) -> Sequence[str]:
        """Return the sections in use and the publication's own."""
        with self._session.store.reading() as unit:
            own = publication_from(unit.settings.all()).section
            return sorted({own, *unit.articles.sections()})

    def summaries(self, articles: Sequence[ArticleId]) -> Sequence[ArticleSummary]:
        """Return the list's rows of those stories that exist."""
        with self._session.store.reading() as unit:
            return unit.articles.summaries(articles)

    def history(self, article: ArticleId) -> Sequence[Version]:
        """Return who changed what, when and why, newest first."""
        with self._session.store.reading() as unit:
            return unit.articles.versions(article)

    def create(self, *, language: str = "") -> Article:
        """Begin an empty draft with the publication's language, section and source."""
        with self._session.store.unit() as unit:
            publication = publication_from(unit.settings.all())
            blank = Article(
                language=language or publication.language, section=publication.section, source=publication.source
            )
            made = unit.articles.add(blank, actor=self._session.actor.id, now=self._session.now())
        self._session.tell(articles=[made.id])
        return made

    def add(self, article: Article) -> Article:
        """Keep a story that was made elsewhere, as a new one."""
        with self._session.store.unit() as unit:
            made = unit.articles.add(article, actor=self._session.actor.id, now=self._session.now())
        self._session.tell(articles=[made.id])
        return made

    def copy(self, article: Article) -> Article:
        """Keep a text as a new draft beside the story it came from."""
        blank = replace(article, id=ArticleId(0), uri="", state=State.DRAFT, version=0, revision=0, reopened_as=None)
        return self.add(blank)

    def restore(self, article: ArticleId, revision: int) -> Article:
        """Bring the words and fields of an older version back as a new one; state and releases stay.

        Raises NotFoundError.
        """
        with self._session.store.unit() as unit:
            now, old = unit.articles.get(article), unit.articles.at_revision(article, revision)
            kept = {name: getattr(now, name) for name in _NEVER_RESTORED}
            saved = self._keep(unit, replace(old, **kept), f"restore: {revision}")
        self._session.tell(articles=[saved.id])
        return saved

    def save(self, article: Article, *, base: Article, why: str = "save") -> Article:
        """Keep ``article``, a change of ``base``; what somebody else saved meanwhile is merged.

        Returns the story as it now stands, which may hold more than was given.

        Raises:
            RevisionClashError: if both changed the same field or paragraph; nothing is saved then.
            NotFoundError: if the story is gone.
        """
        with self._session.store.unit() as unit:
            stored = unit.articles.get(base.id)
            wanted: Article | None = replace(article, revision=stored.revision)
            if stored.revision != base.revision:
                wanted = merge_articles(base, article, stored)
            if wanted is None:
                raise RevisionClashError(kind="story", id=base.id, expected=base.revision, found=stored.revision)
            if wanted == stored:
                return stored
            saved = unit.articles.save(
                wanted,
                expected_revision=stored.revision,
                actor=self._session.actor.id,
                now=self._session.now(),
                why=why,
            )
        self._session.tell(articles=[saved.id])
        return saved

    def move(
        self,
        article: ArticleId,
        target: State,
        *,
        kind: Kind | None = None,
        words: Mapping[str, str] | None = None,
        waive: str = "",
    ) -> MoveResult:
        """Move a story to a state, each step with its checks.

        ``words`` hold reason, wrong, right, where and at, as the move asks for them; ``waive`` is a
        written reason that stands for a second person.

        Raises:
            MoveRefusedError, MissingReasonError, NotAllowedError, PublicationBlockedError: nothing changes then.
        """
        wish = Wish(target=target, kind=kind, words=dict(words or {}), waive=waive)
        with self._session.store.unit() as unit:
            moved, findings = self._mover.move(unit, unit.articles.get(article), wish)
        self._session.tell(articles=[moved.id])
        return MoveResult(article=moved, findings=findings)

    def attach(
        self, article: ArticleId, photo: PhotoId, *, caption: str | None = None, alt: str | None = None, lead: bool
    ) -> Article:
        """Attach a photo; without words of its own a use takes the awaited photo's, or the photo's own.

        The first photo of a story leads it, whatever ``lead`` says. Raises NotFoundError.
        """
        with self._session.store.unit() as unit:
            story, picture = unit.articles.get(article), unit.photos.get(photo)
            leads = lead or not story.photos
            use = story.use_of(photo) or PhotoUse(photo=photo)
            awaited = story.awaited_photo.caption if story.awaited_photo and leads else ""
            use = replace(
                use,
                lead=leads,
                caption=caption if caption is not None else use.caption or awaited or picture.description,
                alt=alt if alt is not None else use.alt or picture.alt_text,
            )
            saved = self._keep(unit, story.with_photo(use), "attach")
        self._session.tell(articles=[saved.id], photos=[photo])
        return saved

    def detach(self, article: ArticleId, photo: PhotoId) -> Article:
        """Take a photo out of a story; the photo stays with the desk."""
        with self._session.store.unit() as unit:
            saved = self._keep(unit, unit.articles.get(article).without_photo(photo), "detach")
        self._session.tell(articles=[saved.id], photos=[photo])
        return saved

    def answer(self, article: ArticleId, question: str) -> Article:
        """Strike a question of the import that a person has answered."""
        with self._session.store.unit() as unit:
            story = unit.articles.get(article)
            left = tuple(asked for asked in story.questions if asked != question)
            saved = self._keep(unit, replace(story, questions=left), "answer")
        self._session.tell(articles=[saved.id])
        return saved

    def _keep(self, unit: Unit, story: Article, why: str) -> Article:
        """Save a story that was read in the same unit; nobody can have come between."""
        actor, now = self._session.actor.id, self._session.now()
        return unit.articles.save(story, expected_revision=story.revision, actor=actor, now=now, why=why)
