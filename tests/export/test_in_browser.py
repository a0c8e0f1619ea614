"""The page in a real browser, opened from a folder: it needs no script, no server and no network."""

import html
import shutil
import subprocess
from pathlib import Path

import pytest

from newsdesk.domain.article import Access
from newsdesk.export.site import build_site
from tests.export.builders import a_photo, a_site, a_story, rendition
from tests.export.pages import parsed

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")

# The page stands in a frame in which nothing may run a script; the probe around it looks in.
_PROBE = """<!DOCTYPE html><html lang="en"><title>nothing seen</title>
<iframe id="page" sandbox="allow-same-origin" width="{width}" height="900" src="{address}"></iframe>
<script>
document.getElementById("page").onload = function () {{
  const page = this.contentDocument;
  document.title = String({expression});
}};
</script>"""
_PRINTED = (
    "[...page.styleSheets].forEach(sheet => [...sheet.cssRules].forEach(rule => {"
    " if (rule.media && rule.media.mediaText === 'print') rule.media.mediaText = 'screen'; }))"
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a teaser's page inside its site."""
    story = a_story(photo=a_photo(), access=Access.TEASER)
    out = tmp_path_factory.mktemp("site")
    build_site(a_site(story), out, rendition)
    return out / "public" / story.path / "index.html"


def seen(page: Path, folder: Path, expression: str, width: int = 1200) -> str:
    """Return what a browser without scripts says of a page, or skip the test where there is no browser."""
    program = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if program is None:
        pytest.skip("no Chromium here (Debian's package is chromium)")
    probe = folder / "probe.html"
    probe.write_text(_PROBE.format(width=width, address=page.as_uri(), expression=expression), encoding="utf-8")
    own = (f"--user-data-dir={folder / 'profile'}", "--allow-file-access-from-files")
    command = [program, *_FLAGS, *own, "--virtual-time-budget=5000", "--dump-dom", probe.as_uri()]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    (title,) = parsed(answer).iter("title")
    return html.unescape(title.text or "")


def test_page_opens_from_a_folder_without_script_and_shows_the_gate(page: Path, tmp_path: Path) -> None:
    text = seen(page, tmp_path, "page.querySelector('.gate').innerText")
    assert "And read up to 5 articles each month." in text


def test_sheet_is_found_from_a_folder(page: Path, tmp_path: Path) -> None:
    expression = "this.contentWindow.getComputedStyle(page.querySelector('.gate')).borderRadius"
    assert seen(page, tmp_path, expression) == "8px"


def test_page_fits_a_phone(page: Path, tmp_path: Path) -> None:
    assert int(seen(page, tmp_path, "page.documentElement.scrollWidth", width=320)) <= 320


def test_targets_are_at_least_24_pixels_high(page: Path, tmp_path: Path) -> None:
    expression = "Math.min(...[...page.querySelectorAll('a:not(.skip)')].map(a => a.getBoundingClientRect().height))"
    assert float(seen(page, tmp_path, expression, width=390)) >= 24


def test_printed_page_leaves_out_gate_and_navigation_and_keeps_the_credit(page: Path, tmp_path: Path) -> None:
    boxes = "['.gate', 'nav', '.latest', '.credit'].map(name => page.querySelector(name).getClientRects().length > 0)"
    assert seen(page, tmp_path, f"({_PRINTED}, {boxes})") == "false,false,false,true"
