"""Single files and the pictures beside them, written to a folder that the caller names."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from newsdesk.export.refusals import ExportFailedError
from newsdesk.export.report import ExportReport
from newsdesk.export.views import PhotoView

ReadRendition = Callable[[str], bytes]
"""Gives the bytes of a rendition by its file name."""


def plain_file(photo: PhotoView) -> str:
    """Return the file name of the widest picture that everything can show, empty where there is none."""
    sizes = photo.of_type("image/jpeg") or photo.of_type("image/png") or photo.renditions
    return sizes[-1].file_name if sizes else ""


def every_file(photos: Iterable[PhotoView]) -> tuple[str, ...]:
    """Return the file names of all sizes of photos, each once."""
    return tuple(dict.fromkeys(size.file_name for photo in photos for size in photo.renditions))


def target_of(out: Path, name: str, suffixes: tuple[str, ...]) -> Path:
    """Return where one file goes: ``out`` itself where it is named like such a file, else ``name`` in that folder."""
    if out.suffix.casefold() in suffixes and not out.is_dir():
        return out
    return out / name


def write_files(folder: Path, files: Mapping[str, bytes]) -> ExportReport:
    """Write files, by their paths in a folder; one that is there already with the same bytes is left alone.

    Raises:
        ExportFailedError: if the folder can't be written.
    """
    written = 0
    try:
        for path, content in files.items():
            target = folder / path
            if target.is_file() and target.read_bytes() == content:
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            passing = target.with_name(f"{target.name}.next")
            passing.write_bytes(content)
            passing.replace(target)
            written += 1
    except OSError as problem:
        raise ExportFailedError(folder=folder, reason=problem.strerror or str(problem)) from problem
    names = tuple(str(folder / path) for path in files)
    return ExportReport(files=names, written=written, unchanged=len(files) - written, removed=0)
