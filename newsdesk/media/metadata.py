"""A photo's metadata: one value for each IPTC property, chosen from XMP, IIM and EXIF in that order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from newsdesk.domain.credit import Agency
from newsdesk.domain.credit_patterns import DEFAULT_AGENCIES, by_code
from newsdesk.media.character_sets import ASCII, Reading, choose, repaired
from newsdesk.media.examination import PhotoMetadata
from newsdesk.media.metadata_parties import parties
from newsdesk.media.metadata_sources import Sources, Texts, iim_was_edited_last, read_sources

__all__ = ["PhotoMetadata", "read_metadata"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Property:
    """Where a property lies; of several XMP keys the first that is filled counts."""

    name: str
    xmp: tuple[str, ...]
    iim: str = ""
    exif: str = ""
    many: bool = False


# IPTC Photo Metadata Standard 2023.1 (XMP and IIM), Metadata Working Group Guidelines 2.0 (EXIF).
_PROPERTIES = (
    _Property(name="creator", xmp=("Xmp.dc.creator",), iim="Byline", exif="Exif.Image.Artist"),
    _Property(name="credit_line", xmp=("Xmp.photoshop.Credit",), iim="Credit"),
    _Property(name="headline", xmp=("Xmp.photoshop.Headline",), iim="Headline"),
    _Property(name="description", xmp=("Xmp.dc.description",), iim="Caption", exif="Exif.Image.ImageDescription"),
    _Property(name="alt_text", xmp=("Xmp.iptc.AltTextAccessibility",)),
    _Property(name="copyright", xmp=("Xmp.dc.rights",), iim="Copyright", exif="Exif.Image.Copyright"),
    _Property(name="source", xmp=("Xmp.photoshop.Source",), iim="Source"),
    _Property(
        name="city",
        xmp=("Xmp.photoshop.City", "Xmp.iptcExt.LocationCreated[1]/Iptc4xmpExt:City"),
        iim="City",
    ),
    _Property(
        name="country",
        xmp=("Xmp.photoshop.Country", "Xmp.iptcExt.LocationCreated[1]/Iptc4xmpExt:CountryName"),
        iim="CountryName",
    ),
    _Property(name="digital_source_type", xmp=("Xmp.iptcExt.DigitalSourceType", "Xmp.iptcExt.DigitalSourcefileType")),
    _Property(name="instructions", xmp=("Xmp.photoshop.Instructions",), iim="SpecialInstructions"),
    _Property(name="keywords", xmp=("Xmp.dc.subject",), iim="Keywords", many=True),
    _Property(name="persons", xmp=("Xmp.iptcExt.PersonInImage",), many=True),
)

_CAMERA_TALK = frozenset({"OLYMPUS DIGITAL CAMERA", "SONY DSC", "SAMSUNG", "DCIM", "DIGITAL CAMERA", "KONICA MINOLTA"})
"""What cameras write where a description should be."""

_MARKER = "Iptc.Envelope.CharacterSet"


def read_metadata(data: bytes, agencies: Iterable[Agency] = DEFAULT_AGENCIES) -> PhotoMetadata:
    """Return what a photo file says of itself; only the media worker calls this.

    A file whose metadata can't be read gives none, and ``raw["evidence"]["problem"]`` says why.
    """
    sources = read_sources(data)
    readings = _readings(sources)
    iim_last = iim_was_edited_last(data)
    chosen: dict[str, Texts] = {}
    conflicts: list[dict[str, object]] = []
    for wanted in _PROPERTIES:
        found = _candidates(wanted, sources, readings)
        rule, chosen[wanted.name] = _choose(found, iim_last=iim_last)
        if _disagree(found):
            conflicts.append({"property": wanted.name, **found, "chosen": chosen[wanted.name], "rule": rule})
    main = readings.main
    evidence: dict[str, object] = {"character_set": main.evidence, "points": dict(main.points)}
    if sources.problem:
        evidence["problem"] = sources.problem
    taken_at = _taken_at(sources, evidence)
    raw: dict[str, object] = {**_raw(sources), "conflicts": conflicts, "evidence": evidence}
    return _metadata(chosen, by_code(agencies), main.character_set, taken_at, raw)


def _metadata(
    chosen: Mapping[str, Texts],
    agencies: Mapping[str, Agency],
    character_set: str,
    taken_at: datetime | None,
    raw: dict[str, object],
) -> PhotoMetadata:
    one = {name: ", ".join(texts) for name, texts in chosen.items()}
    creator, agency = parties(
        creator=one["creator"],
        credit=one["credit_line"],
        source=one["source"],
        copyright_notice=one["copyright"],
        agencies=agencies,
    )
    return PhotoMetadata(
        creator=creator,
        agency=agency,
        credit_line=one["credit_line"],
        headline=one["headline"],
        description=one["description"],
        alt_text=one["alt_text"],
        copyright=one["copyright"],
        source=one["source"],
        city=one["city"],
        country=one["country"],
        digital_source_type=one["digital_source_type"].rstrip("/").rpartition("/")[2],
        taken_at=taken_at,
        instructions=one["instructions"],
        keywords=chosen["keywords"],
        persons=chosen["persons"],
        character_set=character_set,
        raw=raw,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Readings:
    """How the texts of IIM and of EXIF are read: other programs wrote them, maybe years apart."""

    iim: Reading
    exif: Reading

    @property
    def main(self) -> Reading:
        return self.iim if self.iim.character_set not in ("", ASCII) or not self.exif.character_set else self.exif


def _readings(sources: Sources) -> _Readings:
    iim = _values(sources.iim, [(wanted.xmp, _iim_key(wanted)) for wanted in _PROPERTIES])
    exif = _values(sources.exif, [(wanted.xmp, wanted.exif) for wanted in _PROPERTIES])
    marker = b"".join(sources.iim.get(_MARKER, ()))
    of_iim = choose([value for value, _ in iim], marker=marker, twins=_twins(iim, sources))
    of_exif = choose([value for value, _ in exif], twins=_twins(exif, sources))
    # Few words vote badly: where IIM was elected with more of them, EXIF follows.
    if of_exif.evidence == of_iim.evidence == "vote":
        of_exif = of_iim
    return _Readings(iim=of_iim, exif=of_exif)


_Valued = list[tuple[bytes, tuple[str, ...]]]


def _values(place: Mapping[str, tuple[bytes, ...]], keys: Iterable[tuple[tuple[str, ...], str]]) -> _Valued:
    """Return each value of a place with the XMP keys of its property."""
    return [(value, xmp) for xmp, key in keys for value in place.get(key, ())]


def _twins(values: _Valued, sources: Sources) -> list[tuple[bytes, str]]:
    return [(value, text) for value, keys in values for key in keys for text in sources.xmp.get(key, ())]


def _iim_key(wanted: _Property) -> str:
    return f"Iptc.Application2.{wanted.iim}"


def _candidates(wanted: _Property, sources: Sources, readings: _Readings) -> dict[str, Texts]:
    """Return the texts of a property in each place that has it."""
    xmp = next((texts for key in wanted.xmp if (texts := _clean(sources.xmp.get(key, ())))), ())
    if not wanted.many and wanted.name != "creator":
        xmp = xmp[:1]  # the default language; photographers are many, texts are one
    found = {
        "xmp": xmp,
        "iim": _clean(readings.iim.text(value) for value in sources.iim.get(_iim_key(wanted), ())),
        "exif": _clean(readings.exif.text(value) for value in sources.exif.get(wanted.exif, ())),
    }
    found["exif"] = tuple(text for text in found["exif"] if text.upper() not in _CAMERA_TALK)
    return {place: texts for place, texts in found.items() if texts}


def _clean(texts: Iterable[str]) -> Texts:
    cleaned = (repaired(text.replace("\0", " ")).replace("\r\n", "\n").replace("\r", "\n").strip() for text in texts)
    return tuple(dict.fromkeys(text for text in cleaned if text))


def _choose(found: Mapping[str, Texts], *, iim_last: bool) -> tuple[str, Texts]:
    """Return the rule that decided and the texts it decided for."""
    if iim_last and "xmp" in found and "iim" in found and not _cut_from(found["iim"], found["xmp"]):
        return "IIM was edited last (digest)", found["iim"]
    for place in ("xmp", "iim", "exif"):
        if place in found:
            return f"{place.upper()} first", found[place]
    return "", ()


def _disagree(found: Mapping[str, Texts]) -> bool:
    places = list(found.values())
    return any(not _cut_from(place, places[0]) for place in places[1:])


def _cut_from(texts: Texts, whole: Texts) -> bool:
    """Tell whether texts are the same, or shortened to the length that IIM allows."""
    one, other = " ".join(", ".join(texts).split()), " ".join(", ".join(whole).split())
    if len(texts) == len(whole):
        return all(" ".join(b.split()).startswith(" ".join(a.split())) for a, b in zip(texts, whole, strict=True))
    return one == other


def _raw(sources: Sources) -> dict[str, object]:
    """Return the values that any property came from, before choice and decoding; bytes in hexadecimal."""
    xmp_keys = {key for wanted in _PROPERTIES for key in wanted.xmp}
    iim_keys = {_iim_key(wanted) for wanted in _PROPERTIES} | {_MARKER}
    exif_keys = {wanted.exif for wanted in _PROPERTIES}
    return {
        "xmp": {key: list(texts) for key, texts in sources.xmp.items() if key in xmp_keys},
        "iim": {key: [value.hex() for value in values] for key, values in sources.iim.items() if key in iim_keys},
        "exif": {key: [value.hex() for value in values] for key, values in sources.exif.items() if key in exif_keys},
    }


def _taken_at(sources: Sources, evidence: dict[str, object]) -> datetime | None:
    """Return when the photo was taken, in UTC, and note where the clock's zone came from."""
    for place, text in _clocks(sources):
        try:
            moment = datetime.fromisoformat(text)
            evidence["taken_at"] = {"from": place, "value": text, "zone": "given" if moment.tzinfo else "taken as UTC"}
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, OverflowError):
            continue  # a clock that was never set ("0000:00:00"), or half a date: the next place may know
    return None


def _clocks(sources: Sources) -> Iterable[tuple[str, str]]:
    """Give the places and the texts of a photo's clock, ISO 8601 as far as they allow."""
    for key in ("Xmp.photoshop.DateCreated", "Xmp.exif.DateTimeOriginal"):
        yield from (("XMP", text) for text in sources.xmp.get(key, ()))
    date = _ascii(sources.iim, "Iptc.Application2.DateCreated")
    time = _ascii(sources.iim, "Iptc.Application2.TimeCreated")
    if date:
        yield "IIM", f"{date}T{time}" if time else date
    stamp = _ascii(sources.exif, "Exif.Photo.DateTimeOriginal")
    if stamp:
        zone = _ascii(sources.exif, "Exif.Photo.OffsetTimeOriginal")
        yield "EXIF", f"{stamp[:10].replace(':', '-')}T{stamp[11:19]}{zone}"


def _ascii(values: Mapping[str, tuple[bytes, ...]], key: str) -> str:
    return b"".join(values.get(key, ())[:1]).decode("ascii", "replace").strip("\0 ")
