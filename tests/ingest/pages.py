"""Hand-written pages and short ways to read them."""

from collections import Counter
from pathlib import Path

from newsdesk.domain.credit_patterns import DEFAULT_AGENCIES, by_code
from newsdesk.domain.publication import Publication
from newsdesk.ingest.file_reading import read_file
from newsdesk.ingest.imported import Imported
from newsdesk.ingest.setting import Setting

PAGES = Path(__file__).resolve().parent.parent / "data" / "pages"
SETTING = Setting(publication=Publication(), agencies=by_code(DEFAULT_AGENCIES), file="story.txt")


def read(path: Path) -> Imported:
    """Read a file for a new newsroom, without the worker."""
    return read_file(path, publication=Publication(), agencies=DEFAULT_AGENCIES)


def read_page(name: str) -> Imported:
    """Read one of the hand-written pages."""
    return read(PAGES / name)


def left_out(record: Imported) -> Counter[str]:
    """Return what was left out, by name."""
    return Counter({entry.what: entry.count for entry in record.left_out})


def paragraphs(record: Imported) -> list[str]:
    """Return the blocks of a body as they stand in its Markdown."""
    return record.body_markdown.strip().split("\n\n")
