"""The moves that a story's state offers, in the words of buttons."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from newsdesk.domain.workflow import Kind, Move, State, moves_from


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMove:
    """A move as a button offers it: ``forward`` towards the reader, ``back`` one step, others in the menu."""

    text: str
    target: State
    kind: Kind | None
    needs: tuple[str, ...]
    forward: bool = False
    back: bool = False
    grave: bool = False


_FORWARD = {
    State.DRAFT: "submit",
    State.REVIEW: "mark ready",
    State.READY: "publish",
    State.SCHEDULED: "publish",
    State.PUBLISHED: "update",
    State.CORRECTING: "republish",
    State.HELD: "release",
    State.SPIKED: "unspike",
}
_BACK = {State.REVIEW: "return", State.READY: "edit", State.SCHEDULED: "unschedule"}
_GRAVE = frozenset({"kill", "withdraw"})
_WORDS = {
    "submit": "Submit for review",
    "return": "Return",
    "mark ready": "Mark ready",
    "edit": "Back to review",
    "schedule": "Schedule…",
    "unschedule": "Unschedule",
    "publish": "Publish",
    "update": "Update",
    "correct": "Correct…",
    "refile": "Refile",
    "republish": "Publish again",
    "hold": "Hold…",
    "release": "Release…",
    "kill": "Kill…",
    "withdraw": "Withdraw…",
    "spike": "Spike…",
    "unspike": "Unspike",
    "archive": "Archive",
}


def next_moves(state: State) -> tuple[NextMove, ...]:
    """Return what can be done with a story in a state, the way on first."""
    moves = [_offer(state, move) for move in moves_from(state)]
    return tuple(sorted(moves, key=lambda move: not move.forward))


def _offer(state: State, move: Move) -> NextMove:
    return NextMove(
        text=QCoreApplication.translate("Moves", _WORDS[move.verb]),
        target=move.target,
        kind=move.kind,
        needs=move.needs,
        forward=_FORWARD.get(state) == move.verb,
        back=_BACK.get(state) == move.verb,
        grave=move.verb in _GRAVE,
    )
