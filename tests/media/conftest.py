"""One media worker for all tests of this folder: the real process, as the program runs it."""

from collections.abc import Iterator

import pytest

from newsdesk.media.worker import MediaWorker


@pytest.fixture(scope="session")
def worker() -> Iterator[MediaWorker]:
    """Lend a media worker that is closed after the last test."""
    running = MediaWorker()
    yield running
    running.close()
