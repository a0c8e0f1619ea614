"""Where a link may point, from what a person typed or pasted."""

import re
from urllib.parse import urlsplit

from newsdesk.domain.errors import NewsdeskError
from newsdesk.text.normal_form import normal_href


class LinkRefusedError(NewsdeskError):
    """A text is no address for a link; fields: ``address``."""

    sentence = "{address} is no address that a story can link to."
    way_out = "It takes a web address or an e-mail address."


_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_MAIL = re.compile(r"[^\s@/:]+@[^\s@/:]+\.[^\s@/:.]{2,}")
_HOST = re.compile(r"(?:[^\s/:@.]+\.)+[^\s/:@.]{2,}(?::\d+)?(?:[/?#]\S*)?")


def clean_link(text: str) -> str:
    """Return the address that a text names: http, https or mailto, the scheme filled in where it lacks.

    Raises:
        LinkRefusedError: if it names none of these.
    """
    address = "".join(text.split()).strip("<>")
    if _MAIL.fullmatch(address):
        return f"mailto:{normal_href(address)}"
    if not _SCHEME.match(address) or _HOST.fullmatch(address):
        if not _HOST.fullmatch(address):
            raise LinkRefusedError(address=text.strip())
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        has_place = bool(parts.hostname) if parts.scheme.lower() in ("http", "https") else False
    except ValueError as problem:
        raise LinkRefusedError(address=text.strip()) from problem
    if has_place or (parts.scheme.lower() == "mailto" and _MAIL.fullmatch(parts.path)):
        return normal_href(parts.scheme.lower() + address[len(parts.scheme) :])
    raise LinkRefusedError(address=text.strip())
