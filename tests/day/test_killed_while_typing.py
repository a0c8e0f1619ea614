"""A killed window keeps every word that it said was saved."""

import subprocess
import sys
from pathlib import Path

from newsdesk.app.compose import open_newsroom
from newsdesk.domain.summary import ArticleQuery
from tests import corpus


def test_a_killed_window_keeps_what_it_said_was_saved(tmp_path: Path) -> None:
    newsroom = tmp_path / "newsroom"
    command = [sys.executable, "-m", "tests.day.typing_window", str(newsroom)]
    with subprocess.Popen(command, cwd=corpus.ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        saved = [int(process.stdout.readline()) for _ in range(3)]
        process.kill()
    opened = open_newsroom(str(newsroom))
    try:
        (row,) = opened.articles.page(ArticleQuery()).rows
        kept = len(opened.articles.get(row.id).body_markdown.strip())
    finally:
        opened.close()
    assert kept >= saved[-1] > 0
