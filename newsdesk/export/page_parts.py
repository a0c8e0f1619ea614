"""What the templates are given: frozen parts whose texts and links are ready to print."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from newsdesk.domain.publication import Publication
from newsdesk.export.labels import Labels
from newsdesk.export.moments import clock, day, iso


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment as a machine and as a reader read it."""

    iso: str
    day: str
    clock: str


def moment_of(moment: datetime | None, publication: Publication) -> Moment | None:
    """Return a moment in the publication's zone, None where there is none."""
    if moment is None:
        return None
    zone = publication.time_zone
    return Moment(iso=iso(moment, zone), day=day(moment, zone), clock=clock(moment, zone))


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A name that leads somewhere; ``current`` where it leads to the page that it stands on."""

    name: str
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story in a list; lists of headlines alone leave the words empty."""

    headline: str
    href: str
    moment: Moment | None
    words: str = ""
    section: str = ""
    photo: "PhotoPart | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoPart:
    """A photo as its figure shows it; the caption holds the credit."""

    source: str
    set: str
    webp: str
    sizes: str
    width: int
    height: int
    alt: str
    caption: Markup
    label: str
    position: str = ""
    lazy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GatePart:
    """The gate's words and where its three links lead."""

    offer_lead: str
    offer: str
    offer_href: str
    alternative: str
    register: str
    register_href: str
    promise: str
    account: str
    log_in: str
    log_in_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionPart:
    """A notice at the foot of a story."""

    moment: Moment
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What other sites show of a page (Open Graph); addresses are whole."""

    kind: str
    title: str
    published: str = ""
    modified: str = ""
    image: str = ""
    image_alt: str = ""
    image_width: int = 0
    image_height: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands around every page: its head, the name over it and its navigation."""

    language: str
    title: str
    site: str
    home: str
    labels: Labels
    stylesheet: str
    description: str = ""
    robots: str = "max-image-preview:large"
    address: str = ""
    alternates: tuple[tuple[str, str], ...] = ()
    feed: str = ""
    card: Card | None = None
    script: str = ""
    data: Markup | None = None
    navigation: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePart:
    """The main part of a story's page, from headline to corrections."""

    labels: Labels
    headline: str
    standfirst: str
    source: str
    byline: str
    dateline: str
    crumbs: tuple[Link, ...]
    moment: Moment | None
    lead: PhotoPart | None
    body: Markup
    body_behind_gate: bool
    gate: GatePart | None
    gated: bool
    related: tuple[StoryRow, ...]
    latest_href: str
    latest_fragment: str
    corrections: tuple[CorrectionPart, ...]
