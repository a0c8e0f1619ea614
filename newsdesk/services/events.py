"""Who wants to hear of commits, and the telling."""

from collections.abc import Callable

from newsdesk.domain.changes import Changes


class Events:
    """Tells every subscriber what a commit changed, in the thread that committed."""

    def __init__(self) -> None:
        self._subscribers: list[Callable[[Changes], None]] = []

    def subscribe(self, hear: Callable[[Changes], None]) -> None:
        """Call ``hear`` after every commit from now on."""
        self._subscribers.append(hear)

    def publish(self, changes: Changes) -> None:
        """Tell all subscribers; called after the commit, never inside the unit of work."""
        for hear in list(self._subscribers):
            hear(changes)
