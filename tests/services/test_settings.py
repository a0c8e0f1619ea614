"""Settings: every key takes what fits it, refuses what doesn't, and says what would."""

from dataclasses import fields

import pytest

from newsdesk.domain.article import LANGUAGES
from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import InvalidValueError
from newsdesk.domain.publication import GateTexts, Publication
from newsdesk.services.newsroom import Newsroom
from newsdesk.services.settings import publication_from, setting_names

_TEXTS = ("publication.name", "publication.source", "gate.en.offer", "gate.sr-Cyrl.log_in")
_GOOD = [
    ("publication.name", "  Beta   Brifing ", "Beta Brifing"),
    ("publication.language", "sr-Cyrl", "sr-Cyrl"),
    ("publication.source", "Бета", "Бета"),
    ("publication.section", "Vesti/Svet/Evropa", "Vesti / Svet / Evropa"),
    ("publication.time_zone", "America/New_York", "America/New_York"),
    ("site.address", "https://beta.example/news/", "https://beta.example/news"),
    ("page.title", "{site}: {headline}", "{site}: {headline}"),
    ("page.caption", "{caption} — {credit}", "{caption} — {credit}"),
    ("page.related", "0", "0"),
    ("page.latest", " 50 ", "50"),
    ("page.alt_text_demanded", "ON", "yes"),
    ("gate.free_articles", "100", "100"),
    ("gate.teaser_paragraphs", "1", "1"),
    ("gate.subscription", "/offer/", "/offer/"),
    ("gate.register", "https://pay.example/r?x=1", "https://pay.example/r?x=1"),
    ("gate.login", "http://pay.example", "http://pay.example"),
    ("desk.second_person", "true", "yes"),
    ("desk.waiver", "0", "no"),
    ("gate.en.offer", "Our offer", "Our offer"),
    ("gate.sr-Latn.promise", "Čitajte {number} tekstova.", "Čitajte {number} tekstova."),
]
_BAD = [
    *((key, value) for key in _TEXTS for value in ("", "  ", "…", "a\u0007b", "a\u200fb")),
    ("publication.language", "cs"),
    ("publication.language", "EN"),
    ("publication.section", "/"),
    ("publication.time_zone", "Belgrade"),
    ("publication.time_zone", ""),
    ("publication.time_zone", "Europe"),
    ("publication.time_zone", "../../etc/passwd"),
    ("publication.time_zone", "/etc/localtime"),
    ("site.address", "beta.example"),
    ("site.address", "ftp://beta.example"),
    ("site.address", "https://"),
    ("site.address", "https://["),
    ("site.address", "https://beta.example:port"),
    ("site.address", "https://beta example"),
    ("site.address", 'https://beta.example/"><script>'),
    ("site.address", "https://beta.example/?page=1"),
    ("page.title", "{headline}"),
    ("page.title", "{site} {headline} {password}"),
    ("page.title", "{site} {headline"),
    ("page.title", "{headline.__class__} {headline} {site}"),
    ("page.title", "{headline} {site!r:>999999999}"),
    ("page.title", "{} {headline} {site}"),
    ("page.caption", "{caption}"),
    ("page.related", "6"),
    ("page.related", "-1"),
    ("page.related", "²"),
    ("page.latest", "0"),
    ("page.latest", "many"),
    ("page.latest", "9" * 5000),
    ("page.alt_text_demanded", "maybe"),
    ("gate.free_articles", "5.5"),
    ("gate.teaser_paragraphs", "0"),
    ("gate.subscription", "offer"),
    ("gate.subscription", "//evil.example/"),
    ("gate.subscription", "/offer\nmore"),
    ("gate.register", "javascript:alert(1)"),
    ("desk.second_person", ""),
    ("desk.waiver", "sometimes"),
    ("gate.en.promise", "Read as many as you like."),
    ("gate.en.promise", "{number} {other}"),
]


def test_a_new_newsroom_has_the_default_publication(either: Newsroom) -> None:
    assert either.settings.publication() == Publication()


@pytest.mark.parametrize(("key", "value", "kept"), _GOOD, ids=lambda value: str(value)[:30])
def test_a_value_that_fits_is_kept_in_its_plain_form(newsroom: Newsroom, key: str, value: str, kept: str) -> None:
    newsroom.settings.set(key, value)
    assert (newsroom.settings.get(key), newsroom.settings.all()[key]) == (kept, kept)


@pytest.mark.parametrize(("key", "value"), _BAD, ids=lambda value: str(value)[:30])
def test_a_value_that_does_not_fit_is_refused_and_changes_nothing(newsroom: Newsroom, key: str, value: str) -> None:
    before = newsroom.settings.all()
    with pytest.raises(InvalidValueError) as caught:
        newsroom.settings.set(key, value)
    assert (caught.value.fields["field"], newsroom.settings.all()) == (key, before)
    assert caught.value.fields["allowed"]


def test_every_setting_is_tried_here() -> None:
    tried = {key for key, *_ in _GOOD} | {key for key, _ in _BAD}
    words = {f"gate.{language}.{field.name}" for language in LANGUAGES for field in fields(GateTexts)}
    assert set(setting_names()) - words <= tried


@pytest.mark.parametrize("key", ["publication", "photos.store", ""])
def test_an_unknown_setting_is_refused_with_those_there_are(newsroom: Newsroom, key: str) -> None:
    for use in (lambda: newsroom.settings.get(key), lambda: newsroom.settings.set(key, "x")):
        with pytest.raises(InvalidValueError, match=r"site\.address"):
            use()


def test_settings_are_told_to_those_who_show_them(newsroom: Newsroom) -> None:
    heard: list[Changes] = []
    newsroom.events.subscribe(heard.append)
    newsroom.settings.set("publication.source", "Tanjug")
    assert [changes.settings for changes in heard] == [True]


def test_every_setting_can_be_set_to_what_it_is(newsroom: Newsroom) -> None:
    for key, value in newsroom.settings.all().items():
        newsroom.settings.set(key, value)
    assert newsroom.settings.publication() == Publication()


def test_words_of_the_gate_are_those_of_their_language(newsroom: Newsroom) -> None:
    newsroom.settings.set("gate.sr-Latn.offer", "Ponuda")
    publication = newsroom.settings.publication()
    assert (publication.gate("sr-Latn").offer, publication.gate("en").offer) == ("Ponuda", "Subscription offer")


def test_a_value_that_no_setting_could_have_is_refused_when_it_is_read() -> None:
    with pytest.raises(InvalidValueError):
        publication_from({"page.latest": "x"})


def test_a_new_draft_follows_the_settings(newsroom: Newsroom) -> None:
    newsroom.settings.set("publication.language", "sr-Latn")
    newsroom.settings.set("publication.section", "Vesti")
    draft = newsroom.articles.create()
    assert (draft.language, draft.section) == ("sr-Latn", "Vesti")
