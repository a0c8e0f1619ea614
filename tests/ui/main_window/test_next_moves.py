"""The moves that the window offers."""

import pytest

from newsdesk.domain.workflow import State, moves_from
from newsdesk.ui.main_window.next_moves import next_moves


@pytest.mark.parametrize("state", list(State))
def test_every_move_of_the_workflow_is_offered(state: State) -> None:
    offered = {(move.target, move.kind) for move in next_moves(state)}
    assert offered == {(move.target, move.kind) for move in moves_from(state)}


@pytest.mark.parametrize("state", list(State))
def test_there_is_at_most_one_way_on_and_one_way_back(state: State) -> None:
    moves = next_moves(state)
    assert sum(move.forward for move in moves) <= 1
    assert sum(move.back for move in moves) <= 1


def test_a_draft_goes_on_to_review() -> None:
    assert next_moves(State.DRAFT)[0].target is State.REVIEW


def test_killing_is_marked_as_grave() -> None:
    (kill,) = [move for move in next_moves(State.PUBLISHED) if move.target is State.KILLED]
    assert kill.grave
