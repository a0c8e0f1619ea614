"""Series and their editions."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from newsdesk.domain.briefing import Briefing, BriefingItem, BriefingState, Series
from newsdesk.domain.errors import NotFoundError, RevisionClashError
from newsdesk.domain.ids import ArticleId, BriefingId, PersonId, SeriesId
from newsdesk.storage.tables import BriefingRow, ItemRow, SeriesRow, VersionRow
from newsdesk.storage.values import require_storable


class SqlBriefings:
    """The briefings of one unit; ``writes`` says whether the unit may change anything."""

    def __init__(self, session: Session, *, writes: bool) -> None:
        self._session = session
        self._writes = writes

    def series(self) -> Sequence[Series]:
        """Return every series."""
        return [_series(row) for row in self._session.scalars(select(SeriesRow).order_by(SeriesRow.id))]

    def series_named(self, name: str) -> Series | None:
        """Return the series with that name or slug, whatever its case."""
        wanted = name.strip().casefold()
        return next((one for one in self.series() if wanted in (one.name.casefold(), one.slug.casefold())), None)

    def add_series(self, series: Series) -> Series:
        """Keep a new series; returns it with its id."""
        require_storable([("series", series.name)])
        row = SeriesRow(name=series.name, slug=series.slug, language=series.language)
        self._session.add(row)
        self._session.flush()
        return replace(series, id=SeriesId(row.id))

    def next_number(self, series: SeriesId) -> int:
        """Return the number after the highest finished edition of a series."""
        if self._writes:
            # Two editions that are finished at once would both read the same highest number.
            self._session.execute(select(SeriesRow.id).where(SeriesRow.id == series).with_for_update())
        highest = self._session.scalar(
            select(func.max(BriefingRow.number)).where(
                BriefingRow.series_id == series, BriefingRow.state == str(BriefingState.FINISHED)
            )
        )
        return (highest or 0) + 1

    def get(self, briefing: BriefingId) -> Briefing:
        """Return an edition; raises NotFoundError."""
        row = self._session.scalar(select(BriefingRow).where(BriefingRow.id == briefing))
        if row is None:
            raise NotFoundError(kind="briefing", id=briefing)
        return self._with_items([row])[0]

    def add(self, briefing: Briefing, *, actor: PersonId, now: datetime) -> Briefing:
        """Keep a new edition; returns it with id and revision 1; raises NotFoundError for an unknown story."""
        _require_storable(briefing)
        row = BriefingRow(**_columns(briefing), revision=1, updated_at=now, updated_by=actor)
        self._session.add(row)
        self._session.flush()
        made = replace(briefing, id=BriefingId(row.id), revision=1)
        self._write_items(made)
        return made

    def save(self, briefing: Briefing, *, expected_revision: int, actor: PersonId, now: datetime) -> Briefing:
        """Keep a change; raises RevisionClashError, NotFoundError."""
        _require_storable(briefing)
        changed = self._session.execute(
            update(BriefingRow)
            .where(BriefingRow.id == briefing.id, BriefingRow.revision == expected_revision)
            .values(**_columns(briefing), revision=expected_revision + 1, updated_at=now, updated_by=actor)
            .returning(BriefingRow.id),
            execution_options={"synchronize_session": False},
        )
        if changed.one_or_none() is None:
            found = self.get(briefing.id).revision
            raise RevisionClashError(kind="briefing", id=briefing.id, expected=expected_revision, found=found)
        saved = replace(briefing, revision=expected_revision + 1)
        self._write_items(saved)
        return saved

    def all(self) -> Sequence[Briefing]:
        """Return every edition, newest first."""
        rows = self._session.scalars(select(BriefingRow).order_by(BriefingRow.day.desc(), BriefingRow.id.desc()))
        return self._with_items(list(rows))

    def _with_items(self, rows: Sequence[BriefingRow]) -> list[Briefing]:
        wanted = select(ItemRow).order_by(ItemRow.briefing_id, ItemRow.position)
        if len(rows) == 1:
            wanted = wanted.where(ItemRow.briefing_id == rows[0].id)
        items: dict[int, list[ItemRow]] = {row.id: [] for row in rows}
        for item in self._session.scalars(wanted):
            items[item.briefing_id].append(item)
        return [_briefing(row, items[row.id]) for row in rows]

    def _write_items(self, briefing: Briefing) -> None:
        for item in briefing.items:
            self._require_revision(item)
        self._session.execute(
            delete(ItemRow).where(ItemRow.briefing_id == briefing.id), execution_options={"synchronize_session": False}
        )
        if briefing.items:
            self._session.execute(insert(ItemRow), _item_rows(briefing))

    def _require_revision(self, item: BriefingItem) -> None:
        """Refuse an item that the history does not hold; one that it holds can't leave it meanwhile."""
        wanted = select(VersionRow.id).where(VersionRow.article_id == item.article)
        if item.article_revision:
            wanted = wanted.where(VersionRow.revision == item.article_revision).with_for_update(key_share=True)
        if self._session.scalars(wanted.limit(1)).one_or_none() is None:
            raise NotFoundError(kind="story", id=item.article)


def _require_storable(briefing: Briefing) -> None:
    require_storable([("editors_note", briefing.editors_note)])
    require_storable(("an item", f"{item.headline}{item.summary}") for item in briefing.items)


def _series(row: SeriesRow) -> Series:
    return Series(id=SeriesId(row.id), name=row.name, slug=row.slug, language=row.language)


def _columns(briefing: Briefing) -> dict[str, Any]:
    return {
        "series_id": briefing.series,
        "number": briefing.number,
        "day": briefing.date,
        "state": str(briefing.state),
        "editors_note": briefing.editors_note,
        "finished_at": briefing.finished_at,
        "finished_by": briefing.finished_by,
    }


def _item_rows(briefing: Briefing) -> list[dict[str, Any]]:
    return [
        {
            "briefing_id": briefing.id,
            "position": position,
            "article_id": item.article,
            "article_revision": item.article_revision or None,
            "headline": item.headline,
            "summary": item.summary,
        }
        for position, item in enumerate(briefing.items)
    ]


def _briefing(row: BriefingRow, items: Iterable[ItemRow]) -> Briefing:
    return Briefing(
        id=BriefingId(row.id),
        series=SeriesId(row.series_id),
        number=row.number,
        date=row.day,
        state=BriefingState(row.state),
        editors_note=row.editors_note,
        finished_at=row.finished_at,
        finished_by=PersonId(row.finished_by) if row.finished_by is not None else None,
        revision=row.revision,
        items=tuple(
            BriefingItem(
                article=ArticleId(item.article_id),
                article_revision=item.article_revision or 0,
                headline=item.headline,
                summary=item.summary,
            )
            for item in items
        ),
    )
