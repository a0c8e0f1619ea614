"""Renditions for the page: which sizes a photo has, made when first asked for and kept by recipe."""

from collections.abc import Iterable
from pathlib import Path

from newsdesk.domain.photo import Photo
from newsdesk.export.views import RenditionView
from newsdesk.media.originals import Originals
from newsdesk.media.renditions import EmbeddedCredit, RenditionSpec, recipe_name
from newsdesk.media.worker import MediaWorker
from newsdesk.services.kept_files import KeptFiles

PAGE_WIDTHS = (320, 640, 960, 1280)
PAGE_TYPES = ("image/webp", "image/jpeg")
_QUALITY = {"image/webp": 80, "image/jpeg": 82}
_SUFFIX = {"image/webp": "webp", "image/jpeg": "jpg"}


class Renditions:
    """Makes and keeps the pictures that leave the newsroom; each carries its credit inside."""

    def __init__(self, folder: Path, originals: Originals, worker: MediaWorker) -> None:
        self._kept = KeptFiles(folder)
        self._originals = originals
        self._worker = worker
        self._recipes: dict[str, tuple[str, RenditionSpec, EmbeddedCredit]] = {}

    def views(self, photo: Photo, credit_line: str) -> tuple[RenditionView, ...]:
        """Return the sizes of a photo that a page offers; nothing is drawn yet."""
        credit = _embedded(photo, credit_line)
        views = []
        for spec in _specs(photo.width):
            name = f"{recipe_name(photo.sha256, spec, credit)}.{_SUFFIX[spec.media_type]}"
            self._recipes[name] = (photo.sha256, spec, credit)
            height = max(1, round(photo.height * spec.width / photo.width))
            views.append(
                RenditionView(file_name=name, media_type=spec.media_type, width=spec.width, height=height)
            )
        return tuple(views)

    def read(self, name: str) -> bytes:
        """Return a rendition that ``views`` named, drawn now if it never was; raises KeyError for other names."""
        sha256, spec, credit = self._recipes[name]
        return self._kept.read_or_make(
            name, lambda: self._worker.render(self._originals.read(sha256), spec, credit).content
        )


def _specs(width: int) -> Iterable[RenditionSpec]:
    fitting = [step for step in PAGE_WIDTHS if step <= width] or [width]
    for media_type in PAGE_TYPES:
        for step in fitting:
            yield RenditionSpec(width=step, media_type=media_type, quality=_QUALITY[media_type])


def _embedded(photo: Photo, credit_line: str) -> EmbeddedCredit:
    return EmbeddedCredit(
        creator=photo.credit.creator,
        credit_line=credit_line,
        copyright=photo.copyright,
        description=photo.description,
        alt_text=photo.alt_text,
        headline=photo.headline,
        source=photo.credit.agency,
        digital_source_type=photo.digital_source_type,
        usage_terms=photo.rights.usage_terms,
        web_statement="",
    )
