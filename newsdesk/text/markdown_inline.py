"""Runs written as Markdown, read back while they are written until they read the same."""

import re
from collections.abc import Callable, Sequence
from enum import Enum
from functools import lru_cache
from itertools import groupby

from newsdesk.text.blocks import HARD_BREAK, Mark, Run
from newsdesk.text.markdown_tree import blocks_in, is_plain

_SPECIAL = re.compile(r"[\\`*_\[\]]|&(?=#|\w+;)|<")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_NUMBER_AT_START = re.compile(r"(\d+)(?=[.)])")
_HELD_AT_START = re.compile(r"[#+\-=:>|]|~~~")
_WIDE_SPACE = "[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_SPACE_AT_START = re.compile(rf"^{_WIDE_SPACE}", re.MULTILINE)
_SPACE_AT_END = re.compile(rf"{_WIDE_SPACE}\Z")
_ENTITY_IN_TARGET = re.compile(r"&(?=#?\w+;)")
_TITLE_SPECIAL = re.compile(r"[&<>\"'\\*_`\[\]()]")
_DELIMITERS = {Mark.STRONG: "**", Mark.EMPHASIS: "*"}

_Inside = Callable[[str, str], str]


class Place(Enum):
    """Where a text stands; the value is what comes before it while it is read back."""

    PARAGRAPH = ""
    HEADING = "## "
    CAPTION = "![a](media:1)\n: "


class _Way(Enum):
    """How marks and special characters are written, from the plainest to what always works."""

    MARKDOWN = "markdown"
    TAGS = "tags"
    ENTITIES = "entities"


_PLAIN_STYLE = Run("").style


def inline_markdown(runs: tuple[Run, ...], place: Place = Place.PARAGRAPH, *, cautious: bool = False) -> str:
    """Return Markdown that reads back as the very same runs, which must be in normal form.

    A cautious text has all its punctuation written as entities.
    """
    if len(runs) == 1 and runs[0].style == _PLAIN_STYLE and is_plain(runs[0].text):
        return runs[0].text
    return _written(runs, place, cautious)


@lru_cache(maxsize=8192)
def _written(runs: tuple[Run, ...], place: Place, cautious: bool) -> str:
    text = ""
    for way in (_Way.ENTITIES,) if cautious else _Way:
        text = _Writer(way).text(runs, place)
        back = blocks_in(place.value + text)
        if back is not None and len(back) == 1 and back[0].runs == runs:
            break
    # Words are never refused: were all three to fail, the last form still holds every one of them.
    return text


def escaped(text: str) -> str:
    """Return text whose special characters mean themselves."""
    return _SPECIAL.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    match found[0]:
        case "&":
            return "&amp;"
        case "<":
            return "&lt;"
        case character:
            return "\\" + character


def _numbered(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


class _Writer:
    """Writes runs one way: links outermost, then languages, then marks in the order of ``Mark``."""

    def __init__(self, way: _Way) -> None:
        self._way = way
        link: Callable[[Run], object] = lambda run: (run.href, run.title)  # noqa: E731
        language: Callable[[Run], object] = lambda run: run.language  # noqa: E731
        marks = [_has(mark) for mark in Mark]
        self._levels = (link, language, *marks)

    def text(self, runs: Sequence[Run], place: Place) -> str:
        """Return the Markdown of one block's runs."""
        lines = self._write(runs, 0, "", "").split("\n")
        text = "\n".join(map(_held_at_start, lines))
        if place is Place.HEADING and text.endswith("#"):
            # The last one would be taken for the heading's own closing sign.
            text = text[:-1].removesuffix("\\") + "&#35;"
        return _SPACE_AT_END.sub(_numbered, _SPACE_AT_START.sub(_numbered, text))

    def _write(self, runs: Sequence[Run], level: int, before: str, after: str) -> str:
        """Return the runs from one level of nesting inwards, between two neighbouring characters."""
        if level == len(self._levels):
            return "".join(map(self._plain, runs))
        written = ""
        groups = [tuple(group) for _, group in groupby(runs, self._levels[level])]
        for index, group in enumerate(groups):
            left = written[-1:] or before
            right = groups[index + 1][0].text[0] if index + 1 < len(groups) else after
            inside = _Inner(self, group, level + 1)
            if level == 0 and group[0].href:
                if written.endswith("!"):
                    # ``![`` would begin an image.
                    written = written[:-1] + "\\!"
                written += f"[{inside('[', ']')}]({self._target(group[0].href)}{_title(group[0].title)})"
            elif level == 1 and group[0].language:
                written += f'<span lang="{group[0].language}">{inside(">", "<")}</span>'
            elif level > 1 and (mark := _MARKS[level - 2]) in group[0].marks:
                written += self._marked(mark, group, inside, left, right)
            else:
                written += inside(left, right)
        return written

    def write_inside(self, runs: Sequence[Run], level: int, before: str, after: str) -> str:
        """Return what stands inside a mark."""
        return self._write(runs, level, before, after)

    def _plain(self, run: Run) -> str:
        text = _PUNCTUATION.sub(_numbered, run.text) if self._way is _Way.ENTITIES else escaped(run.text)
        return text.replace(HARD_BREAK, "\\\n")

    def _marked(self, mark: Mark, group: Sequence[Run], inside: _Inside, left: str, right: str) -> str:
        if self._way is _Way.MARKDOWN:
            if mark is Mark.CODE and (code := _backticked("".join(run.text for run in group))):
                return code
            if delimiter := _DELIMITERS.get(mark):
                text = inside(left, right)
                if _may_delimit(text, left, right):
                    return delimiter + text + delimiter
        return f"<{mark.value}>{inside('>', '<')}</{mark.value}>"

    def _target(self, href: str) -> str:
        target = _ENTITY_IN_TARGET.sub("&amp;", href)
        if self._way is _Way.ENTITIES:
            target = re.sub(r"[()\[\]'*_!&;]", _numbered, href)
        return f"<{target}>" if re.search(r"[()']", target) else target


class _Inner:
    """What is inside one mark, to be written once its surroundings are known."""

    def __init__(self, writer: _Writer, runs: Sequence[Run], level: int) -> None:
        self._writer = writer
        self._runs = runs
        self._level = level

    def __call__(self, before: str, after: str) -> str:
        return self._writer.write_inside(self._runs, self._level, before, after)


_MARKS = tuple(Mark)


def _has(mark: Mark) -> Callable[[Run], object]:
    return lambda run: mark in run.marks


def _held_at_start(line: str) -> str:
    """Return a line whose first characters begin no list, heading, quotation or the like."""
    if number := _NUMBER_AT_START.match(line):
        return f"{number[0]}\\{line[number.end() :]}"
    return "\\" + line if _HELD_AT_START.match(line) else line


def _backticked(text: str) -> str:
    """Return code between backticks, or nothing where they can't hold it."""
    if HARD_BREAK in text or text != text.strip() or text.startswith("`") or text.endswith("`"):
        return ""
    fence = "`" * (max((len(ticks) for ticks in re.findall("`+", text)), default=0) + 1)
    return fence + text + fence


def _may_delimit(text: str, left: str, right: str) -> bool:
    """Return whether stars right around the text would open and close there."""
    if text[0].isspace() or text[-1].isspace() or left in ("*", "_") or right in ("*", "_"):
        return False
    return (text[0].isalnum() or not left.isalnum()) and (text[-1].isalnum() or not right.isalnum())


def _title(title: str) -> str:
    return f' "{_TITLE_SPECIAL.sub(_numbered, title)}"' if title else ""
