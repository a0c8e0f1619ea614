"""The preview: the exporter's own page for a story that may not be saved yet."""

from newsdesk.domain.article import Article
from newsdesk.export.page import Face, article_page
from newsdesk.export.site import asset
from newsdesk.services.inline_photos import as_saved
from newsdesk.services.page_views import PageViews
from newsdesk.services.renditions import Renditions
from newsdesk.services.session import Session
from newsdesk.services.settings import publication_from


class PreviewService:
    """Renders drafts as readers will see them, and serves what the page asks for."""

    def __init__(self, session: Session, views: PageViews, renditions: Renditions) -> None:
        self._session = session
        self._views = views
        self._renditions = renditions

    def page(self, article: Article) -> str:
        """Return the whole page of a draft; its addresses are relative to the preview's root."""
        with self._session.store.reading() as unit:
            publication = publication_from(unit.settings.all())
            story = self._views.story(unit, as_saved(unit, article))
            return article_page(story, publication, face=Face.PREVIEW, root="/")

    def resource(self, path: str) -> tuple[bytes, str] | None:
        """Return the bytes and the media type of a stylesheet or a picture of the page, or None."""
        name = path.rsplit("/", 1)[-1]
        found = asset(name)
        if found is not None:
            return found
        try:
            return self._renditions.read(name), "image/webp" if name.endswith(".webp") else "image/jpeg"
        except KeyError:
            return None
