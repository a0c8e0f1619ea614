"""What every service works with: the store, the clock, the actor and the telling of changes."""

import random
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import RevisionClashError, SameWordsChangedError
from newsdesk.domain.ids import ArticleId, BriefingId, PhotoId
from newsdesk.domain.people import Person
from newsdesk.services.events import Events
from newsdesk.services.store import Store

_Result = TypeVar("_Result")
_TRIES = 20
_PAUSE_S = 0.004


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


def repeated(work: Callable[[], _Result]) -> _Result:
    """Return what ``work`` returns, done anew where somebody on a server saved between its reading and its writing.

    Raises RevisionClashError where that happens each time, SameWordsChangedError at once.
    """
    for tried in range(_TRIES - 1):
        try:
            return work()
        except SameWordsChangedError:
            raise
        except RevisionClashError:
            # A moment of chance, longer each time, so that two programs do not go on in step.
            time.sleep(random.uniform(0, _PAUSE_S * (tried + 1)))
    return work()
