"""Bringing stories in: read in a worker, shown with their questions, then kept."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsdesk.domain.article import LANGUAGES, Access, Article
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import PhotoUse
from newsdesk.ingest.imported import Imported
from newsdesk.ingest.reader import ImportWorker
from newsdesk.services.photo_desk import PhotoService
from newsdesk.services.session import Session
from newsdesk.services.settings import publication_from

__all__ = ["Imported", "IntakeService", "ReadFile"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """What a file held, or why it was refused; exactly one of the two is there."""

    file: Path
    imported: Imported | None = None
    refusal: NewsdeskError | None = None


class IntakeService:
    """The wishes of those who bring stories in."""

    def __init__(self, session: Session, worker: ImportWorker, photos: PhotoService) -> None:
        self._session = session
        self._worker = worker
        self._photos = photos

    def read(
        self,
        paths: Iterable[Path],
        progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[ReadFile, ...]:
        """Read files without keeping anything; a bad one is refused and the others go on."""
        files = list(paths)
        with self._session.store.reading() as unit:
            publication, agencies = publication_from(unit.settings.all()), tuple(unit.settings.agencies())
        results = []
        for done, path in enumerate(files):
            if cancelled():
                break
            try:
                imported = self._worker.read(path, publication=publication, agencies=agencies)
                results.append(ReadFile(file=path, imported=imported))
            except NewsdeskError as refusal:
                results.append(ReadFile(file=path, refusal=refusal))
            progress(done + 1, len(files))
        return tuple(results)

    def keep(self, imported: Imported, folder: Path | None = None) -> Article:
        """Keep what was read as a new draft; pictures it names beside itself are taken in first.

        Photos are credited only by what their own files say, never by the story.
        """
        uses = self._uses(imported, folder) if folder else ()
        with self._session.store.unit() as unit:
            publication = publication_from(unit.settings.all())
            article = Article(
                language=imported.language if imported.language in LANGUAGES else publication.language,
                headline=imported.headline,
                standfirst=imported.standfirst,
                slugline=imported.slugline,
                section=imported.section or publication.section,
                source=imported.source or publication.source,
                byline=imported.byline,
                dateline=imported.dateline,
                access=Access(imported.access) if imported.access in set(Access) else Access.OPEN,
                body_markdown=imported.body_markdown,
                photos=uses,
                awaited_photo=None if any(use.lead for use in uses) else imported.awaited_photo,
                questions=imported.questions,
                extras=imported.extras,
                published_at=imported.published_at,
                embargo_until=imported.embargo_until,
            )
            kept = unit.articles.add(article, actor=self._session.actor.id, now=self._session.now())
        self._session.tell(articles=[kept.id])
        return kept

    def _uses(self, imported: Imported, folder: Path) -> tuple[PhotoUse, ...]:
        """Take in the pictures that lie beside the file; a path that leads out of the folder is passed over."""
        inside = {
            photo.file: (folder / photo.file).resolve()
            for photo in imported.photos
            if photo.file and (folder / photo.file).resolve().is_relative_to(folder.resolve())
        }
        found = {name: path for name, path in inside.items() if path.is_file()}
        taken = self._photos.add(found.values())
        ids: Mapping[str, PhotoId] = {entry.file: entry.photo.id for entry in taken.photos}
        uses = []
        for photo in imported.photos:
            id_ = ids.get(str(found.get(photo.file, "")))
            if id_ is not None:
                uses.append(PhotoUse(photo=id_, lead=photo.lead, caption=photo.caption, alt=photo.alt))
        return tuple(uses)
