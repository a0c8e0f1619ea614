"""Bringing stories in: read in a worker, shown with their questions, then kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from newsdesk.domain.article import Access, Article
from newsdesk.domain.errors import NewsdeskError
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import PhotoUse
from newsdesk.ingest.imported import Imported
from newsdesk.ingest.reader import ImportWorker
from newsdesk.services.photo_desk import PhotoService
from newsdesk.services.session import Session
from newsdesk.services.settings import publication_from
from newsdesk.services.story_language import language_to_keep

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

        They get no credit by that, whatever the story says: only a person gives one. A picture that
        can't be taken in, and a language that is not the newsroom's, becomes a question.
        """
        uses, asked = self._uses(imported, folder) if folder else ((), ())
        with self._session.store.unit() as unit:
            publication = publication_from(unit.settings.all())
            language, doubts = language_to_keep(imported.language, imported.body_markdown, publication.language)
            article = Article(
                language=language,
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
                questions=tuple(dict.fromkeys((*imported.questions, *doubts, *asked))),
                extras=imported.extras,
                published_at=imported.published_at,
                embargo_until=imported.embargo_until,
            )
            kept = unit.articles.add(article, actor=self._session.actor.id, now=self._session.now())
        self._session.tell(articles=[kept.id])
        return kept

    def _uses(self, imported: Imported, folder: Path) -> tuple[tuple[PhotoUse, ...], tuple[str, ...]]:
        """Take in the pictures that lie beside the file; return their uses, and questions for those that don't.

        One picture has one use, and one use leads.
        """
        uses: dict[PhotoId, PhotoUse] = {}
        asked = []
        for photo in imported.photos:
            file = _beside(folder, photo.file)
            taken = self._photos.add([file]) if file else None
            if taken is None or not taken.photos:
                reason = taken.refused[0].reason if taken else "It does not lie beside the story."
                if not (photo.lead and imported.awaited_photo):
                    asked.append(f"Shall the story go without the photo “{photo.file}”? {reason}")
                continue
            id_ = taken.photos[0].photo.id
            leads = photo.lead and not any(use.lead for use in uses.values())
            uses.setdefault(id_, PhotoUse(photo=id_, lead=leads, caption=photo.caption, alt=photo.alt))
        return tuple(sorted(uses.values(), key=lambda use: not use.lead)), tuple(asked)


def _beside(folder: Path, name: str) -> Path | None:
    """Return the file of that name in a folder or below it; a name that leads out of the folder finds nothing."""
    try:
        file = (folder / name).resolve()
        return file if name and file.is_relative_to(folder.resolve()) and file.is_file() else None
    except (OSError, ValueError):
        # A name that no file can have.
        return None
