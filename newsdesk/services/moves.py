"""How a story moves: rights, words, checks on the record and on the rendered page, and the log."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from newsdesk.domain.article import Article, Correction, slugline_from
from newsdesk.domain.checks import readers_see
from newsdesk.domain.errors import InvalidValueError, PublicationBlockedError
from newsdesk.domain.findings import Finding, Severity, require_clear
from newsdesk.domain.people import Role
from newsdesk.domain.publication import Publication
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
    """Where a story shall go, and the words that come with it; ``due`` says that its hour has come by itself."""

    target: State
    kind: Kind | None = None
    words: dict[str, str] = field(default_factory=dict)
    waive: str = ""
    due: bool = False


class Mover:
    """Carries out moves inside a unit of work that a service opened."""

    def __init__(self, session: Session, checks: CheckService, views: PageViews) -> None:
        self._session = session
        self._checks = checks
        self._views = views

    def move(self, unit: Unit, article: Article, wish: Wish) -> tuple[Article, tuple[Finding, ...]]:
        """Return the moved story and the notices met; refuses with a NewsdeskError, then nothing has changed."""
        findings: tuple[Finding, ...] = ()
        publication = publication_from(unit.settings.all())
        actor = self._session.actor
        if wish.due:
            actor = replace(actor, roles=actor.roles | {Role.SYSTEM})
        for step in path_of_moves(article.state, wish.target, wish.kind):
            require_right(step, actor)
            require_words(step, wish.words)
            at = self._session.now()
            if step.target is State.SCHEDULED:
                at = moment_of(wish.words["at"], ZoneInfo(publication.time_zone), at)
            article = _drawn(article, step)
            findings = self._found(unit, article, step, at)
            require_clear(f"Story {article.id}", findings)
            _require_second_person(article, step, findings, wish, publication)
            article = self._take(unit, article, step, wish, at)
        return article, findings

    def _found(self, unit: Unit, article: Article, step: Move, at: datetime) -> tuple[Finding, ...]:
        """Return what stands against a step at the moment when it takes effect."""
        if step.gate is Gate.NONE:
            return ()
        found = self._checks.within(unit, article, at=at)
        if step.gate is Gate.SUBMIT:
            return tuple(finding for finding in found if finding.code in _SUBMIT_CODES)
        if step.gate is Gate.READY:
            return tuple(finding for finding in found if finding.code not in _READY_IGNORES)
        known = {(finding.code, finding.photo) for finding in found}
        return (*found, *(extra for extra in self.rendered(unit, article) if (extra.code, extra.photo) not in known))

    def rendered(self, unit: Unit, article: Article) -> tuple[Finding, ...]:
        """Return what stands against the page that would leave; the gate reads it, not the form."""
        return check_rendered(self._views.rendered(unit, article), self._views.story(unit, article))

    def _is_new_text(self, unit: Unit, article: Article, step: Move) -> bool:
        """A hold that is lifted gives readers the same text back, unless it was changed meanwhile."""
        if step.verb != "release" or not article.version or article.reopened_as is not None:
            return True
        held = unit.releases.latest(article.id)
        return held is None or readers_see(held.article) != readers_see(article)

    def _take(self, unit: Unit, article: Article, step: Move, wish: Wish, at: datetime) -> Article:
        now = self._session.now()
        moved = replace(article, state=step.target, scheduled_at=at if step.target is State.SCHEDULED else None)
        if step.target is State.CORRECTING:
            moved = _reopened(moved, step, wish, now)
        if step.target is State.PUBLISHED and self._is_new_text(unit, article, step):
            moved = replace(moved, version=moved.version + 1, published_at=moved.published_at or now, reopened_as=None)
        reason = wish.words.get("reason", "").strip()
        why = f"{step.verb}: {reason}" if reason else step.verb
        if wish.waive.strip() and step.gate is Gate.PUBLISH:
            why = f"{why} (no second person: {wish.waive.strip()})"
        saved = unit.articles.save(
            moved, expected_revision=article.revision, actor=self._session.actor.id, now=now, why=why
        )
        self._log(unit, article, saved, step, wish, now)
        return saved

    def _log(self, unit: Unit, before: Article, saved: Article, step: Move, wish: Wish, now: datetime) -> None:
        kind = _release_kind(before, step)
        if kind is None:
            return
        unit.releases.append(
            Release(
                article_id=saved.id,
                version=saved.version,
                kind=kind,
                released_at=now,
                released_by=self._session.actor.id,
                reason=wish.words.get("reason", "").strip(),
                article=saved,
            )
        )


def _drawn(article: Article, step: Move) -> Article:
    """A story is submitted with a slugline; one that nobody wrote is drawn from the headline."""
    if step.gate is Gate.SUBMIT and not article.slugline.strip():
        return replace(article, slugline=slugline_from(article.headline))
    return article


def _release_kind(before: Article, step: Move) -> ReleaseKind | None:
    """Return what a step tells the readers, if anything.

    A hold that is lifted from a story that nobody has read yet publishes it; from one that was open
    for changes it lets those changes out, as what they were begun as.
    """
    if step.verb == "publish" or (step.verb == "release" and not before.version):
        return ReleaseKind.NEW
    if step.verb == "republish" or step.verb == "release":
        return ReleaseKind(str(before.reopened_as or Kind.UPDATE))
    return _RELEASE_OF.get(step.target)


def _require_second_person(
    article: Article, step: Move, findings: Iterable[Finding], wish: Wish, publication: Publication
) -> None:
    asked = [finding for finding in findings if finding.severity is Severity.SECOND_PERSON]
    if step.gate is not Gate.PUBLISH or not asked or (wish.waive.strip() and publication.waiver_allowed):
        return
    waiver = (f"move {article.id} {step.target} --waive REASON",) if publication.waiver_allowed else ()
    raise PublicationBlockedError(
        subject=f"Story {article.id}",
        findings=" ".join(finding.sentence for finding in asked),
        ways_out=" ".join(dict.fromkeys(finding.way_out for finding in asked)),
        commands=waiver,
    )


def _reopened(article: Article, step: Move, wish: Wish, now: datetime) -> Article:
    if step.kind is not Kind.CORRECTION:
        return replace(article, reopened_as=step.kind)
    words = {name: wish.words[name].strip() for name in ("wrong", "right", "where", "reason")}
    note = Correction(**words, noted_at=now)
    return replace(article, reopened_as=step.kind, corrections=(*article.corrections, note))


def moment_of(text: str, zone: ZoneInfo, now: datetime) -> datetime:
    """Return the moment in UTC that a text names, in the newsroom's zone unless it names its own.

    Raises:
        InvalidValueError: if it is no time, one that clocks skip, or not in the future.
    """
    refusal = InvalidValueError(field="--at", value=text, allowed="a time such as 2026-11-21T16:34+01:00")
    try:
        read = datetime.fromisoformat(text.strip())
        moment = (read if read.tzinfo else read.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError) as problem:
        raise refusal from problem
    if read.tzinfo is None and moment.astimezone(zone).replace(tzinfo=None) != read:
        raise refusal
    if moment <= now:
        raise InvalidValueError(field="--at", value=text, allowed="a time in the future")
    return moment
