"""Where newsrooms lie: folders, servers, and what of an address may be shown."""

from pathlib import Path

import pytest

from newsdesk.app.paths import (
    default_newsroom,
    is_shared,
    newsroom_folder,
    public_address,
    resources,
    server_address,
    shared_folder,
)
from newsdesk.domain.errors import InvalidValueError

_SERVERS = [
    "postgresql://mara:secret@db.example/desk",
    "postgres://mara:secret@db.example/desk",
    "postgresql+psycopg://mara:secret@db.example/desk",
    "postgresql+psycopg2://mara:secret@db.example/desk",
]


@pytest.mark.parametrize("address", _SERVERS)
def test_every_spelling_of_a_server_is_the_same_shared_newsroom(address: str) -> None:
    assert is_shared(address)
    assert server_address(address) == "postgresql+psycopg://mara:secret@db.example/desk"
    assert shared_folder(address) == shared_folder(_SERVERS[0])


def test_two_people_of_one_server_share_its_folder_on_a_machine() -> None:
    assert shared_folder("postgresql://ana:other@db.example/desk") == shared_folder(_SERVERS[0])


def test_another_database_has_another_folder() -> None:
    assert shared_folder("postgresql://mara:secret@db.example/other") != shared_folder(_SERVERS[0])


@pytest.mark.parametrize("address", ["desk", "./postgres", "/srv/postgresql:/x", "C:\\desk", "file:///srv/desk"])
def test_a_folder_is_no_server(address: str) -> None:
    assert not is_shared(address)


@pytest.mark.parametrize(
    ("address", "folder"),
    [("desk", "desk"), ("/srv/my desk", "/srv/my desk"), ("file:///srv/my%20desk", "/srv/my desk")],
)
def test_a_folder_is_named_as_a_path_or_as_an_address(address: str, folder: str) -> None:
    assert newsroom_folder(address) == Path(folder)


def test_a_folder_may_begin_at_the_persons_home() -> None:
    assert newsroom_folder("~/desk") == Path.home() / "desk"


@pytest.mark.parametrize("address", ["mysql://root:pw@localhost/x", "s3://bucket", "https://desk.example"])
def test_another_kind_of_address_is_refused_without_its_password(address: str) -> None:
    with pytest.raises(InvalidValueError, match="postgresql://") as caught:
        newsroom_folder(address)
    assert "pw" not in str(caught.value)


def test_a_password_is_never_shown() -> None:
    assert public_address(_SERVERS[0]) == "postgresql://db.example/desk"


def test_the_default_newsroom_lies_in_the_persons_own_data() -> None:
    assert default_newsroom().parts[-2:] == ("Newsdesk", "newsroom")


def test_resources_come_with_the_program() -> None:
    assert {"fonts", "icons", "templates", "sample"} <= {path.name for path in resources().iterdir()}
