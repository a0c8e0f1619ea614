"""What every service works with: the store, the clock, the actor and the telling of changes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from newsdesk.domain.changes import Changes
from newsdesk.domain.ids import ArticleId, BriefingId, PhotoId
from newsdesk.domain.people import Person
from newsdesk.services.events import Events
from newsdesk.services.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One person at work in one newsroom. ``now`` returns the present moment, aware and in UTC."""

    store: Store
    actor: Person
    now: Callable[[], datetime]
    events: Events

    def tell(
        self,
        *,
        articles: Iterable[ArticleId] = (),
        photos: Iterable[PhotoId] = (),
        briefings: Iterable[BriefingId] = (),
        settings: bool = False,
    ) -> None:
        """Publish what a commit of this session changed."""
        self.events.publish(
            Changes(
                actor=self.actor.id,
                articles=frozenset(articles),
                photos=frozenset(photos),
                briefings=frozenset(briefings),
                settings=settings,
            )
        )
