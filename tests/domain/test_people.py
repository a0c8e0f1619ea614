"""People: initials, and roles of those who work alone."""

import pytest

from newsdesk.domain.people import ALL_ROLES, Role, initials_of


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Mara Ilić", "MI"),
        ("đorđe šćepanović", "ĐŠ"),
        ("ana.petrovic", "AP"),
        ("Jan van der Berg", "JVD"),
        ("root", "R"),
        ("42", "?"),
        ("", "?"),
    ],
)
def test_initials_are_the_first_letters_of_up_to_three_names(name: str, initials: str) -> None:
    assert initials_of(name) == initials


def test_nobody_is_the_system_by_default() -> None:
    assert Role.SYSTEM not in ALL_ROLES
