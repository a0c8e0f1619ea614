"""The views of the desk: which stories each shows, under which name, with which icon."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsdesk.domain.summary import ArticleQuery
from newsdesk.domain.workflow import State


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskView:
    """One entry of the rail; ``always`` ones are there from the start, others once they hold a story."""

    key: str
    title: str
    icon: str
    states: frozenset[State]
    by_published: bool = False
    always: bool = True

    @property
    def query(self) -> ArticleQuery:
        """The stories that the view shows."""
        return ArticleQuery(states=self.states, by_published=self.by_published)

    def count(self, counts: Mapping[str, int]) -> int:
        """Return how many stories the view holds, of the counts by state."""
        if not self.states:
            return sum(counts.values())
        return sum(counts.get(str(state), 0) for state in self.states)


def _view(key: str, title: str, icon: str, *states: State, by_published: bool = False, always: bool = True) -> DeskView:
    return DeskView(
        key=key, title=title, icon=icon, states=frozenset(states), by_published=by_published, always=always
    )


VIEWS: tuple[DeskView, ...] = (
    _view("all", "All stories", "newspaper"),
    _view("draft", "Drafts", "pencil", State.DRAFT),
    _view("review", "In review", "messages-square", State.REVIEW),
    _view("ready", "Ready", "circle-check", State.READY),
    _view("scheduled", "Scheduled", "clock", State.SCHEDULED, always=False),
    _view("published", "Published", "globe", State.PUBLISHED, State.CORRECTING, by_published=True),
    _view("held", "Held", "hand", State.HELD, always=False),
    _view("gone", "Killed and withdrawn", "ban", State.KILLED, State.WITHDRAWN, always=False),
    _view("spiked", "Spiked", "trash-2", State.SPIKED, always=False),
    _view("archived", "Archive", "archive", State.ARCHIVED, by_published=True, always=False),
)
