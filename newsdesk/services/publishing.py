"""Publishing: the finished page, the site around it, and the briefing, written to a folder."""

from collections.abc import Callable, Iterable
from pathlib import Path

from newsdesk.domain.article import Article
from newsdesk.domain.briefing import Briefing, BriefingState
from newsdesk.domain.errors import InvalidValueError, PublicationBlockedError
from newsdesk.domain.findings import blocking
from newsdesk.domain.ids import ArticleId, BriefingId
from newsdesk.domain.publication import Publication
from newsdesk.domain.summary import ArticleQuery
from newsdesk.domain.workflow import ON_THE_SITE, State
from newsdesk.export.registry import ExportReport, article_formats, briefing_formats
from newsdesk.export.site import build_site
from newsdesk.export.views import BriefingItemView, BriefingView, SiteView, StoryView
from newsdesk.services.briefings import stories_of
from newsdesk.services.checks import CheckService
from newsdesk.services.moves import Mover, Wish
from newsdesk.services.page_views import PageViews
from newsdesk.services.renditions import Renditions
from newsdesk.services.session import Session
from newsdesk.services.settings import publication_from
from newsdesk.services.store import Unit

_PAGE = 500


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
            briefings = tuple(self._edition(unit, edition, publication) for edition in self._finished(unit))
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
            story = self._as_released(unit, unit.articles.get(article))
            self._require_clear(unit, story)
            publication = publication_from(unit.settings.all())
            view = self._views.story(unit, story)
        return write(view, publication, out, self._renditions.read)

    def export_briefing(self, briefing: BriefingId, format_name: str, out: Path) -> ExportReport:
        """Write one edition in one format, with its pictures beside it.

        Raises:
            InvalidValueError: if there is no such format.
            PublicationBlockedError: if anything stands against one of its stories.
        """
        write = briefing_formats().get(format_name)
        if write is None:
            raise InvalidValueError(field="--format", value=format_name, allowed=", ".join(briefing_formats()))
        with self._session.store.reading() as unit:
            edition = unit.briefings.get(briefing)
            for story in stories_of(unit, edition).values():
                self._require_clear(unit, story)
            view = self._edition(unit, edition, publication_from(unit.settings.all()))
        return write(view, out, self._renditions.read)

    def publish_due(self) -> tuple[ArticleId, ...]:
        """Publish the scheduled stories whose time has come; one that is blocked waits, and its checks say why."""
        published = []
        with self._session.store.reading() as unit:
            rows = unit.articles.page(ArticleQuery(states=frozenset({State.SCHEDULED})), None, _PAGE).rows
        for row in rows:
            if row.scheduled_at is None or row.scheduled_at > self._session.now():
                continue
            if self._publish_scheduled(row.id):
                published.append(row.id)
        self._session.tell(articles=published)
        return tuple(published)

    def _publish_scheduled(self, article: ArticleId) -> bool:
        try:
            with self._session.store.unit() as unit:
                self._mover.move(unit, unit.articles.get(article), Wish(target=State.PUBLISHED))
        except PublicationBlockedError:
            return False
        return True

    def _require_clear(self, unit: Unit, story: Article) -> None:
        stops = blocking(self._checks.within(unit, story))
        if stops:
            raise PublicationBlockedError(
                article=story.id,
                findings=" ".join(stop.sentence for stop in stops),
                ways_out=" ".join(dict.fromkeys(stop.way_out for stop in stops)),
            )

    def _as_released(self, unit: Unit, article: Article) -> Article:
        """Readers keep the text of the last release while a story is being corrected."""
        if article.state is not State.CORRECTING:
            return article
        release = unit.releases.latest(article.id)
        return release.article if release else article

    def _released(self, unit: Unit) -> Iterable[Article]:
        """Return the stories on the site, newest first, each as it was last released."""
        query = ArticleQuery(states=ON_THE_SITE, by_published=True)
        page = unit.articles.page(query, None, _PAGE)
        while True:
            ids = [row.id for row in page.rows]
            releases = unit.releases.latest_of(ids)
            for id_ in ids:
                released = releases.get(id_)
                article = released.article if released else unit.articles.get(id_)
                if not blocking(self._checks.within(unit, article)):
                    yield article
            if page.following is None:
                return
            page = unit.articles.page(query, page.following, _PAGE)

    def _finished(self, unit: Unit) -> Iterable[Briefing]:
        return [edition for edition in unit.briefings.all() if edition.state is BriefingState.FINISHED]

    def _edition(self, unit: Unit, edition: Briefing, publication: Publication) -> BriefingView:
        stories = stories_of(unit, edition)
        line = next(series for series in unit.briefings.series() if series.id == edition.series)
        items = []
        for item in edition.items:
            story: StoryView = self._views.story(unit, stories[item.article])
            current = unit.articles.get(item.article)
            items.append(
                BriefingItemView(
                    headline=item.headline or story.article.headline,
                    summary=item.summary or story.article.standfirst,
                    story=story,
                    read_on=story.path if current.state in ON_THE_SITE else "",
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
