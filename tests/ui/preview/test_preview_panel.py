"""The Preview panel: when it makes its view, what it shows, and what stands in where there is no Chromium."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.ui.preview.page_frame import PageFrame
from newsdesk.ui.preview.plain_preview import PlainPreview
from newsdesk.ui.preview.preview_panel import PreviewPanel
from newsdesk.ui.theme import current_tokens
from tests.builders import a_jpeg
from tests.ui.records import Heard, child, click, settle, texts

HINT = "The page will stand here as readers see it."
PAGE = "<!doctype html><html lang=en><head><title>x</title></head><body><h1>River Town</h1></body></html>"


@pytest.fixture
def no_chromium(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the web view's module be one that can't be loaded."""
    monkeypatch.setitem(sys.modules, "newsdesk.ui.preview.web_preview", None)


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[PreviewPanel]:
    made = PreviewPanel()
    made.resize(400, 700)
    yield made
    # Gone before the program is: Chromium complains of a page that outlives its profile.
    made.deleteLater()
    settle()


def plain(panel: PreviewPanel, qtbot: QtBot, html: str = PAGE) -> PlainPreview:
    """Show a page where there is no Chromium, and return the view that stands in."""
    panel.show()
    panel.show_page(html)
    qtbot.waitUntil(lambda: panel.findChild(PlainPreview) is not None)
    return child(panel, PlainPreview)


def test_panel_tells_when_it_is_looked_at(panel: PreviewPanel) -> None:
    told = Heard(panel.looked_at)
    panel.show()
    panel.hide()
    assert told.told == [True, False]


def test_nothing_is_made_before_it_is_looked_at(panel: PreviewPanel, qtbot: QtBot) -> None:
    panel.show_page(PAGE)
    qtbot.wait(700)
    assert panel.findChildren(PlainPreview) == [] and HINT in texts(panel, QLabel)


def test_nothing_is_made_without_a_story(panel: PreviewPanel, qtbot: QtBot) -> None:
    panel.show()
    qtbot.wait(700)
    assert HINT in texts(panel, QLabel)


@pytest.mark.usefixtures("no_chromium")
def test_plain_text_stands_in_where_chromium_can_not_start(panel: PreviewPanel, qtbot: QtBot) -> None:
    assert "River Town" in plain(panel, qtbot).toPlainText() and HINT not in texts(panel, QLabel)


@pytest.mark.usefixtures("no_chromium")
def test_plain_view_opens_no_link_and_reads_no_file(panel: PreviewPanel, qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "private.jpg"
    picture.write_bytes(a_jpeg())
    view = plain(panel, qtbot, f"<html><body><img src='{picture}'><a href='{picture}'>away</a></body></html>")
    assert view.loadResource(2, str(picture)) is None and not view.openLinks()


@pytest.mark.usefixtures("no_chromium")
def test_plain_view_keeps_its_place_until_the_story_is_another(panel: PreviewPanel, qtbot: QtBot) -> None:
    long = "<html><body>" + "<p>words</p>" * 200 + "</body></html>"
    view = plain(panel, qtbot, long)
    view.verticalScrollBar().setValue(300)
    panel.show_page(long)
    same = view.verticalScrollBar().value()
    panel.clear()
    panel.show_page(long)
    assert (same, view.verticalScrollBar().value()) == (300, 0)


@pytest.mark.usefixtures("no_chromium")
def test_closed_story_leaves_the_hint(panel: PreviewPanel, qtbot: QtBot) -> None:
    view = plain(panel, qtbot)
    panel.clear()
    assert HINT in texts(panel, QLabel) and not view.isVisibleTo(panel)


@pytest.mark.usefixtures("no_chromium")
def test_desktop_is_wider_than_the_phone(panel: PreviewPanel, qtbot: QtBot) -> None:
    plain(panel, qtbot)
    frame = child(panel, PageFrame)
    phone = frame.width()
    click(panel, "Desktop")
    qtbot.waitUntil(lambda: frame.width() > phone)


def test_answer_without_a_view_is_passed_over(panel: PreviewPanel) -> None:
    panel.answer(1, b"", "text/css")
    assert HINT in texts(panel, QLabel)


def test_corners_of_the_page_are_the_panels_ground(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    frame = PageFrame(host)
    page = QWidget()
    page.setStyleSheet("background: #ff0000")
    frame.hold(page)
    frame.resize(200, 200)
    host.resize(200, 200)
    host.show()
    image: QImage = frame.grab().toImage()
    drawn = [image.pixelColor(*place).name() for place in ((0, 0), (199, 0), (100, 100), (10, 199))]
    assert drawn == [current_tokens().panel, current_tokens().panel, "#ff0000", "#ff0000"]


def test_web_view_shows_the_page_and_asks_for_its_resources(panel: PreviewPanel, qtbot: QtBot) -> None:
    pytest.importorskip("PySide6.QtWebEngineWidgets", reason="Qt WebEngine can't be loaded here", exc_type=ImportError)
    wanted = Heard(panel.resource_wanted)
    panel.show()
    panel.show_page(PAGE.replace("<title>", "<link rel=stylesheet href='/site.css'><title>"))
    qtbot.waitUntil(lambda: bool(wanted.told), timeout=20_000)
    assert wanted.told[0][1] == "/site.css" and panel.findChildren(PlainPreview) == []
