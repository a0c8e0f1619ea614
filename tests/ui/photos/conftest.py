"""The photo desk on the screen."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.ui.photos.photo_desk_page import PhotoDeskPage
from tests.ui.photos.desk_records import AGENCIES
from tests.ui.records import pictures_of, running_tasks


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[PhotoDeskPage]:
    """Yield a page without photos, with its agencies."""
    with running_tasks() as tasks:
        made = PhotoDeskPage(pictures_of(tasks))
        qtbot.addWidget(made)
        made.resize(1100, 700)
        made.show_agencies(list(AGENCIES.values()))
        made.show()
        made.activateWindow()
        yield made
