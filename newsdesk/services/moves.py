"""How a story moves: rights, words, checks on the record and on the rendered page, and the log."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from newsdesk.domain.article import Article, Correction, slugline_from
from newsdesk.domain.errors import InvalidValueError, PublicationBlockedError
from newsdesk.domain.findings import Finding, Severity
from newsdesk.domain.release import Release, ReleaseKind
from newsdesk.domain.workflow import Gate, Kind, Move, State, path_of_moves, require_right, require_words
from newsdesk.export.rendered_checks import check_rendered
from newsdesk.services.checks import CheckService
from newsdesk.services.page_views import PageViews
from newsdesk.services.session import Session
from newsdesk.services.settings import publication_from
from newsdesk.services.store import Unit

_SUBMIT_CODES = frozenset({"TX01", "TX02"})
_READY_IGNORES = frozenset({"EM01", "PG05"})
_RELEASE_OF = {State.HELD: ReleaseKind.HOLD, State.KILLED: ReleaseKind.KILL, State.WITHDRAWN: ReleaseKind.WITHDRAW}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Where a story shall go, and the words that come with it."""

    target: State
    kind: Kind | None = None
    words: dict[str, str] = field(default_factory=dict)
    waive: str = ""


class Mover:
    """Carries out moves inside a unit of work that a service opened."""

    def __init__(self, session: Session, checks: CheckService, views: PageViews) -> None:
        self._session = session
        self._checks = checks
        self._views = views

    def move(self, unit: Unit, article: Article, wish: Wish) -> tuple[Article, tuple[Finding, ...]]:
        """Return the moved story and the notices met; refuses with a NewsdeskError, then nothing has changed."""
        findings: tuple[Finding, ...] = ()
        for step in path_of_moves(article.state, wish.target, wish.kind):
            require_right(step, self._session.actor)
            require_words(step, wish.words)
            article = _drawn(article, step)
            found = self._found(unit, article, step)
            self._require_second_person(unit, article, step, wish)
            _require_clear(article, found)
            article = self._take(unit, article, step, wish)
            findings = found
        return article, findings

    def _found(self, unit: Unit, article: Article, step: Move) -> tuple[Finding, ...]:
        if step.gate is Gate.NONE:
            return ()
        found = self._checks.within(unit, article)
        if step.gate is Gate.SUBMIT:
            return tuple(finding for finding in found if finding.code in _SUBMIT_CODES)
        if step.gate is Gate.READY or step.target is State.SCHEDULED:
            return tuple(finding for finding in found if finding.code not in _READY_IGNORES)
        return (*found, *self._rendered(unit, article))

    def _rendered(self, unit: Unit, article: Article) -> Iterable[Finding]:
        """The gate reads the page that would leave, not the form."""
        return check_rendered(self._views.rendered(unit, article), self._views.story(unit, article))

    def _require_second_person(self, unit: Unit, article: Article, step: Move, wish: Wish) -> None:
        if step.gate is not Gate.PUBLISH or not publication_from(unit.settings.all()).second_person:
            return
        if article.updated_by != self._session.actor.id or wish.waive.strip():
            return
        raise PublicationBlockedError(
            article=article.id,
            findings="you edited it last, and this newsroom wants a second person to publish.",
            ways_out="Ask somebody else, or give a written reason (--waive).",
        )

    def _take(self, unit: Unit, article: Article, step: Move, wish: Wish) -> Article:
        now = self._session.now()
        moved = replace(article, state=step.target)
        if step.target is State.CORRECTING:
            moved = _reopened(moved, step, wish, now)
        if step.target is State.SCHEDULED:
            zone = ZoneInfo(publication_from(unit.settings.all()).time_zone)
            moved = replace(moved, scheduled_at=_moment(wish.words["at"], zone, now))
        if step.verb in ("publish", "republish"):
            moved = replace(moved, version=moved.version + 1, published_at=moved.published_at or now, reopened_as=None)
        why = f"{step.verb}: {wish.words['reason']}" if wish.words.get("reason") else step.verb
        if wish.waive.strip() and step.gate is Gate.PUBLISH:
            why = f"{why} (no second person: {wish.waive.strip()})"
        saved = unit.articles.save(
            moved, expected_revision=article.revision, actor=self._session.actor.id, now=now, why=why
        )
        self._log(unit, article, saved, step, wish, now)
        return saved

    def _log(self, unit: Unit, before: Article, saved: Article, step: Move, wish: Wish, now: datetime) -> None:
        kind = _RELEASE_OF.get(step.target)
        if step.verb == "publish":
            kind = ReleaseKind.NEW
        elif step.verb == "republish":
            kind = ReleaseKind(str(before.reopened_as or Kind.UPDATE))
        elif step.verb == "release":
            kind = ReleaseKind.UPDATE
        if kind is None:
            return
        unit.releases.append(
            Release(
                article_id=saved.id,
                version=saved.version,
                kind=kind,
                released_at=now,
                released_by=self._session.actor.id,
                reason=wish.words.get("reason", ""),
                article=saved,
            )
        )


def _drawn(article: Article, step: Move) -> Article:
    """A story is submitted with a slugline; one that nobody wrote is drawn from the headline."""
    if step.gate is Gate.SUBMIT and not article.slugline.strip():
        return replace(article, slugline=slugline_from(article.headline))
    return article


def _reopened(article: Article, step: Move, wish: Wish, now: datetime) -> Article:
    if step.kind is not Kind.CORRECTION:
        return replace(article, reopened_as=step.kind)
    words = wish.words
    note = Correction(
        wrong=words["wrong"], right=words["right"], where=words["where"], reason=words["reason"], noted_at=now
    )
    return replace(article, reopened_as=step.kind, corrections=(*article.corrections, note))


def _moment(text: str, zone: ZoneInfo, now: datetime) -> datetime:
    """Return the moment that a text names, in the newsroom's zone unless it names its own."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as problem:
        raise InvalidValueError(field="--at", value=text, allowed="a time such as 2026-11-21T16:34+01:00") from problem
    aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    if aware <= now:
        raise InvalidValueError(field="--at", value=text, allowed="a time in the future")
    return aware.astimezone(UTC)


def _require_clear(article: Article, findings: Iterable[Finding]) -> None:
    stops = [finding for finding in findings if finding.severity is Severity.BLOCKS]
    if stops:
        raise PublicationBlockedError(
            article=article.id,
            findings=" ".join(finding.sentence for finding in stops),
            ways_out=" ".join(dict.fromkeys(finding.way_out for finding in stops)),
        )
