"""Errors in words that a person can act on."""

import logging

import pytest

from newsdesk.domain.errors import NotFoundError
from newsdesk.ui.problems import Problems, word


def test_a_refusal_is_worded_by_its_own_sentence() -> None:
    assert word(NotFoundError(kind="story", id=7)).text == "There is no story 7 in this newsroom."


def test_an_unexpected_error_is_logged_with_its_traceback(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        problem = word(RuntimeError("the disk sang"))
    recorded = [record for record in caplog.records if record.exc_info]
    caplog.clear()
    assert "the disk sang" in problem.text
    assert len(recorded) == 1


def test_a_failure_goes_away_once_it_has_worked() -> None:
    problems, cleared = Problems(), []
    problems.cleared.connect(lambda: cleared.append(True))
    problems.show_failure(NotFoundError(kind="story", id=7))
    problems.clear_failure()
    assert cleared == [True]


def test_another_message_stays_when_a_save_works() -> None:
    problems, cleared = Problems(), []
    problems.cleared.connect(lambda: cleared.append(True))
    problems.show(NotFoundError(kind="story", id=7))
    problems.clear_failure()
    assert cleared == []
