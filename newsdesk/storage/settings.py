"""Settings, agencies and people."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from newsdesk.domain.credit import Agency
from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.ids import PersonId
from newsdesk.domain.people import ALL_ROLES, Person, Role, initials_of
from newsdesk.storage.tables import AgencyRow, PersonRow, SettingRow
from newsdesk.storage.upsert import insert_into, upsert
from newsdesk.storage.values import require_storable


class SqlSettings:
    """The settings of one unit."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> Mapping[str, str]:
        """Return every setting that was ever set."""
        return {row.key: row.value for row in self._session.scalars(select(SettingRow))}

    def set(self, key: str, value: str) -> None:
        """Keep a setting."""
        require_storable([("key", key), (key, value)])
        upsert(self._session, SettingRow, {"key": key, "value": value}, ("key",))

    def agencies(self) -> Sequence[Agency]:
        """Return the newsroom's agencies, by code."""
        rows = self._session.scalars(select(AgencyRow))
        return sorted((_agency(row) for row in rows), key=lambda agency: agency.code)

    def save_agency(self, agency: Agency) -> None:
        """Add or change an agency."""
        require_storable([("agency", word) for word in (agency.code, agency.name, *agency.patterns, *agency.aliases)])
        values = {
            "code": agency.code,
            "name": agency.name,
            "patterns": list(agency.patterns),
            "aliases": list(agency.aliases),
            "mandatory_credit": agency.mandatory_credit,
            "rights_profile": agency.rights_profile,
        }
        upsert(self._session, AgencyRow, values, ("code",))

    def person_for(self, account: str, name: str) -> Person:
        """Return the person behind a system account, made on first sight with every role."""
        known = self._person(account)
        if known is not None:
            return known
        require_storable([("account", account), ("name", name)])
        values = {"account": account, "name": name, "initials": initials_of(name), "roles": sorted(map(str, ALL_ROLES))}
        # The same person may start Newsdesk twice at once.
        self._session.execute(insert_into(self._session, PersonRow).values(values).on_conflict_do_nothing())
        made = self._person(account)
        if made is None:
            raise NotFoundError(kind="person", id=account)
        return made

    def people(self) -> Sequence[Person]:
        """Return everybody, in the order in which they came."""
        return [_person(row) for row in self._session.scalars(select(PersonRow).order_by(PersonRow.id))]

    def _person(self, account: str) -> Person | None:
        row = self._session.scalar(select(PersonRow).where(PersonRow.account == account))
        return _person(row) if row is not None else None


def _agency(row: AgencyRow) -> Agency:
    return Agency(
        code=row.code,
        name=row.name,
        patterns=tuple(row.patterns),
        aliases=tuple(row.aliases),
        mandatory_credit=row.mandatory_credit,
        rights_profile=row.rights_profile,
    )


def _person(row: PersonRow) -> Person:
    return Person(
        id=PersonId(row.id),
        account=row.account,
        name=row.name,
        initials=row.initials,
        roles=frozenset(Role(role) for role in row.roles),
    )
