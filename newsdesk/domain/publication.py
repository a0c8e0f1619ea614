"""A publication: the name over the page, its clock, its sections, its gate and its address."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class GateTexts:
    """The words of the subscription gate in one language; ``{number}`` stands for the free articles."""

    offer_lead: str
    offer: str
    alternative: str
    register: str
    promise: str
    account: str
    log_in: str


ENGLISH_GATE = GateTexts(
    offer_lead="To get full access to all content of interest see our",
    offer="Subscription offer",
    alternative="Or",
    register="Register for free",
    promise="And read up to {number} articles each month.",
    account="Already have an account? Please",
    log_in="Log in",
)
SERBIAN_LATIN_GATE = GateTexts(
    offer_lead="Za pun pristup svim sadržajima pogledajte našu",
    offer="Ponudu pretplate",
    alternative="Ili se",
    register="Registrujte besplatno",
    promise="I čitajte do {number} članaka svakog meseca.",
    account="Već imate nalog? Molimo",
    log_in="Prijavite se",
)
SERBIAN_CYRILLIC_GATE = GateTexts(
    offer_lead="За пун приступ свим садржајима погледајте нашу",
    offer="Понуду претплате",
    alternative="Или се",
    register="Региструјте бесплатно",
    promise="И читајте до {number} чланака сваког месеца.",
    account="Већ имате налог? Молимо",
    log_in="Пријавите се",
)
DEFAULT_GATES: Mapping[str, GateTexts] = MappingProxyType(
    {"en": ENGLISH_GATE, "sr-Latn": SERBIAN_LATIN_GATE, "sr-Cyrl": SERBIAN_CYRILLIC_GATE}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What every page of a publication shares.

    ``title_pattern`` knows ``{headline}`` and ``{site}``; ``caption_pattern`` knows ``{caption}`` and
    ``{credit}``. ``teaser_paragraphs`` counts the body's first paragraphs that a teaser shows.
    ``waiver_allowed`` lets a written reason stand for the second person.
    """

    name: str = "Beta Briefing"
    site_address: str = "https://beta-briefing.example"
    language: str = "en"
    time_zone: str = "Europe/Belgrade"
    source: str = "Beta"
    section: str = "Archive / News"
    title_pattern: str = "{headline} | {site}"
    caption_pattern: str = "{caption} {credit}"
    free_articles: int = 5
    teaser_paragraphs: int = 2
    related_count: int = 5
    latest_count: int = 10
    second_person: bool = False
    waiver_allowed: bool = True
    alt_text_demanded: bool = False
    subscription_path: str = "/subscription/"
    register_path: str = "/register/"
    login_path: str = "/login/"
    gates: Mapping[str, GateTexts] = field(default_factory=lambda: DEFAULT_GATES)

    def gate(self, language: str) -> GateTexts:
        """Return the gate's words in a language, in the publication's own where it has none."""
        return self.gates.get(language) or self.gates.get(self.language) or ENGLISH_GATE
