"""What stands against a story, live while it is written and again before it leaves."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from newsdesk.domain.article import Article
from newsdesk.domain.checks import Facts, check_article
from newsdesk.domain.credit_patterns import render_credit
from newsdesk.domain.findings import Finding, blocking
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.domain.summary import ArticleQuery
from newsdesk.domain.workflow import State
from newsdesk.services.inline_photos import as_saved, figures_in
from newsdesk.services.second_person import second_person_missing
from newsdesk.services.session import Session
from newsdesk.services.settings import publication_from
from newsdesk.services.store import Unit
from newsdesk.text.blocks import word_count
from newsdesk.text.markdown_reader import read_markdown

_AT_WORK = frozenset(set(State) - {State.SPIKED, State.ARCHIVED, State.KILLED, State.WITHDRAWN})


class CheckService:
    """Runs the checks on stored stories and on drafts that nobody saved yet."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def check(self, article: Article) -> tuple[Finding, ...]:
        """Return what stands against the story as it is given, blocks first."""
        with self._session.store.reading() as unit:
            return self.within(unit, as_saved(unit, article))

    def check_stored(self, article: ArticleId) -> tuple[Finding, ...]:
        """Return what stands against a stored story; raises NotFoundError."""
        with self._session.store.reading() as unit:
            return self.within(unit, unit.articles.get(article))

    def check_all(self) -> tuple[Finding, ...]:
        """Return what stands against every story that is neither spiked, killed, withdrawn nor archived."""
        findings: list[Finding] = []
        with self._session.store.reading() as unit:
            for article in _every(unit):
                findings.extend(self.within(unit, article))
        return tuple(findings)

    def within(self, unit: Unit, article: Article, *, at: datetime | None = None) -> tuple[Finding, ...]:
        """Return the same findings, read inside a unit of work that is open already; as they are now, or will be."""
        facts = self._facts(unit, article, at or self._session.now())
        second = facts.publication.second_person and second_person_missing(unit, article, self._session.actor.id)
        return check_article(article, replace(facts, released=_released(unit, article), second_person=second))

    def stops(self, unit: Unit, article: Article) -> tuple[Finding, ...]:
        """Return what keeps a text that was released, or is about to leave, from going out."""
        return blocking(check_article(article, self._facts(unit, article, self._session.now())))

    def _facts(self, unit: Unit, article: Article, now: datetime) -> Facts:
        agencies = {agency.code: agency for agency in unit.settings.agencies()}
        photos = unit.photos.get_many([use.photo for use in article.photos])
        lines: dict[PhotoId, str] = {id_: render_credit(photo.credit, agencies) for id_, photo in photos.items()}
        return Facts(
            photos=photos,
            credit_lines=lines,
            agencies=agencies,
            publication=publication_from(unit.settings.all()),
            has_body=word_count(read_markdown(article.body_markdown).blocks) > 0,
            now=now,
            figures=figures_in(article.body_markdown),
        )


def _released(unit: Unit, article: Article) -> Article | None:
    """Return what readers have of a story that is neither open for changes nor off the site."""
    release = unit.releases.latest(article.id) if article.state is State.PUBLISHED else None
    return release.article if release else None


def _every(unit: Unit) -> Iterable[Article]:
    page = unit.articles.page(ArticleQuery(states=_AT_WORK), None, 500)
    while True:
        for row in page.rows:
            yield unit.articles.get(row.id)
        if page.following is None:
            return
        page = unit.articles.page(ArticleQuery(states=_AT_WORK), page.following, 500)
