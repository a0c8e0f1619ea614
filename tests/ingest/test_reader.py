"""The import worker: the same records and refusals from a process of its own, which may break."""

import multiprocessing
import os
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from newsdesk.domain.credit_patterns import DEFAULT_AGENCIES
from newsdesk.domain.publication import Publication
from newsdesk.ingest.imported import Imported
from newsdesk.ingest.reader import ImportWorker
from newsdesk.ingest.refusals import EmptyFileError, ImportTooLargeError, ImportTooSlowError, UnreadableFileError
from tests.ingest.pages import PAGES, read_page

SLOW = "<html><body>" + "<p>Some words in a paragraph that goes on and on. " * 300_000


@pytest.fixture(scope="module")
def worker() -> Iterator[ImportWorker]:
    worker = ImportWorker()
    yield worker
    worker.close()


def ask(worker: ImportWorker, path: Path, publication: Publication | None = None) -> Imported:
    return worker.read(path, publication=publication or Publication(), agencies=DEFAULT_AGENCIES)


def children() -> set[BaseProcess]:
    return set(multiprocessing.active_children())


@pytest.mark.parametrize("name", ["agency_page.html", "agency_page.txt", "news_page.html"])
def test_worker_gives_the_record_of_the_readers(worker: ImportWorker, name: str) -> None:
    assert ask(worker, PAGES / name) == read_page(name)


def test_zone_of_the_publication_is_used(worker: ImportWorker) -> None:
    record = ask(worker, PAGES / "agency_page.txt", replace(Publication(), time_zone="Europe/London"))
    assert record.published_at is not None and record.published_at.hour == 9


def test_refusal_comes_back_as_itself(worker: ImportWorker, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with pytest.raises(EmptyFileError, match=r"empty\.txt"):
        ask(worker, tmp_path / "empty.txt")


def test_worker_goes_on_after_a_refusal(worker: ImportWorker) -> None:
    with pytest.raises(UnreadableFileError):
        ask(worker, PAGES / "nowhere.html")
    assert ask(worker, PAGES / "bare_page.html").headline == "Library reopens after the flood"


def test_slow_file_is_given_up_and_the_next_one_read(tmp_path: Path) -> None:
    (tmp_path / "slow.html").write_text(SLOW, encoding="utf-8")
    worker = ImportWorker(seconds=0.5)
    try:
        with pytest.raises(ImportTooSlowError, match=r"slow\.html"):
            ask(worker, tmp_path / "slow.html")
        assert ask(worker, PAGES / "agency_page.txt").source == "Beta"
    finally:
        worker.close()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system has no limit on memory")
def test_file_that_needs_too_much_memory_is_refused(tmp_path: Path) -> None:
    (tmp_path / "large.html").write_text(SLOW, encoding="utf-8")
    worker = ImportWorker(memory_bytes=200 * 1024 * 1024, seconds=60)
    try:
        with pytest.raises((ImportTooLargeError, UnreadableFileError), match=r"large\.html"):
            ask(worker, tmp_path / "large.html")
    finally:
        worker.close()


def test_killed_worker_is_started_again() -> None:
    before = children()
    worker = ImportWorker()
    try:
        ask(worker, PAGES / "agency_page.txt")
        for process in children() - before:
            process.kill()
            process.join()
        assert ask(worker, PAGES / "agency_page.txt").source == "Beta"
    finally:
        worker.close()


def test_closing_ends_the_process() -> None:
    before = children()
    worker = ImportWorker()
    ask(worker, PAGES / "agency_page.txt")
    worker.close()
    assert children() == before


def test_closing_an_unused_worker_does_nothing() -> None:
    ImportWorker().close()
