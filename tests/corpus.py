"""Where tests find the collection of real and hostile input that lives beside the project.

``NEWSDESK_CORPUS`` names the folder that holds ``data/`` and ``seeds/``; by default it is
``../shared`` from the project's root. Where it is absent, what needs it is skipped.
"""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def folder() -> Path:
    """Return the collection's folder, whether or not it exists."""
    return Path(os.environ.get("NEWSDESK_CORPUS", ROOT.parent / "shared"))


def path(*parts: str) -> Path:
    """Return the path of a file of the collection, or skip the test that asked for it."""
    wanted = folder().joinpath(*parts)
    if not wanted.exists():
        pytest.skip(f"the collection of test input has no {'/'.join(parts)} here (NEWSDESK_CORPUS names its folder)")
    return wanted


def files(*parts: str, pattern: str = "*") -> list[Path]:
    """Return the files of one folder of the collection, in the order of their names, or skip the test."""
    found = sorted(entry for entry in path(*parts).rglob(pattern) if entry.is_file())
    if not found:
        pytest.skip(f"the collection of test input holds no {pattern} in {'/'.join(parts)}")
    return found
