"""How many stories there are of each kind, kept beside them so that no list has to count."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from newsdesk.storage.tables import ArticleRow, TallyRow
from newsdesk.storage.upsert import insert_into


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """The stories that are counted together."""

    section: str
    language: str
    state: str


class Tallies:
    """The counts; changes are written once, at the end of the unit, in one order for everybody.

    Two units that moved stories between the same groups in opposite order would otherwise wait
    for each other on PostgreSQL.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._changes: Counter[Group] = Counter()

    def moved(self, before: Group | None, after: Group) -> None:
        """Note that a story left one group (None: it is new) and is in another now."""
        if before is not None:
            self._changes[before] -= 1
        self._changes[after] += 1

    def added(self, stories: Mapping[Group, int]) -> None:
        """Note many new stories at once."""
        self._changes.update(stories)

    def flush(self) -> None:
        """Write what was noted."""
        for group in sorted(group for group, change in self._changes.items() if change):
            change = self._changes[group]
            insert = insert_into(self._session, TallyRow).values(
                section=group.section, language=group.language, state=group.state, stories=change
            )
            self._session.execute(
                insert.on_conflict_do_update(
                    index_elements=["section", "language", "state"], set_={"stories": TallyRow.stories + change}
                )
            )
        self._changes.clear()

    def by_state(self) -> dict[str, int]:
        """Return how many stories stand in each state that has one."""
        self.flush()
        total = func.sum(TallyRow.stories)
        rows = self._session.execute(select(TallyRow.state, total).group_by(TallyRow.state).having(total > 0))
        return {state: int(stories) for state, stories in rows}

    def count(self, *, states: Sequence[str], section: str, language: str) -> int:
        """Return how many stories there are; what is empty sets no limit."""
        self.flush()
        wanted = select(func.coalesce(func.sum(TallyRow.stories), 0))
        if states:
            wanted = wanted.where(TallyRow.state.in_(states))
        if section:
            wanted = wanted.where(TallyRow.section == section)
        if language:
            wanted = wanted.where(TallyRow.language == language)
        return int(self._session.scalar(wanted) or 0)

    def groups(self) -> Sequence[Group]:
        """Return the groups that have stories."""
        self.flush()
        rows = self._session.execute(
            select(TallyRow.section, TallyRow.language, TallyRow.state).where(TallyRow.stories > 0)
        )
        return [Group(section, language, state) for section, language, state in rows]


def counted(session: Session) -> dict[Group, int]:
    """Return the counts by reading every story, for a check of those that are kept."""
    groups = (ArticleRow.section, ArticleRow.language, ArticleRow.state)
    rows = session.execute(select(*groups, func.count()).group_by(*groups))
    return {Group(section, language, state): stories for section, language, state, stories in rows}


def kept(session: Session) -> dict[Group, int]:
    """Return the counts as they are kept, those of empty groups left out."""
    rows = session.scalars(select(TallyRow).where(TallyRow.stories != 0))
    return {Group(row.section, row.language, row.state): row.stories for row in rows}
