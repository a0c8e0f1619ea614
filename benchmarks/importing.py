"""A saved page read by the import worker, warm and the first time, beside lxml's parser alone."""

import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import lxml.html

from benchmarks.figures import Figure, number, spread
from benchmarks.sample import PAGE
from benchmarks.timing import in_turns, milliseconds
from newsdesk.app.compose import open_newsroom
from newsdesk.services.newsroom import Newsroom
from tests import corpus

_TIMES = 100


def measure(arguments: Sequence[str] = ()) -> list[Figure]:
    """Read the sample page, and the collection's saved page where it is; an argument gives how many times each."""
    times = int(arguments[0]) if arguments else _TIMES
    figures = []
    for name, page in [("sample page", PAGE), *(("seed page", seed) for seed in _seeds())]:
        with tempfile.TemporaryDirectory(prefix="newsdesk-benchmarks-import-") as folder:
            newsroom = open_newsroom(str(Path(folder) / "newsroom"))
            try:
                figures += _figures(newsroom, name, page, times)
            finally:
                newsroom.close()
    return figures


def _seeds() -> list[Path]:
    return sorted(corpus.folder().glob("seeds/*.txt"))


def _figures(newsroom: Newsroom, name: str, page: Path, times: int) -> list[Figure]:
    first = milliseconds(partial(_import, newsroom, page))
    ours, theirs = in_turns((partial(_import, newsroom, page), partial(_parse, page)) for _ in range(times))
    keeping = [milliseconds(partial(_import, newsroom, page, keep=True)) for _ in range(times)]
    return [
        Figure(what=f"import: {name} read, warm worker", figure=spread(ours), beside=f"lxml alone {spread(theirs)}"),
        Figure(what=f"import: {name} read and kept", figure=spread(keeping)),
        Figure(what=f"import: {name} read, worker to start", figure=f"{number(first)} ms"),
    ]


def _import(newsroom: Newsroom, page: Path, *, keep: bool = False) -> None:
    (read,) = newsroom.intake.read([page])
    if read.imported is None:
        raise ValueError(f"{page} was refused: {read.refusal}")
    if keep:
        newsroom.intake.keep(read.imported)


def _parse(page: Path) -> None:
    str(lxml.html.document_fromstring(page.read_bytes()).xpath("string()"))
