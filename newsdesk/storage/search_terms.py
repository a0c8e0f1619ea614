"""What goes into the search index and what is asked of it: folded words and their stems."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from newsdesk.domain.article import Article

_WORD = re.compile(r"[^\W_]+")
_ASKED = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ASKED_IN = ("en", "sr-Latn")
_WORDS_ASKED = 24
_SIGNS_ASKED = 2_000
_LETTERS = 48
_SIGNS_HELD = 400_000
_BYTES_HELD = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchText:
    """The terms of a story: those of its headline weigh more."""

    headline: tuple[str, ...]
    body: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedWord:
    """One word of a search: any of its forms will do, or a word that begins with ``prefix``."""

    forms: tuple[str, ...]
    prefix: str = ""


def text_of(article: Article, plain_body: str) -> SearchText:
    """Return the terms of a story, stemmed in its own language.

    A save changes a paragraph or two: the terms of the others are known from the save before.
    """
    captions = (use.caption for use in article.photos)
    beside = "\n".join((article.standfirst, article.slugline, article.byline, article.dateline, *captions))
    paragraphs = (beside, *plain_body[:_SIGNS_HELD].split("\n\n"))
    body = (term for paragraph in paragraphs for term in _paragraph_terms(paragraph, article.language))
    return SearchText(headline=terms_of(article.headline, (article.language,)), body=_as_many_as_fit(body))


@lru_cache(maxsize=4_000)
def _paragraph_terms(paragraph: str, language: str) -> tuple[str, ...]:
    return terms_of(paragraph, (language,))


def terms_of(text: str, languages: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a text, folded, and after them the stems that are no words of it themselves.

    A text is cut where PostgreSQL could not hold more of it; that is some 60,000 words in.
    """
    text = text[:_SIGNS_HELD]
    words = _words(text)
    known = set(words)
    found = [stem for language in languages for stem in _stems(text, language) if stem not in known]
    return _as_many_as_fit((*words, *found))


def _as_many_as_fit(given: Iterable[str]) -> tuple[str, ...]:
    """Return the first terms, up to what PostgreSQL holds of one text."""
    terms: list[str] = []
    weight = 0
    for term in given:
        weight += len(term.encode()) + 4
        if weight > _BYTES_HELD:
            break
        terms.append(term)
    return tuple(terms)


def asked(text: str) -> tuple[AskedWord, ...]:
    """Return what a search asks for: every word in any form, the last one also as a beginning.

    There is no syntax: quotes, operators and brackets part words like any other sign. A text
    without a letter or digit asks for nothing.
    """
    text = text[:_SIGNS_ASKED]
    written = list(dict.fromkeys(_ASKED.findall(text)))[:_WORDS_ASKED]
    words = {word: None for one in written for word in _asked_words(one)}
    typed = _ASKED.findall(text)[-1:] if text and not text[-1].isspace() else []
    for last in typed:
        pieces = _words(last)
        if len(pieces) == 1:
            words.pop(AskedWord(forms=_forms(last, pieces[0])), None)
            words[AskedWord(forms=_forms(last, pieces[0]), prefix=pieces[0])] = None
    return tuple(words)


def _asked_words(written: str) -> list[AskedWord]:
    """Return one word for "government's", but two for "d'Estaing", which no stemmer makes one."""
    pieces = _words(written)
    if len(pieces) == 1:
        return [AskedWord(forms=_forms(written, pieces[0]))]
    stem = _stems(written, "en")
    if pieces and len(stem) == 1:
        return [AskedWord(forms=tuple(dict.fromkeys((stem[0], pieces[0]))))]
    return [AskedWord(forms=_forms(piece, piece)) for piece in pieces]


def _forms(written: str, folded: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((folded, *(stem for language in _ASKED_IN for stem in _stems(written, language)))))


def _words(text: str) -> list[str]:
    # The stemmers are loaded with the first search or save, not with the list of stories.
    from newsdesk.text.folding import fold

    return [word[:_LETTERS] for word in _WORD.findall(fold(text))]


def _stems(text: str, language: str) -> list[str]:
    from newsdesk.text.folding import stems

    return [piece[:_LETTERS] for stem in stems(text, language) for piece in _WORD.findall(stem)]
