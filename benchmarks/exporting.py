"""A page and the sample's site, beside Python-Markdown on the same text and a plain copy of the same files."""

import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import markdown

from benchmarks.figures import Figure, number, spread
from benchmarks.sample import sample_newsroom
from benchmarks.timing import in_turns, milliseconds
from newsdesk.domain.ids import ArticleId
from newsdesk.services.newsroom import Newsroom

_TIMES = 60
_PUBLISHED = "01-old-road-bridge.md"


def measure(arguments: Sequence[str] = ()) -> list[Figure]:
    """Export again and again; an argument gives how many times."""
    times = int(arguments[0]) if arguments else _TIMES
    with sample_newsroom() as (newsroom, stories, folder):
        site = _site(newsroom, folder, times)
        return [*_page(newsroom, stories[_PUBLISHED], folder, times), *site]


def _page(newsroom: Newsroom, article: ArticleId, folder: Path, times: int) -> list[Figure]:
    export = partial(newsroom.publishing.export_article, article, "html", folder / "page")
    export()
    text = newsroom.articles.get(article).body_markdown
    ours, theirs = in_turns((export, partial(_bare_page, text, folder / "bare.html")) for _ in range(times))
    beside = f"Python-Markdown and a write {spread(theirs)}"
    return [Figure(what="export: one page with its pictures", figure=spread(ours), beside=beside)]


def _bare_page(text: str, out: Path) -> None:
    out.write_text(markdown.markdown(text), encoding="utf-8")


def _site(newsroom: Newsroom, folder: Path, times: int) -> list[Figure]:
    out = folder / "site"
    first = milliseconds(partial(newsroom.publishing.export_site, out))
    files = len(newsroom.publishing.export_site(out).files)
    new = [folder / f"site-{number}" for number in range(max(3, times // 10))]
    copies = (partial(shutil.copytree, out / "public", folder / f"copy-{number}") for number in range(len(new)))
    into_new = (partial(newsroom.publishing.export_site, place) for place in new)
    cold, copied = in_turns(zip(into_new, copies, strict=True))
    unchanged = [milliseconds(partial(newsroom.publishing.export_site, out)) for _ in range(times)]
    return [
        Figure(what=f"export: the sample's site, {files} files, pictures to render", figure=f"{number(first)} ms"),
        Figure(
            what=f"export: the sample's site into a new folder, {files} files",
            figure=spread(cold),
            beside=f"a copy of the same files {spread(copied)}",
        ),
        Figure(what="export: the sample's site, nothing changed", figure=spread(unchanged)),
    ]
