"""Changes of an edition on their way to the database."""

from dataclasses import replace
from datetime import date

from newsdesk.domain.briefing import Briefing, BriefingState
from newsdesk.domain.ids import BriefingId, SeriesId
from newsdesk.ui.briefings.edition_edits import EditionEdits

READ = Briefing(id=BriefingId(1), series=SeriesId(1), number=7, date=date(2023, 11, 24), revision=4)
FIRST, SECOND = replace(READ, editors_note="First"), replace(READ, editors_note="Second")


def edits_of(edition: Briefing = READ) -> EditionEdits:
    edits = EditionEdits()
    edits.read(edition)
    return edits


def test_first_change_is_sent_at_once() -> None:
    assert edits_of().change(FIRST) == FIRST


def test_second_change_waits_for_the_first() -> None:
    edits = edits_of()
    edits.change(FIRST)
    assert edits.change(SECOND) is None and edits.shown == SECOND


def test_waiting_change_goes_on_from_the_revision_that_was_kept() -> None:
    edits = edits_of()
    edits.change(FIRST)
    edits.change(SECOND)
    following = replace(SECOND, revision=5)
    assert edits.read(replace(FIRST, revision=5)) == (following, following)


def test_kept_change_is_shown_as_it_was_read() -> None:
    edits = edits_of()
    edits.change(FIRST)
    kept = replace(FIRST, revision=5)
    assert edits.read(kept) == (kept, None) and edits.change(SECOND) == SECOND


def test_edition_read_before_the_change_was_kept_takes_nothing_back() -> None:
    edits = edits_of()
    edits.change(FIRST)
    assert edits.read(READ) == (FIRST, None)


def test_refused_change_gives_way_to_what_is_read() -> None:
    edits = edits_of()
    edits.change(FIRST)
    edits.forget()
    assert edits.read(READ) == (READ, None)


def test_other_edition_is_shown_as_it_is() -> None:
    edits = edits_of()
    edits.change(FIRST)
    other = replace(READ, id=BriefingId(2), revision=1)
    assert edits.read(other) == (other, None)


def test_finished_edition_takes_no_waiting_change() -> None:
    edits = edits_of()
    edits.change(FIRST)
    edits.change(SECOND)
    finished = replace(FIRST, state=BriefingState.FINISHED, revision=6)
    assert edits.read(finished) == (finished, None)


def test_no_edition_is_no_edition() -> None:
    edits = edits_of()
    edits.clear()
    assert edits.shown is None
