"""Refusals: plain words from named fields, the same after a journey between processes."""

import pickle
from string import Formatter

import pytest

from newsdesk.domain import errors
from newsdesk.domain.errors import NewsdeskError, NotFoundError, PublicationBlockedError
from newsdesk.domain.findings import Finding, Severity, blocking, require_clear

_KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, NewsdeskError)]


def _fields_of(kind: type[NewsdeskError]) -> dict[str, object]:
    pieces = Formatter().parse(kind.sentence + kind.way_out)
    return {name: f"<{name}>" for _, name, _, _ in pieces if name}


@pytest.mark.parametrize("kind", _KINDS)
def test_a_refusal_says_its_fields_in_its_sentence(kind: type[NewsdeskError]) -> None:
    refusal = kind(**_fields_of(kind))
    assert all(str(value) in str(refusal) for value in _fields_of(kind).values())


@pytest.mark.parametrize("kind", _KINDS)
def test_a_refusal_survives_the_way_from_a_worker(kind: type[NewsdeskError]) -> None:
    refusal = kind(**_fields_of(kind))
    back = pickle.loads(pickle.dumps(refusal))
    assert (type(back), back.fields, str(back)) == (kind, refusal.fields, str(refusal))


def test_a_value_with_braces_is_said_as_it_is() -> None:
    assert str(NotFoundError(kind="story", id="{0}")) == "There is no story {0} in this newsroom."


def _finding(code: str, severity: Severity = Severity.BLOCKS, command: str = "") -> Finding:
    return Finding(code=code, severity=severity, sentence=f"{code} stands.", way_out="Mend it.", command=command)


def test_only_what_blocks_stops_a_story() -> None:
    findings = [_finding("A", Severity.NOTICE), _finding("B"), _finding("C", Severity.SECOND_PERSON)]
    assert [finding.code for finding in blocking(findings)] == ["B"]


def test_nothing_that_blocks_lets_a_story_pass() -> None:
    require_clear("Story 1", [_finding("A", Severity.NOTICE)])


def test_a_stopped_story_is_told_every_reason_once_with_its_ways_out_and_commands() -> None:
    with pytest.raises(PublicationBlockedError) as caught:
        require_clear("Story 1", [_finding("A", command="mend 1"), _finding("B"), _finding("A", command="mend 1")])
    assert str(caught.value) == "Story 1 can't go on: A stands. B stands. Mend it."
    assert caught.value.commands == ("mend 1",)
