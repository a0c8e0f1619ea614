"""A terminal in an empty newsroom, on SQLite and, where a test says so, on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.terminal import Terminal
from tests.storage.conftest import own_schema


@pytest.fixture
def terminal(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Terminal:
    """Return a terminal; the newsroom's folder does not exist yet."""
    return Terminal(str(tmp_path / "newsroom"), tmp_path, capsysbinary)


@pytest.fixture(params=["sqlite", "postgresql"])
def either(
    request: pytest.FixtureRequest, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> Iterator[Terminal]:
    """Yield a terminal in a newsroom on each database."""
    if request.param == "sqlite":
        yield Terminal(str(tmp_path / "newsroom"), tmp_path, capsysbinary)
        return
    with own_schema(request.getfixturevalue("postgres_url")) as address:
        yield Terminal(address, tmp_path, capsysbinary)
