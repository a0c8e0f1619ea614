"""Photos of the desk for tests."""

from dataclasses import replace

from newsdesk.domain.credit import Credit, credit_of
from newsdesk.domain.credit_patterns import DEFAULT_AGENCIES, render_credit
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import Photo, PhotoUse
from newsdesk.domain.rights import Rights
from newsdesk.ui.photos.photo_model import PhotoRow
from newsdesk.ui.photos.used_photo import UsedPhoto
from tests.builders import a_photo

AGENCIES = {agency.code: agency for agency in DEFAULT_AGENCIES}
MILICA = credit_of("Milica Petrović", "BETAPHOTO")
MILICAS_LINE = render_credit(MILICA, AGENCIES)


def a_desk_photo(number: int, credit: Credit = MILICA, **fields: object) -> Photo:
    """Return a photo of the desk, credited unless told otherwise."""
    photo = a_photo(id=PhotoId(number), sha256=f"{number:064x}", description=f"Photo {number}", credit=credit)
    return replace(photo, **fields)  # type: ignore[arg-type]


def uncredited(number: int, **fields: object) -> Photo:
    """Return a photo that nobody is credited for."""
    return a_desk_photo(number, Credit(), rights=Rights(), **fields)


def row_of(photo: Photo) -> PhotoRow:
    """Return a photo with the line that it prints."""
    return photo, render_credit(photo.credit, AGENCIES)


def used(photo: Photo, suggestion: Credit = MILICA, **use: object) -> UsedPhoto:
    """Return a photo as a story uses it; the file suggests Milica's credit."""
    return UsedPhoto(
        use=replace(PhotoUse(photo=photo.id), **use),  # type: ignore[arg-type]
        photo=photo,
        credit_line=render_credit(photo.credit, AGENCIES),
        suggestion=suggestion,
        suggested_line=render_credit(suggestion, AGENCIES),
    )
