"""What Newsdesk adds to Python-Markdown: marks as tags, hard breaks, figures, plain indented text."""

import re
import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from newsdesk.text.blocks import FigurePosition

CODE_TAG = "codetext"
"""The element of ``<code>`` written as a tag: its text is Markdown, that of backticks is not."""

_MORE_ESCAPES = "<>~^|&\"=:$@,;/?%'"
_TAGS = (("strong|b", "strong"), ("em|i", "em"), ("u|ins", "u"), ("s|del|strike", "s"), ("sup", "sup"), ("sub", "sub"))
_PLACES = "|".join(place.value for place in FigurePosition if place is not FigurePosition.COLUMN)


class NewsExtension(Extension):
    """Newsdesk Markdown on top of Python-Markdown's own."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register what this extension adds, and take out indented code."""
        md.ESCAPED_CHARS.extend(set(_MORE_ESCAPES) - set(md.ESCAPED_CHARS))
        # One pattern a tag: a pattern is not applied again inside its own match.
        for place, (names, element) in enumerate(_TAGS):
            pattern = rf"<({names})>(.*?)</\1>"
            md.inlinePatterns.register(_Tag(pattern, element, md), f"news_{element}", 99 - place)
        md.inlinePatterns.register(_Tag("<(code)>(.*?)</code>", CODE_TAG, md), "news_code", 92.5)
        md.inlinePatterns.register(_Language(md), "news_language", 92)
        md.inlinePatterns.register(_Break(r"<br ?/?>", md), "news_break", 99.5)
        md.inlinePatterns.register(_Break(r"\\\n *", md), "news_hard_break", 185)
        md.parser.blockprocessors.register(_Figure(md.parser), "news_figure", 95)
        # News copy is indented by accident far more often than it is code.
        md.parser.blockprocessors.deregister("code")


class _Tag(InlineProcessor):
    """A mark written as a tag becomes an element, so that marks ``*`` can't express survive."""

    def __init__(self, pattern: str, element: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self._element = element

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override]  # noqa: N802
        element = ET.Element(self._element)
        element.text = m.group(2)
        return element, m.start(0), m.end(0)


class _Language(InlineProcessor):
    def __init__(self, md: Markdown) -> None:
        super().__init__(r'<span lang="([A-Za-z0-9-]+)">(.*?)</span>', md)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override]  # noqa: N802
        element = ET.Element("span", {"lang": m.group(1)})
        element.text = m.group(2)
        return element, m.start(0), m.end(0)


class _Break(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:  # type: ignore[override]  # noqa: N802
        return ET.Element("br"), m.start(0), m.end(0)


class _Figure(BlockProcessor):
    """``![alt](media:ID "place")`` and, on the next line, ``: caption``; nothing else in the block."""

    _FORM = re.compile(
        rf'!\[((?:[^\]\\\n]|\\.)*)\]\(media:([1-9]\d{{0,17}})(?: "({_PLACES})")?\)(?:\n: (.+))?'
    )

    def test(self, parent: ET.Element, block: str) -> bool:
        return parent.tag == self.parser.md.doc_tag and self._FORM.fullmatch(block) is not None

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        found = self._FORM.fullmatch(blocks.pop(0))
        if found is None:
            return
        alt, photo, place, caption = found.groups()
        attributes = {"photo": photo, "position": place or FigurePosition.COLUMN.value}
        figure = ET.SubElement(parent, "figure", attributes)
        # Kept in an attribute as written: the walk over the tree reads escapes and entities in it.
        figure.set("alt", alt)
        ET.SubElement(figure, "figcaption").text = caption or ""
