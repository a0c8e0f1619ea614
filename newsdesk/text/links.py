"""Where a link in a published text may lead."""

import re

from newsdesk.text.normal_form import normal_href

_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060\ufeff]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_ALLOWED = frozenset({"http", "https", "mailto"})


def safe_href(href: str) -> str:
    """Return a link's target in normal form, or nothing where it may not be published.

    Web and mail addresses, relative addresses and places in the same page may.
    """
    # Browsers skip these characters before they look at the scheme.
    bare = _IGNORED.sub("", href)
    before_path = re.split(r"[/?#]", bare, maxsplit=1)[0]
    if ":" in before_path:
        scheme = _SCHEME.match(bare)
        if scheme is None or scheme[1].lower() not in _ALLOWED:
            return ""
    return normal_href(href)
