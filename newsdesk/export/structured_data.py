"""What search engines read: one block of JSON-LD (schema.org) a page."""

import json
from typing import Any

from newsdesk.domain.article import Article, Correction, Section
from newsdesk.domain.publication import Publication
from newsdesk.export.faces import Shown, description
from newsdesk.export.labels import labels_in
from newsdesk.export.moments import iso
from newsdesk.export.paths import Links, section_path
from newsdesk.export.views import PhotoView, StoryView
from newsdesk.export.wording import caption_line, one_line

# Inside a script element only "</" and "<!--" end or bend the text, but nobody has to know that.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})

Json = dict[str, Any]


def article_data(story: StoryView, publication: Publication, shown: Shown, links: Links) -> str:
    """Return the JSON of a story's page: NewsArticle and BreadcrumbList, never the body's text.

    A gated story says ``isAccessibleForFree: false`` and names the class of the part behind the
    gate (Google Search Central, "Subscription and paywalled content").
    """
    return script_text({"@context": "https://schema.org", "@graph": _graph(story, publication, shown, links)})


def script_text(data: Json) -> str:
    """Return JSON that can stand in a script element: nothing in it can end the element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _graph(story: StoryView, publication: Publication, shown: Shown, links: Links) -> list[Json]:
    graph = [_news_article(story, publication, shown, links)]
    crumbs = crumbs_of(story.article, publication)
    if crumbs:
        graph.append(_breadcrumbs(crumbs, links))
    return graph


def crumbs_of(article: Article, publication: Publication) -> tuple[tuple[str, str], ...]:
    """Return name and path of each level of a story's section, the outer one first."""
    names = Section.parse(article.section).names
    return tuple(
        (one_line(name), section_path(" / ".join(names[: place + 1]), article.language, publication.language))
        for place, name in enumerate(names)
    )


def modified_at(article: Article, zone: str) -> str:
    """Return when readers last got another text (ISO 8601); an untouched story was last changed when it appeared."""
    moments = [article.published_at, *(note.noted_at for note in article.corrections)]
    if article.version > 1:
        moments.append(article.updated_at)
    known = [moment for moment in moments if moment is not None]
    return iso(max(known), zone) if known else ""


def _news_article(story: StoryView, publication: Publication, shown: Shown, links: Links) -> Json:
    article = story.article
    address = links.absolute(story.path)
    data: Json = {
        "@type": "NewsArticle",
        "@id": address,
        "headline": one_line(article.headline),
        "inLanguage": article.language,
        "isAccessibleForFree": not shown.gated,
        "mainEntityOfPage": {"@type": "WebPage", "@id": address},
        "author": _author(article, publication),
        "publisher": _publisher(publication),
    }
    if article.published_at is not None:
        data["datePublished"] = iso(article.published_at, publication.time_zone)
        data["dateModified"] = modified_at(article, publication.time_zone)
    if article.section.strip():
        data["articleSection"] = one_line(article.section)
    if words := description(article, publication):
        data["description"] = words
    if story.lead is not None and story.lead.renditions:
        data["image"] = [_image(story.lead, publication, links)]
    if shown.gated:
        data["hasPart"] = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".paywall"}
    if article.corrections and shown.whole:
        data["correction"] = [_correction(note, article.language, publication) for note in article.corrections]
    return data


def _author(article: Article, publication: Publication) -> Json:
    if article.byline.strip():
        return {"@type": "Person", "name": one_line(article.byline)}
    return {"@type": "Organization", "name": one_line(article.source) or publication.name}


def _publisher(publication: Publication) -> Json:
    return {"@type": "NewsMediaOrganization", "name": publication.name, "url": f"{publication.site_address}/"}


def _image(photo: PhotoView, publication: Publication, links: Links) -> Json:
    widest = max(photo.of_type("image/jpeg") or photo.renditions, key=lambda rendition: rendition.width)
    data: Json = {
        "@type": "ImageObject",
        "contentUrl": links.absolute(f"photos/{widest.file_name}"),
        "url": links.absolute(f"photos/{widest.file_name}"),
        "width": widest.width,
        "height": widest.height,
        "caption": caption_line(photo, publication),
        "creditText": photo.credit_line,
    }
    if photo.creator:
        data["creator"] = {"@type": "Person", "name": photo.creator}
    elif photo.agency:
        data["creator"] = {"@type": "Organization", "name": photo.agency}
    notice = photo.copyright or (f"© {photo.agency}" if photo.agency else "")
    if notice:
        data["copyrightNotice"] = notice
    return {name: value for name, value in data.items() if value != ""}


def _breadcrumbs(crumbs: tuple[tuple[str, str], ...], links: Links) -> Json:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": links.absolute(path)}
            for place, (name, path) in enumerate(crumbs, start=1)
        ],
    }


def _correction(note: Correction, language: str, publication: Publication) -> Json:
    return {
        "@type": "CorrectionComment",
        "text": correction_text(note, language),
        "datePublished": iso(note.noted_at, publication.time_zone),
    }


def correction_text(note: Correction, language: str) -> str:
    """Return the notice that stands at the foot of a corrected story, without its date."""
    words = {name: one_line(getattr(note, name)) for name in ("where", "wrong", "right", "reason")}
    return one_line(labels_in(language).correction.format_map(words))
