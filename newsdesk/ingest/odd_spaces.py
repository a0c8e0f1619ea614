"""The spaces that saving a page leaves behind: unbreakable, doubled, without width."""

import re

_ODD = re.compile("[ \t]*[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000][\\s\u00a0]*|[ \t]{2,}|[ \t]*\t[ \t]*")
_NO_WIDTH = re.compile("[\u200b\u2060\ufeff\u00ad]")


def tidy(text: str) -> str:
    """Return a text on one line: one plain space between words, none at the edges."""
    return " ".join(_NO_WIDTH.sub("", text).split())


def count_odd(text: str) -> int:
    """Return how many stretches of odd spaces a text has."""
    return len(_ODD.findall(text)) + len(_NO_WIDTH.findall(text))
