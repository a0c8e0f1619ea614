"""What an export did to a folder."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """The files that stand there now, and how many of them were written, kept and taken away."""

    files: tuple[str, ...]
    written: int
    unchanged: int
    removed: int
