"""The words that every page prints beside the newsroom's own, in each language."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """A page's own words in one language; names in braces are filled in where they are printed."""

    language: str
    source: str
    related: str
    latest: str
    all_latest: str
    skip: str
    sections: str
    gate: str
    corrections: str
    corrected: str
    correction: str
    machine_made: str
    briefings: str
    all_briefings: str
    editors_note: str
    read_on: str
    by_month: str
    front: str
    missing_title: str
    missing_text: str
    moved: str
    no_stories: str
    ask_offer: str
    ask_register: str
    ask_log_in: str
    honest_page: str


_ENGLISH = Labels(
    language="English",
    source="Source",
    related="Related Articles",
    latest="Latest News",
    all_latest="All latest news",
    skip="Skip to the text",
    sections="Sections",
    gate="Full access",
    corrections="Corrections",
    corrected="This story was corrected.",
    correction="{where}: an earlier version said “{wrong}”. It should say “{right}”. {reason}",
    machine_made="Image made with artificial intelligence",
    briefings="Briefings",
    all_briefings="All briefings",
    editors_note="Editor’s note",
    read_on="Read on",
    by_month="By month",
    front="Front page",
    missing_title="Page not found",
    missing_text="There is no page at this address. It may have been withdrawn or renamed.",
    moved="This story has moved.",
    no_stories="Nothing has been published here yet.",
    ask_offer="The newsroom of {site} arranges subscriptions in person. Ask it for terms and prices.",
    ask_register="The newsroom of {site} registers readers in person. A registered reader gets {number} articles "
    "each month.",
    ask_log_in="The newsroom of {site} opens accounts in person. Ask it if you can’t get into yours.",
    honest_page="This page takes no data and no payment. Until a membership service is connected, "
    "stories behind the gate can be read only through the newsroom.",
)
_SERBIAN_LATIN = Labels(
    language="Srpski",
    source="Izvor",
    related="Povezani članci",
    latest="Najnovije vesti",
    all_latest="Sve najnovije vesti",
    skip="Pređi na tekst",
    sections="Rubrike",
    gate="Pun pristup",
    corrections="Ispravke",
    corrected="Ovaj tekst je ispravljen.",
    correction="{where}: u ranijoj verziji je pisalo „{wrong}”. Treba da stoji „{right}”. {reason}",
    machine_made="Slika je napravljena uz pomoć veštačke inteligencije",
    briefings="Pregledi",
    all_briefings="Svi pregledi",
    editors_note="Reč urednika",
    read_on="Pročitajte ceo tekst",
    by_month="Po mesecima",
    front="Naslovna",
    missing_title="Stranica nije pronađena",
    missing_text="Na ovoj adresi nema stranice. Možda je povučena ili preimenovana.",
    moved="Ovaj tekst je premešten.",
    no_stories="Ovde još ništa nije objavljeno.",
    ask_offer="Redakcija {site} lično ugovara pretplate. Pitajte je za uslove i cene.",
    ask_register="Redakcija {site} lično registruje čitaoce. Registrovani čitalac dobija {number} članaka mesečno.",
    ask_log_in="Redakcija {site} lično otvara naloge. Obratite joj se ako ne možete da pristupite svom.",
    honest_page="Ova stranica ne prikuplja podatke i ne naplaćuje ništa. Dok se ne poveže služba za članstvo, "
    "tekstovi iza ograde dostupni su samo preko redakcije.",
)
_SERBIAN_CYRILLIC = Labels(
    language="Српски",
    source="Извор",
    related="Повезани чланци",
    latest="Најновије вести",
    all_latest="Све најновије вести",
    skip="Пређи на текст",
    sections="Рубрике",
    gate="Пун приступ",
    corrections="Исправке",
    corrected="Овај текст је исправљен.",
    correction="{where}: у ранијој верзији је писало „{wrong}”. Треба да стоји „{right}”. {reason}",
    machine_made="Слика је направљена уз помоћ вештачке интелигенције",
    briefings="Прегледи",
    all_briefings="Сви прегледи",
    editors_note="Реч уредника",
    read_on="Прочитајте цео текст",
    by_month="По месецима",
    front="Насловна",
    missing_title="Страница није пронађена",
    missing_text="На овој адреси нема странице. Можда је повучена или преименована.",
    moved="Овај текст је премештен.",
    no_stories="Овде још ништа није објављено.",
    ask_offer="Редакција {site} лично уговара претплате. Питајте је за услове и цене.",
    ask_register="Редакција {site} лично региструје читаоце. Регистровани читалац добија {number} чланака месечно.",
    ask_log_in="Редакција {site} лично отвара налоге. Обратите јој се ако не можете да приступите свом.",
    honest_page="Ова страница не прикупља податке и не наплаћује ништа. Док се не повеже служба за чланство, "
    "текстови иза ограде доступни су само преко редакције.",
)

LABELS: Mapping[str, Labels] = MappingProxyType(
    {"en": _ENGLISH, "sr-Latn": _SERBIAN_LATIN, "sr-Cyrl": _SERBIAN_CYRILLIC}
)


def labels_in(language: str) -> Labels:
    """Return the words of a language (BCP 47), the English ones where there are none."""
    return LABELS.get(language, _ENGLISH)
