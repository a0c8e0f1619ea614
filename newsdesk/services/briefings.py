"""Briefings: assembling an edition and finishing it."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.domain.article import Article
from newsdesk.domain.briefing import Briefing, BriefingItem, BriefingState, Series
from newsdesk.domain.errors import InvalidValueError, PublicationBlockedError
from newsdesk.domain.findings import Finding, Severity
from newsdesk.domain.ids import ArticleId, BriefingId, SeriesId
from newsdesk.domain.workflow import State
from newsdesk.services.checks import CheckService
from newsdesk.services.session import Session
from newsdesk.services.store import Unit

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
        if len(set(articles)) != len(articles):
            raise InvalidValueError(field="the running order", value="A story that stands twice", allowed="each once")
        with self._session.store.unit() as unit:
            line = unit.briefings.series_named(series) or unit.briefings.add_series(_new_series(series))
            items = tuple(
                BriefingItem(article=article, article_revision=unit.articles.get(article).revision)
                for article in articles
            )
            number = unit.briefings.next_number(line.id)
            edition = Briefing(series=line.id, number=number, date=day, items=items, editors_note=note)
            made = unit.briefings.add(edition, actor=self._session.actor.id, now=self._session.now())
        self._session.tell(briefings=[made.id])
        return made

    def save(self, briefing: Briefing) -> Briefing:
        """Keep a change of an open edition.

        Raises:
            InvalidValueError: if it is finished: it can't change any more.
            RevisionClashError: if somebody saved first.
        """
        with self._session.store.unit() as unit:
            _require_open(unit.briefings.get(briefing.id))
            actor, now = self._session.actor.id, self._session.now()
            saved = unit.briefings.save(briefing, expected_revision=briefing.revision, actor=actor, now=now)
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
            stops = [found for found in self._found(unit, edition) if found.severity is Severity.BLOCKS]
            if stops:
                raise PublicationBlockedError(
                    article=", ".join(sorted({str(found.article) for found in stops if found.article})) or "none",
                    findings=" ".join(found.sentence for found in stops),
                    ways_out=" ".join(dict.fromkeys(found.way_out for found in stops)),
                )
            stories = [unit.articles.get(item.article) for item in edition.items]
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
        findings = list(self._checks.within(unit, story))
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


def stories_of(unit: Unit, edition: Briefing) -> dict[ArticleId, Article]:
    """Return an edition's stories: at the revision that finishing fixed, or as they stand while it is open."""
    if edition.state is BriefingState.FINISHED:
        return {item.article: unit.articles.at_revision(item.article, item.article_revision) for item in edition.items}
    return {item.article: unit.articles.get(item.article) for item in edition.items}


def _require_open(edition: Briefing) -> None:
    if edition.state is BriefingState.FINISHED:
        raise InvalidValueError(
            field="a finished edition", value="A change", allowed="none; open the next edition instead"
        )


def _new_series(name: str) -> Series:
    words = " ".join(name.split())
    slug = re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")
    if not words or not slug:
        value = name or "An empty text"
        raise InvalidValueError(field="the series", value=value, allowed="a name such as Morning Briefing")
    return Series(id=SeriesId(0), name=words, slug=slug)
