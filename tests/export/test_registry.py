"""Stories and editions that leave alone: the file, and its pictures beside it."""

from pathlib import Path

import pytest

from newsdesk.domain.article import Access
from newsdesk.domain.ids import PhotoId
from newsdesk.export.refusals import ExportFailedError
from newsdesk.export.registry import article_formats, briefing_formats
from tests.export.builders import PUBLICATION, a_briefing, a_photo, a_story, rendition
from tests.export.pages import parsed

STORY = a_story(photo=a_photo())
NAME = "12-river-town-reopens-its-old-ferry-after-eleven-years"


def files(folder: Path) -> set[str]:
    """Return every file under a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_formats_have_the_names_that_people_type() -> None:
    assert list(article_formats()) == ["html", "md"]
    assert list(briefing_formats()) == ["html", "md"]


def test_page_stands_beside_all_that_it_asks_for(tmp_path: Path) -> None:
    report = article_formats()["html"](STORY, PUBLICATION, tmp_path, rendition)
    page = parsed((tmp_path / f"{NAME}.html").read_text(encoding="utf-8"))
    asked = {link for element, _, link, _ in page.iterlinks() if element.tag in ("img", "source", "script")}
    asked |= {link.get("href", "") for link in page.iter("link") if link.get("rel") == "stylesheet"}
    assert asked
    assert asked <= files(tmp_path)
    assert all(Path(file).is_file() for file in report.files)


def test_links_of_a_page_alone_lead_to_the_site_s_address(tmp_path: Path) -> None:
    article_formats()["html"](STORY, PUBLICATION, tmp_path, rendition)
    page = parsed((tmp_path / f"{NAME}.html").read_text(encoding="utf-8"))
    links = [link.get("href", "") for link in page.iter("a")]
    assert all(link.startswith(("https://beta-briefing.example/", "#")) for link in links)


def test_named_file_is_written_under_its_name(tmp_path: Path) -> None:
    article_formats()["html"](STORY, PUBLICATION, tmp_path / "out" / "page.html", rendition)
    article_formats()["md"](STORY, PUBLICATION, tmp_path / "out" / "page.md", rendition)
    assert {"page.html", "page.md", "photos/ferry-960.jpg"} <= files(tmp_path / "out")


def test_markdown_takes_one_picture_a_photo(tmp_path: Path) -> None:
    article_formats()["md"](STORY, PUBLICATION, tmp_path, rendition)
    assert files(tmp_path) == {f"{NAME}.md", "photos/ferry-960.jpg"}


def test_second_export_of_the_same_story_writes_nothing(tmp_path: Path) -> None:
    first = article_formats()["html"](STORY, PUBLICATION, tmp_path, rendition)
    again = article_formats()["html"](STORY, PUBLICATION, tmp_path, rendition)
    assert (again.written, again.unchanged) == (0, first.written)


def test_photo_from_behind_the_gate_does_not_leave_with_the_page(tmp_path: Path) -> None:
    hidden = a_photo(id=PhotoId(9), renditions=(a_photo().renditions[-1],))
    story = a_story(access=Access.MEMBERS, inline=(hidden,), body_markdown="One.\n\n![x](media:9)\n")
    article_formats()["html"](story, PUBLICATION, tmp_path, rendition)
    assert not [name for name in files(tmp_path) if name.startswith("photos/")]


@pytest.mark.parametrize("name", ["html", "md"])
def test_edition_is_written_with_its_pictures(tmp_path: Path, name: str) -> None:
    briefing_formats()[name](a_briefing(STORY), tmp_path, rendition)
    assert {f"morning-briefing-3.{name}", "photos/ferry-960.jpg"} <= files(tmp_path)


def test_folder_that_is_a_file_is_a_plain_refusal(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("work", encoding="utf-8")
    with pytest.raises(ExportFailedError, match="could not be written"):
        article_formats()["md"](STORY, PUBLICATION, tmp_path / "taken" / "deep", rendition)
