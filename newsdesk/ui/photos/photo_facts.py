"""What is known of a photo, as rows of words for the inspector."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from newsdesk.domain.photo import Photo
from newsdesk.domain.rights import Rights

_MEGA, _KILO = 1_000_000, 1_000
_SOURCES = {
    "digitalCapture": "Taken with a camera",
    "digitalCreation": "Drawn on a computer",
    "negativeFilm": "Scanned from film",
    "positiveFilm": "Scanned from film",
    "print": "Scanned from a print",
    "trainedAlgorithmicMedia": "Made by AI",
    "compositeWithTrainedAlgorithmicMedia": "Made partly by AI",
    "algorithmicMedia": "Made by a program",
}


def file_line(photo: Photo) -> str:
    """Return pixels, size and kind: ``6000 × 4000 · 4.8 MB · JPEG``."""
    return _tr("{width} × {height} · {size} · {kind}").format(
        width=photo.width,
        height=photo.height,
        size=size_text(photo.byte_size),
        kind=photo.media_type.rpartition("/")[2].upper(),
    )


def size_text(count: int) -> str:
    """Return a size in bytes as kB or MB, as file managers show it."""
    if count >= _MEGA:
        return _tr("{size} MB").format(size=f"{count / _MEGA:.1f}")
    return _tr("{size} kB").format(size=f"{max(1, round(count / _KILO)):,}")


def said_rows(photo: Photo, zone: ZoneInfo) -> list[tuple[str, str]]:
    """Return what the file itself says, label and value; what it does not say is left out."""
    taken = f"{photo.taken_at.astimezone(zone):%d.%m.%y %H:%M}" if photo.taken_at else ""
    source = _SOURCES.get(photo.digital_source_type)
    rows = (
        (_tr("Taken"), taken),
        (_tr("Photographer"), photo.creator_as_read),
        (_tr("Agency"), photo.agency_as_read),
        (_tr("Copyright"), photo.copyright),
        (_tr("Source"), _tr(source) if source else photo.digital_source_type),
        (_tr("Character set"), photo.character_set),
    )
    return [(label, value) for label, value in rows if value]


def rights_line(rights: Rights, zone: ZoneInfo) -> str:
    """Return the terms with their limits: ``Editorial use, no limit``."""
    parts = [rights.usage_terms or _tr("No terms are set")]
    if rights.valid_to is not None:
        parts.append(_tr("until {day}").format(day=f"{rights.valid_to.astimezone(zone):%d.%m.%y}"))
    if rights.embargo_until is not None:
        moment = f"{rights.embargo_until.astimezone(zone):%d.%m.%y %H:%M}"
        parts.append(_tr("embargo until {moment}").format(moment=moment))
    return " · ".join(parts)


def _tr(words: str) -> str:
    return QCoreApplication.translate("PhotoFacts", words)
