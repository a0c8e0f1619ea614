"""The life of a story: eleven states and the moves between them."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any

from newsdesk.domain.errors import InvalidValueError, MissingReasonError, MoveRefusedError, NotAllowedError
from newsdesk.domain.people import Person, Role


class State(StrEnum):
    """Where a story stands."""

    DRAFT = "draft"
    REVIEW = "review"
    READY = "ready"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    CORRECTING = "correcting"
    HELD = "held"
    KILLED = "killed"
    WITHDRAWN = "withdrawn"
    SPIKED = "spiked"
    ARCHIVED = "archived"


class Kind(StrEnum):
    """Why a published story is opened again (Reuters handbook: corrections, refiles, kills)."""

    UPDATE = "update"
    CORRECTION = "correction"
    REFILE = "refile"


class Gate(StrEnum):
    """Which checks stand before a move: V1 to submit, V2 to be ready, V3 to be published."""

    NONE = "none"
    SUBMIT = "submit"
    READY = "ready"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One arrow of the workflow; ``needs`` names the words that must come with it."""

    verb: str
    source: State
    target: State
    roles: frozenset[Role]
    gate: Gate = Gate.NONE
    needs: tuple[str, ...] = ()
    kind: Kind | None = None


_R, _E, _C = Role.REPORTER, Role.EDITOR, Role.COPY_CHIEF
_D, _L, _A, _S = Role.DUTY_EDITOR, Role.LAWYER, Role.ADMIN, Role.SYSTEM
_CORRECTION = ("wrong", "right", "where", "reason")
_REASON = ("reason",)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One line of the workflow's table: a verb that leaves one state or several."""

    verb: str
    sources: tuple[State, ...]
    target: State
    roles: tuple[Role, ...]
    gate: Gate = Gate.NONE
    needs: tuple[str, ...] = ()
    kind: Kind | None = None

    def moves(self) -> tuple[Move, ...]:
        return tuple(
            Move(
                verb=self.verb,
                source=source,
                target=self.target,
                roles=frozenset(self.roles),
                gate=self.gate,
                needs=self.needs,
                kind=self.kind,
            )
            for source in self.sources
        )


def _row(verb: str, sources: str, target: State, *roles: Role, **more: Any) -> _Row:
    return _Row(verb=verb, sources=tuple(State(name) for name in sources.split()), target=target, roles=roles, **more)


_TABLE = (
    _row("submit", "draft", State.REVIEW, _R, _E, gate=Gate.SUBMIT),
    _row("return", "review", State.DRAFT, _E, _C, needs=_REASON),
    _row("mark ready", "review", State.READY, _E, _C, gate=Gate.READY),
    _row("edit", "ready", State.REVIEW, _E, _C),
    _row("schedule", "ready", State.SCHEDULED, _D, gate=Gate.PUBLISH, needs=("at",)),
    _row("unschedule", "scheduled", State.READY, _D),
    _row("publish", "ready scheduled", State.PUBLISHED, _D, _S, gate=Gate.PUBLISH),
    _row("update", "published", State.CORRECTING, _E, _D, kind=Kind.UPDATE),
    _row("correct", "published", State.CORRECTING, _E, _D, needs=_CORRECTION, kind=Kind.CORRECTION),
    _row("refile", "published", State.CORRECTING, _D, kind=Kind.REFILE),
    _row("republish", "correcting", State.PUBLISHED, _D, gate=Gate.PUBLISH),
    _row("hold", "published scheduled correcting", State.HELD, _D, _L, needs=_REASON),
    _row("release", "held", State.PUBLISHED, _D, gate=Gate.PUBLISH, needs=_REASON),
    _row("kill", "published held correcting", State.KILLED, _D, needs=_REASON),
    _row("withdraw", "published held killed", State.WITHDRAWN, _L, _A, _D, needs=_REASON),
    _row("spike", "draft review ready", State.SPIKED, _R, _E, needs=_REASON),
    _row("unspike", "spiked", State.DRAFT, _R, _E),
    _row("archive", "published killed withdrawn", State.ARCHIVED, _S, _A),
)

MOVES: tuple[Move, ...] = tuple(move for row in _TABLE for move in row.moves())

FORWARD: tuple[State, ...] = (State.DRAFT, State.REVIEW, State.READY, State.PUBLISHED)
"""The road from a first draft to the reader."""

ON_THE_SITE: frozenset[State] = frozenset({State.PUBLISHED, State.CORRECTING})
"""States whose last released text readers see."""

TAKEN_BACK: frozenset[State] = frozenset({State.HELD, State.KILLED, State.WITHDRAWN, State.SPIKED})
"""States whose text goes nowhere, not even in an edition that was finished before."""

CLOSED: frozenset[State] = frozenset({State.KILLED, State.WITHDRAWN, State.ARCHIVED})
"""States whose record stays as it is: nobody edits what was killed, withdrawn or put away."""

NEVER_PUBLISHED: frozenset[State] = frozenset({State.DRAFT, State.REVIEW, State.READY, State.SCHEDULED, State.SPIKED})


def moves_from(state: State) -> tuple[Move, ...]:
    """Return every move that leaves ``state``, in the order of the workflow's table."""
    return tuple(move for move in MOVES if move.source is state)


def find_move(state: State, target: State, kind: Kind | None = None) -> Move:
    """Return the move from ``state`` to ``target``; ``kind`` chooses among update, correction and refile.

    Opening a published story without a kind is an update.

    Raises:
        MoveRefusedError: if no such move exists.
        InvalidValueError: if a kind is given for a move that opens nothing.
    """
    if kind is not None and target is not State.CORRECTING:
        allowed = f"a kind only with the state {State.CORRECTING}, where a published story is opened again"
        raise InvalidValueError(field="this move", value=str(kind), allowed=allowed)
    wanted = kind
    if state is State.PUBLISHED and target is State.CORRECTING and kind is None:
        wanted = Kind.UPDATE
    for move in moves_from(state):
        if move.target is target and move.kind is wanted:
            return move
    reachable = ", ".join(dict.fromkeys(str(move.target) for move in moves_from(state))) or "nothing"
    raise MoveRefusedError(state=str(state), target=str(target), reachable=reachable)


def path_of_moves(state: State, target: State, kind: Kind | None = None) -> tuple[Move, ...]:
    """Return the moves that lead from ``state`` to ``target``.

    One move, or the moves forward from draft towards published: on a workstation of one's own
    the same person submits, marks ready and publishes, and each step keeps its own checks.

    Raises:
        MoveRefusedError: if there is no way.
        InvalidValueError: if a kind is given for a move that opens nothing.
    """
    if kind is None and state in FORWARD and target in FORWARD:
        start, end = FORWARD.index(state), FORWARD.index(target)
        if end > start:
            road = FORWARD[start : end + 1]
            return tuple(find_move(here, there) for here, there in pairwise(road))
    return (find_move(state, target, kind),)


def require_right(move: Move, actor: Person) -> None:
    """Refuse a move that the actor's roles do not allow.

    Raises:
        NotAllowedError: if none of the actor's roles may make the move.
    """
    if not (move.roles & actor.roles):
        roles = ", ".join(sorted(str(role) for role in move.roles))
        raise NotAllowedError(person=actor.name, verb=move.verb, roles=roles)


def require_words(move: Move, words: dict[str, str]) -> None:
    """Refuse a move whose words (reason, wrong, right, where, at) are missing.

    Raises:
        MissingReasonError: naming what is missing.
    """
    missing = [name for name in move.needs if not words.get(name, "").strip()]
    if missing:
        raise MissingReasonError(verb=move.verb, needed=", ".join(missing))
