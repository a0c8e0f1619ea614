"""Where a Markdown source falls apart: stretches that are read alone, and the gaps between them.

A segment is a paragraph, a heading, a whole list, a whole quotation, a fence, a block of HTML:
what Python-Markdown reads the same whether or not the rest of the document is there (links and
footnotes defined elsewhere aside). Gaps and segments together are the source, byte for byte.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown.util import BLOCK_LEVEL_ELEMENTS

from newsdesk.text.html_depth import VOID_TAGS

SEPARATOR = "<!-- -->"
"""Keeps apart what would be read as one; it is a gap itself and shows nowhere."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ITEM = re.compile(r" {0,3}(?:(?P<bullet>[*+-])|\d+\.)[ \t]+")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)")
_QUOTE = re.compile(r" {0,3}>")
_NOTE = re.compile(r"^ {0,3}\[\^[^\]\n]*\]:", re.MULTILINE)
_HEADING = re.compile(r"#{1,6}(?![#])[^#\\]*#*\Z")
_FENCE = re.compile(r"(~{3,}|`{3,}) *(?:\{.*\}|\.?[\w#.+-]* *(?:hl_lines=(?:\".*?\"|'.*?') *)?)\Z")
_FENCE_END = re.compile(r"(~{3,}|`{3,}) *\Z")
_CONTAINER = re.compile(r":{3,}")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-[-:| \t]*\Z")
_HTML = re.compile(r" {0,3}<(?:(?P<tag>[A-Za-z][A-Za-z0-9]*)|!--|[!?])")
_TAG = re.compile(r"<!--|<(/?)([A-Za-z][A-Za-z0-9]*)")
_BLOCK_TAGS = frozenset(BLOCK_LEVEL_ELEMENTS)
# Each search for a closing tag that fails reads to the end; a page of unclosed tags must not do so for each.
_MOST_UNCLOSED = 50


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of a source, from ``start`` to ``end`` (characters), line end left out."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        # Python-Markdown takes spaces and tabs for blank, and no other space.
        return not self.text.strip(" \t")


def segments_in(source: str) -> tuple[Segment, ...]:
    """Return the segments of a source, in order; blank lines and separators are in none."""
    lines = tuple(_lines(source))
    return tuple(_Splitter(lines).segments())


def _lines(source: str) -> Iterator[_Line]:
    position = 1 if source.startswith("\ufeff") else 0
    while position < len(source):
        found = _LINE.match(source, position)
        if found is None:
            return
        text = found[0].rstrip("\r\n")
        yield _Line(position, position + len(text), text)
        position = found.end()


class _Splitter:
    """One pass over the lines; every step looks ahead only to where it then goes on."""

    def __init__(self, lines: tuple[_Line, ...]) -> None:
        self._lines = lines
        self._fence_ends = self._closing_fences()
        self._unclosed_html = 0
        self._unclosed_containers: set[str] = set()

    def segments(self) -> Iterator[Segment]:
        position = 0
        while position < len(self._lines):
            line = self._lines[position]
            if line.blank or line.text.strip(" \t") == SEPARATOR:
                position += 1
                continue
            end = self._segment_end(position)
            yield Segment(line.start, self._lines[end - 1].end)
            position = end

    def _segment_end(self, first: int) -> int:
        """Return the index after the last line of the segment that begins at a line."""
        text = self._lines[first].text
        if first in self._fence_ends:
            return self._fence_ends[first] + 1
        if (container := _CONTAINER.match(text)) and (end := self._container_end(first, container[0])):
            return end
        if self._is_heading(first):
            return first + 1
        chunk = self._chunk_end(first)
        if item := _ITEM.match(text):
            return self._list_end(chunk, item["bullet"] is not None)
        if _QUOTE.match(text):
            return self._while_chunks(chunk, lambda line: _QUOTE.match(line) is not None)
        if any(_NOTE.match(line.text) for line in self._lines[first:chunk]):
            return self._while_chunks(chunk, lambda line: _INDENTED.match(line) is not None)
        return self._with_tail(first, chunk)

    def _chunk_end(self, first: int) -> int:
        """Return the end of the lines up to a blank one, a fence or a heading, which end whatever is above.

        HTML that begins in one of the lines is in it as a whole, blank lines too.
        """
        below = self._lines[first + 1].text if first + 1 < len(self._lines) else ""
        cut_by_headings = not _TABLE_RULE.match(below)
        position = first
        while position < len(self._lines) and not self._lines[position].blank:
            if position > first and position in self._fence_ends:
                break
            if position > first and cut_by_headings and self._is_heading(position):
                break
            html_end = self._html_end(position)
            cut_by_headings = cut_by_headings and html_end == position
            position = max(html_end, position + 1)
        return position

    def _is_heading(self, position: int) -> bool:
        text = self._lines[position].text
        if not _HEADING.match(text):
            return False
        below = self._lines[position + 1].text if position + 1 < len(self._lines) else ""
        return not ("|" in text and _TABLE_RULE.match(below))

    def _list_end(self, end: int, bullets: bool) -> int:
        def belongs(line: str) -> bool:
            item = _ITEM.match(line)
            if item is not None:
                return (item["bullet"] is not None) == bullets
            return _INDENTED.match(line) is not None

        return self._while_chunks(end, belongs)

    def _with_tail(self, first: int, end: int) -> int:
        """Return the end of a chunk in whose later lines a list begins, with what belongs to that."""
        for line in reversed(self._lines[first + 1 : end]):
            if item := _ITEM.match(line.text):
                return self._list_end(end, item["bullet"] is not None)
            if _QUOTE.match(line.text):
                return self._while_chunks(end, lambda text: _QUOTE.match(text) is not None)
        return end

    def _while_chunks(self, end: int, belongs: Callable[[str], bool]) -> int:
        """Return the end of the last chunk, from here on, whose first line belongs to what is above."""
        while True:
            following = end
            while following < len(self._lines) and self._lines[following].blank:
                following += 1
            if following >= len(self._lines) or following in self._fence_ends:
                return end
            if not belongs(self._lines[following].text):
                return end
            end = self._chunk_end(following)

    def _closing_fences(self) -> dict[int, int]:
        """Return, for the first line of each fence that is closed, the index of its last line."""
        closing: dict[str, list[int]] = {}
        for index, line in enumerate(self._lines):
            if found := _FENCE_END.match(line.text):
                closing.setdefault(found[1], []).append(index)
        ends: dict[int, int] = {}
        busy_until = -1
        for index, line in enumerate(self._lines):
            found = _FENCE.match(line.text)
            if found is None or index <= busy_until:
                continue
            later = closing.get(found[1], [])
            place = bisect_right(later, index)
            if place < len(later):
                ends[index] = busy_until = later[place]
        return ends

    def _container_end(self, first: int, fence: str) -> int | None:
        """Return the index after the line that closes a ``:::`` container, or None."""
        if fence in self._unclosed_containers:
            return None
        for position in range(first + 1, len(self._lines)):
            if self._lines[position].text.rstrip() == fence:
                return position + 1
        self._unclosed_containers.add(fence)
        return None

    def _html_end(self, first: int) -> int:
        """Return the index after the last line of the HTML that begins at a line; the line itself if none.

        HTML that is never closed ends with its chunk, not with the document.
        """
        found = _HTML.match(self._lines[first].text)
        if found is None or not (found["tag"] is None or found["tag"].lower() in _BLOCK_TAGS):
            return first
        if self._unclosed_html > _MOST_UNCLOSED:
            return first
        balance = _TagBalance()
        for position in range(first, len(self._lines)):
            if balance.closed_after(self._lines[position].text):
                return position + 1
        self._unclosed_html += 1
        return first


class _TagBalance:
    """Which tags are open after the lines read so far."""

    def __init__(self) -> None:
        self._open: dict[str, int] = {}
        self._count = 0
        self._in_comment = False

    def closed_after(self, line: str) -> bool:
        """Take in one more line, and return whether all is closed at its end."""
        at = 0
        while True:
            if self._in_comment:
                end = line.find("-->", at)
                if end < 0:
                    return False
                self._in_comment, at = False, end + 3
            tag = _TAG.search(line, at)
            if tag is None:
                return self._count == 0
            at = tag.end()
            if tag[0] == "<!--":
                self._in_comment = True
            elif tag[2].lower() not in VOID_TAGS:
                self._take(tag[2].lower(), closes=bool(tag[1]))

    def _take(self, name: str, *, closes: bool) -> None:
        change = -1 if closes else 1
        if self._open.get(name, 0) + change >= 0:
            self._open[name] = self._open.get(name, 0) + change
            self._count += change
