"""A story's page: from headline to gate in the order in which readers know it."""

from dataclasses import replace

from markupsafe import Markup

from newsdesk.domain.publication import Publication
from newsdesk.export.article_part import article_part
from newsdesk.export.faces import Face, Shown, description, shown
from newsdesk.export.heads import head_of, latest_link
from newsdesk.export.moments import iso
from newsdesk.export.page_parts import Card, Head, Link
from newsdesk.export.paths import Links, feed_path, language_path, links_from, story_path
from newsdesk.export.structured_data import article_data, crumbs_of, modified_at
from newsdesk.export.templates import asset_name, rendered
from newsdesk.export.views import StoryView
from newsdesk.export.wording import caption_line, one_line

__all__ = ["Face", "article_main", "article_page", "page_with", "story_path"]


def article_page(
    story: StoryView, publication: Publication, *, face: Face = Face.PUBLIC, root: str | None = None
) -> str:
    """Return the whole HTML document of a story.

    ``root`` leads to the site's root, to pictures and stylesheet: by default relatively from the
    story's path, ``/`` for the window's preview.
    """
    return page_with(story, publication, _links(story, publication, root), face)


def article_main(
    story: StoryView, publication: Publication, *, face: Face = Face.PUBLIC, root: str | None = None
) -> str:
    """Return the ``<main>`` of a story's page alone."""
    visible = shown(story.article, publication, face)
    part = article_part(story, publication, visible, _links(story, publication, root), face)
    return rendered("article_main.html.jinja", page=part)


def page_with(story: StoryView, publication: Publication, links: Links, face: Face) -> str:
    """Return the whole HTML document of a story with links of the caller's."""
    visible = shown(story.article, publication, face)
    head = _head(story, publication, visible, links)
    if face is Face.PREVIEW:
        # The preview runs no script of a page's, and nothing answers for the list that the loader asks for.
        head = replace(head, script="")
    return rendered("article.html.jinja", head=head, page=article_part(story, publication, visible, links, face))


def _links(story: StoryView, publication: Publication, root: str | None) -> Links:
    links = links_from(story.path, publication)
    return links if root is None else replace(links, root=root, assets=root)


def _head(story: StoryView, publication: Publication, visible: Shown, links: Links) -> Head:
    article = story.article
    crumbs = crumbs_of(article, publication)
    front = crumbs[-1][1] if crumbs else language_path(article.language, publication.language)
    sections = tuple(Link(name=name, href=links.to(path)) for name, path in crumbs[:1])
    navigation = (*sections, latest_link(article.language, publication, links))
    head = head_of(
        one_line(article.headline), article.language, publication, links, path=story.path, navigation=navigation
    )
    return replace(
        head,
        description=description(article, publication),
        alternates=tuple((language, links.absolute(path)) for language, path in story.alternates),
        feed=links.to(feed_path(front)),
        card=_card(story, publication, links),
        script=links.asset(asset_name(".js")),
        data=Markup(article_data(story, publication, visible, links)),
    )


def _card(story: StoryView, publication: Publication, links: Links) -> Card:
    article, zone = story.article, publication.time_zone
    card = Card(
        kind="article",
        title=one_line(article.headline),
        published=iso(article.published_at, zone) if article.published_at else "",
        modified=modified_at(article, zone),
    )
    if story.lead is None or not story.lead.renditions:
        return card
    sizes = story.lead.of_type("image/jpeg") or story.lead.renditions
    widest = max(sizes, key=lambda size: size.width)
    return replace(
        card,
        image=links.absolute(f"photos/{widest.file_name}"),
        image_width=widest.width,
        image_height=widest.height,
        image_alt=one_line(story.lead.alt) or caption_line(story.lead, publication),
    )
