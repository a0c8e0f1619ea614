"""The normal form of a body: what two equal-looking bodies have in common, and what Markdown can hold."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from urllib.parse import quote as percent

from newsdesk.text.blocks import (
    HARD_BREAK,
    LIST_DEPTH,
    QUOTE_DEPTH,
    Block,
    BlockKind,
    Figure,
    ListKind,
    Run,
)

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2029\ufdd0\ufdd1\ufeff\ufffc\ufffe\uffff\ud800-\udfff]")
_LINE_SPACE = re.compile(r"[\t\n\r]")
_UNCLEAN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2029\ufdd0\ufdd1\ufeff\ufffc\ufffe\uffff\ud800-\udfff]"
    f"|  | {HARD_BREAK}|{HARD_BREAK} |{HARD_BREAK}{HARD_BREAK}|\\A[ {HARD_BREAK}]|[ {HARD_BREAK}]\\Z"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NOT_IN_HREF = re.compile(r"[\s<>\\\"`\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffc\ufffe\uffff]")
_TOP_NUMBER = 999_999_999


def normalise(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the body in the closed schema that Markdown holds exactly.

    One space between words and none at an edge or beside a hard break; no control characters; no
    empty block; headings of level 2 or 3; quotes and lists at most three deep, a list growing by
    one level at a time and beginning with an item; numbers only where a numbered list begins.
    """
    result: list[Block] = []
    for block in blocks:
        tidy = _TIDY[block.kind](block, result[-1] if result else None)
        if tidy is not None:
            result.append(tidy)
    return tuple(result)


def normal_runs(runs: Iterable[Run], *, one_line: bool = False) -> tuple[Run, ...]:
    """Return the runs in normal form: joined where alike, one space, nothing at the edges."""
    return _normal_runs(tuple(runs), one_line)


@lru_cache(maxsize=8192)
def _normal_runs(runs: tuple[Run, ...], one_line: bool) -> tuple[Run, ...]:
    if one_line:
        runs = tuple(replace(run, text=run.text.replace(HARD_BREAK, " ")) for run in runs)
    joined = joined_runs(_normal_style(run) for run in runs)
    if not _UNCLEAN.search("".join(run.text for run in joined)):
        return joined
    pieces: list[str] = []
    last = HARD_BREAK
    for run in joined:
        text = _LINE_SPACE.sub(" ", _CONTROL.sub("", run.text))
        kept: list[str] = []
        for character in text:
            if character in (" ", HARD_BREAK) and last == HARD_BREAK:
                continue
            if character == " " == last:
                continue
            if character == HARD_BREAK and last == " ":
                _drop_last(kept, pieces)
            kept.append(character)
            last = character
        pieces.append("".join(kept))
    return joined_runs(_trimmed_end([replace(run, text=text) for run, text in zip(joined, pieces, strict=True)]))


def joined_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs with neighbours of one style joined and empty ones left out."""
    result: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if result and result[-1].style == run.style:
            result[-1] = replace(result[-1], text=result[-1].text + run.text)
        else:
            result.append(run)
    return tuple(result)


def normal_href(href: str) -> str:
    """Return a link's target with what can't stand in one written as percent signs."""
    return _NOT_IN_HREF.sub(lambda found: percent(found[0], safe="", errors="replace"), href.strip())


def normal_line(text: str) -> str:
    """Return a text for one line: one space between words, no control characters, trimmed."""
    text = _LINE_SPACE.sub(" ", _CONTROL.sub("", text).replace(HARD_BREAK, " "))
    return re.sub(" +", " ", text).strip(" ")


def _normal_style(run: Run) -> Run:
    href = normal_href(run.href) if run.href else ""
    title = normal_line(run.title) if href else ""
    language = run.language if _LANGUAGE.fullmatch(run.language) else ""
    if (href, title, language) == (run.href, run.title, run.language):
        return run
    return replace(run, href=href, title=title, language=language)


def _drop_last(kept: list[str], pieces: list[str]) -> None:
    if kept:
        kept.pop()
        return
    for index in range(len(pieces) - 1, -1, -1):
        if pieces[index]:
            pieces[index] = pieces[index][:-1]
            return


def _trimmed_end(runs: list[Run]) -> list[Run]:
    edge = " " + HARD_BREAK
    while runs and not runs[-1].text.rstrip(edge):
        runs.pop()
    if runs:
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(edge))
    return runs


def _paragraph(block: Block, _before: Block | None) -> Block | None:
    runs = normal_runs(block.runs)
    return _as(block, Block(kind=BlockKind.PARAGRAPH, runs=runs)) if runs else None


def _heading(block: Block, _before: Block | None) -> Block | None:
    runs = normal_runs(block.runs, one_line=True)
    level = min(max(block.level, 2), 3)
    return _as(block, Block(kind=BlockKind.HEADING, runs=runs, level=level)) if runs else None


def _quote(block: Block, _before: Block | None) -> Block | None:
    runs = normal_runs(block.runs)
    depth = min(max(block.quote, 1), QUOTE_DEPTH)
    return _as(block, Block(kind=BlockKind.QUOTE, runs=runs, quote=depth)) if runs else None


def _list_item(block: Block, before: Block | None) -> Block | None:
    runs = normal_runs(block.runs)
    if not runs:
        return None
    wanted = block.path[:LIST_DEPTH] or (ListKind.BULLET,)
    above = before.path if before is not None and before.kind is BlockKind.LIST_ITEM else ()
    depth = min(len(wanted), len(above) + 1)
    path = (*above[: depth - 1], wanted[depth - 1])
    starts_item = block.starts_item or path != above
    # A number counts only where a list begins: deeper than the block above, or of another kind.
    begins = above[:depth] != path
    start = min(max(block.start, 0), _TOP_NUMBER) if begins and path[-1] is ListKind.NUMBERED else 1
    tidy = Block(kind=BlockKind.LIST_ITEM, runs=runs, path=path, starts_item=starts_item, start=start)
    return _as(block, tidy)


def _figure(block: Block, _before: Block | None) -> Block | None:
    shown = block.figure
    if shown is None or shown.photo < 1:
        return None
    tidy = Figure(photo=shown.photo, alt=normal_line(shown.alt), position=shown.position)
    runs = normal_runs(block.runs, one_line=True)
    return _as(block, Block(kind=BlockKind.FIGURE, runs=runs, figure=tidy))


def _rule(block: Block, _before: Block | None) -> Block | None:
    return _as(block, Block(kind=BlockKind.RULE))


def _raw(block: Block, _before: Block | None) -> Block | None:
    return _as(block, Block(kind=BlockKind.RAW, raw=block.raw)) if block.raw.strip() else None


def _as(block: Block, tidy: Block) -> Block:
    # The very object where nothing changed, so that callers can see that by identity.
    return block if block == tidy else tidy


_TIDY = {
    BlockKind.PARAGRAPH: _paragraph,
    BlockKind.HEADING: _heading,
    BlockKind.QUOTE: _quote,
    BlockKind.LIST_ITEM: _list_item,
    BlockKind.FIGURE: _figure,
    BlockKind.RULE: _rule,
    BlockKind.RAW: _raw,
}
