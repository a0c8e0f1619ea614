"""The sample newsroom: a dozen stories and their drawings, brought in the way people would do it."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from newsdesk.domain.ids import ArticleId
from newsdesk.domain.workflow import State
from newsdesk.services.newsroom import Newsroom


def install_sample(
    newsroom: Newsroom, folder: Path, progress: Callable[[int, int], None] = lambda done, total: None
) -> dict[str, ArticleId]:
    """Fill a newsroom from the sample's folder; returns the stories by the names of their files.

    The drawings are taken in first and credited as their own list says; then each story is read,
    kept and moved to the state that it names; last the edition is opened.
    """
    _take_in_pictures(newsroom, folder / "pictures")
    files = sorted((folder / "articles").glob("*.md"))
    stories: dict[str, ArticleId] = {}
    for done, read in enumerate(newsroom.intake.read(files)):
        if read.refusal is not None:
            raise read.refusal
        assert read.imported is not None
        article = newsroom.intake.keep(read.imported, folder / "pictures")
        stories[read.file.name] = article.id
        if read.imported.state and read.imported.state != State.DRAFT:
            newsroom.articles.move(article.id, State(read.imported.state))
        progress(done + 1, len(files))
    _open_edition(newsroom, folder / "briefing.yaml", stories)
    return stories


def _take_in_pictures(newsroom: Newsroom, folder: Path) -> None:
    listed = _read(folder / "credits.yaml")
    taken = newsroom.photos.add(folder / picture["file"] for picture in listed["pictures"])
    for entry in taken.photos:
        newsroom.photos.credit(entry.photo.id, creator=listed["creator"], agency=listed["agency"])


def _open_edition(newsroom: Newsroom, file: Path, stories: dict[str, ArticleId]) -> None:
    wanted = _read(file)
    day = wanted["date"] if isinstance(wanted["date"], dt.date) else dt.date.fromisoformat(wanted["date"])
    newsroom.briefings.new(
        wanted["series"], day, [stories[name] for name in wanted["articles"]], note=wanted["editors_note"].strip()
    )


def _read(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))
