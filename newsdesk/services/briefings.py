"""Briefings: assembling an edition and finishing it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, count

from newsdesk.domain.article import Article
from newsdesk.domain.briefing import Briefing, BriefingItem, BriefingState, Series
from newsdesk.domain.errors import InvalidValueError
from newsdesk.domain.findings import Finding, Severity, require_clear
from newsdesk.domain.ids import ArticleId, BriefingId, SeriesId
from newsdesk.domain.workflow import State
from newsdesk.services.checks import CheckService
from newsdesk.services.releases import released_text
from newsdesk.services.session import Session
from newsdesk.services.settings import publication_from
from newsdesk.services.store import Unit
from newsdesk.text.typography import slug

_FIT_TO_PRINT = frozenset({State.READY, State.PUBLISHED, State.CORRECTING})


class BriefingService:
    """The wishes of the duty editor for the edition."""

    def __init__(self, session: Session, checks: CheckService) -> None:
        self._session = session
        self._checks = checks

    def series(self) -> Sequence[Series]:
        """Return every series."""
        with self._session.store.reading() as unit:
            return unit.briefings.series()

    def get(self, briefing: BriefingId) -> Briefing:
        """Return an edition; raises NotFoundError."""
        with self._session.store.reading() as unit:
            return unit.briefings.get(briefing)

    def all(self) -> Sequence[Briefing]:
        """Return every edition, newest first."""
        with self._session.store.reading() as unit:
            return unit.briefings.all()

    def new(self, series: str, day: dt.date, articles: Sequence[ArticleId], *, note: str = "") -> Briefing:
        """Open an edition of a series, made now if its name is new, with stories in their running order.

        Raises:
            NotFoundError: if there is no such story.
            InvalidValueError: if the series has no name or a story stands twice.
        """
        _require_each_once(articles)
        with self._session.store.unit() as unit:
            stories = [unit.articles.get(article) for article in articles]
            items = tuple(BriefingItem(article=story.id, article_revision=story.revision) for story in stories)
            language = stories[0].language if stories else publication_from(unit.settings.all()).language
            line = _series(unit, series, language)
            number = unit.briefings.next_number(line.id)
            edition = Briefing(series=line.id, number=number, date=day, items=items, editors_note=note)
            made = unit.briefings.add(edition, actor=self._session.actor.id, now=self._session.now())
        self._session.tell(briefings=[made.id])
        return made

    def save(self, briefing: Briefing) -> Briefing:
        """Keep a change of an open edition.

        Raises:
            InvalidValueError: if it is finished (it can't change any more), or a story stands twice.
            RevisionClashError: if somebody saved first.
        """
        with self._session.store.unit() as unit:
            stored = unit.briefings.get(briefing.id)
            _require_open(stored)
            _require_each_once([item.article for item in briefing.items])
            # Only finishing finishes: series, number and state are not the running order's to change.
            wanted = replace(
                briefing,
                series=stored.series,
                number=stored.number,
                state=stored.state,
                finished_at=stored.finished_at,
                finished_by=stored.finished_by,
            )
            actor, now = self._session.actor.id, self._session.now()
            saved = unit.briefings.save(wanted, expected_revision=briefing.revision, actor=actor, now=now)
        self._session.tell(briefings=[saved.id])
        return saved

    def check(self, briefing: BriefingId) -> tuple[Finding, ...]:
        """Return what stands against an edition and its stories."""
        with self._session.store.reading() as unit:
            return self._found(unit, unit.briefings.get(briefing))

    def finish(self, briefing: BriefingId) -> Briefing:
        """Check an edition, approve it, and fix its number and its stories' text for good.

        Raises:
            PublicationBlockedError: if anything stands against it; it stays open then.
        """
        with self._session.store.unit() as unit:
            edition = unit.briefings.get(briefing)
            _require_open(edition)
            require_clear("The edition", self._found(unit, edition))
            # Of a story that is open for changes the edition takes what readers have, never the half-done text.
            stories = [released_text(unit, unit.articles.get(item.article)) for item in edition.items]
            pinned = tuple(
                replace(item, article_revision=story.revision)
                for item, story in zip(edition.items, stories, strict=True)
            )
            now = self._session.now()
            finished = replace(
                edition,
                state=BriefingState.FINISHED,
                items=pinned,
                number=unit.briefings.next_number(edition.series),
                finished_at=now,
                finished_by=self._session.actor.id,
            )
            saved = unit.briefings.save(
                finished, expected_revision=edition.revision, actor=self._session.actor.id, now=now
            )
        self._session.tell(briefings=[saved.id])
        return saved

    def _found(self, unit: Unit, edition: Briefing) -> tuple[Finding, ...]:
        if not edition.items:
            empty = Finding(
                code="BR01", severity=Severity.BLOCKS, sentence="The edition has no story.", way_out="Add one."
            )
            return (empty,)
        findings: list[Finding] = []
        for item in edition.items:
            story = unit.articles.get(item.article)
            findings.extend(self._story_findings(unit, story))
        return tuple(findings)

    def _story_findings(self, unit: Unit, story: Article) -> list[Finding]:
        findings = list(self._checks.within(unit, released_text(unit, story)))
        if story.state not in _FIT_TO_PRINT:
            findings.append(
                Finding(
                    code="BR02",
                    severity=Severity.BLOCKS,
                    article=story.id,
                    sentence=f"Story {story.id} is {story.state}, neither ready nor published.",
                    way_out="Mark it ready, or take it out.",
                )
            )
        return findings


def stories_of(unit: Unit, edition: Briefing) -> dict[ArticleId, tuple[Article, State]]:
    """Return an edition's stories with the state that each is in now.

    Their text is that which finishing fixed; while the edition is open, what would be fixed now.
    """
    found = {}
    for item in edition.items:
        current = unit.articles.get(item.article)
        text = released_text(unit, current)
        if edition.state is BriefingState.FINISHED:
            text = unit.articles.at_revision(item.article, item.article_revision)
        found[item.article] = (text, current.state)
    return found


def _require_open(edition: Briefing) -> None:
    if edition.state is BriefingState.FINISHED:
        raise InvalidValueError(
            field="a finished edition", value="A change", allowed="none; open the next edition instead"
        )


def _require_each_once(articles: Sequence[ArticleId]) -> None:
    if len(set(articles)) != len(articles):
        raise InvalidValueError(field="the running order", value="A story that stands twice", allowed="each once")


def _series(unit: Unit, name: str, language: str) -> Series:
    """Return the series of that name, a new one where there is none; no two have the same address."""
    words = " ".join(name.split())
    address = slug(words, fallback="")
    known = unit.briefings.series_named(words) if words else None
    if known is not None:
        return known
    if not address:
        value = words or "An empty text"
        raise InvalidValueError(field="the series", value=value, allowed="a name such as Morning Briefing")
    taken = {series.slug for series in unit.briefings.series()}
    options = chain([address], (f"{address}-{number}" for number in count(2)))
    free = next(option for option in options if option not in taken)
    return unit.briefings.add_series(Series(id=SeriesId(0), name=words, slug=free, language=language))
