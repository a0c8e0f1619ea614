"""The command line: parse, open the newsroom, carry out, print, and say how it ended."""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from newsdesk.app.command_syntax import parser
from newsdesk.domain.errors import NewsdeskError

DONE, REFUSED, USAGE = 0, 1, 2


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what was asked for; ``command`` is empty where the window is wanted. Wrong usage exits with 2."""
    return parser().parse_args(arguments)


def run(wanted: argparse.Namespace) -> int:
    """Carry out one command; returns 0 when it is done and 1 when something was refused."""
    # Imported here: the window starts without the database library and all that commands need.
    from newsdesk.app.commands import Answer, carry_out

    try:
        answer = carry_out(wanted)
    except NewsdeskError as refusal:
        hints = [f"    main.py {command}" for command in refusal.commands]
        record = {"refused": [{"reason": str(refusal)}]}
        answer = Answer(record=record, complaints=(str(refusal), *hints), refused=True)
    _print(sys.stderr, answer.complaints)
    if wanted.json:
        # UTF-8 whatever the console's own encoding is.
        _print(sys.stdout, [json.dumps(answer.record, ensure_ascii=False, indent=2)], encoding="utf-8")
    else:
        _print(sys.stdout, answer.lines)
    return REFUSED if answer.refused else DONE


def _print(stream: TextIO, lines: Iterable[str], encoding: str = "") -> None:
    """Print lines; letters that the console can't show, and file names that are no text, come out as escapes."""
    text = "".join(f"{line}\n" for line in lines)
    try:
        stream.flush()
        stream.buffer.write(text.encode(encoding or stream.encoding, errors="backslashreplace"))
        stream.flush()
    except BrokenPipeError:
        # Whoever read it, such as head, has seen enough. Nothing may be flushed into the pipe at the end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
