"""The sample newsroom, filled afresh in a folder that goes away."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from newsdesk.app.compose import open_newsroom
from newsdesk.app.paths import resources
from newsdesk.domain.ids import ArticleId
from newsdesk.services.newsroom import Newsroom
from newsdesk.services.sample import install_sample

PAGE = resources() / "sample" / "page" / "observatory-telescope.html"


@contextmanager
def sample_newsroom() -> Iterator[tuple[Newsroom, Mapping[str, ArticleId], Path]]:
    """Yield the sample newsroom, its stories by the names of their files, and a folder for what comes of them."""
    with tempfile.TemporaryDirectory(prefix="newsdesk-benchmarks-sample-") as folder:
        newsroom = open_newsroom(str(Path(folder) / "newsroom"))
        try:
            yield newsroom, install_sample(newsroom, resources() / "sample"), Path(folder)
        finally:
            newsroom.close()
