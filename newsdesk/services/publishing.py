"""Publishing: the finished page, the site around it, and the briefing, written to a folder."""

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import islice
from pathlib import Path

from newsdesk.domain.article import Article
from newsdesk.domain.briefing import Briefing, BriefingState
from newsdesk.domain.errors import InvalidValueError, PublicationBlockedError
from newsdesk.domain.findings import require_clear
from newsdesk.domain.ids import ArticleId, BriefingId
from newsdesk.domain.publication import Publication
from newsdesk.domain.summary import ArticleQuery, ArticleSummary
from newsdesk.domain.workflow import ON_THE_SITE, TAKEN_BACK, State
from newsdesk.export.page import story_path
from newsdesk.export.registry import ExportReport, article_formats, briefing_formats
from newsdesk.export.site import build_site
from newsdesk.export.views import BriefingItemView, BriefingView, SiteView, StoryView
from newsdesk.services.briefings import stories_of
from newsdesk.services.checks import CheckService
from newsdesk.services.moves import Mover, Wish
from newsdesk.services.page_views import PageViews
from newsdesk.services.releases import released_text
from newsdesk.services.renditions import Renditions
from newsdesk.services.session import Session
from newsdesk.services.settings import publication_from
from newsdesk.services.store import Unit

_PAGE = 500
_SCHEDULED = ArticleQuery(states=frozenset({State.SCHEDULED}))


class PublishingService:
    """The wishes of those who let stories out."""

    def __init__(
        self, session: Session, checks: CheckService, views: PageViews, renditions: Renditions, mover: Mover
    ) -> None:
        self._session = session
        self._checks = checks
        self._views = views
        self._renditions = renditions
        self._mover = mover

    def export_site(
        self,
        out: Path,
        progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> ExportReport:
        """Build the site of everything that readers may see and switch to it at once."""
        with self._session.store.reading() as unit:
            publication = publication_from(unit.settings.all())
            stories = tuple(self._views.story(unit, article) for article in self._released(unit))
            editions = (self._edition(unit, edition, publication) for edition in self._finished(unit))
            briefings = tuple(edition for edition in editions if edition.items)
        site = SiteView(publication=publication, stories=stories, briefings=briefings, built_at=self._session.now())
        return build_site(site, out, self._renditions.read, progress=progress, cancelled=cancelled)

    def export_article(self, article: ArticleId, format_name: str, out: Path) -> ExportReport:
        """Write one story in one format, with its pictures beside it.

        Raises:
            InvalidValueError: if there is no such format.
            PublicationBlockedError: if anything stands against the story.
        """
        write = article_formats().get(format_name)
        if write is None:
            raise InvalidValueError(field="--format", value=format_name, allowed=", ".join(article_formats()))
        with self._session.store.reading() as unit:
            story = released_text(unit, unit.articles.get(article))
            self._require_fit(unit, story, story.state)
            publication = publication_from(unit.settings.all())
            view = self._views.story(unit, story)
        return write(view, publication, out, self._renditions.read)

    def export_briefing(self, briefing: BriefingId, format_name: str, out: Path) -> ExportReport:
        """Write one edition in one format, with its pictures beside it.

        Raises:
            InvalidValueError: if there is no such format.
            PublicationBlockedError: if anything stands against one of its stories, or none is left.
        """
        write = briefing_formats().get(format_name)
        if write is None:
            raise InvalidValueError(field="--format", value=format_name, allowed=", ".join(briefing_formats()))
        with self._session.store.reading() as unit:
            edition = unit.briefings.get(briefing)
            for story, state in stories_of(unit, edition).values():
                if state not in TAKEN_BACK or edition.state is BriefingState.OPEN:
                    self._require_fit(unit, story, state)
            view = self._edition(unit, edition, publication_from(unit.settings.all()))
        if not view.items:
            raise PublicationBlockedError(
                subject="The edition", findings="None of its stories may go out.", ways_out="Assemble another one."
            )
        return write(view, out, self._renditions.read)

    def publish_due(self) -> tuple[ArticleId, ...]:
        """Publish the scheduled stories whose time has come; one that is blocked waits, and its checks say why."""
        now = self._session.now()
        with self._session.store.reading() as unit:
            due = [row.id for row in self._rows(unit, _SCHEDULED) if row.scheduled_at and row.scheduled_at <= now]
        published = [article for article in due if self._publish_scheduled(article, now)]
        if published:
            self._session.tell(articles=published)
        return tuple(published)

    def _publish_scheduled(self, article: ArticleId, now: datetime) -> bool:
        try:
            with self._session.store.unit() as unit:
                story = unit.articles.get(article)
                # Somebody may have taken it out of the schedule, or put it off, while others were published.
                if story.state is not State.SCHEDULED or story.scheduled_at is None or story.scheduled_at > now:
                    return False
                self._mover.move(unit, story, Wish(target=State.PUBLISHED, due=True))
        except PublicationBlockedError:
            return False
        return True

    def _require_fit(self, unit: Unit, story: Article, state: State) -> None:
        if state in TAKEN_BACK:
            raise PublicationBlockedError(
                subject=f"Story {story.id}", findings=f"It is {state}.", ways_out="Export another one."
            )
        require_clear(f"Story {story.id}", (*self._checks.stops(unit, story), *self._mover.rendered(unit, story)))

    def _rows(self, unit: Unit, query: ArticleQuery) -> Iterable[ArticleSummary]:
        page = unit.articles.page(query, None, _PAGE)
        yield from page.rows
        while page.following is not None:
            page = unit.articles.page(query, page.following, _PAGE)
            yield from page.rows

    def _released(self, unit: Unit) -> Iterable[Article]:
        """Return the stories on the site, newest first, each as it was last released."""
        rows = iter(self._rows(unit, ArticleQuery(states=ON_THE_SITE, by_published=True)))
        while ids := [row.id for row in islice(rows, _PAGE)]:
            releases = unit.releases.latest_of(ids)
            for id_ in ids:
                released = releases.get(id_)
                article = released.article if released else unit.articles.get(id_)
                if not self._checks.stops(unit, article):
                    yield article

    def _finished(self, unit: Unit) -> Iterable[Briefing]:
        return [edition for edition in unit.briefings.all() if edition.state is BriefingState.FINISHED]

    def _edition(self, unit: Unit, edition: Briefing, publication: Publication) -> BriefingView:
        line = next(series for series in unit.briefings.series() if series.id == edition.series)
        stories = stories_of(unit, edition)
        items = []
        for item in edition.items:
            article, state = stories[item.article]
            if state in TAKEN_BACK or self._checks.stops(unit, article):
                # What was stopped since the edition was finished is left out of every copy made from now on.
                continue
            story: StoryView = self._views.story(unit, article)
            items.append(
                BriefingItemView(
                    headline=item.headline or story.article.headline,
                    summary=item.summary or story.article.standfirst,
                    story=story,
                    read_on=self._path_now(unit, article, publication) if state in ON_THE_SITE else "",
                )
            )
        return BriefingView(
            series=line.name,
            series_slug=line.slug,
            number=edition.number,
            date=edition.date,
            language=line.language,
            editors_note=edition.editors_note,
            items=tuple(items),
            publication=publication,
        )

    @staticmethod
    def _path_now(unit: Unit, article: Article, publication: Publication) -> str:
        """Return where the story stands now; its headline and section may have changed since."""
        return story_path(released_text(unit, unit.articles.get(article.id)), publication.language)
