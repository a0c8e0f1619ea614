"""The page in Chromium: shown, patched in place, and shut in."""

import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_jpeg
from tests.ui.records import Heard, settle

pytest.importorskip("PySide6.QtWebEngineWidgets", reason="Qt WebEngine can't be loaded here", exc_type=ImportError)

from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript, QWebEngineUrlScheme

from newsdesk.ui.preview.preview_scheme import PAGE_ADDRESS, SCHEME
from newsdesk.ui.preview.web_preview import WebPreview

OURS = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
SHEET = b"body { color: rgb(1, 2, 3) } @media (prefers-color-scheme: dark) { body { color: rgb(9, 8, 7) } }"


def a_page(body: str, head: str = "", lang: str = "en") -> str:
    return f"<!doctype html><html lang={lang}><head><title>Page</title>{head}</head><body>{body}</body></html>"


def paragraphs(count: int, changed: int = -1) -> str:
    rows = [f"<p style='height:100px'>{'New' if row == changed else 'Old'} {row}</p>" for row in range(count)]
    return "".join(rows)


class Stage:
    """A preview on the screen, and questions to its page."""

    def __init__(self, qtbot: QtBot, view: WebPreview) -> None:
        self.qtbot, self.view = qtbot, view

    def load(self, html: str) -> None:
        """Show the first page and wait until it is there."""
        with self.qtbot.waitSignal(self.view.loadFinished, timeout=20_000):
            self.view.show_page(html)

    def ask(self, script: str) -> Any:
        """Return what a script of ours says of the page."""
        answers: list[str] = []
        self.view.page().runJavaScript(f"JSON.stringify({script})", OURS, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        return json.loads(answers[0]) if answers[0] else None

    def wait_for(self, script: str, wanted: object) -> None:
        """Wait until a script of ours says so."""
        self.qtbot.waitUntil(lambda: self.ask(script) == wanted, timeout=10_000)


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    host = QWidget()
    host.resize(400, 600)
    view = WebPreview(host)
    view.resize(400, 600)
    host.show()
    yield Stage(qtbot, view)
    # Gone before the program is: Chromium complains of a page that outlives its profile.
    host.deleteLater()
    settle()


@pytest.fixture
def listening() -> Iterator[tuple[str, list[str]]]:
    """Give the address of a web server on this machine, and the paths that it was asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()
    thread.join()


def test_page_is_shown(stage: Stage) -> None:
    stage.load(a_page("<h1>River Town</h1>"))
    assert stage.ask("document.querySelector('h1').textContent") == "River Town"


def test_scheme_that_is_made_known_after_the_program_started_works(stage: Stage) -> None:
    stage.load(a_page("<p>words</p>"))
    assert QWebEngineUrlScheme.schemeByName(SCHEME).name() == SCHEME and stage.ask("location.href") == PAGE_ADDRESS


def test_newer_page_takes_the_place_of_the_old(stage: Stage) -> None:
    stage.load(a_page(paragraphs(5)))
    stage.view.show_page(a_page(paragraphs(6, changed=2)))
    stage.wait_for(
        "[...document.querySelectorAll('p')].map(p => p.textContent)",
        ["Old 0", "Old 1", "New 2", "Old 3", "Old 4", "Old 5"],
    )


def test_patch_keeps_the_place_that_is_read(stage: Stage) -> None:
    stage.load(a_page(paragraphs(40)))
    stage.ask("window.scrollTo(0, 1500)")
    stage.wait_for("window.scrollY", 1500)
    stage.view.show_page(a_page(paragraphs(40, changed=30)))
    stage.wait_for("document.querySelectorAll('p')[30].textContent", "New 30")
    assert stage.ask("window.scrollY") == 1500


def test_patch_leaves_what_did_not_change_untouched(stage: Stage) -> None:
    stage.load(a_page(paragraphs(5)))
    stage.ask("document.querySelectorAll('p').forEach(p => { p.dataset.same = 'yes' }) || 1")
    stage.ask("document.querySelectorAll('p').forEach(p => { p.kept = true }) || 1")
    stage.view.show_page(a_page(paragraphs(5, changed=2)))
    stage.wait_for("document.querySelectorAll('p')[2].textContent", "New 2")
    assert stage.ask("[...document.querySelectorAll('p')].every(p => p.kept)")


def test_language_of_the_page_follows(stage: Stage) -> None:
    stage.load(a_page("<p>one</p>"))
    stage.view.show_page(a_page("<p>један</p>", lang="sr-Cyrl"))
    stage.wait_for("document.documentElement.lang", "sr-Cyrl")


def test_page_typed_while_the_first_was_loading_is_not_lost(stage: Stage) -> None:
    with stage.qtbot.waitSignal(stage.view.loadFinished, timeout=20_000):
        stage.view.show_page(a_page("<p>first</p>"))
        stage.view.show_page(a_page("<p>second</p>"))
    stage.wait_for("document.body.textContent", "second")


def test_other_story_begins_at_its_top(stage: Stage) -> None:
    stage.load(a_page(paragraphs(40)))
    stage.ask("window.scrollTo(0, 1500)")
    stage.view.forget()
    stage.view.show_page(a_page(paragraphs(40, changed=1)))
    stage.wait_for("window.scrollY", 0)


def test_scripts_of_the_page_do_not_run(stage: Stage) -> None:
    harm = "document.getElementById('it').textContent = 'ran'"
    stage.load(a_page(f'<p id=it>calm</p><script>{harm}</script><img src="data:," onerror="{harm}">'))
    stage.qtbot.wait(200)
    assert stage.ask("document.getElementById('it').textContent") == "calm"


def test_scripts_of_a_patch_do_not_run(stage: Stage) -> None:
    stage.load(a_page("<p id=it>calm</p>"))
    stage.view.show_page(
        a_page("<p id=it>calm</p><script>document.getElementById('it').textContent = 'ran'</script><b>end</b>")
    )
    stage.wait_for("document.querySelectorAll('b').length", 1)
    assert stage.ask("document.getElementById('it').textContent") == "calm"


def test_page_reaches_no_network(stage: Stage, listening: tuple[str, list[str]]) -> None:
    address, asked = listening
    stage.load(
        a_page(
            f"<img src='{address}/picture.jpg'><iframe src='{address}/frame'></iframe>",
            f"<link rel=stylesheet href='{address}/sheet.css'>",
        )
    )
    stage.wait_for("document.images[0].complete", True)
    assert stage.ask("document.images[0].naturalWidth") == 0 and asked == []


def test_page_reads_no_file_of_this_machine(stage: Stage, tmp_path: Path) -> None:
    picture = tmp_path / "private.jpg"
    picture.write_bytes(a_jpeg())
    stage.load(a_page(f"<img src='{QUrl.fromLocalFile(str(picture)).toString()}'>"))
    stage.wait_for("document.images[0].complete", True)
    assert stage.ask("document.images[0].naturalWidth") == 0


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "file:///etc/hostname", "nd://preview/other"])
def test_link_leads_nowhere(stage: Stage, address: str) -> None:
    stage.load(a_page(f"<a href='{address}'>away</a>"))
    stage.ask("document.querySelector('a').click() || 1")
    stage.qtbot.wait(150)
    assert stage.view.url() == QUrl(PAGE_ADDRESS) and stage.ask("document.querySelectorAll('a').length") == 1


def test_form_leads_nowhere(stage: Stage) -> None:
    stage.load(a_page("<form action='http://127.0.0.1:9/'></form>"))
    stage.ask("document.querySelector('form').submit() || 1")
    stage.qtbot.wait(150)
    assert stage.view.url() == QUrl(PAGE_ADDRESS)


def test_page_can_not_send_itself_elsewhere(stage: Stage) -> None:
    stage.load(a_page("<p>words</p>", "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>"))
    stage.qtbot.wait(300)
    assert stage.view.url() == QUrl(PAGE_ADDRESS)


def test_resource_is_asked_for_by_its_path_and_answered_late(stage: Stage) -> None:
    wanted = Heard(stage.view.resource_wanted)
    stage.view.show_page(a_page("<img src='/pictures/ferry.jpg'>"))
    stage.qtbot.waitUntil(lambda: bool(wanted.told), timeout=20_000)
    stage.qtbot.wait(200)
    ticket, path = wanted.told[0]
    with stage.qtbot.waitSignal(stage.view.loadFinished, timeout=20_000):
        stage.view.answer(ticket, a_jpeg(width=60, height=40), "image/jpeg")
    assert path == "/pictures/ferry.jpg" and stage.ask("document.images[0].naturalWidth") == 60


def test_resource_that_is_not_there_holds_nothing_up(stage: Stage) -> None:
    wanted = Heard(stage.view.resource_wanted)
    stage.view.show_page(a_page("<img src='/pictures/none.jpg'>"))
    stage.qtbot.waitUntil(lambda: bool(wanted.told), timeout=20_000)
    with stage.qtbot.waitSignal(stage.view.loadFinished, timeout=20_000):
        stage.view.answer(wanted.told[0][0], None, "")
    assert stage.ask("document.images[0].naturalWidth") == 0


def test_answer_to_a_request_that_was_given_up_is_passed_over(stage: Stage) -> None:
    wanted = Heard(stage.view.resource_wanted)
    stage.view.show_page(a_page("<img src='/pictures/ferry.jpg'>"))
    stage.qtbot.waitUntil(lambda: bool(wanted.told), timeout=20_000)
    ticket = wanted.told[0][0]
    stage.view.triggerPageAction(QWebEnginePage.WebAction.Stop)
    stage.qtbot.wait(200)
    stage.view.answer(ticket, a_jpeg(), "image/jpeg")
    stage.view.answer(ticket, a_jpeg(), "image/jpeg")
    stage.view.answer(999_999, a_jpeg(), "image/jpeg")
    stage.qtbot.wait(50)


def test_bundled_fonts_are_served_to_the_page(stage: Stage) -> None:
    stage.load(a_page("<p style=\"font: 16px 'Source Serif 4'\">words</p>"))
    stage.wait_for("[...document.fonts].filter(f => f.status === 'loaded').length", 1)
    assert "Source Serif 4" in stage.ask("[...document.fonts].find(f => f.status === 'loaded').family")


def test_no_path_leads_out_of_the_fonts(stage: Stage) -> None:
    wanted = Heard(stage.view.resource_wanted)
    stage.load(a_page("<img src='/~fonts/..%2f..%2fpyproject.toml'>"))
    assert wanted.told == [] and stage.ask("document.images[0].naturalWidth") == 0


def load_with_sheet(stage: Stage) -> None:
    """Load a page whose stylesheet knows a dark screen."""
    wanted = Heard(stage.view.resource_wanted)
    stage.view.show_page(a_page("<p>words</p>", "<link rel=stylesheet href='/site.css'>"))
    stage.qtbot.waitUntil(lambda: bool(wanted.told), timeout=20_000)
    with stage.qtbot.waitSignal(stage.view.loadFinished, timeout=20_000):
        stage.view.answer(wanted.told[0][0], SHEET, "text/css")


def test_page_is_light_until_dark_is_chosen(stage: Stage) -> None:
    load_with_sheet(stage)
    stage.wait_for("getComputedStyle(document.body).color", "rgb(1, 2, 3)")


def test_dark_and_light_again_are_chosen(stage: Stage) -> None:
    load_with_sheet(stage)
    stage.view.set_dark(True)
    stage.wait_for("getComputedStyle(document.body).color", "rgb(9, 8, 7)")
    stage.view.set_dark(False)
    stage.wait_for("getComputedStyle(document.body).color", "rgb(1, 2, 3)")


def test_dark_chosen_before_the_page_is_there_holds(stage: Stage) -> None:
    stage.view.set_dark(True)
    load_with_sheet(stage)
    stage.wait_for("getComputedStyle(document.body).color", "rgb(9, 8, 7)")


def test_width_of_a_device_is_fitted_into_the_room(stage: Stage) -> None:
    stage.load(a_page("<p>words</p>"))
    stage.view.set_width(800, 400)
    stage.wait_for("document.documentElement.clientWidth > 700", True)


def test_page_is_loaded_again_after_its_process_ended(stage: Stage) -> None:
    stage.load(a_page("<p>first</p>"))
    stage.view.renderProcessTerminated.emit(QWebEnginePage.RenderProcessTerminationStatus.CrashedTerminationStatus, 1)
    stage.load(a_page("<p>second</p>"))
    stage.wait_for("document.body.textContent", "second")
