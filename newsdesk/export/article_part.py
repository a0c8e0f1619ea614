"""The main part of a story's page, from headline to corrections, ready to print."""

from newsdesk.domain.article import Article
from newsdesk.domain.publication import Publication
from newsdesk.export.body_html import body_html
from newsdesk.export.faces import Face, Shown
from newsdesk.export.figures import photo_part
from newsdesk.export.labels import labels_in
from newsdesk.export.page_parts import ArticlePart, CorrectionPart, GatePart, Link, StoryRow, moment_of
from newsdesk.export.paths import Links, latest_fragment, latest_path
from newsdesk.export.structured_data import correction_text, crumbs_of
from newsdesk.export.views import StoryView
from newsdesk.export.wording import one_line


def article_part(story: StoryView, publication: Publication, visible: Shown, links: Links, face: Face) -> ArticlePart:
    """Return what ``<main>`` shows of a story on one of its faces."""
    article = story.article
    language = article.language
    lead = story.lead
    return ArticlePart(
        labels=labels_in(language),
        headline=one_line(article.headline),
        standfirst=one_line(article.standfirst),
        source=one_line(article.source),
        byline=one_line(article.byline),
        # The dateline opens the text: it stays away where no text is shown.
        dateline=one_line(article.dateline) if visible.blocks else "",
        crumbs=tuple(Link(name=name, href=links.to(path)) for name, path in crumbs_of(article, publication)),
        moment=moment_of(article.published_at, publication),
        lead=photo_part(lead, publication, links, language) if lead else None,
        body=body_html(visible.blocks, story, publication, links, numbered=face is Face.PREVIEW),
        body_behind_gate=face is Face.MEMBERS and visible.gated,
        gate=_gate(article, publication, links, story.path) if visible.gate else None,
        gated=visible.gated,
        related=_related(story, publication, links),
        latest_href=links.to(latest_path(language, publication.language)),
        latest_fragment=f"{links.root}{latest_fragment(language)}",
        corrections=_corrections(article, publication, visible),
    )


def _gate(article: Article, publication: Publication, links: Links, path: str) -> GatePart:
    words = publication.gate(article.language)
    return GatePart(
        offer_lead=words.offer_lead,
        offer=words.offer,
        offer_href=links.gate(publication.subscription_path, path),
        alternative=words.alternative,
        register=words.register,
        register_href=links.gate(publication.register_path, path),
        promise=words.promise.replace("{number}", str(publication.free_articles)),
        account=words.account,
        log_in=words.log_in,
        log_in_href=links.gate(publication.login_path, path),
    )


def _related(story: StoryView, publication: Publication, links: Links) -> tuple[StoryRow, ...]:
    return tuple(
        StoryRow(
            headline=one_line(link.headline),
            href=links.to(link.path),
            moment=moment_of(link.published_at, publication),
        )
        for link in story.related[: publication.related_count]
    )


def _corrections(article: Article, publication: Publication, visible: Shown) -> tuple[CorrectionPart, ...]:
    """Notices quote the text: where a part of it stays behind the gate, they only say that there was one."""
    notices = []
    for note in article.corrections:
        moment = moment_of(note.noted_at, publication)
        text = correction_text(note, article.language) if visible.whole else labels_in(article.language).corrected
        if moment is not None:
            notices.append(CorrectionPart(moment=moment, text=text))
    return tuple(notices)
