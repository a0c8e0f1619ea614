"""Round trip of bodies: ``python -m tests.proofs.round_trip [N]`` counts what does not come back.

N random documents (5,000 unless told) go from blocks to Markdown to blocks, and every record of
the collection's news texts, made into Markdown, is opened and saved: not one byte may differ.
"""

import json
import sys
from collections.abc import Callable, Iterator

from hypothesis import HealthCheck, given, settings

from newsdesk.text.blocks import Block, heading, list_item, paragraph, quote
from newsdesk.text.markdown_reader import read_markdown
from newsdesk.text.markdown_writer import write_markdown
from newsdesk.text.normal_form import normalise
from tests import corpus
from tests.text.strategies import documents

_MAKERS: dict[str, Callable[[str], Block]] = {"head": heading, "item": list_item, "quote": quote}


def comes_back(blocks: tuple[Block, ...]) -> bool:
    """Return whether a body in normal form is the same after writing, reading and saving it."""
    source = write_markdown(blocks)
    document = read_markdown(source)
    return document.blocks == blocks and write_markdown(document.blocks, document) == source


def random_failures(count: int) -> int:
    """Return how many of so many random documents did not come back."""
    failures = 0

    def one(blocks: tuple[Block, ...]) -> None:
        nonlocal failures
        if not comes_back(blocks):
            failures += 1
            print("did not come back:", repr(write_markdown(blocks))[:500], file=sys.stderr)

    limits = settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    check: Callable[[], None] = limits(given(documents())(one))
    check()
    return failures


def news_texts() -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Yield the collection's news texts: the name of the file and its body."""
    for file in corpus.files("data", "pages", "wikinews_en", pattern="*.json"):
        record = json.loads(file.read_text("utf-8"))
        body = (_MAKERS.get(kind, paragraph)(text) for kind, text in record["blocks"])
        yield file.name, normalise(body)
    for file in corpus.files("data", "pages", "setimes_sr", pattern="*.json"):
        record = json.loads(file.read_text("utf-8"))
        yield file.name, normalise(map(paragraph, record["sentences"]))


def main(arguments: list[str]) -> int:
    """Print both counts; return 1 where anything did not come back."""
    count = int(arguments[0]) if arguments else 5000
    random = random_failures(count)
    print(f"random documents: {count}, did not come back: {random}")
    total = failed = 0
    if (corpus.folder() / "data" / "pages").is_dir():
        for name, blocks in news_texts():
            total += 1
            if not comes_back(blocks):
                failed += 1
                print("did not come back:", name)
        print(f"news texts: {total}, did not come back: {failed}")
    else:
        print("news texts: none here (NEWSDESK_CORPUS names their folder)")
    return 1 if random or failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
