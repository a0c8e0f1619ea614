"""How deep the tags of an HTML text are nested: one pass, before any parser sees it."""

import re

VOID_TAGS = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
"""Elements that never have an end tag."""

# An open one of these is closed by the next, so a page that leaves them all open is not deep.
_CLOSED_BY_NEXT = frozenset(
    {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup"}
)
_TEXT_ONLY = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_TAG = re.compile(r"<(?:!--|(/?)([A-Za-z][A-Za-z0-9]*))")


def tag_depth(html: str) -> int:
    """Return how many elements are open at once, at most; comments and scripts are stepped over."""
    open_tags: dict[str, int] = {}
    deepest = depth = 0
    position = 0
    while tag := _TAG.search(html, position):
        position = tag.end()
        if tag[2] is None:
            end = html.find("-->", position)
            position = end + 3 if end >= 0 else position
            if end < 0:
                break
            continue
        name = tag[2].lower()
        if name in VOID_TAGS or name in _CLOSED_BY_NEXT:
            continue
        if tag[1]:
            if open_tags.get(name):
                open_tags[name] -= 1
                depth -= 1
            continue
        if name in _TEXT_ONLY:
            position = _end_of_text(html, position, name)
            continue
        open_tags[name] = open_tags.get(name, 0) + 1
        depth += 1
        deepest = max(deepest, depth)
    return deepest


def _end_of_text(html: str, position: int, name: str) -> int:
    """Return where the content of a script or the like ends: at its end tag, else at the text's end."""
    end = re.compile(f"</{name}", re.IGNORECASE).search(html, position)
    return len(html) if end is None else end.start()
