"""Changes of an edition on their way to the database, one at a time and in their order."""

from dataclasses import replace

from newsdesk.domain.briefing import Briefing, BriefingState


class EditionEdits:
    """Holds back a change while the one before is being kept, so that each names the revision it stands on."""

    def __init__(self) -> None:
        self._shown: Briefing | None = None
        self._sent: Briefing | None = None

    @property
    def shown(self) -> Briefing | None:
        """The edition with all changes, kept or not."""
        return self._shown

    def forget(self) -> None:
        """Drop what is on its way: it was refused, or no edition is shown any more."""
        self._sent = None

    def clear(self) -> None:
        """Show no edition."""
        self._shown = self._sent = None

    def change(self, edition: Briefing) -> Briefing | None:
        """Take a change; returns what is to be kept now, None while another change is being kept."""
        self._shown = edition
        if self._sent is not None:
            return None
        self._sent = edition
        return edition

    def read(self, edition: Briefing) -> tuple[Briefing, Briefing | None]:
        """Take an edition as read; returns what to show, and a change that is to be kept next."""
        sent, shown = self._sent, self._shown
        if sent is None or shown is None or edition.id != sent.id or edition.state is BriefingState.FINISHED:
            self._shown, self._sent = edition, None
            return edition, None
        if edition.revision <= sent.revision:
            # Read before the change on its way was kept.
            return shown, None
        if shown == sent:
            self._shown, self._sent = edition, None
            return edition, None
        self._shown = self._sent = replace(shown, revision=edition.revision)
        return self._shown, self._sent
