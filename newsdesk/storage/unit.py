"""A unit of work: one wish, kept as a whole or not at all."""

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from newsdesk.storage.approvals import SqlApprovals
from newsdesk.storage.articles import SqlArticles
from newsdesk.storage.briefings import SqlBriefings
from newsdesk.storage.photos import SqlPhotos
from newsdesk.storage.refusals import UnitMisusedError
from newsdesk.storage.releases import SqlReleases
from newsdesk.storage.settings import SqlSettings
from newsdesk.storage.tallies import Tallies


class SqlUnit:
    """The repositories of one transaction; they end with it."""

    def __init__(self, connection: Connection, *, writes: bool) -> None:
        # Rows are changed by statements, never by the session's own bookkeeping, so what it has in
        # mind is read again each time.
        self.session = Session(
            connection,
            autoflush=False,
            expire_on_commit=False,
            close_resets_only=False,
            execution_options={"populate_existing": True},
        )
        self._tallies = Tallies(self.session)
        self._articles = SqlArticles(self.session, self._tallies)
        self._photos = SqlPhotos(self.session)
        self._briefings = SqlBriefings(self.session, writes=writes)
        self._releases = SqlReleases(self.session)
        self._approvals = SqlApprovals(self.session)
        self._settings = SqlSettings(self.session)
        self._open = True

    @property
    def articles(self) -> SqlArticles:
        """The stories."""
        self._require_open()
        return self._articles

    @property
    def photos(self) -> SqlPhotos:
        """The photos."""
        self._require_open()
        return self._photos

    @property
    def briefings(self) -> SqlBriefings:
        """The briefings."""
        self._require_open()
        return self._briefings

    @property
    def releases(self) -> SqlReleases:
        """The log of releases."""
        self._require_open()
        return self._releases

    @property
    def approvals(self) -> SqlApprovals:
        """The approvals."""
        self._require_open()
        return self._approvals

    @property
    def settings(self) -> SqlSettings:
        """Settings, agencies, people."""
        self._require_open()
        return self._settings

    @property
    def tallies(self) -> Tallies:
        """The counts that lists show."""
        self._require_open()
        return self._tallies

    def finish(self) -> None:
        """Write what was put off to the end of the unit."""
        self._tallies.flush()

    def close(self) -> None:
        """End the unit; whoever kept it can do no more with it."""
        self._open = False
        self.session.close()

    def _require_open(self) -> None:
        if not self._open:
            raise UnitMisusedError(reason="it has ended")
