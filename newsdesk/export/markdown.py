"""A story as a Markdown file: the record as front matter, the body byte for byte."""

from typing import Any

import yaml

from newsdesk.domain.article import Article
from newsdesk.domain.publication import Publication
from newsdesk.export.files import plain_file
from newsdesk.export.moments import iso
from newsdesk.export.views import PhotoView, StoryView

_BREAK = "---\n"


def article_markdown(story: StoryView, publication: Publication) -> str:
    """Return the file: YAML front matter, one blank line, and the body as it is stored.

    Empty fields are left out. The pictures' files are named as they stand beside the file, under ``photos/``.
    """
    fields = {**_record(story.article, publication), **_photos(story)}
    extras = {name: value for name, value in story.article.extras if name not in fields}
    # Never folded: a headline of 110 letters is one line to whoever reads the file.
    front = yaml.safe_dump({**fields, **extras}, sort_keys=False, allow_unicode=True, width=10_000)
    return f"{_BREAK}{front}{_BREAK}\n{story.article.body_markdown}"


def _record(article: Article, publication: Publication) -> dict[str, Any]:
    zone = publication.time_zone
    fields = {
        "headline": article.headline,
        "standfirst": article.standfirst,
        "slugline": article.slugline,
        "section": article.section,
        "source": article.source,
        "byline": article.byline,
        "dateline": article.dateline,
        "language": article.language,
        "access": str(article.access),
        "state": str(article.state),
        "published_at": iso(article.published_at, zone) if article.published_at else "",
        "embargo_until": iso(article.embargo_until, zone) if article.embargo_until else "",
    }
    return {name: value for name, value in fields.items() if value}


def _photos(story: StoryView) -> dict[str, Any]:
    uses = []
    for use in story.article.photos:
        photo = story.photos.get(use.photo)
        if photo is not None:
            uses.append(_photo(photo, lead=use.lead))
    return {"photos": uses} if uses else {}


def _photo(photo: PhotoView, *, lead: bool) -> dict[str, Any]:
    file = plain_file(photo)
    fields = {
        "photo": int(photo.id),
        "file": f"photos/{file}" if file else "",
        "lead": lead,
        "caption": photo.caption,
        "credit": photo.credit_line,
        "alt": photo.alt,
    }
    return {name: value for name, value in fields.items() if value != ""}
