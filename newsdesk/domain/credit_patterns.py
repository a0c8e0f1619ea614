"""Credit lines: an agency's patterns print the parties of a credit, and read them back exactly."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from newsdesk.domain.credit import Agency, Credit, Party, PartyKind, credit_of
from newsdesk.domain.credit_names import ascii_upper, same_name_key, upper
from newsdesk.domain.errors import InvalidValueError

DEFAULT_AGENCIES: tuple[Agency, ...] = (
    Agency(
        code="BETAPHOTO",
        name="Beta Photo",
        patterns=("({AGENCY}/{CREATOR_ASCII_UPPER})", "({AGENCY})"),
        aliases=("Beta", "Beta Foto", "Novinska agencija Beta", "Beta News Agency"),
        rights_profile="staff",
    ),
    Agency(
        code="TANJUG",
        name="Tanjug",
        patterns=("({AGENCY}/{CREATOR_ASCII_UPPER})", "({AGENCY})"),
        aliases=("Tanjug Foto", "Novinska agencija Tanjug"),
    ),
    Agency(
        code="AP",
        name="AP",
        patterns=("({creator}/{source} via AP)", "({source} via AP)", "(AP Photo[/{creator}])"),
        aliases=("AP Photo", "AP Images", "Associated Press", "The Associated Press"),
    ),
    Agency(
        code="REUTERS",
        name="Reuters",
        patterns=("{source}/Handout via REUTERS", "REUTERS[/{creator}]"),
        aliases=("Thomson Reuters", "Reuters Pictures"),
    ),
    Agency(
        code="GETTY",
        name="Getty Images",
        patterns=("{creator}/{source} via Getty Images", "Photo by {creator}/Getty Images", "Getty Images"),
        aliases=("Getty", "Getty Images Europe", "Getty Images News"),
    ),
    Agency(code="AFP", name="AFP", patterns=("[{creator}/]AFP",), aliases=("Agence France-Presse", "AFP Photo")),
    Agency(
        code="EPA",
        name="EPA",
        patterns=("EPA[/{CREATOR_UPPER}]",),
        aliases=("EPA-EFE", "EPA Images", "European Pressphoto Agency"),
    ),
    Agency(
        code="HANDOUT",
        name="Handout",
        patterns=("({source}/Handout)", "({creator}/Handout)"),
        rights_profile="handout",
    ),
    Agency(
        code="NEWSDESK",
        name="Newsdesk",
        patterns=("(Illustration: [{creator}/]Newsdesk)",),
        rights_profile="staff",
    ),
)
"""The agencies that a new newsroom starts with (forms: AP Stylebook 2017, Getty editorial policy, the desk's use)."""

_SOURCES = (PartyKind.HANDOUT, PartyKind.POOL, PartyKind.COURTESY)
_LONGEST_LINE = 300

_TOKENS: dict[str, tuple[tuple[PartyKind, ...], Callable[[str], str]]] = {
    "creator": ((PartyKind.CREATOR,), str),
    "CREATOR_UPPER": ((PartyKind.CREATOR,), upper),
    "CREATOR_ASCII_UPPER": ((PartyKind.CREATOR,), ascii_upper),
    "source": (_SOURCES, str),
    "via": ((PartyKind.VIA,), str),
}
_AGENCY_TOKENS = ("AGENCY", "agency")
_PIECE = re.compile(r"\{(?P<token>[^{}\[\]]*)\}|(?P<literal>[^{}\[\]]+)|(?P<stray>[{}\[\]])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """One literal or token; pieces of the same ``group`` above 0 print together or not at all."""

    text: str
    token: bool
    group: int


def check_pattern(pattern: str) -> None:
    """Accept a pattern of literals, ``{tokens}`` and ``[optional parts]``.

    Raises:
        InvalidValueError: if a token is unknown, a bracket is open or nested, or nothing would print.
    """
    _pieces(pattern)


def by_code(agencies: Iterable[Agency]) -> dict[str, Agency]:
    """Return agencies under their codes, in their order."""
    return {agency.code: agency for agency in agencies}


def agency_named(text: str, agencies: Mapping[str, Agency]) -> str:
    """Return the code of the agency that a file names by code, name or alias, or an empty text."""
    wanted = same_name_key(text)
    if not wanted:
        return ""
    for agency in agencies.values():
        if any(same_name_key(spelling) == wanted for spelling in (agency.code, agency.name, *agency.aliases)):
            return agency.code
    return ""


def render_credit(credit: Credit, agencies: Mapping[str, Agency]) -> str:
    """Return the line that prints for a credit, or an empty text where no pattern has all its parties.

    A photographer without an agency stands alone in brackets; an agency that is not on the list, with
    the photographer's name, does too, but can't be read back.
    """
    if not credit.agency:
        creator = _printed(credit, (PartyKind.CREATOR,))
        return f"({creator})" if creator else ""
    agency = agencies.get(credit.agency) or _unlisted(credit.agency)
    lines = (_line(pattern, credit, agency) for pattern in agency.patterns)
    return next((line for line in lines if line), "")


def parse_credit(line: str, agencies: Mapping[str, Agency]) -> Credit | None:
    """Return the credit that prints as this line, or None where no pattern prints it.

    ``render_credit`` of the result is the line, character by character. Of two patterns that read a
    line the one with more words of its own wins, then the one that stands first.
    """
    if len(line) > _LONGEST_LINE or line != line.strip():
        return None
    readings: list[tuple[int, Credit]] = []
    for agency in agencies.values():
        for pattern in agency.patterns:
            if match := _expression(pattern, agency).fullmatch(line):
                names = {token: name for token, name in match.groupdict().items() if name is not None}
                own_words = len(line) - sum(len(name) for name in names.values())
                readings.append((own_words, _credit(names, agency)))
    readings.sort(key=lambda reading: -reading[0])
    if alone := re.fullmatch(r"\(([^/()\[\]:]+)\)", line):
        readings.append((0, credit_of(creator=alone[1])))
    return next((credit for _, credit in readings if render_credit(credit, agencies) == line), None)


@lru_cache(maxsize=256)
def _pieces(pattern: str) -> tuple[_Piece, ...]:
    pieces: list[_Piece] = []
    group = groups = 0
    for found in _PIECE.finditer(pattern):
        if found["literal"] is not None:
            pieces.append(_Piece(text=found["literal"], token=False, group=group))
        elif found["token"] in _TOKENS or found["token"] in _AGENCY_TOKENS:
            pieces.append(_Piece(text=found["token"], token=True, group=group))
        elif found["stray"] == "[" and not group:
            groups += 1
            group = groups
        elif found["stray"] == "]" and group:
            group = 0
        else:
            raise _no_pattern(pattern)
    if group or not pieces:
        raise _no_pattern(pattern)
    return tuple(pieces)


def _no_pattern(pattern: str) -> InvalidValueError:
    tokens = ", ".join(f"{{{token}}}" for token in (*_AGENCY_TOKENS, *_TOKENS))
    return InvalidValueError(field="pattern", value=pattern, allowed=f"words, {tokens} and [optional parts]")


def _line(pattern: str, credit: Credit, agency: Agency) -> str:
    """Print one pattern, or nothing where a token that is not optional has no party."""
    pieces = _pieces(pattern)
    printed = [_value(piece, credit, agency) for piece in pieces]
    silent = {piece.group for piece, text in zip(pieces, printed, strict=True) if not text}
    if 0 in silent:
        return ""
    return "".join(text for piece, text in zip(pieces, printed, strict=True) if piece.group not in silent)


def _value(piece: _Piece, credit: Credit, agency: Agency) -> str:
    if not piece.token:
        return piece.text
    if piece.text in _AGENCY_TOKENS:
        return _agency_text(piece.text, agency)
    kinds, written = _TOKENS[piece.text]
    return written(_printed(credit, kinds))


def _agency_text(token: str, agency: Agency) -> str:
    return upper(agency.code) if token == "AGENCY" else agency.name


def _printed(credit: Credit, kinds: tuple[PartyKind, ...]) -> str:
    """Join the names of the first kind that has any, each once, spaces made single."""
    for kind in kinds:
        names = dict.fromkeys(" ".join(party.name.split()) for party in credit.parties if party.kind is kind)
        if joined := ", ".join(name for name in names if name):
            return joined
    return ""


def _unlisted(name: str) -> Agency:
    return Agency(code=name, name=name, patterns=("({agency}[/{creator}])",))


@lru_cache(maxsize=256)
def _expression(pattern: str, agency: Agency) -> re.Pattern[str]:
    """Turn a pattern into the expression that reads its lines; a name holds neither slash nor bracket."""
    parts: list[str] = []
    seen: set[str] = set()
    group = 0
    for piece in _pieces(pattern):
        if piece.group != group:
            parts.append(")?" if group else "")
            parts.append("(?:" if piece.group else "")
            group = piece.group
        if not piece.token:
            parts.append(re.escape(piece.text))
        elif piece.text in _AGENCY_TOKENS:
            parts.append(re.escape(_agency_text(piece.text, agency)))
        elif piece.text in seen:
            parts.append(f"(?P={piece.text})")
        else:
            seen.add(piece.text)
            parts.append(rf"(?P<{piece.text}>[^/()\[\]\n]+?)")
    return re.compile("".join(parts) + (")?" if group else ""))


def _credit(names: Mapping[str, str], agency: Agency) -> Credit:
    parties: list[Party] = []
    for token, (kinds, _) in _TOKENS.items():
        known = {party.kind for party in parties}
        if token in names and kinds[0] not in known:
            parties.append(Party(kind=kinds[0], name=names[token]))
    # In the order in which they print: the photographer, then the agency, then who passed the picture on.
    place = 1 if parties and parties[0].kind is PartyKind.CREATOR else 0
    parties.insert(place, Party(kind=PartyKind.AGENCY, name=agency.code))
    return Credit(parties=tuple(parties))


_MARKER = re.compile(
    r"(?:^|[\s(\[.,;:|–—-])(?:photo|photograph|picture|foto|fotografija|фото|фотографија)\s*(?:by\s*)?:\s*(?P<credit>[^\n]+)$",
    re.IGNORECASE,
)
_LAST_BRACKETS = re.compile(r"(?P<credit>\([^()]+\))\s*\.?$")
_BRACKET_MARKER = re.compile(r"^(?:photo|foto|фото)\s*:\s*", re.IGNORECASE)
_LINE_START = re.compile(r"(?:^|(?<=[.!?…”\"'|–—])\s+|\n\s*)(?=\S)")


def split_caption(text: str, agencies: Mapping[str, Agency]) -> tuple[str, Credit | None]:
    """Return a caption without the credit that ends it, and that credit.

    A credit is the line of an agency's pattern, or an agency and a name after ``Photo:`` or ``Foto:``.
    Where none is found the text comes back as it is, with None; "(left)" is no photographer.
    """
    whole = text.strip()
    for found in (_LAST_BRACKETS.search(whole), _MARKER.search(whole)):
        if found is None:
            continue
        credit = _agency_credit(found["credit"], agencies)
        if credit is not None:
            return whole[: found.start()].rstrip(" \t\n\u00a0([,;:|–—-"), credit
    for start in _LINE_START.finditer(whole, max(0, len(whole) - _LONGEST_LINE)):
        credit = parse_credit(whole[start.end() :], agencies)
        if credit is not None and credit.agency:
            return whole[: start.start()].rstrip(), credit
    return text, None


def read_parties(text: str, agencies: Mapping[str, Agency]) -> Credit | None:
    """Return the credit of a text such as ``Name / Agency``, ``AGENCY/Name`` or an agency alone, else None."""
    if code := agency_named(text, agencies):
        return credit_of(agency=code)
    pieces = [piece.strip() for piece in text.split("/")]
    if len(pieces) != 2 or not all(pieces):
        return None
    first, second = (agency_named(piece, agencies) for piece in pieces)
    if first:
        return credit_of(creator=pieces[1], agency=first)
    return credit_of(creator=pieces[0], agency=second) if second else None


def _agency_credit(words: str, agencies: Mapping[str, Agency]) -> Credit | None:
    """Read a credit in brackets or after a marker; a name alone is not enough."""
    words = words.strip().removesuffix(".")
    inside = words.strip("()[] ")
    unmarked = _BRACKET_MARKER.sub("", inside)
    for form in (words, unmarked, f"({unmarked})"):
        credit = parse_credit(form, agencies)
        if credit is not None and credit.agency:
            return credit
    # "(beta)" names a version, not the agency: in bare brackets an alias takes a name beside it.
    if words.startswith("(") and unmarked == inside and "/" not in inside:
        return None
    return read_parties(unmarked, agencies)
