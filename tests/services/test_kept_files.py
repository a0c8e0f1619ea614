"""Files that are made once, whoever asks and however many ask at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from newsdesk.services.kept_files import KeptFiles


def test_a_file_is_made_once(tmp_path: Path) -> None:
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        return b"content"

    kept = KeptFiles(tmp_path)
    assert [kept.read_or_make("abc.jpg", make) for _ in range(3)] == [b"content"] * 3
    assert len(made) == 1


def test_many_who_ask_at_once_all_get_it_whole(tmp_path: Path) -> None:
    kept, content = KeptFiles(tmp_path), b"x" * 100_000
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: kept.read_or_make("abc.jpg", lambda: content), range(40)))
    assert answers == [content] * 40
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["abc.jpg"]


def test_an_emptied_folder_fills_again(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path)
    kept.read_or_make("abc.jpg", lambda: b"one")
    (tmp_path / "ab" / "abc.jpg").unlink()
    assert kept.read_or_make("abc.jpg", lambda: b"two") == b"two"
