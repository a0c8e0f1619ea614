"""From records to what a page shows: frozen views with credits, renditions and related stories."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from newsdesk.domain.article import Article
from newsdesk.domain.credit_patterns import render_credit
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import Photo
from newsdesk.domain.publication import Publication
from newsdesk.domain.summary import ArticleQuery, ArticleSummary
from newsdesk.domain.workflow import ON_THE_SITE
from newsdesk.export.page import Face, article_page, story_path
from newsdesk.export.views import PhotoView, StoryLink, StoryView
from newsdesk.services.renditions import Renditions
from newsdesk.services.settings import publication_from
from newsdesk.services.store import Unit

if TYPE_CHECKING:
    from newsdesk.domain.credit import Agency


class PageViews:
    """Builds views inside a unit of work that a service opened."""

    def __init__(self, renditions: Renditions) -> None:
        self._renditions = renditions

    def story(self, unit: Unit, article: Article) -> StoryView:
        """Return a story as its page shows it."""
        publication = publication_from(unit.settings.all())
        photos = self._photos(unit, article)
        lead = article.lead_photo
        return StoryView(
            article=article,
            lead=photos.get(lead.photo) if lead else None,
            photos=photos,
            related=self._related(unit, article, publication),
            path=story_path(article, publication.language),
        )

    def rendered(self, unit: Unit, article: Article) -> str:
        """Return the page that would leave, for the checks that read it."""
        return article_page(self.story(unit, article), publication_from(unit.settings.all()), face=Face.PUBLIC)

    def _photos(self, unit: Unit, article: Article) -> Mapping[PhotoId, PhotoView]:
        agencies = {agency.code: agency for agency in unit.settings.agencies()}
        photos = unit.photos.get_many([use.photo for use in article.photos])
        views = {}
        for use in article.photos:
            photo = photos.get(use.photo)
            if photo is not None:
                views[use.photo] = self._photo(photo, use.caption, use.alt, agencies)
        return views

    def _photo(self, photo: Photo, caption: str, alt: str, agencies: Mapping[str, "Agency"]) -> PhotoView:
        line = render_credit(photo.credit, agencies)
        return PhotoView(
            id=photo.id,
            caption=caption,
            credit_line=line,
            alt=alt or photo.alt_text or caption,
            creator=photo.credit.creator,
            agency=photo.credit.agency,
            copyright=photo.copyright,
            renditions=self._renditions.views(photo, line),
            label=photo.needs_label,
        )

    def _related(self, unit: Unit, article: Article, publication: Publication) -> tuple[StoryLink, ...]:
        """Pinned stories first, then the newest of the same section; banned ones never."""
        shut = {article.id, *article.related_banned}
        pinned = [row for row in unit.articles.summaries(article.related_pinned) if row.state in ON_THE_SITE]
        query = ArticleQuery(
            states=ON_THE_SITE, section=article.section, language=article.language, by_published=True
        )
        wanted = publication.related_count + len(shut) + len(pinned)
        near: Sequence[ArticleSummary] = unit.articles.page(query, None, wanted).rows
        chosen = {row.id: row for row in (*pinned, *near) if row.id not in shut}
        return tuple(link_to(row, publication.language) for row in list(chosen.values())[: publication.related_count])


def link_to(row: ArticleSummary, home: str) -> StoryLink:
    """Return the link that lists show for a story."""
    stub = Article(id=row.id, headline=row.headline, section=row.section, language=row.language)
    path = story_path(stub, home)
    return StoryLink(
        id=row.id, headline=row.headline, path=path, published_at=row.published_at, section=row.section
    )
