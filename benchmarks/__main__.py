"""Measure Newsdesk beside its peers: ``python3 -m benchmarks [NAME [ARGUMENT...]]``.

Without a name everything is measured, each group in a process of its own. Nothing here passes or fails.
"""

import argparse
import importlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from newsdesk.app import environment

ROOT = Path(__file__).resolve().parent.parent
GROUPS = {
    "start": ("start", "process start to first paint and to the list's rows; argument: runs"),
    "list": ("list_pages", "pages and filters of the article list; argument: stories"),
    "search": ("searching", "search as you type; argument: stories"),
    "open": ("opening", "a story from the click to its paint; argument: words"),
    "typing": ("key_paint", "a key to its paint; arguments: words"),
    "save": ("saving", "an acknowledged save; argument: saves"),
    "import": ("importing", "a saved page read by the worker"),
    "export": ("exporting", "a page and the sample's site"),
    "memory": ("memory", "the window's memory, without and with the web preview"),
}
"""The module of each group, and what it measures."""


def main(arguments: Sequence[str]) -> int:
    """Measure what was asked for, print it, and return 1 where a group could not be measured."""
    parser = argparse.ArgumentParser(prog="benchmarks", epilog="; ".join(f"{n}: {w}" for n, (_, w) in GROUPS.items()))
    parser.add_argument("name", nargs="?", choices=GROUPS, help="what to measure; everything if left out")
    parser.add_argument("arguments", nargs="*", help="numbers for that group")
    parser.add_argument("--json", action="store_true", help="print one JSON document and nothing else")
    wanted = parser.parse_args(arguments)
    return _one(wanted.name, wanted.arguments, as_json=wanted.json) if wanted.name else _all()


def _one(name: str, arguments: Sequence[str], *, as_json: bool) -> int:
    from benchmarks import machine
    from benchmarks.figures import table

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    lines, load = machine.here(), machine.load_average()
    figures = importlib.import_module(f"benchmarks.{GROUPS[name][0]}").measure(arguments)
    if as_json:
        print(json.dumps({"load": load, "figures": [asdict(figure) for figure in figures]}, ensure_ascii=False))
    else:
        print("\n".join(lines), table(figures), sep="\n\n")
    return 0


def _all() -> int:
    from benchmarks import machine
    from benchmarks.figures import Figure, table

    print("\n".join(machine.here()), end="\n\n")
    figures, loads, failed = [], {}, []
    for name, (_, words) in GROUPS.items():
        print(f"{name}: {words}", file=sys.stderr, flush=True)
        command = [sys.executable, "-m", "benchmarks", name, "--json"]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
        if done.returncode:
            failed.append(name)
            continue
        answer = json.loads(done.stdout)
        figures += [Figure(**figure) for figure in answer["figures"]]
        loads[name] = answer["load"]
    print(table(figures), end="\n\n")
    print(machine.told_loads(loads))
    if failed:
        print(f"Not measured, see above: {', '.join(failed)}.")
    return 1 if failed else 0


if __name__ == "__main__":
    environment.prepare(ROOT, sys.orig_argv[1:])
    raise SystemExit(main(sys.argv[1:]))
