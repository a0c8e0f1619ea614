"""The words of an agency page that are not its story: gate, headings, icons and buttons, in three alphabets."""

import re

from newsdesk.domain.publication import DEFAULT_GATES, GateTexts, Publication

SOURCE_LINE = re.compile(r"(?:source|izvor|извор)\s*:\s*(\S.{0,60})", re.I)
ICON_NAME = re.compile(
    r"(?:[a-z]+(?:_[a-z0-9]+)+|info|share|print|schedule|search|menu|close|person|lock|event|today|home|mail|email"
    r"|link|star|bookmark|comment|favorite|visibility|language|login|public)"
)
ICON_IN_LINE = re.compile(
    r"(?<!\S)(?:access_time|query_builder|watch_later|calendar_today|date_range|photo_camera|camera_alt|chevron_right"
    r"|arrow_forward|arrow_right|keyboard_arrow_right|navigate_next|schedule|event|today|person)(?!\S)\s*"
)
_RELATED = frozenset(
    {
        "related articles",
        "related stories",
        "related news",
        "related",
        "more on this topic",
        "povezani clanci",
        "povezane vesti",
        "povezani tekstovi",
        "slicni clanci",
        "повезани чланци",
        "повезане вести",
        "слични чланци",
    }
)
_LATEST = frozenset(
    {
        "latest news",
        "latest",
        "latest stories",
        "most recent",
        "najnovije vesti",
        "najnovije",
        "poslednje vesti",
        "најновије вести",
        "најновије",
        "последње вести",
    }
)
_BUTTONS = frozenset(
    {
        *("share", "tweet", "facebook", "twitter", "whatsapp", "viber", "linkedin", "telegram", "copy link", "print"),
        *("share this article", "send by email", "share on facebook", "share on twitter", "share on x"),
        *("podeli", "stampaj", "posalji", "kopiraj link", "подели", "штампај", "пошаљи"),
    }
)
_GATE_STRONG = re.compile(
    r"(?:to get full access|already have an account|read up to # articles|subscribe to (?:read|continue)"
    r"|za pun pristup|vec imate nalog|citajte do # clanaka|за пун приступ|већ имате налог|читајте до # чланака)"
)
_GATE_WEAK = re.compile(
    r"(?:subscri\w+|register|log ?in|sign ?(?:in|up)|pretplat\w+|registruj\w+|prijavi\w+"
    r"|претплат\w+|региструј\w+|пријави\w+)\b"
)
FOOTER = re.compile(r"©|\(c\)|all rights reserved|sva prava zadr[zž]ana|сва права задржана|copyright", re.I)
_DIACRITICS = str.maketrans({"č": "c", "ć": "c", "ž": "z", "š": "s", "đ": "dj"})


def folded(text: str) -> str:
    """Return a line for comparison: small letters without diacritics or signs, each number as ``#``."""
    plain = text.casefold().translate(_DIACRITICS)
    return " ".join(re.sub(r"[^\w#]+", " ", re.sub(r"\d+", "#", plain)).split())


def is_related_heading(text: str) -> bool:
    """Tell whether a line heads the related stories."""
    return folded(text) in _RELATED


def is_latest_heading(text: str) -> bool:
    """Tell whether a line heads the latest news."""
    return folded(text) in _LATEST


def is_button(text: str) -> bool:
    """Tell whether a line is the label of a share or print button."""
    return folded(text) in _BUTTONS


def gate_phrases(publication: Publication) -> frozenset[str]:
    """Return every line, folded, that the gate of the publication may be broken into."""
    gates = [*DEFAULT_GATES.values(), *publication.gates.values()]
    return frozenset(folded(phrase) for gate in gates for phrase in _phrases(gate)) - {""}


def opens_gate(text: str, phrases: frozenset[str]) -> bool:
    """Tell whether a line begins the subscription offer."""
    plain = folded(text)
    return len(text) < 200 and (bool(_GATE_STRONG.search(plain)) or (plain in phrases and len(plain) > 12))


def is_gate_line(text: str, phrases: frozenset[str]) -> bool:
    """Tell whether a line inside the subscription offer belongs to it."""
    plain = folded(text)
    if plain in phrases or _GATE_STRONG.search(plain):
        return True
    return len(text) < 100 and bool(_GATE_WEAK.search(plain))


def _phrases(gate: GateTexts) -> tuple[str, ...]:
    promise = re.sub(r"\{number\}", "0", gate.promise)
    return (
        gate.offer_lead,
        gate.offer,
        gate.alternative,
        gate.register,
        promise,
        gate.account,
        gate.log_in,
        f"{gate.account} {gate.log_in}",
        f"{gate.offer_lead} {gate.offer}",
        f"{gate.alternative} {gate.register}",
        f"{gate.register} {promise}",
        f"{gate.alternative} {gate.register} {promise}",
    )
