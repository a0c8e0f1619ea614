"""A story as one JSON text: the snapshot that history and releases keep."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from newsdesk.domain.article import Access, Article, Correction
from newsdesk.domain.ids import ArticleId, PersonId, PhotoId
from newsdesk.domain.photo import AwaitedPhoto, PhotoUse
from newsdesk.domain.workflow import Kind, State

_MOMENTS = ("published_at", "embargo_until", "scheduled_at", "created_at", "updated_at")


def canonical(value: Mapping[str, Any]) -> str:
    """Return JSON with one spelling only: sorted, without spaces, letters as they are."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def snapshot_of(article: Article) -> str:
    """Return all of a story as canonical JSON; moments as ISO 8601 in UTC."""
    return canonical({name: _plain(value) for name, value in asdict(article).items()})


def article_from(snapshot: str) -> Article:
    """Return the story of a snapshot; fields that the snapshot does not know have their defaults."""
    held: dict[str, Any] = json.loads(snapshot)
    known = {name: value for name, value in held.items() if name in Article.__dataclass_fields__}
    known.update({name: moment_from(known[name]) for name in _MOMENTS if known.get(name)})
    known["state"] = State(known["state"])
    known["access"] = Access(known["access"])
    known["reopened_as"] = Kind(known["reopened_as"]) if known.get("reopened_as") else None
    known["photos"] = tuple(_use(use) for use in known["photos"])
    known["awaited_photo"] = awaited_from(known["awaited_photo"])
    known["corrections"] = corrections_from(known["corrections"])
    known["extras"] = pairs_from(known["extras"])
    known["questions"] = tuple(known["questions"])
    for name in ("related_pinned", "related_banned"):
        known[name] = tuple(ArticleId(number) for number in known[name])
    if known.get("updated_by") is not None:
        known["updated_by"] = PersonId(known["updated_by"])
    return Article(**known)


def corrections_from(held: list[dict[str, str]]) -> tuple[Correction, ...]:
    """Return the corrections that JSON holds."""
    return tuple(Correction(**{**one, "noted_at": moment_from(one["noted_at"])}) for one in held)  # type: ignore[arg-type]


def corrections_for(corrections: tuple[Correction, ...]) -> list[dict[str, Any]]:
    """Return corrections as JSON holds them."""
    return [_plain(asdict(one)) for one in corrections]


def awaited_from(held: dict[str, str] | None) -> AwaitedPhoto | None:
    """Return the awaited photo that JSON holds, if any."""
    return AwaitedPhoto(**held) if held else None


def pairs_from(held: list[list[str]]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of texts that JSON holds as lists."""
    return tuple((name, value) for name, value in held)


def moment_from(text: str) -> datetime:
    """Return the moment of an ISO 8601 text, aware and in UTC."""
    return datetime.fromisoformat(text).astimezone(UTC)


def _use(held: Mapping[str, Any]) -> PhotoUse:
    return PhotoUse(photo=PhotoId(held["photo"]), lead=held["lead"], caption=held["caption"], alt=held["alt"])


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value
