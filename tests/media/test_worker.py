"""The media worker survives what strangers' files do to it, and ends with the program."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from PIL import Image

from newsdesk.domain.errors import NewsdeskError
from newsdesk.media.examination import Examination
from newsdesk.media.refusals import (
    ImageFileTooLargeError,
    NotAnImageError,
    UnreadableImageError,
    WorkerFailedError,
)
from newsdesk.media.worker import MediaWorker
from newsdesk.media.worker_process import MAX_FILE_BYTES
from tests import corpus
from tests.corpus import ROOT
from tests.media.pictures import a_jpeg, saved

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds a process's memory")


@pytest.fixture
def own_worker() -> Iterator[MediaWorker]:
    """Lend a worker that the test may break."""
    running = MediaWorker(seconds=2)
    yield running
    running.close()


@pytest.fixture
def file_that_never_ends(tmp_path: Path) -> Path:
    """Return a file that blocks whoever reads it for ever."""
    path = tmp_path / "endless.jpg"
    os.mkfifo(path)
    return path


def processes() -> set[int]:
    """Return the ids of the media processes that run now."""
    children = multiprocessing.active_children()
    return {child.pid for child in children if child.name == "newsdesk-media" and child.pid is not None}


def has_ended(process: psutil.Process) -> bool:
    """Tell whether a process is gone, or only waits for its parent to notice."""
    for _ in range(200):
        if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False


def test_the_program_never_loads_the_decoders() -> None:
    code = (
        "import sys, newsdesk.media.worker, newsdesk.media.renditions, newsdesk.media.originals\n"
        "print(sorted({'PIL', 'exiv2'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


def test_no_process_is_started_before_the_first_photo() -> None:
    before = processes()
    MediaWorker().close()
    assert processes() == before


def test_a_photo_is_examined_from_bytes_and_from_its_path_alike(worker: MediaWorker, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(a_jpeg())
    assert worker.examine(a_jpeg()) == worker.examine(tmp_path / "photo.jpg")


def test_a_refusal_names_the_file(worker: MediaWorker) -> None:
    with pytest.raises(NotAnImageError) as refusal:
        worker.examine(b"a text", "holiday.jpg")
    assert "holiday.jpg" in str(refusal.value)


def test_a_file_that_is_not_there_is_refused(worker: MediaWorker, tmp_path: Path) -> None:
    with pytest.raises(UnreadableImageError):
        worker.examine(tmp_path / "gone.jpg")


def test_a_file_of_too_many_bytes_is_refused_unread(worker: MediaWorker, tmp_path: Path) -> None:
    with (tmp_path / "huge.jpg").open("wb") as stream:
        stream.truncate(MAX_FILE_BYTES + 1)
    with pytest.raises(ImageFileTooLargeError):
        worker.examine(tmp_path / "huge.jpg")


@needs_pipes
def test_a_file_that_takes_too_long_is_refused_by_name(own_worker: MediaWorker, file_that_never_ends: Path) -> None:
    with pytest.raises(WorkerFailedError) as refusal:
        own_worker.examine(file_that_never_ends)
    assert "endless.jpg" in str(refusal.value) and "longer than 2 seconds" in str(refusal.value)


@needs_pipes
def test_the_next_photo_is_read_after_one_that_hung(own_worker: MediaWorker, file_that_never_ends: Path) -> None:
    with pytest.raises(WorkerFailedError):
        own_worker.thumbnail(file_that_never_ends, 100)
    assert own_worker.examine(a_jpeg()).facts.width == 60


@needs_pipes
def test_a_crash_names_the_file_and_the_next_photo_is_read(file_that_never_ends: Path) -> None:
    before = processes()
    worker = MediaWorker(seconds=60)
    worker.examine(a_jpeg())
    (child,) = processes() - before
    threading.Timer(0.3, os.kill, (child, signal.SIGKILL)).start()
    try:
        with pytest.raises(WorkerFailedError) as refusal:
            worker.examine(file_that_never_ends)
        assert "endless.jpg" in str(refusal.value) and "crashed" in str(refusal.value)
        assert worker.examine(a_jpeg()).facts.width == 60
    finally:
        worker.close()


def test_a_process_that_died_idle_is_replaced_without_a_word() -> None:
    before = processes()
    worker = MediaWorker()
    worker.examine(a_jpeg())
    (child,) = processes() - before
    process = psutil.Process(child)
    process.kill()
    assert has_ended(process)
    try:
        assert worker.examine(a_jpeg()).facts.width == 60
    finally:
        worker.close()


@linux
def test_a_photo_that_needs_too_much_memory_is_refused_and_the_process_goes_on() -> None:
    before = processes()
    worker = MediaWorker(memory_bytes=200 * 1024 * 1024)
    try:
        worker.examine(a_jpeg())
        children = processes() - before
        with pytest.raises(WorkerFailedError) as refusal:
            worker.examine(saved(Image.new("RGB", (7000, 7000)), "PNG", compress_level=1), "vast.png")
        assert "200 MB" in str(refusal.value)
        assert worker.examine(a_jpeg()).facts.width == 60
        assert processes() - before == children
    finally:
        worker.close()


def test_many_threads_are_each_given_their_own_answer(worker: MediaWorker) -> None:
    photos = {width: a_jpeg(width, 40) for width in range(20, 60)}

    def width_of(width: int) -> int:
        return worker.examine(photos[width]).facts.width

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(width_of, photos)) == list(photos)


def test_a_closed_worker_refuses() -> None:
    worker = MediaWorker()
    worker.close()
    with pytest.raises(WorkerFailedError):
        worker.examine(a_jpeg())


def test_closing_ends_the_process() -> None:
    before = processes()
    worker = MediaWorker()
    worker.examine(a_jpeg())
    worker.close()
    assert processes() == before


@needs_pipes
def test_closing_does_not_wait_for_a_file_that_hangs(file_that_never_ends: Path) -> None:
    worker = MediaWorker(seconds=600)
    worker.examine(a_jpeg())
    threading.Timer(0.3, worker.close).start()
    with pytest.raises(WorkerFailedError):
        worker.examine(file_that_never_ends)


PROGRAM = """
import sys, time
from newsdesk.media.worker import MediaWorker
import multiprocessing

if __name__ == "__main__":
    worker = MediaWorker()
    worker.examine(open(sys.argv[1], "rb").read())
    print(multiprocessing.active_children()[0].pid, flush=True)
    {ending}
"""


def start_program(tmp_path: Path, ending: str) -> tuple[subprocess.Popen[str], psutil.Process]:
    """Start a program that uses a worker; return it and its worker's process."""
    (tmp_path / "program.py").write_text(PROGRAM.format(ending=ending), "utf-8")
    (tmp_path / "photo.jpg").write_bytes(a_jpeg())
    program = subprocess.Popen(
        [sys.executable, str(tmp_path / "program.py"), str(tmp_path / "photo.jpg")],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert program.stdout is not None
    child = int(program.stdout.readline())
    return program, psutil.Process(child)


def test_no_process_is_left_when_the_program_is_killed(tmp_path: Path) -> None:
    program, child = start_program(tmp_path, "time.sleep(60)")
    program.kill()
    program.wait()
    assert has_ended(child)


def test_no_process_is_left_when_the_program_forgets_to_close(tmp_path: Path) -> None:
    program, child = start_program(tmp_path, "sys.stdin.close() if sys.stdin else None")
    assert program.wait(timeout=30) == 0
    assert has_ended(child)


def hostile_files() -> list[str]:
    folder = corpus.folder() / "data" / "hostile" / "images"
    return sorted(file.name for file in folder.glob("*")) or ["absent.jpg"]


@pytest.mark.parametrize("file", hostile_files())
def test_a_hostile_file_is_read_or_refused_with_its_name(worker: MediaWorker, file: str) -> None:
    path = corpus.path("data", "hostile", "images", file)
    for look in (worker.examine, lambda photo: worker.thumbnail(photo, 200)):
        try:
            answer = look(path)
        except NewsdeskError as refusal:
            assert file in str(refusal)
        else:
            assert isinstance(answer, Examination | bytes)


def test_after_all_hostile_files_the_same_process_still_works() -> None:
    folder = corpus.files("data", "hostile", "images")
    before = processes()
    worker = MediaWorker()
    try:
        worker.examine(a_jpeg())
        children = processes() - before
        for path in folder:
            try:
                worker.examine(path)
            except NewsdeskError as refusal:
                assert path.name in str(refusal)
        assert processes() - before == children
    finally:
        worker.close()
