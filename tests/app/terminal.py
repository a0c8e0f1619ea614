"""A person at a terminal: commands in, what was printed and the exit status out."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from newsdesk.app.start import main
from tests.builders import a_jpeg

STORY = """River Town Reopens Its Old Ferry

The ferry at Kovin ran again on Nov. 21, eleven years after the last boat was sold.

“We never stopped believing that people here want to see one another,” said the mayor.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a command printed, and how it ended."""

    status: int
    out: str
    err: str

    @property
    def record(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


Run = Callable[..., Said]


class Terminal:
    """Runs commands in one newsroom, in this process."""

    def __init__(self, newsroom: str, folder: Path, capture: pytest.CaptureFixture[bytes]) -> None:
        self.newsroom, self.folder = newsroom, folder
        self._capture = capture

    def say(self, *words: object) -> Said:
        """Run a command line as it is typed, without naming the newsroom."""
        self._capture.readouterr()
        try:
            status = main([str(word) for word in words])
        except SystemExit as end:
            status = int(end.code or 0)
        printed = self._capture.readouterr()
        return Said(status=status, out=printed.out.decode("utf-8"), err=printed.err.decode("utf-8"))

    def run(self, *words: object) -> Said:
        """Run a command in the newsroom."""
        return self.say("--newsroom", self.newsroom, *words)

    def ask(self, *words: object) -> Any:
        """Run a command that is done, and return its JSON document."""
        said = self.run("--json", *words)
        assert (said.status, said.err) == (0, ""), said.err
        return said.record

    def file(self, name: str, content: str | bytes) -> Path:
        """Write a file to bring in."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def story(self, **fields: str) -> int:
        """Bring in a story that lacks nothing, as Markdown with these fields; returns its id."""
        known = {
            "headline": "River Town Reopens Its Old Ferry",
            "standfirst": "Eleven years after the last boat, Kovin crosses the Danube again.",
            **fields,
        }
        front = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in known.items())
        file = self.file("story.md", f"---\n{front}---\n\n{STORY.split(chr(10), 2)[2]}")
        return int(self.ask("import", file)["articles"][0]["id"])

    def photo(self, name: str = "ferry.jpg", *, credited: bool = True) -> int:
        """Take in a picture; each name is another one."""
        shade = sum(name.encode()) % 256
        id_ = int(self.ask("photos", "add", self.file(name, a_jpeg((shade, 90, 255 - shade))))["photos"][0]["id"])
        if credited:
            self.ask("photos", "credit", id_, "--creator", "Milica Petrović", "--agency", "BETAPHOTO")
        return id_

    def published(self, **fields: str) -> int:
        """Bring in a story and publish it."""
        id_ = self.story(**fields)
        self.ask("move", id_, "published")
        return id_


def keys_of(records: Iterable[dict[str, Any]]) -> set[tuple[str, ...]]:
    """Return the sets of keys, in order, that records have."""
    return {tuple(record) for record in records}
