"""Which of the stories that hold all the words comes first."""

from collections.abc import Sequence

from newsdesk.storage.search_terms import AskedWord

_HEADLINE = 3.0
_TOGETHER = 2.0
_USUAL_SIGNS = 4_000
_ENOUGH = 1.2
_BY_LENGTH = 0.75
"""As in BM25 (Robertson and Zaragoza 2009): how soon more of a word adds little, and how much length counts."""


class Ranking:
    """The worth of stories for one search.

    Every story has all the words, so how rare they are makes no difference; what does is where and
    how often they stand.
    """

    def __init__(self, words: Sequence[AskedWord]) -> None:
        self._words = [_patterns(word) for word in words]
        self._together = " " + " ".join(word.forms[0] for word in words)

    def score(self, headline: str, body: str) -> float:
        """Return the worth of a story of which the terms are given, apart by spaces."""
        headline, body = f" {headline} ", f" {body} "
        usual = _ENOUGH * (1 - _BY_LENGTH + _BY_LENGTH * len(body) / _USUAL_SIGNS)
        worth = 0.0
        for patterns in self._words:
            if any(pattern in headline for pattern in patterns):
                worth += _HEADLINE
            often = max(body.count(pattern) for pattern in patterns)
            worth += often / (often + usual)
        if len(self._words) > 1 and self._together in headline:
            worth += _TOGETHER
        return worth


def _patterns(word: AskedWord) -> list[str]:
    exact = [f" {form} " for form in word.forms]
    return [f" {word.prefix}", *exact] if word.prefix else exact
