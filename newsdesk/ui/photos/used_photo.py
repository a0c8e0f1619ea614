"""What a card of the Photos panel shows."""

from dataclasses import dataclass

from newsdesk.domain.credit import Credit
from newsdesk.domain.photo import Photo, PhotoUse


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedPhoto:
    """A photo in a story: its use, its record, the line that will print, and what its file says of its makers."""

    use: PhotoUse
    photo: Photo
    credit_line: str
    suggestion: Credit
    suggested_line: str = ""
