"""What holds for every test of the editor."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication


@pytest.fixture(autouse=True)
def clean_clipboard(qapp: QGuiApplication) -> Iterator[None]:
    """Leave nothing of Python's on the clipboard: the platform without a screen frees it after Python is gone."""
    yield
    QGuiApplication.clipboard().clear()
