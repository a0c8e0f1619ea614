"""Who a photo is owed to, as far as its own metadata says: the photographer and the agency."""

import re
from collections.abc import Mapping

from newsdesk.domain.credit import Agency
from newsdesk.domain.credit_names import same_name_key
from newsdesk.domain.credit_patterns import agency_named, parse_credit, read_parties

_LONGEST_AGENCY = 80
_RIGHTS_PREFIX = re.compile(r"^(?:copyright|©|\(c\)|(?:19|20)\d\d|[\s:,.-])+", re.IGNORECASE)


def parties(
    *, creator: str, credit: str, source: str, copyright_notice: str, agencies: Mapping[str, Agency]
) -> tuple[str, str]:
    """Return photographer and agency; an agency on the list by its code, another as the file writes it.

    The by-line comes first (``Name / Agency``), then Credit, Source, and the copyright notice.
    """
    name, agency = _from_byline(creator, credit, agencies)
    for text in (credit, source):
        if not agency:
            read_name, agency = _known(text, agencies)
            name = name or read_name
    if not agency and credit and not _same(credit, name) and not _same(credit, creator):
        agency = _beside(name, credit) or (credit if len(credit) <= _LONGEST_AGENCY else "")
    if not agency and copyright_notice:
        agency = _from_copyright(name, copyright_notice, agencies)
    return name, agency


def _from_byline(creator: str, credit: str, agencies: Mapping[str, Agency]) -> tuple[str, str]:
    if read := read_parties(creator, agencies):
        return read.creator, read.agency
    pieces = [piece.strip() for piece in re.split(r"\s+/\s+", creator)]
    if len(pieces) > 1 and all(pieces):
        known = agency_named(pieces[-1], agencies)
        # Some agencies write the whole chain, photographer to agency, into by-line and Credit alike.
        if known or _same(creator, credit):
            return pieces[0], known or pieces[-1]
    return creator, ""


def _known(text: str, agencies: Mapping[str, Agency]) -> tuple[str, str]:
    for form in (text, f"({text})"):
        read = parse_credit(form, agencies)
        if read is not None and read.agency:
            return read.creator, read.agency
    loose = read_parties(text, agencies)
    return (loose.creator, loose.agency) if loose else ("", "")


def _from_copyright(name: str, notice: str, agencies: Mapping[str, Agency]) -> str:
    holder = _RIGHTS_PREFIX.sub("", notice).strip(" .")
    return agency_named(holder, agencies) or agency_named(beside := _beside(name, holder), agencies) or beside


def _beside(name: str, text: str) -> str:
    """Return what stands beside the photographer's name in ``Name/Agency`` or ``Agency / Name``."""
    pieces = [piece.strip() for piece in text.split("/")]
    if not name or len(pieces) != 2:
        return ""
    others = [piece for piece in pieces if not _same(piece, name)]
    return others[0] if len(others) == 1 and len(others[0]) <= _LONGEST_AGENCY else ""


def _same(one: str, other: str) -> bool:
    return bool(one) and same_name_key(one) == same_name_key(other)
