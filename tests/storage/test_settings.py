"""Settings, agencies and people."""

from dataclasses import replace

from newsdesk.domain.credit_patterns import DEFAULT_AGENCIES
from newsdesk.domain.people import ALL_ROLES
from newsdesk.storage.store import SqlStore


def test_new_newsroom_has_no_settings_of_its_own(store: SqlStore) -> None:
    with store.reading() as unit:
        assert unit.settings.all() == {}


def test_last_value_of_a_setting_counts(store: SqlStore) -> None:
    with store.unit() as unit:
        unit.settings.set("publication.name", "Бета")
        unit.settings.set("publication.name", "Beta")
        unit.settings.set("page.latest", "10")
    with store.reading() as unit:
        assert unit.settings.all() == {"publication.name": "Beta", "page.latest": "10"}


def test_new_newsroom_knows_the_agencies(store: SqlStore) -> None:
    with store.reading() as unit:
        assert list(unit.settings.agencies()) == sorted(DEFAULT_AGENCIES, key=lambda agency: agency.code)


def test_changed_agency_comes_back(store: SqlStore) -> None:
    changed = replace(DEFAULT_AGENCIES[0], patterns=("{AGENCY}",), aliases=("Бета",), mandatory_credit=False)
    with store.unit() as unit:
        unit.settings.save_agency(changed)
    with store.reading() as unit:
        assert changed in unit.settings.agencies()
        assert len(unit.settings.agencies()) == len(DEFAULT_AGENCIES)


def test_person_is_made_on_first_sight_with_every_role(store: SqlStore) -> None:
    with store.unit() as unit:
        person = unit.settings.person_for("mara", "Mara Ilić")
    assert (person.account, person.name, person.initials, person.roles) == ("mara", "Mara Ilić", "MI", ALL_ROLES)


def test_known_account_is_the_same_person(store: SqlStore) -> None:
    with store.unit() as unit:
        first = unit.settings.person_for("mara", "Mara Ilić")
    with store.unit() as unit:
        assert unit.settings.person_for("mara", "Somebody") == first
        other = unit.settings.person_for("jovan", "Jovan Kos")
        assert list(unit.settings.people()) == [first, other]
