"""The command line: parse, open the newsroom, carry out, print, and say how it ended."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

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
        print(refusal, file=sys.stderr)
        if wanted.json:
            _print_json({"refused": [{"reason": str(refusal)}]})
        return REFUSED
    assert isinstance(answer, Answer)
    for line in answer.complaints:
        print(line, file=sys.stderr)
    if wanted.json:
        _print_json(answer.record)
    else:
        for line in answer.lines:
            print(line)
    return REFUSED if answer.refused else DONE


def _print_json(record: Any) -> None:
    text = json.dumps(record, ensure_ascii=False, indent=2)
    # Bytes, so that letters come out as UTF-8 whatever the console's own encoding is.
    sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.buffer.flush()
