"""What readers have of a story, which is not always what stands in its record."""

from newsdesk.domain.article import Article
from newsdesk.domain.workflow import ON_THE_SITE
from newsdesk.services.store import Unit


def released_text(unit: Unit, article: Article) -> Article:
    """Return a story as it was last released while readers see it, else as it stands."""
    if article.state not in ON_THE_SITE:
        return article
    release = unit.releases.latest(article.id)
    return release.article if release else article
