"""The demonstration: the main job from an empty newsroom to a published page, told step by step."""

import datetime as dt
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from newsdesk.app.compose import open_newsroom
from newsdesk.app.paths import resources
from newsdesk.domain.article import Article
from newsdesk.domain.errors import NewsdeskError, PublicationBlockedError
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.workflow import State
from newsdesk.services.newsroom import Newsroom

_MARK = "made-by-newsdesk-demo"
_STAND_IN = "bank-building.jpg"
_SERIES = "Morning Briefing"


class NotADemoFolderError(NewsdeskError):
    """The folder holds something that no demo made; field: ``folder``."""

    sentence = "{folder} is not empty, and no demo made it."
    way_out = "Name a new folder."


class DemoFailedError(NewsdeskError):
    """The machine did not let the demonstration go on; fields: ``folder``, ``reason``."""

    sentence = "The demonstration in {folder} broke off: {reason}."
    way_out = "Name another folder, or make room and see that you may write there."


def run_demo(out: Path, page: Path | None, tell: Callable[[str], None]) -> tuple[Path, ...]:
    """Do the whole job into a folder (newsroom, site, story, briefing, screenshots); returns the files it left.

    Without ``page`` it takes the sample page. A folder that a demo made is replaced. ``tell`` hears each
    step as it is done.

    Raises:
        NotADemoFolderError: if the folder holds anything else.
        DemoFailedError: if the folder can't be written, or the window doesn't come up.
        NewsdeskError: if the page can't be read.
    """
    try:
        return _done(out, page or resources() / "sample" / "page" / "observatory-telescope.html", tell)
    except OSError as problem:
        raise DemoFailedError(folder=out, reason=problem.strerror or str(problem)) from problem


def _done(out: Path, page: Path, tell: Callable[[str], None]) -> tuple[Path, ...]:
    _clear(out)
    newsroom = open_newsroom(str(out / "newsroom"))
    try:
        article = _work(newsroom, page, out, tell)
    finally:
        newsroom.close()
    # Imported here: the demonstration's other steps need no Qt.
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    from newsdesk.app.screenshots import take_screenshots

    pictures = take_screenshots(out / "newsroom", out / "screenshots", article.id)
    tell(f"Looked: {len(pictures)} pictures of the window in {out / 'screenshots'}.")
    kept = out / "newsroom"
    return tuple(sorted(path for path in out.rglob("*") if path.is_file() and not path.is_relative_to(kept)))


def _clear(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise NotADemoFolderError(folder=out)
    if out.is_dir() and any(out.iterdir()):
        if not (out / _MARK).exists():
            raise NotADemoFolderError(folder=out)
        shutil.rmtree(out)
    out.mkdir(parents=True, exist_ok=True)
    (out / _MARK).write_text("This folder is replaced by the next demo.\n", encoding="utf-8")


def _work(newsroom: Newsroom, page: Path, out: Path, tell: Callable[[str], None]) -> Article:
    article = _bring_in(newsroom, page, tell)
    _write(newsroom, tell)
    article = _illustrate(newsroom, article, tell)
    article = newsroom.articles.move(article.id, State.PUBLISHED).article
    tell(f"Published: story {article.id}, version {article.version}.")
    for format_name in ("html", "md"):
        newsroom.publishing.export_article(article.id, format_name, out / "story")
    tell(f"Exported: the story as a web page and as Markdown in {out / 'story'}.")
    today = dt.datetime.now(ZoneInfo(newsroom.settings.publication().time_zone)).date()
    edition = newsroom.briefings.new(_SERIES, today, [article.id])
    edition = newsroom.briefings.finish(edition.id)
    for format_name in ("html", "md"):
        newsroom.publishing.export_briefing(edition.id, format_name, out / "briefing")
    tell(f"Finished: {_SERIES} No. {edition.number}, exported to {out / 'briefing'}.")
    report = newsroom.publishing.export_site(out / "site")
    tell(f"Exported: the site, {report.written} files in {out / 'site'}.")
    return article


def _bring_in(newsroom: Newsroom, page: Path, tell: Callable[[str], None]) -> Article:
    (read,) = newsroom.intake.read([page])
    if read.refusal is not None:
        raise read.refusal
    assert read.imported is not None
    article = newsroom.intake.keep(read.imported)
    tell(f"Imported: “{article.headline}” from {page.name}, {len(article.questions)} questions.")
    return article


def _write(newsroom: Newsroom, tell: Callable[[str], None]) -> None:
    blank = newsroom.articles.create()
    body = (
        "This draft was written by the demonstration. The story beside it was imported from a saved page, "
        "given its photo and credit, checked, published and exported.\n"
    )
    draft = replace(blank, headline="What This Demonstration Did", body_markdown=body)
    written = newsroom.articles.save(draft, base=blank)
    tell(f"Written: “{written.headline}”, a draft.")


def _illustrate(newsroom: Newsroom, article: Article, tell: Callable[[str], None]) -> Article:
    """Attach a drawing in the place of the page's photo; the page's own caption and credit are confirmed openly."""
    taken = newsroom.photos.add([resources() / "sample" / "pictures" / _STAND_IN])
    photo: PhotoId = taken.photos[0].photo.id
    awaited = article.awaited_photo
    article = newsroom.articles.attach(article.id, photo, lead=True)
    try:
        newsroom.articles.move(article.id, State.PUBLISHED)
    except PublicationBlockedError as refusal:
        tell(f"Refused, as it must be: {refusal}")
    if awaited is not None and awaited.agency in newsroom.photos.agencies():
        credited = newsroom.photos.credit(photo, creator=awaited.creator, agency=awaited.agency)
        told = "caption and credit of the page's photo, for which the drawing stands in, are confirmed as"
    else:
        credited = newsroom.photos.credit(photo, creator="Sample Studio", agency="NEWSDESK")
        told = "the page names no agency that this newsroom knows, so the drawing has its own credit,"
    tell(f"Credited: {told} {newsroom.photos.credit_line(credited)}.")
    return newsroom.articles.get(article.id)
