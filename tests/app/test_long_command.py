"""Commands of the set-up: what they said is kept, and standard output stays clean."""

import sys

import pytest

from newsdesk.app.long_command import Progress, last_lines, run


def test_exit_status_and_both_outputs_come_back() -> None:
    script = "import sys; print('one', flush=True); print('two', file=sys.stderr); sys.exit(3)"
    assert run([sys.executable, "-c", script], Progress("trying")) == (3, ["one", "two"])


def test_standard_output_stays_clean(capsys: pytest.CaptureFixture[str]) -> None:
    run([sys.executable, "-c", "print('loud')"], Progress("trying"))
    assert capsys.readouterr().out == ""


def test_person_is_told_what_begins(capsys: pytest.CaptureFixture[str]) -> None:
    run([sys.executable, "-c", ""], Progress("fetching packages"))
    assert capsys.readouterr().err == "newsdesk:   fetching packages\n"


def test_bytes_that_are_no_text_do_not_stop_it() -> None:
    script = r"import sys; sys.stdout.buffer.write(b'caf\xe9\n')"
    assert run([sys.executable, "-c", script], Progress("trying")) == (0, ["caf\ufffd"])


def test_only_the_end_of_a_long_output_is_quoted() -> None:
    assert last_lines([str(number) for number in range(20)]).splitlines()[0] == "  | 12"
