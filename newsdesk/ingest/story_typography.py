"""Typewriter quotes, dashes and spaces of a saved story made typographic, run by run."""

from collections.abc import Iterable
from dataclasses import replace

from newsdesk.text.blocks import Block, BlockKind, Mark, Run
from newsdesk.text.normal_form import normalise
from newsdesk.text.typography import clean_punctuation, clean_spaces

_WRITTEN_FOR = frozenset({"en", "sr", "hr", "bs"})
"""The languages whose quotes and dashes we know; of the others only the spaces are cleaned."""


def typographic(blocks: Iterable[Block], language: str) -> tuple[Block, ...]:
    """Return the blocks with one plain space between words and the language's own quotes and dashes."""
    spaced = normalise(replace(block, runs=tuple(map(_spaced, block.runs))) for block in blocks)
    if language.split("-")[0] not in _WRITTEN_FOR:
        return spaced
    return tuple(block if block.kind is BlockKind.RAW else _punctuated(block, language) for block in spaced)


def _spaced(run: Run) -> Run:
    # A run's outer spaces part it from its neighbours; ``clean_spaces`` would trim them.
    return run if Mark.CODE in run.marks else replace(run, text=clean_spaces(f"|{run.text}|")[1:-1])


def _punctuated(block: Block, language: str) -> Block:
    runs = block.runs
    return replace(
        block,
        runs=tuple(
            run
            if Mark.CODE in run.marks
            else replace(run, text=_between(_last(runs[:index]), run.text, _first(runs[index + 1 :]), language))
            for index, run in enumerate(runs)
        ),
    )


def _between(before: str, text: str, after: str, language: str) -> str:
    """Punctuate a run as what it is: the middle of a sentence whose other parts are marked otherwise."""
    whole = clean_punctuation(f"{before}{text}{after}", language)
    return whole[len(before) : len(whole) - len(after)]


def _last(runs: tuple[Run, ...]) -> str:
    return runs[-1].text[-1:] if runs else ""


def _first(runs: tuple[Run, ...]) -> str:
    return runs[0].text[:1] if runs else ""
