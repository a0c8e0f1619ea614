"""The one configured Python-Markdown: source in, ElementTree out."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import RLock

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension

from newsdesk.text.markdown_extension import NewsExtension

DEFINITION = re.compile(r"^ {0,3}\[[^\[\]\n]*\]:", re.MULTILINE)
"""Where a link or a footnote is defined."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definitions:
    """What other parts of a document define: link targets by label, and the labels of footnotes."""

    links: tuple[tuple[str, tuple[str, str]], ...] = ()
    notes: tuple[str, ...] = ()


NO_DEFINITIONS = Definitions()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """What the parser read: the root element and the HTML that its placeholders stand for."""

    root: ET.Element
    html: tuple[str, ...]


class _Parser:
    """One Markdown instance; it keeps state while it works, so one thread at a time may use it."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._notes = FootnoteExtension()
        extensions: Sequence[str | Extension] = ["sane_lists", "tables", "fenced_code", self._notes, NewsExtension()]
        self._markdown = Markdown(extensions=extensions)

    def tree(self, source: str, definitions: Definitions) -> Tree:
        """Return the parsed tree, inline marks included, escapes still in it."""
        with self._lock:
            root = self._blocks(source, definitions)
            inline = self._markdown.treeprocessors["inline"].run(root)
            root = root if inline is None else inline
            stash = self._markdown.htmlStash.rawHtmlBlocks
            return Tree(root=root, html=tuple(map(_as_text, stash)))

    def definitions(self, source: str) -> Definitions:
        """Return what a source defines."""
        with self._lock:
            self._blocks(source, NO_DEFINITIONS)
            links = tuple(self._markdown.references.items())
            return Definitions(links=links, notes=tuple(self._notes.footnotes))

    def html(self, source: str, definitions: Definitions) -> str:
        """Return Python-Markdown's own HTML of a source: not safe, for a sanitiser alone."""
        with self._lock:
            # A source that defines notes shows them itself; one that only cites them needs their numbers.
            own = self.definitions(source).notes
            self._begin(Definitions(links=definitions.links) if own else definitions)
            return self._markdown.convert(source)

    def _blocks(self, source: str, definitions: Definitions) -> ET.Element:
        markdown = self._markdown
        self._begin(definitions)
        lines = source.split("\n")
        for preprocessor in markdown.preprocessors:
            lines = preprocessor.run(lines)
        markdown.parser.parseDocument(lines)
        return markdown.parser.root

    def _begin(self, definitions: Definitions) -> None:
        """Forget the last source, and know what other sources define."""
        self._markdown.reset()
        # A source that failed half-way leaves its nesting behind.
        self._markdown.parser.state.clear()
        self._markdown.references.update(definitions.links)
        for label in definitions.notes:
            self._notes.setFootnote(label, "")


_PARSER = _Parser()


def parse(source: str, definitions: Definitions = NO_DEFINITIONS) -> Tree:
    """Return what Python-Markdown reads in a source.

    Raises:
        RecursionError: if the source is nested deeper than Python's stack.
    """
    return _PARSER.tree(source, definitions)


def definitions_in(sources: Iterable[str]) -> Definitions:
    """Return the link targets and footnotes that the sources define, the first of a label winning."""
    links: dict[str, tuple[str, str]] = {}
    notes: dict[str, None] = {}
    for source in sources:
        if DEFINITION.search(source):
            found = _PARSER.definitions(source)
            links = dict(found.links) | links
            notes |= dict.fromkeys(found.notes)
    return Definitions(links=tuple(links.items()), notes=tuple(notes))


def unsafe_html(source: str, definitions: Definitions = NO_DEFINITIONS) -> str:
    """Return Python-Markdown's HTML of a source, which may hold anything: for a sanitiser alone."""
    return _PARSER.html(source, definitions)


def _as_text(html: object) -> str:
    return html if isinstance(html, str) else ET.tostring(html, encoding="unicode")  # type: ignore[call-overload]
