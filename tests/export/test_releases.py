"""Releases: what a second build writes, how the site is switched, and what happens when a build stops."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.domain.ids import ArticleId
from newsdesk.export.page import story_path
from newsdesk.export.refusals import ExportCancelledError, ExportFailedError, NotASiteError, SiteBusyError
from newsdesk.export.releases import SiteFolder
from newsdesk.export.site import build_site
from newsdesk.export.views import StoryView
from tests.export.builders import a_photo, a_site, a_story, rendition

FIRST = a_story(photo=a_photo(), id=ArticleId(1))
SECOND = a_story(id=ArticleId(2), headline="Second Story Stays as It Is")


def renamed(story: StoryView, **changes: object) -> StoryView:
    """Return a story with a changed record, where it stands then."""
    article = replace(story.article, **changes)  # type: ignore[arg-type]
    return replace(story, article=article, path=story_path(article))


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def numbers(out: Path) -> list[str]:
    """Return the releases on disk."""
    return sorted(entry.name for entry in (out / "releases").iterdir())


def forbid_links(patch: pytest.MonkeyPatch) -> None:
    """Make the system one without hard and symbolic links."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(1, "Operation not permitted")

    patch.setattr(os, "link", refuse)
    patch.setattr(Path, "symlink_to", refuse)


def test_first_build_writes_every_file(tmp_path: Path) -> None:
    report = build_site(a_site(FIRST, SECOND), tmp_path, rendition)
    assert (report.unchanged, report.removed) == (0, 0)
    assert report.written == len(report.files) == len(tree(tmp_path / "public"))


def test_reported_files_exist(tmp_path: Path) -> None:
    report = build_site(a_site(FIRST), tmp_path, rendition)
    assert all(Path(file).is_file() for file in report.files)


def test_public_leads_to_the_newest_release(tmp_path: Path) -> None:
    for _ in range(2):
        build_site(a_site(FIRST), tmp_path, rendition)
    assert (tmp_path / "public").readlink() == Path("releases/2/public")


def test_two_builds_of_one_view_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        build_site(a_site(FIRST, SECOND), tmp_path / name, rendition)
    assert tree(tmp_path / "a" / "public") == tree(tmp_path / "b" / "public")


def test_second_build_without_change_writes_nothing(tmp_path: Path) -> None:
    first = build_site(a_site(FIRST, SECOND), tmp_path, rendition)
    again = build_site(a_site(FIRST, SECOND), tmp_path, rendition)
    assert (again.written, again.unchanged, again.removed) == (0, first.written, 0)


def test_unchanged_page_is_the_same_file_on_disk(tmp_path: Path) -> None:
    page = f"{SECOND.path}index.html"
    for headline in ("One Headline", "Another Headline"):
        build_site(a_site(renamed(FIRST, headline=headline), SECOND), tmp_path, rendition)
    assert (tmp_path / "releases/1/public" / page).samefile(tmp_path / "releases/2/public" / page)


def test_known_rendition_is_not_drawn_again(tmp_path: Path) -> None:
    drawn: list[str] = []

    def read(name: str) -> bytes:
        drawn.append(name)
        return rendition(name)

    for _ in range(2):
        build_site(a_site(FIRST), tmp_path, read)
    assert len(drawn) == len(set(drawn)) == 6


def test_withdrawn_story_is_removed_and_counted(tmp_path: Path) -> None:
    build_site(a_site(FIRST, SECOND), tmp_path, rendition)
    report = build_site(a_site(FIRST), tmp_path, rendition)
    assert report.removed == 1
    assert not (tmp_path / "public" / SECOND.path).exists()


def test_moved_story_leaves_a_redirect_with_its_new_address(tmp_path: Path) -> None:
    build_site(a_site(FIRST), tmp_path, rendition)
    moved = renamed(FIRST, headline="New Name", section="Economy")
    for _ in range(2):
        build_site(a_site(moved), tmp_path, rendition)
    old = (tmp_path / "public" / FIRST.path / "index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../../../economy/1-new-name/index.html">' in old
    assert '<link rel="canonical" href="https://beta-briefing.example/economy/1-new-name/">' in old


def test_redirect_ends_when_its_story_comes_back(tmp_path: Path) -> None:
    for headline in ("One", "Two", "One"):
        build_site(a_site(renamed(FIRST, headline=headline)), tmp_path, rendition)
    text = (tmp_path / "public" / "archive/news/1-one/index.html").read_text(encoding="utf-8")
    assert "refresh" not in text


def test_redirect_of_a_withdrawn_story_is_gone(tmp_path: Path) -> None:
    build_site(a_site(FIRST, SECOND), tmp_path, rendition)
    build_site(a_site(renamed(FIRST, headline="New"), SECOND), tmp_path, rendition)
    build_site(a_site(SECOND), tmp_path, rendition)
    assert not (tmp_path / "public" / FIRST.path).exists()


def test_three_releases_are_kept(tmp_path: Path) -> None:
    for _ in range(5):
        build_site(a_site(FIRST), tmp_path, rendition)
    assert numbers(tmp_path) == ["3", "4", "5"]


def test_progress_ends_at_the_number_of_files(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    report = build_site(a_site(FIRST), tmp_path, rendition, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(report.files), len(report.files))
    assert [done for done, _ in told] == list(range(len(report.files) + 1))


def stop_after(count: int) -> Callable[[], bool]:
    """Return a question that is answered with yes after so many times."""
    left = iter([False] * count)
    return lambda: next(left, True)


def test_cancelled_build_leaves_the_old_release_live_and_nothing_else(tmp_path: Path) -> None:
    build_site(a_site(FIRST), tmp_path, rendition)
    before = tree(tmp_path)
    with pytest.raises(ExportCancelledError):
        build_site(a_site(SECOND), tmp_path, rendition, cancelled=stop_after(5))
    assert tree(tmp_path) == before


def test_failing_rendition_leaves_no_half_release(tmp_path: Path) -> None:
    known: dict[str, bytes] = {}
    with pytest.raises(KeyError):
        build_site(a_site(FIRST), tmp_path, known.__getitem__)
    assert not (tmp_path / "releases").exists()


def test_half_release_of_a_killed_build_is_cleared_away(tmp_path: Path) -> None:
    build_site(a_site(FIRST), tmp_path, rendition)
    (tmp_path / "releases/2/public").mkdir(parents=True)
    (tmp_path / "releases/2/public/half.html").write_text("half", encoding="utf-8")
    report = build_site(a_site(FIRST), tmp_path, rendition)
    assert (report.written, report.removed) == (0, 0)
    assert not (tmp_path / "public/half.html").exists()


@pytest.mark.parametrize("content", ["file", "folder"])
def test_folder_with_something_else_is_refused_and_left_alone(tmp_path: Path, content: str) -> None:
    mine = tmp_path / "thesis"
    if content == "file":
        mine.write_text("work", encoding="utf-8")
    else:
        mine.mkdir()
    with pytest.raises(NotASiteError):
        build_site(a_site(FIRST), tmp_path, rendition)
    assert [entry.name for entry in tmp_path.iterdir()] == ["thesis"]


def test_path_that_is_a_file_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.write_text("work", encoding="utf-8")
    with pytest.raises(NotASiteError, match="is not empty"):
        build_site(a_site(FIRST), target, rendition)


def test_folder_that_another_export_holds_is_refused(tmp_path: Path) -> None:
    build_site(a_site(FIRST), tmp_path, rendition)
    with SiteFolder(tmp_path).claimed(), pytest.raises(SiteBusyError):
        build_site(a_site(FIRST), tmp_path, rendition)


def test_disk_that_refuses_a_file_is_reported_and_leaves_the_old_release(tmp_path: Path) -> None:
    build_site(a_site(FIRST), tmp_path, rendition)
    before = tree(tmp_path)
    too_long = replace(SECOND, path=f"archive/{'x' * 300}/")
    with pytest.raises(ExportFailedError, match="too long"):
        build_site(a_site(too_long), tmp_path, rendition)
    assert tree(tmp_path) == before


def test_system_without_links_gets_the_same_site(tmp_path: Path) -> None:
    build_site(a_site(FIRST, SECOND), tmp_path / "linked", rendition)
    with pytest.MonkeyPatch.context() as patch:
        forbid_links(patch)
        build_site(a_site(FIRST, SECOND), tmp_path / "plain", rendition)
    assert not (tmp_path / "plain/public").is_symlink()
    assert tree(tmp_path / "plain/public") == tree(tmp_path / "linked/public")


def test_system_without_links_takes_away_what_is_gone(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        forbid_links(patch)
        build_site(a_site(FIRST, SECOND), tmp_path, rendition)
        report = build_site(a_site(FIRST), tmp_path, rendition)
    assert report.removed == 1
    assert not (tmp_path / "public" / SECOND.path).exists()
    assert tree(tmp_path / "public") == tree(tmp_path / "releases/2/public")
