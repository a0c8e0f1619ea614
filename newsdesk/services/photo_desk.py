"""The photo desk: taking in, crediting, showing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newsdesk.domain.credit import Agency, Credit, credit_of
from newsdesk.domain.credit_patterns import agency_named, render_credit
from newsdesk.domain.errors import InvalidValueError, NewsdeskError
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.domain.photo import Photo
from newsdesk.domain.rights import EDITORIAL_USE, Rights, RightsCategory, default_rights
from newsdesk.domain.summary import PhotoQuery
from newsdesk.media.originals import Originals
from newsdesk.media.refusals import UnreadableImageError
from newsdesk.media.worker import Examination, MediaWorker
from newsdesk.services.session import Session, repeated
from newsdesk.services.store import Unit
from newsdesk.services.thumbnails import Thumbnails


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A file that was not taken in, and why in plain words."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """A photo of the desk, under the name its file was given with; ``known`` if it was here before."""

    file: str
    photo: Photo
    known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeIn:
    """What became of a batch of files."""

    photos: tuple[TakenIn, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditedPhoto:
    """A photo with the line it prints (empty without a credit), and the credit that its file suggests."""

    photo: Photo
    credit_line: str
    suggestion: Credit
    suggested_line: str


class PhotoService:
    """The wishes of the photo desk."""

    def __init__(self, session: Session, originals: Originals, worker: MediaWorker, thumbnails: Thumbnails) -> None:
        self._session = session
        self._originals = originals
        self._worker = worker
        self._thumbnails = thumbnails

    def add(
        self,
        paths: Iterable[Path],
        progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> TakeIn:
        """Take in files one by one; a bad one is refused with its reason and the others go on.

        The same bytes are never taken in twice: the photo that is here already is given back.
        """
        files = list(paths)
        photos, refused = [], []
        for done, path in enumerate(files):
            if cancelled():
                break
            try:
                photos.append(self._take_in(path))
            except NewsdeskError as refusal:
                refused.append(Refused(file=str(path), reason=str(refusal)))
            progress(done + 1, len(files))
        self._session.tell(photos=[taken.photo.id for taken in photos if not taken.known])
        return TakeIn(photos=tuple(photos), refused=tuple(refused))

    def get(self, photo: PhotoId) -> Photo:
        """Return a photo; raises NotFoundError."""
        with self._session.store.reading() as unit:
            return unit.photos.get(photo)

    def get_many(self, photos: Sequence[PhotoId]) -> Mapping[PhotoId, Photo]:
        """Return those of the photos that exist."""
        with self._session.store.reading() as unit:
            return unit.photos.get_many(photos)

    def find(self, query: PhotoQuery, offset: int = 0, limit: int = 100) -> Sequence[Photo]:
        """Return photos, newest first."""
        with self._session.store.reading() as unit:
            return unit.photos.find(query, offset, limit)

    def count(self, query: PhotoQuery) -> int:
        """Return how many photos match."""
        with self._session.store.reading() as unit:
            return unit.photos.count(query)

    def agencies(self) -> Mapping[str, Agency]:
        """Return the agencies that the newsroom knows, by code."""
        with self._session.store.reading() as unit:
            return _agencies(unit)

    def uses(self, photo: PhotoId) -> Sequence[ArticleId]:
        """Return the stories that show a photo."""
        with self._session.store.reading() as unit:
            return unit.photos.uses(photo)

    def credit_line(self, photo: Photo) -> str:
        """Return the line that will print, empty where the photo has no credit."""
        return render_credit(photo.credit, self.agencies())

    def line_for(self, creator: str, agency: str) -> str:
        """Return the line that such a credit would print, for the form to show while it is typed."""
        return render_credit(self._credit(creator, agency, self.agencies()), self.agencies())

    def with_lines(self, photos: Iterable[Photo]) -> tuple[CreditedPhoto, ...]:
        """Return photos with the lines they print, and with what their files say of their makers."""
        agencies = self.agencies()
        shown = []
        for photo in photos:
            said = self._credit(photo.creator_as_read, photo.agency_as_read, agencies)
            shown.append(
                CreditedPhoto(
                    photo=photo,
                    credit_line=render_credit(photo.credit, agencies),
                    suggestion=said,
                    suggested_line=render_credit(said, agencies),
                )
            )
        return tuple(shown)

    def credit(self, photo: PhotoId, *, creator: str, agency: str, terms: str = "") -> Photo:
        """Set who a photo is owed to; an agency brings its default rights, shown as assumed.

        ``terms`` names the category on which a photo without an agency came (``staff``, ``handout``, ``cc``).

        Raises:
            InvalidValueError: if both are empty or print no line, or nobody knows the agency or the terms.
            NotFoundError: if there is no such photo.
        """

        def work() -> tuple[Photo, Sequence[ArticleId]]:
            with self._session.store.unit() as unit:
                agencies = _agencies(unit)
                credit = _printable(self._credit(creator, agency, agencies), agencies)
                stored = unit.photos.get(photo)
                rights = _terms(stored.rights, terms) if terms else _rights_after(stored.rights, credit, agencies)
                return self._save(unit, stored, replace(stored, credit=credit, rights=rights)), unit.photos.uses(photo)

        saved, stories = repeated(work)
        self._session.tell(photos=[photo], articles=stories)
        return saved

    def describe(self, photo: PhotoId, *, description: str, alt_text: str) -> Photo:
        """Set a photo's own description and alternative text; raises NotFoundError."""

        def work() -> Photo:
            with self._session.store.unit() as unit:
                stored = unit.photos.get(photo)
                wanted = replace(stored, description=description.strip(), alt_text=alt_text.strip())
                return self._save(unit, stored, wanted)

        saved = repeated(work)
        self._session.tell(photos=[photo])
        return saved

    def thumbnail(self, sha256: str, box_px: int) -> bytes:
        """Return a small picture that fits a square of ``box_px`` pixels (JPEG)."""
        return self._thumbnails.read(sha256, box_px)

    def _save(self, unit: Unit, stored: Photo, wanted: Photo) -> Photo:
        actor, now = self._session.actor.id, self._session.now()
        return unit.photos.save(wanted, expected_revision=stored.revision, actor=actor, now=now)

    def _take_in(self, path: Path) -> TakenIn:
        with self._session.store.reading() as unit:
            agencies = tuple(unit.settings.agencies())
        examined = self._worker.examine(path, path.name, agencies)
        data = _bytes_of(path)
        sha256 = self._originals.keep(data)
        with self._session.store.unit() as unit:
            known = unit.photos.by_sha256(sha256)
            if known is not None:
                return TakenIn(file=str(path), photo=known, known=True)
            photo = _photo_from(examined, path.name, sha256, len(data))
            kept = unit.photos.add(
                photo, raw_metadata=examined.metadata.raw_json(), actor=self._session.actor.id, now=self._session.now()
            )
        return TakenIn(file=str(path), photo=kept)

    @staticmethod
    def _credit(creator: str, agency: str, agencies: Mapping[str, Agency]) -> Credit:
        return credit_of(creator, agency_named(agency, agencies) or agency.strip())


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise UnreadableImageError(file=path.name, reason=problem.strerror or str(problem)) from problem


def _agencies(unit: Unit) -> dict[str, Agency]:
    return {agency.code: agency for agency in unit.settings.agencies()}


def _printable(credit: Credit, agencies: Mapping[str, Agency]) -> Credit:
    """Return a credit that names somebody and prints a line; refuse any other."""
    if not credit.parties:
        raise InvalidValueError(field="the credit", value="Nobody", allowed="a photographer, an agency or both")
    if credit.agency and credit.agency not in agencies:
        raise InvalidValueError(field="the agency", value=credit.agency, allowed=", ".join(sorted(agencies)))
    if not render_credit(credit, agencies):
        allowed = "a photographer beside this agency: its line does not print without one"
        raise InvalidValueError(field="the credit", value=credit.agency, allowed=allowed)
    return credit


def _rights_after(rights: Rights, credit: Credit, agencies: Mapping[str, Agency]) -> Rights:
    """An agency's default terms stand in until a person sets others, and go when the agency goes."""
    if not (rights.assumed or rights == Rights()):
        return rights
    agency = agencies.get(credit.agency)
    return default_rights(agency.rights_profile) if agency else Rights()


def _terms(rights: Rights, name: str) -> Rights:
    """Terms that a person set; the dates of the rights stay."""
    allowed = [str(category) for category in RightsCategory if category is not RightsCategory.UNKNOWN]
    if name not in allowed:
        raise InvalidValueError(field="the terms", value=name, allowed=", ".join(allowed))
    return replace(rights, category=RightsCategory(name), usage_terms=EDITORIAL_USE, assumed=False)


def _photo_from(examined: Examination, name: str, sha256: str, size: int) -> Photo:
    """Return the record of a file: everything it says, and no credit, which only a person gives."""
    facts, said = examined.facts, examined.metadata
    width, height = facts.upright_size
    return Photo(
        sha256=sha256,
        file_name=name,
        media_type=facts.media_type,
        byte_size=size,
        width=width,
        height=height,
        creator_as_read=said.creator,
        agency_as_read=said.agency,
        headline=said.headline,
        description=said.description,
        alt_text=said.alt_text,
        copyright=said.copyright,
        character_set=said.character_set,
        digital_source_type=said.digital_source_type,
        taken_at=said.taken_at,
    )
