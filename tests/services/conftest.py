"""A newsroom at work for each test, on SQLite; the core of them on PostgreSQL too."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.services.newsroom import Newsroom
from tests.builders import Clock, a_newsroom
from tests.storage.conftest import own_schema


@pytest.fixture
def clock() -> Clock:
    """Return the newsroom's clock."""
    return Clock()


@pytest.fixture
def newsroom(tmp_path: Path, clock: Clock) -> Iterator[Newsroom]:
    """Yield an empty newsroom in a folder."""
    opened = a_newsroom(tmp_path / "newsroom", clock)
    yield opened
    opened.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Iterator[Newsroom]:
    """Yield an empty newsroom on each database."""
    folder = tmp_path / "newsroom"
    if request.param == "sqlite":
        opened = a_newsroom(folder, clock)
        yield opened
        opened.close()
        return
    with own_schema(request.getfixturevalue("postgres_url")) as address:
        opened = a_newsroom(folder, clock, address=address)
        yield opened
        opened.close()
