"""Between a photo and its rows."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, exists

from newsdesk.domain.credit import Credit, Party, PartyKind
from newsdesk.domain.ids import PersonId, PhotoId
from newsdesk.domain.photo import Photo
from newsdesk.domain.rights import Rights, RightsCategory
from newsdesk.storage.search_terms import terms_of
from newsdesk.storage.tables import CreditRow, PhotoRow
from newsdesk.storage.values import require_storable

_WORDS = (
    "sha256", "file_name", "media_type", "creator_as_read", "agency_as_read", "headline", "description", "alt_text",
    "copyright", "character_set", "digital_source_type", "killed_reason",
)  # fmt: skip
_AS_THEY_ARE = (*_WORDS, "byte_size", "width", "height", "taken_at", "focal_x", "focal_y", "added_at", "revision")

CREDITORS = (PartyKind.CREATOR, PartyKind.AGENCY)
"""Whose name makes a credit; a party that only passed a photo on is none (the triggers hold the same)."""


def is_credited(photo: ColumnElement[int] | Any) -> ColumnElement[bool]:
    """Return the condition that a photo has a photographer or an agency to name."""
    kinds = [str(kind) for kind in CREDITORS]
    return exists().where(CreditRow.photo_id == photo, CreditRow.kind.in_(kinds))


def require_storable_photo(photo: Photo) -> None:
    """Accept a photo that both databases can keep letter for letter; raises InvalidValueError."""
    require_storable((name, getattr(photo, name)) for name in _WORDS)
    require_storable(("credit", party.name) for party in photo.credit.parties)
    require_storable([("usage_terms", photo.rights.usage_terms)])


def columns_of(photo: Photo) -> dict[str, Any]:
    """Return a photo as the columns of its row hold it, its id and its hands aside."""
    rights = photo.rights
    return {
        **{name: getattr(photo, name) for name in _AS_THEY_ARE},
        "rights_category": str(rights.category),
        "usage_terms": rights.usage_terms,
        "rights_from": rights.valid_from,
        "rights_to": rights.valid_to,
        "rights_embargo": rights.embargo_until,
        "rights_assumed": rights.assumed,
        "folded": _folded(photo),
    }


def parties_of(photo: Photo) -> list[dict[str, Any]]:
    """Return the parties of a photo's credit, as rows in their order; those without a name are left out."""
    named = [party for party in photo.credit.parties if party.name.strip()]
    return [
        {"photo_id": photo.id, "seq": seq, "kind": str(party.kind), "name": party.name}
        for seq, party in enumerate(named)
    ]


def photo_of(row: PhotoRow, parties: Iterable[CreditRow]) -> Photo:
    """Return the photo of its rows."""
    return Photo(
        **{name: getattr(row, name) for name in _AS_THEY_ARE},
        id=PhotoId(row.id),
        added_by=PersonId(row.added_by),
        credit=Credit(parties=tuple(Party(kind=PartyKind(party.kind), name=party.name) for party in parties)),
        rights=Rights(
            category=RightsCategory(row.rights_category),
            usage_terms=row.usage_terms,
            valid_from=row.rights_from,
            valid_to=row.rights_to,
            embargo_until=row.rights_embargo,
            assumed=row.rights_assumed,
        ),
    )


def _folded(photo: Photo) -> str:
    """Return the words by which a photo is found, between single spaces; nobody knows their language."""
    said = [photo.file_name, photo.headline, photo.description, photo.alt_text, photo.copyright]
    said += [photo.creator_as_read, photo.agency_as_read, *(party.name for party in photo.credit.parties)]
    return f" {' '.join(dict.fromkeys(terms_of(' '.join(said), ('en', 'sr-Latn'))))} "
