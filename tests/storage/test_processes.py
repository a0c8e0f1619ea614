"""Several programs at one newsroom, and programs that die."""

import subprocess
import sys
from contextlib import closing

from newsdesk.domain.ids import ArticleId
from newsdesk.storage.engine import open_store
from tests.corpus import ROOT
from tests.storage.builders import Desk


def saving(address: str, article: ArticleId, name: str, times: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.storage.saving_process", address, str(article), name, str(times)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def a_story(address: str) -> ArticleId:
    with closing(open_store(address)) as store:
        return Desk(store).add().id


def test_two_programs_lose_no_save(address: str) -> None:
    story = a_story(address)
    writers = [saving(address, story, name, 25) for name in ("ana", "bora")]
    said = [writer.communicate()[0].split() for writer in writers]
    with closing(open_store(address)) as store, store.reading() as unit:
        found = unit.articles.get(story)
    assert sorted(int(revision) for lines in said for revision in lines) == list(range(2, 52))
    assert sorted(found.extras) == sorted((name, str(number)) for name in ("ana", "bora") for number in range(25))


def test_killed_program_loses_no_save_that_it_told_of(address: str) -> None:
    story = a_story(address)
    for killed_after in (1, 4, 9):
        with saving(address, story, f"ana{killed_after}", 1000) as writer:
            assert writer.stdout is not None
            told = [int(next(writer.stdout)) for _ in range(killed_after)]
            writer.kill()
            told += [int(line) for line in writer.stdout if line.endswith("\n")]
        with closing(open_store(address)) as store:
            with store.reading() as unit:
                found = unit.articles.get(story)
                assert found.revision >= told[-1]
                assert unit.articles.at_revision(story, found.revision) == found
            assert store.verify() == []
