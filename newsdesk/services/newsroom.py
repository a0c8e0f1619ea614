"""A newsroom at work: every service, built once over one store, for one person."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from newsdesk.domain.people import Person
from newsdesk.ingest.reader import ImportWorker
from newsdesk.media.originals import Originals
from newsdesk.media.worker import MediaWorker
from newsdesk.services.approvals import ApprovalService
from newsdesk.services.articles import ArticleService
from newsdesk.services.backup import BackupService
from newsdesk.services.briefings import BriefingService
from newsdesk.services.checks import CheckService
from newsdesk.services.events import Events
from newsdesk.services.intake import IntakeService
from newsdesk.services.moves import Mover
from newsdesk.services.page_views import PageViews
from newsdesk.services.photo_desk import PhotoService
from newsdesk.services.preview import PreviewService
from newsdesk.services.publishing import PublishingService
from newsdesk.services.renditions import Renditions
from newsdesk.services.session import Session
from newsdesk.services.settings import SettingsService, present
from newsdesk.services.store import Store
from newsdesk.services.thumbnails import Thumbnails


class Newsroom:
    """Holds the services; ``close`` ends the workers and lets go of the database."""

    def __init__(
        self,
        store: Store,
        photos: Path,
        cache: Path,
        *,
        account: str,
        name: str,
        now: Callable[[], datetime] = present,
    ) -> None:
        with store.unit() as unit:
            self.actor: Person = unit.settings.person_for(account, name)
        self.store = store
        self.events = Events()
        session = Session(store=store, actor=self.actor, now=now, events=self.events)
        self._media, self._imports = MediaWorker(), ImportWorker()
        originals = Originals(photos / "originals")
        renditions = Renditions(cache / "renditions", originals, self._media)
        views = PageViews(renditions)
        self.checks = CheckService(session)
        mover = Mover(session, self.checks, views)
        self.settings = SettingsService(session)
        self.articles = ArticleService(session, mover)
        thumbnails = Thumbnails(cache / "thumbnails", originals, self._media)
        self.photos = PhotoService(session, originals, self._media, thumbnails)
        self.intake = IntakeService(session, self._imports, self.photos)
        self.briefings = BriefingService(session, self.checks)
        self.approvals = ApprovalService(session)
        self.publishing = PublishingService(session, self.checks, views, renditions, mover)
        self.preview = PreviewService(session, views, renditions)
        self.backup = BackupService(session, originals, photos)

    def close(self) -> None:
        """End the workers and close the database; safe to call twice."""
        self._imports.close()
        self._media.close()
        self.store.close()
