"""What stands around the main part of every page."""

from newsdesk.domain.publication import Publication
from newsdesk.export.labels import labels_in
from newsdesk.export.page_parts import Head, Link
from newsdesk.export.paths import Links, language_path, latest_path
from newsdesk.export.templates import asset_name
from newsdesk.export.wording import page_title


def head_of(
    title: str,
    language: str,
    publication: Publication,
    links: Links,
    *,
    path: str | None = None,
    navigation: tuple[Link, ...] = (),
) -> Head:
    """Return the head of the page that stands at ``path``; without a path it has no address of its own."""
    return Head(
        language=language,
        title=page_title(title, publication) if title else publication.name,
        site=publication.name,
        home=links.to(language_path(language, publication.language)),
        labels=labels_in(language),
        stylesheet=links.asset(asset_name(".css")),
        address="" if path is None else links.absolute(path),
        navigation=navigation,
    )


def latest_link(language: str, publication: Publication, links: Links, *, current: bool = False) -> Link:
    """Return the link to the newest stories of a language."""
    href = links.to(latest_path(language, publication.language))
    return Link(name=labels_in(language).latest, href=href, current=current)
