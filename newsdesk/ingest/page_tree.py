"""A saved page as a tree: parsed under caps, without its dead parts, every paragraph an element of its own."""

import re
from collections import Counter

from lxml import etree, html
from lxml.html import HtmlElement

from newsdesk.ingest.refusals import NoStoryError, PageTooDeepError
from newsdesk.text.html_depth import tag_depth

DEPTH_LIMIT = 200
"""Real pages stay below 80."""
_DEAD = {
    "script": "",
    "style": "",
    "template": "",
    "link": "",
    "meta": "",
    "base": "",
    "noscript": "",
    "svg": "",
    "canvas": "",
    "math": "",
    "param": "",
    "source": "",
    "track": "",
    "frameset": "",
    "select": "",
    "textarea": "",
    "input": "",
    "datalist": "",
    "progress": "",
    "button": "buttons",
    "iframe": "embedded frames",
    "object": "embedded frames",
    "embed": "embedded frames",
    "applet": "embedded frames",
    "video": "videos",
    "audio": "sound",
    "map": "",
    "dialog": "dialogs",
}
_BLOCK_TAGS = (
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
BLOCKS = frozenset(_BLOCK_TAGS.split())
_FLOW_TAGS = "article aside blockquote body center dd details div fieldset footer form header li main section td th"
_FLOW = frozenset(_FLOW_TAGS.split())
_CELLS = frozenset({"li", "td", "th", "dd"})
_STORY_NAMES = re.compile(
    r"(?:article|story|entry|post|news)[-_]*(?:body|content|text|copy)(?![-_]*(?:ad|foot|meta|top))"
    r"|body-?(?:copy|text)|articlebody",
    re.I,
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x80-\x9f\ud800-\udfff\ufffe\uffff]")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def parse_page(source: str, file: str) -> HtmlElement:
    """Return the page's root element.

    Raises:
        PageTooDeepError: if elements are nested deeper than ``DEPTH_LIMIT``.
        NoStoryError: if there is no element at all.
    """
    if tag_depth(source) > DEPTH_LIMIT:
        raise PageTooDeepError(file=file, limit=DEPTH_LIMIT)
    # lxml refuses a text that declares an encoding of its own; a NUL would end it.
    bare = re.sub(r"^\s*<\?xml[^>]*\?>", "", _CONTROL.sub(_printable, source))
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(bare.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise NoStoryError(file=file) from error
    if root.find("body") is None:
        raise NoStoryError(file=file)
    _drop_controls(root)
    return root


def body_of(root: HtmlElement) -> HtmlElement:
    """Return the body element of a parsed page."""
    body = root.find("body")
    return root if body is None else body


def strip_dead_parts(root: HtmlElement, left_out: Counter[str]) -> None:
    """Take out what no reader sees as text: scripts, styles, frames, films, forms' fields, hidden elements."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            drop(element)
        elif element.tag in _DEAD:
            if _DEAD[element.tag] and element.getparent() is not None:
                left_out[_DEAD[element.tag]] += 1
            drop(element)
        elif element.tag not in ("html", "body") and _hidden(element):
            drop(element)


def names_story(element: HtmlElement) -> bool:
    """Tell whether an element's own names call it the body of a story."""
    if element.tag in ("html", "body", "p"):
        return False
    names = " ".join(element.get(attribute, "") for attribute in ("class", "id", "itemprop"))
    return bool(_STORY_NAMES.search(names))


def drop(element: HtmlElement) -> None:
    """Take an element out of its tree; the text after it stays."""
    if element.getparent() is not None:
        element.drop_tree()


def give_paragraphs(body: HtmlElement) -> None:
    """Put every stretch of loose text beside blocks into a paragraph; two line breaks part paragraphs."""
    for element in list(body.iter(*_FLOW, "p")):
        if element.tag == "p":
            _split_at_breaks(element)
        elif element.tag not in _CELLS or _holds_paragraphs(element):
            _wrap_loose_text(element)


def split_headers(body: HtmlElement, mark: re.Pattern[str]) -> None:
    """Split paragraphs at every line break where one of their lines begins with the mark."""
    for element in list(body.iter("p")):
        breaks = element.findall("br")
        lines = [element.text, *(line.tail for line in breaks)]
        if breaks and any(mark.match((line or "").strip()) for line in lines):
            for line in breaks:
                line.addprevious(html.Element("br"))
            _split_at_breaks(element)


def _drop_controls(root: HtmlElement) -> None:
    """Mend what references bring in: a tree takes ``&#1;`` not back, so it is dropped; ``&#151;`` is a dash."""
    for element in root.iter():
        if element.text and _CONTROL.search(element.text):
            element.text = _CONTROL.sub(_printable, element.text)
        if element.tail and _CONTROL.search(element.tail):
            element.tail = _CONTROL.sub(_printable, element.tail)
        for name, value in element.items():
            if _CONTROL.search(value):
                element.set(name, _CONTROL.sub(_printable, value))


def _printable(found: re.Match[str]) -> str:
    """Return what numbers 128 to 159 mean in HTML (WHATWG HTML, numeric character reference end state)."""
    code = ord(found[0])
    return bytes([code]).decode("cp1252", "ignore") if 0x80 <= code <= 0x9F else ""


def _hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return bool(_HIDDEN_STYLE.search(element.get("style", "")))


def _wrap_loose_text(element: HtmlElement) -> None:
    """Wrap runs of text and inline elements; a run ends at a block and at a line break."""
    parts: list[str | HtmlElement] = [element.text or ""]
    for child in list(element):
        tail, child.tail = child.tail, None
        parts.extend((child, tail or ""))
        element.remove(child)
    element.text = None
    paragraph: HtmlElement | None = None
    for part in parts:
        if isinstance(part, str):
            if part.strip() and paragraph is None:
                paragraph = etree.SubElement(element, "p")
            if paragraph is not None:
                _append_text(paragraph, part)
        elif part.tag == "br":
            paragraph = None
        elif part.tag in BLOCKS or _holds_block(part):
            paragraph = None
            element.append(part)
        else:
            if paragraph is None:
                paragraph = etree.SubElement(element, "p")
            paragraph.append(part)


def _holds_paragraphs(cell: HtmlElement) -> bool:
    return len(cell.findall("br")) > 1 or any(child.tag in BLOCKS for child in cell)


def _holds_block(element: HtmlElement) -> bool:
    return any(child.tag in BLOCKS for child in element.iterdescendants())


def _split_at_breaks(element: HtmlElement) -> None:
    """Split a paragraph where two line breaks follow one another."""
    parent = element.getparent()
    if parent is None or len(element.findall("br")) < 2:
        return
    pieces: list[HtmlElement] = [_like(element)]
    _append_text(pieces[-1], element.text or "")
    breaks = 0
    for child in list(element):
        tail, child.tail = child.tail, None
        if child.tag == "br":
            breaks += 1
            if breaks == 2:
                if len(pieces[-1]) and pieces[-1][-1].tag == "br":
                    pieces[-1].remove(pieces[-1][-1])
                pieces.append(_like(element))
            elif breaks == 1:
                pieces[-1].append(child)
        else:
            breaks = 0
            pieces[-1].append(child)
        if tail and tail.strip():
            breaks = 0
        _append_text(pieces[-1], tail or "")
    if len(pieces) > 1:
        for piece in pieces:
            element.addprevious(piece)
        element.drop_tree()
    else:
        element.text = pieces[0].text
        element[:] = pieces[0][:]


def _like(element: HtmlElement) -> HtmlElement:
    piece = html.Element("p")
    if element.get("class"):
        piece.set("class", element.get("class"))
    return piece


def _append_text(element: HtmlElement, text: str) -> None:
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
