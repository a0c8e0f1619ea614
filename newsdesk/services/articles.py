"""Writing: making, reading, saving, moving and illustrating stories."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from newsdesk.domain.article import Article
from newsdesk.domain.errors import SameWordsChangedError, StoryClosedError
from newsdesk.domain.findings import Finding
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.domain.photo import PhotoUse
from newsdesk.domain.summary import ArticleQuery, ArticleSummary, Cursor, Page, Version
from newsdesk.domain.workflow import CLOSED, Kind, State
from newsdesk.services.answers import answer_question
from newsdesk.services.inline_photos import with_figure_words, with_inline_photos, without_figures
from newsdesk.services.merging import as_edited, merge_articles
from newsdesk.services.moves import Mover, Wish
from newsdesk.services.session import Session, repeated
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


_AS_UPDATE = Wish(target=State.CORRECTING, kind=Kind.UPDATE)


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
        blank = replace(
            article,
            id=ArticleId(0),
            uri="",
            state=State.DRAFT,
            version=0,
            revision=0,
            reopened_as=None,
            corrections=(),
            scheduled_at=None,
            published_at=None if article.version else article.published_at,
        )
        return self.add(blank)

    def restore(self, article: ArticleId, revision: int) -> Article:
        """Bring the words and fields of an older version back as a new one; state and releases stay.

        Raises NotFoundError, StoryClosedError.
        """

        def change(unit: Unit, now: Article) -> Article:
            kept = {name: getattr(now, name) for name in _NEVER_RESTORED}
            return replace(unit.articles.at_revision(article, revision), **kept)

        # A version is whole as it is: its photos are those that stood in and beside that text.
        return self._change(article, f"restore: {revision}", change, follow_figures=False)

    def save(self, article: Article, *, base: Article, why: str = "save") -> Article:
        """Keep ``article``, a change of ``base``; what somebody else saved meanwhile is merged.

        Returns the story as it now stands, which may hold more than was given. State, version and what
        else only moves change stay as they are; photos follow the figures of the text.

        Raises:
            RevisionClashError: if both changed the same field or paragraph; nothing is saved then.
            StoryClosedError: if it was killed, withdrawn or archived.
            NotFoundError: if the story is gone.
        """
        before, saved = repeated(lambda: self._merge_and_keep(article, base, why))
        if saved is None:
            raise SameWordsChangedError(kind="story", id=base.id, expected=base.revision, found=before.revision)
        if saved.revision != before.revision:
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

        def move() -> MoveResult:
            with self._session.store.unit() as unit:
                moved, findings = self._mover.move(unit, unit.articles.get(article), wish)
            return MoveResult(article=moved, findings=findings)

        result = repeated(move)
        self._session.tell(articles=[article])
        return result

    def attach(
        self, article: ArticleId, photo: PhotoId, *, caption: str | None = None, alt: str | None = None, lead: bool
    ) -> Article:
        """Attach a photo, or change how it is used.

        Without words of its own a use takes the awaited photo's, or the photo's own. A photo that comes
        to a story without a lead leads it, whatever ``lead`` says; a lead stays one until another takes
        its place. Raises NotFoundError, StoryClosedError.
        """

        def change(unit: Unit, story: Article) -> Article:
            picture, known = unit.photos.get(photo), story.use_of(photo)
            use = known or PhotoUse(photo=photo)
            leads = lead or use.lead or (known is None and story.lead_photo is None)
            awaited = story.awaited_photo.caption if story.awaited_photo and leads else ""
            use = replace(
                use,
                lead=leads,
                caption=caption if caption is not None else use.caption or awaited or picture.description,
                alt=alt if alt is not None else use.alt or picture.alt_text,
            )
            return with_figure_words(story.with_photo(use), use)

        return self._change(article, "attach", change, photos=[photo])

    def detach(self, article: ArticleId, photo: PhotoId) -> Article:
        """Take a photo out of a story, and its figures out of the text; the photo stays with the desk.

        Raises NotFoundError, StoryClosedError.
        """
        return self._change(
            article, "detach", lambda _, story: without_figures(story.without_photo(photo), photo), photos=[photo]
        )

    def answer(self, article: ArticleId, question: str, right: bool = True) -> Article:
        """Strike a question of the import that a person has answered; a No also takes out what was asked about.

        No to a paragraph removes it, no to the headline, the caption, the photographer or the time clears
        that field, where it still holds what the question quotes. Raises NotFoundError, StoryClosedError.
        """

        def change(unit: Unit, story: Article) -> Article:
            return answer_question(story, question, right, publication_from(unit.settings.all()))

        return self._change(article, "answer", change)

    def _change(
        self,
        article: ArticleId,
        why: str,
        change: Callable[[Unit, Article], Article],
        *,
        photos: Sequence[PhotoId] = (),
        follow_figures: bool = True,
    ) -> Article:
        """Change a story as it stands now; a published one becomes an update."""

        def work() -> Article:
            with self._session.store.unit() as unit:
                story = unit.articles.get(article)
                wanted = change(unit, story)
                if follow_figures:
                    wanted = with_inline_photos(unit, wanted, story.body_markdown)
                if wanted != story and story.state is State.PUBLISHED:
                    story, _ = self._mover.move(unit, story, _AS_UPDATE)
                    wanted = as_edited(wanted, story)
                return self._keep(unit, wanted, why, before=story)

        saved = repeated(work)
        self._session.tell(articles=[saved.id], photos=photos)
        return saved

    def _merge_and_keep(self, article: Article, base: Article, why: str) -> tuple[Article, Article | None]:
        """Return the story as it was stored and as it is now, None where what both changed can't be merged."""
        with self._session.store.unit() as unit:
            stored = unit.articles.get(base.id)
            wanted: Article | None = as_edited(article, stored)
            if stored.revision != base.revision:
                wanted = merge_articles(base, article, stored)
            if wanted is None:
                return stored, None
            wanted = with_inline_photos(unit, wanted, stored.body_markdown)
            return stored, self._keep(unit, wanted, why, before=stored)

    def _keep(self, unit: Unit, wanted: Article, why: str, *, before: Article) -> Article:
        """Save a change of ``before``, which was read in the same unit."""
        if wanted == before:
            return before
        if before.state in CLOSED:
            raise StoryClosedError(article=before.id, state=before.state)
        actor, now = self._session.actor.id, self._session.now()
        return unit.articles.save(wanted, expected_revision=before.revision, actor=actor, now=now, why=why)
