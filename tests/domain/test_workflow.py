"""The workflow's table: every arrow, its right, its words, and no way round the gates."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.errors import InvalidValueError, MissingReasonError, MoveRefusedError, NotAllowedError
from newsdesk.domain.people import ALL_ROLES, Role
from newsdesk.domain.workflow import (
    CLOSED,
    FORWARD,
    MOVES,
    ON_THE_SITE,
    Gate,
    Kind,
    Move,
    State,
    find_move,
    moves_from,
    path_of_moves,
    require_right,
    require_words,
)
from tests.builders import a_person

_any_move = st.sampled_from(MOVES)
_any_state = st.sampled_from(list(State))
_any_kind = st.none() | st.sampled_from(list(Kind))
_CORRECTION = {"wrong": "twelve", "right": "ten", "where": "Third paragraph", "reason": "The operator erred."}


@st.composite
def _walks(draw: st.DrawFn) -> list[Move]:
    """Return moves that follow one another from a draft."""
    walk: list[Move] = []
    state = State.DRAFT
    for _ in range(draw(st.integers(1, 9))):
        ways = moves_from(state)
        if not ways:
            break
        walk.append(draw(st.sampled_from(ways)))
        state = walk[-1].target
    return walk


def _follows(path: Sequence[Move]) -> bool:
    return all(here.target is there.source for here, there in pairwise(path))


@given(_walks())
def test_a_walk_that_ends_published_ends_with_the_publishing_gate(walk: list[Move]) -> None:
    assert walk[-1].target is not State.PUBLISHED or walk[-1].gate is Gate.PUBLISH


@given(_walks())
def test_whatever_was_published_was_submitted_and_found_ready_before(walk: list[Move]) -> None:
    gates = [move.gate for move in walk]
    if any(move.target is State.PUBLISHED for move in walk):
        first = next(place for place, move in enumerate(walk) if move.target is State.PUBLISHED)
        assert Gate.SUBMIT in gates[:first] and Gate.READY in gates[:first]


@given(_any_state, _any_state, _any_kind)
def test_a_path_leads_from_its_state_to_its_target_or_is_refused(
    state: State, target: State, kind: Kind | None
) -> None:
    try:
        path = path_of_moves(state, target, kind)
    except (MoveRefusedError, InvalidValueError):
        return
    assert (path[0].source, path[-1].target, _follows(path)) == (state, target, True)


@given(_any_state, _any_state)
def test_a_path_of_several_moves_only_runs_forward(state: State, target: State) -> None:
    try:
        path = path_of_moves(state, target)
    except MoveRefusedError:
        return
    assert len(path) == 1 or (state in FORWARD and target in FORWARD and FORWARD.index(state) < FORWARD.index(target))


def test_chain_from_draft_to_published_has_all_three_gates() -> None:
    assert [move.gate for move in path_of_moves(State.DRAFT, State.PUBLISHED)] == [
        Gate.SUBMIT,
        Gate.READY,
        Gate.PUBLISH,
    ]


@pytest.mark.parametrize("move", MOVES, ids=lambda move: f"{move.source}-{move.verb}")
def test_each_move_is_found_by_its_ends(move: Move) -> None:
    assert find_move(move.source, move.target, move.kind).verb == move.verb


@given(_any_move, st.sets(st.sampled_from(list(Role))))
def test_a_move_takes_one_of_its_roles(move: Move, roles: set[Role]) -> None:
    try:
        require_right(move, a_person(*roles))
    except NotAllowedError as refusal:
        assert not (move.roles & roles) and refusal.fields["verb"] == move.verb
    else:
        assert move.roles & roles


@pytest.mark.parametrize("move", MOVES, ids=lambda move: f"{move.source}-{move.verb}")
def test_whoever_works_alone_may_make_every_move(move: Move) -> None:
    require_right(move, a_person(*ALL_ROLES))


@given(_any_move, st.dictionaries(st.sampled_from(["wrong", "right", "where", "reason", "at"]), st.text(max_size=3)))
def test_a_move_names_each_word_that_it_misses(move: Move, words: dict[str, str]) -> None:
    missing = [name for name in move.needs if not words.get(name, "").strip()]
    try:
        require_words(move, words)
    except MissingReasonError as refusal:
        assert refusal.fields["needed"] == ", ".join(missing) != ""
    else:
        assert missing == []


@pytest.mark.parametrize("verb", ["return", "hold", "release", "kill", "withdraw", "spike"])
def test_moves_that_take_something_back_ask_for_a_reason(verb: str) -> None:
    assert {move.needs for move in MOVES if move.verb == verb} == {("reason",)}


def test_a_correction_asks_what_was_wrong_what_is_right_where_and_why() -> None:
    move = find_move(State.PUBLISHED, State.CORRECTING, Kind.CORRECTION)
    require_words(move, _CORRECTION)
    assert set(move.needs) == set(_CORRECTION)


def test_opening_a_published_story_without_a_kind_is_an_update() -> None:
    assert find_move(State.PUBLISHED, State.CORRECTING).kind is Kind.UPDATE


@pytest.mark.parametrize(
    ("state", "target"), [("draft", "published"), ("correcting", "published"), ("draft", "review")]
)
def test_a_kind_that_opens_nothing_is_refused(state: str, target: str) -> None:
    with pytest.raises(InvalidValueError, match="correction"):
        path_of_moves(State(state), State(target), Kind.CORRECTION)


@pytest.mark.parametrize("state", State)
def test_no_state_leads_to_itself(state: State) -> None:
    with pytest.raises(MoveRefusedError):
        path_of_moves(state, state)


def test_a_refused_move_names_what_can_be_reached() -> None:
    with pytest.raises(MoveRefusedError, match="review, spiked"):
        find_move(State.DRAFT, State.PUBLISHED)


def test_what_is_archived_or_withdrawn_never_comes_back_to_readers() -> None:
    seen, found = {State.WITHDRAWN, State.ARCHIVED}, {State.WITHDRAWN, State.ARCHIVED}
    while found:
        found = {move.target for state in found for move in moves_from(state)} - seen
        seen |= found
    assert not seen & ON_THE_SITE


def test_killed_stories_are_only_put_away() -> None:
    assert {move.target for move in moves_from(State.KILLED)} <= CLOSED


def test_what_was_published_is_never_spiked() -> None:
    assert {move.source for move in MOVES if move.target is State.SPIKED} == {State.DRAFT, State.REVIEW, State.READY}
