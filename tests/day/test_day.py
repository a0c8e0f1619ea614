"""An editor's day in the real window: from a saved page to a credited, published page and a briefing.

Every step is done by keys and clicks as a person does them; only file dialogs are answered for the
person. The numbered pictures land in ``docs/pictures``.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QListView, QPushButton, QWidget

from newsdesk.app.screenshots import Camera
from newsdesk.app.window import NewsroomDoor
from newsdesk.domain.workflow import State
from newsdesk.ui.main_window.desk_layout import EDITOR_LEAST
from newsdesk.ui.main_window.rooms import Rooms
from newsdesk.ui.main_window.window import MainWindow
from newsdesk.ui.photos.photo_card import PhotoCard
from newsdesk.ui.start.start_page import Choice
from newsdesk.ui.theme import Theme, apply_theme, load_fonts
from newsdesk.ui.widgets.wrapped_button import WrappedButton
from tests import corpus

PICTURES = corpus.ROOT / "docs" / "pictures"
SAMPLE = corpus.ROOT / "resources" / "sample"
HEADLINE_ADDED = " Tonight"
SAMPLE_STORIES = 12
SENTENCE = "The dome will stay open until midnight. "


class Desk:
    """The window with the hands of an editor."""

    def __init__(self, app: QApplication, folder: Path, answers: dict[str, object], prefix: str) -> None:
        self.app, self.folder, self.answers = app, folder, answers
        self.window = MainWindow(NewsroomDoor())
        self.camera = Camera(app, self.window, PICTURES, prefix)
        self.window.resize(1440, 900)
        self.window.show()
        self.window.open_newsroom(str(folder / "newsroom"))
        self.until(lambda: self.window.rooms is not None)

    @property
    def rooms(self) -> Rooms:
        """The rooms behind the window."""
        assert self.window.rooms is not None
        return self.window.rooms

    def until(self, ready: Callable[[], bool]) -> None:
        """Let the window work until something is so."""
        self.camera.wait_for(ready)

    def picture(self, name: str, settle_s: float = 0.3) -> None:
        """Draw the window once it has come to rest."""
        self.camera.linger(settle_s)
        self.camera.take(name)

    def press(self, text: str, inside: QWidget | None = None) -> None:
        """Click the button with those words once it stands there and can be pressed."""
        place = inside or self.window

        def found() -> list[QPushButton]:
            buttons = place.findChildren(QPushButton)
            return [one for one in buttons if one.text().startswith(text) and one.isVisible() and one.isEnabled()]

        self.until(lambda: bool(found()))
        QTest.mouseClick(found()[0], Qt.MouseButton.LeftButton)

    def saved(self) -> bool:
        """Tell whether everything typed is in the database."""
        return not self.rooms.story.saver.is_unsaved


@pytest.fixture(scope="module", autouse=True)
def pictures_made_anew() -> None:
    """Begin with no picture of another day."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)


@pytest.fixture
def desk(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Desk]:
    """Yield the window on a newsroom that does not exist yet; file dialogs give what the step put down."""
    answers: dict[str, object] = {}
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: (answers["files"], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: answers["folder"])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (answers["file"], ""))
    load_fonts()
    apply_theme(qapp, Theme.LIGHT)
    made = Desk(qapp, tmp_path, answers, getattr(request, "param", ""))
    yield made
    made.window.close()
    made.until(lambda: not made.window.isVisible())
    apply_theme(qapp, Theme.LIGHT)


def test_a_saved_page_becomes_a_credited_published_page_and_a_briefing(desk: Desk) -> None:
    _first_start(desk)
    _bring_in(desk)
    _write(desk)
    _attach_a_photo(desk)
    _be_refused(desk)
    _credit(desk)
    _publish(desk)
    _export(desk)
    _make_a_briefing(desk)


@pytest.mark.parametrize("desk", ["sample-"], indirect=True)
def test_the_sample_newsroom_can_be_looked_around_in(desk: Desk) -> None:
    start = desk.rooms.intake.start
    desk.until(start.isVisible)
    first, *_ = start.findChildren(Choice)
    QTest.keyClick(first, Qt.Key.Key_Return)
    model = desk.window.frame.list.model
    desk.until(lambda: model.rowCount() == SAMPLE_STORIES)
    headlines = [model.index(row, 0).data() for row in range(model.rowCount())]
    row = next(row for row, headline in enumerate(headlines) if headline.startswith("Old Road Bridge"))
    view = desk.window.frame.list.findChild(QListView)
    assert view is not None
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(model.index(row, 0)).center()
    )
    desk.until(lambda: desk.rooms.story.article is not None)
    _look(desk)


def _first_start(desk: Desk) -> None:
    start = desk.rooms.intake.start
    desk.until(start.isVisible)
    desk.picture("first-start")


def _bring_in(desk: Desk) -> None:
    desk.answers["files"] = [str(SAMPLE / "page" / "observatory-telescope.html"), str(corpus.ROOT / "pyproject.toml")]
    desk.window.frame.commands["story.import"].trigger()
    page = desk.rooms.intake.page
    desk.until(page.isVisible)
    desk.picture("import")
    desk.answers["files"] = [str(SAMPLE / "page" / "observatory-telescope.html")]
    desk.press("Discard", page)
    desk.window.frame.commands["story.import"].trigger()
    desk.until(page.isVisible)
    desk.press("Open the story", page)
    desk.until(lambda: desk.rooms.story.article is not None)
    article = desk.rooms.story.article
    assert article is not None
    assert (article.source, article.section) == ("Beta", "Archive / News")
    assert article.awaited_photo is not None
    desk.picture("imported", 2.5)


def _write(desk: Desk) -> None:
    headline = desk.rooms.stories.editor.page.head.headline.field
    headline.setFocus()
    QTest.keyClick(headline, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(headline, HEADLINE_ADDED)
    body = desk.rooms.stories.editor.body
    desk.rooms.stories.editor.focus_body()
    QTest.keyClick(body, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(body, SENTENCE)
    desk.until(desk.saved)
    article = desk.rooms.story.article
    assert article is not None
    assert article.headline.endswith(HEADLINE_ADDED)
    assert article.body_markdown.startswith(SENTENCE)
    desk.picture("written", 1.0)


def _attach_a_photo(desk: Desk) -> None:
    desk.answers["files"] = [str(SAMPLE / "pictures" / "bank-building.jpg")]
    desk.window.frame.commands["photo.attach"].trigger()
    desk.until(lambda: desk.rooms.story.article is not None and desk.rooms.story.article.lead_photo is not None)
    desk.picture("photo-attached", 1.2)


def _be_refused(desk: Desk) -> None:
    for button in ("Submit for review", "Mark ready"):
        desk.press(button, desk.window.frame.top_bar)
        desk.camera.linger(0.6)
    article = desk.rooms.story.article
    assert article is not None
    assert article.state is State.REVIEW
    desk.until(desk.window.frame.banner.isVisible)
    desk.picture("refused", 0.6)


def _credit(desk: Desk) -> None:
    desk.window.frame.side.show_tab("photos")
    desk.camera.linger(0.3)
    (card,) = desk.rooms.photos.panel.findChildren(PhotoCard)
    offer = next(button for button in card.findChildren(WrappedButton) if "BETAPHOTO" in button.text())
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    photo = desk.rooms.story.article.lead_photo  # type: ignore[union-attr]
    assert photo is not None and desk.window.newsroom is not None
    newsroom = desk.window.newsroom
    desk.until(lambda: bool(newsroom.photos.credit_line(newsroom.photos.get(photo.photo))))
    desk.picture("credited", 0.8)


def _publish(desk: Desk) -> None:
    for button in ("Mark ready", "Publish"):
        desk.press(button, desk.window.frame.top_bar)
        desk.camera.linger(0.6)
    desk.until(lambda: desk.rooms.story.article is not None and desk.rooms.story.article.state is State.PUBLISHED)
    desk.window.frame.side.show_tab("preview")
    desk.picture("published", 1.5)
    desk.window.frame.side.show_tab("checks")
    desk.picture("checks")
    desk.window.frame.side.show_tab("details")
    desk.picture("details")
    desk.window.frame.side.show_tab("history")
    desk.picture("history", 0.6)


def _export(desk: Desk) -> None:
    site = desk.folder / "site"
    desk.answers["folder"] = str(site)
    desk.window.frame.commands["site.export"].trigger()
    desk.until(lambda: (site / "public" / "index.html").exists())
    (story,) = (site / "public" / "archive" / "news").glob("*/index.html")
    text = story.read_text(encoding="utf-8")
    assert SENTENCE.strip() in text
    assert "(BETAPHOTO/" in text
    data = json.loads(text.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert data["@graph"]
    page = desk.folder / "story.html"
    desk.answers["file"] = str(page)
    desk.window.frame.commands["story.export"].trigger()
    desk.until(page.exists)


def _make_a_briefing(desk: Desk) -> None:
    desk.window.frame.commands["briefing.open"].trigger()
    page = desk.rooms.briefings.page
    desk.until(page.isVisible)
    desk.press("New edition", page)
    desk.camera.linger(0.5)
    desk.press("Add", page)
    desk.camera.linger(0.5)
    desk.picture("briefing")
    desk.press("Finish", page)
    newsroom = desk.window.newsroom
    assert newsroom is not None
    desk.until(lambda: newsroom.briefings.all()[0].finished_at is not None)
    desk.camera.linger(0.4)
    file = desk.folder / "briefing.html"
    desk.answers["file"] = str(file)
    desk.press("Export web page", page)
    desk.until(file.exists)
    assert HEADLINE_ADDED in file.read_text(encoding="utf-8")


def _look(desk: Desk) -> None:
    """The window with a story, at both sizes and in both themes."""
    frame = desk.window.frame
    desk.picture("window", 2.5)
    for tab in ("details", "photos", "checks", "history"):
        frame.side.show_tab(tab)
        desk.picture(tab, 0.5)
    desk.rooms.desk.show_page()
    desk.picture("photo-desk", 1.2)
    frame.show_view(frame.view)
    frame.side.show_tab("preview")
    desk.window.resize(1100, 700)
    desk.picture("narrow", 0.6)
    desk.window.set_theme(Theme.DARK)
    desk.picture("narrow-dark", 0.6)
    desk.window.resize(1440, 900)
    desk.picture("dark", 0.8)
    assert frame.centre.width() >= EDITOR_LEAST
