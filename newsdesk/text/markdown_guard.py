"""What is never given to the parser, because it would not come back: counted in one pass each."""

import re
from itertools import islice

from newsdesk.text.html_depth import tag_depth

MOST_OPEN_BRACKETS = 100
MOST_LEVELS = 50

_SQUARE = re.compile(r"\\.|[\[\]]", re.DOTALL)
_ROUND = re.compile(r"\\.|[()]", re.DOTALL)
_ANGLE = re.compile(r"[<>]")
_PREFIX = re.compile(rf"^(?:[ \t]*(?:>|[-*+]|\d++\.)){{{MOST_LEVELS + 1},}}", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_BACKTICKS = re.compile(r"(\\*)(`+)")
_FENCE = re.compile(r"^(?:~{3,}|`{3,})", re.MULTILINE)
_HASHES = re.compile(r"#{60,}")
_RULE = re.compile(r"^ {0,3}(?:[-_*=] {0,2}){3,}$", re.MULTILINE)
_NOTE = re.compile(r"\[\^")
_TAB = 4


def is_too_tangled(source: str) -> bool:
    """Return whether a source has over 100 open brackets, over 50 levels, or the like.

    Python-Markdown takes time that grows with the square of these, or worse: 20,000 nested
    brackets never come back.
    """
    return (
        _deepest(_SQUARE, source, "[", "]") > MOST_OPEN_BRACKETS
        or _deepest(_ROUND, source, "(", ")") > MOST_OPEN_BRACKETS
        or _deepest(_ANGLE, source, "<", ">") > MOST_OPEN_BRACKETS
        or _PREFIX.search(source) is not None
        or _deepest_indent(source) > MOST_LEVELS * _TAB
        or _deepest_tag(source) > MOST_LEVELS
        or _unclosed_code(source) > MOST_OPEN_BRACKETS
        or any(_is_in_it_often(form, source) for form in (_FENCE, _RULE, _NOTE))
        or _HASHES.search(source) is not None
    )


def _is_in_it_often(form: re.Pattern[str], source: str) -> bool:
    return next(islice(form.finditer(source), MOST_OPEN_BRACKETS, None), None) is not None


def _deepest(form: re.Pattern[str], source: str, opening: str, closing: str) -> int:
    """Return how many brackets are open at most; those behind a backslash do not count."""
    if source.count(opening) <= MOST_OPEN_BRACKETS:
        return 0
    deepest = depth = 0
    for found in form.finditer(source):
        if found[0] == opening:
            depth += 1
            deepest = max(deepest, depth)
        elif found[0] == closing and depth:
            depth -= 1
    return deepest


def _unclosed_code(source: str) -> int:
    """Return how many runs of backticks have no equal run after them: each is looked for to the end."""
    if source.count("`") <= MOST_OPEN_BRACKETS:
        return 0
    # A backslash takes the first backtick from a run that opens, but not from one that closes.
    runs = [(len(ticks) - len(slashes) % 2, len(ticks)) for slashes, ticks in _BACKTICKS.findall(source)]
    next_equal: dict[int, int] = {}
    ends: list[int | None] = []
    for index in range(len(runs) - 1, -1, -1):
        opening, closing = runs[index]
        ends.append(next_equal.get(opening))
        next_equal[closing] = index
    ends.reverse()
    unclosed = index = 0
    while index < len(runs):
        end = ends[index]
        unclosed += end is None and runs[index][0] > 0
        index = index + 1 if end is None else end + 1
    return unclosed


def _deepest_indent(source: str) -> int:
    return max((len(found[0].expandtabs(_TAB)) for found in _INDENT.finditer(source)), default=0)


def _deepest_tag(source: str) -> int:
    return tag_depth(source) if source.count("<") > MOST_LEVELS else 0
