"""The people of a newsroom and what their roles let them do."""

from dataclasses import dataclass
from enum import StrEnum

from newsdesk.domain.ids import PersonId


class Role(StrEnum):
    """What a person is trusted with."""

    REPORTER = "reporter"
    EDITOR = "editor"
    COPY_CHIEF = "copy_chief"
    PHOTO_EDITOR = "photo_editor"
    FACT_CHECKER = "fact_checker"
    LAWYER = "lawyer"
    DUTY_EDITOR = "duty_editor"
    ADMIN = "admin"
    SYSTEM = "system"


ALL_ROLES = frozenset(role for role in Role if role is not Role.SYSTEM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who works in the newsroom; every change names one as its actor."""

    id: PersonId
    account: str
    name: str
    initials: str
    roles: frozenset[Role] = ALL_ROLES


def initials_of(name: str) -> str:
    """Return up to three upper-case initials of a name, or ``?`` where it has no letters."""
    letters = [word[0] for word in name.replace(".", " ").replace("_", " ").split() if word[0].isalpha()]
    return "".join(letters[:3]).upper() or "?"
