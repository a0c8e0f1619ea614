"""Where the window's fonts, icons and theme files lie."""

from pathlib import Path

_ROOT = Path(__file__).resolve().parents[3] / "resources"


def resource_path(*parts: str) -> Path:
    """Return the path of a file below the program's ``resources/`` folder."""
    return _ROOT.joinpath(*parts)
