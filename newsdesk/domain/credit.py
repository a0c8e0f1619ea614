"""Credits: the parties behind a photo, and the line that an agency's pattern makes of them."""

from dataclasses import dataclass
from enum import StrEnum


class PartyKind(StrEnum):
    """What a party did for a photo (IPTC Photo Metadata: Creator, Credit Line, Supplier)."""

    CREATOR = "creator"
    AGENCY = "agency"
    VIA = "via"
    HANDOUT = "handout"
    POOL = "pool"
    COURTESY = "courtesy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One name on a credit; the name of an agency is its code."""

    kind: PartyKind
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Who a photo is owed to, in the order in which they print."""

    parties: tuple[Party, ...] = ()

    def name_of(self, kind: PartyKind) -> str:
        """Return the first name of that kind, or an empty text."""
        return next((party.name for party in self.parties if party.kind is kind), "")

    @property
    def creator(self) -> str:
        """The photographer, in the script in which the name was read."""
        return self.name_of(PartyKind.CREATOR)

    @property
    def agency(self) -> str:
        """The agency's code, as its pattern prints it."""
        return self.name_of(PartyKind.AGENCY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """An agency with the patterns that print and read its credits.

    ``patterns`` are tried in order: the first whose every token has a party prints the line.
    ``aliases`` are other spellings under which files name the agency.
    """

    code: str
    name: str
    patterns: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    mandatory_credit: bool = True
    rights_profile: str = "agency_subscription"


def credit_of(creator: str = "", agency: str = "") -> Credit:
    """Return the credit of a photographer, an agency, or both; blanks are left out."""
    parties = []
    if creator.strip():
        parties.append(Party(kind=PartyKind.CREATOR, name=creator.strip()))
    if agency.strip():
        parties.append(Party(kind=PartyKind.AGENCY, name=agency.strip()))
    return Credit(parties=tuple(parties))
