"""A full newsroom to measure with: made once, kept in the system's folder for passing files."""

import datetime as dt
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from newsdesk.domain.article import Article
from newsdesk.domain.workflow import State
from newsdesk.storage.engine import open_store
from newsdesk.storage.schema import SCHEMA_VERSION

STORIES = 100_000
EDITION = 2
"""Counts the changes of what is written here: an archive of another edition is made anew."""

_FIRST_DAY = dt.datetime(2016, 1, 1, 6, tzinfo=dt.UTC)
_YEARS_S = 10 * 365 * 24 * 3600
_WORDS, _PARAGRAPHS = 24_000, 5_000
_LANGUAGES = ("en", "sr-Latn", "sr-Cyrl")
SECTIONS = ("News", "Politics", "Economy", "Culture", "Sport", "World", "Region", "Weather")
_STATES = (
    *[State.ARCHIVED] * 60,
    *[State.DRAFT] * 25,
    *[State.REVIEW] * 8,
    *[State.READY] * 4,
    *[State.SPIKED] * 3,
)
_SOUNDS = {
    "en": ("b br c ch cl cr d dr f fl g gr h j k l m n p pl pr qu r s sc sh sp st str t th tr v w", "a e i o u ea ou"),
    "sr-Latn": ("b bl br č d dr đ f g gl gr h j k kr l lj m n nj p pr r s sl st str š t tr v vr z ž", "a e i o u"),
    "sr-Cyrl": ("б бл бр ч д др ђ ф г гл гр х ј к кр л љ м н њ п пр р с сл ст стр ш т тр в вр з ж", "а е и о у"),
}
_ENDINGS = {"en": " n r s t l d ng rn st ck", "sr-Latn": " n r s t l m k v", "sr-Cyrl": " н р с т л м к в"}
"""The sounds that words of a language begin with, go on with and end with, so that few begin alike."""


def newsroom(stories: int = STORIES) -> Path:
    """Return the folder of a newsroom of so many stories; the first call makes it, and says so."""
    folder = Path(tempfile.gettempdir()) / f"newsdesk-benchmarks-{SCHEMA_VERSION}-{EDITION}" / str(stories)
    if not folder.exists():
        print(f"Making a newsroom of {stories:,} stories in {folder}; it is kept for the next time.", file=sys.stderr)
        passing = folder.with_name(f".{folder.name}-passing")
        shutil.rmtree(passing, ignore_errors=True)
        _fill(passing, stories)
        passing.rename(folder)
    return folder


def _fill(folder: Path, stories: int) -> None:
    store = open_store(folder)
    try:
        with store.unit() as unit:
            actor = unit.settings.person_for("archivist", "An Archivist").id
        store.bulk_add(written(stories), actor=actor, now=_FIRST_DAY)
    finally:
        store.close()


def written(stories: int) -> Iterator[Article]:
    """Yield so many stories, the same in every run, from ten years of one desk.

    Words follow Zipf's law. Paragraphs come back, as they do in an agency's archive.
    """
    chance = random.Random(20161)
    texts = {language: _paragraphs(language, chance) for language in _LANGUAGES}
    for number in range(stories):
        language = chance.choice(_LANGUAGES)
        vocabulary, paragraphs = texts[language]
        moment = _FIRST_DAY + dt.timedelta(seconds=_YEARS_S * number // stories)
        state = chance.choice(_STATES)
        yield Article(
            state=state,
            language=language,
            headline=" ".join(vocabulary.some(chance, chance.randint(5, 10))).capitalize(),
            slugline="-".join(vocabulary.some(chance, 2)),
            section=f"Archive / {chance.choice(SECTIONS)}",
            source="Newsdesk",
            body_markdown="\n\n".join(chance.choices(paragraphs, k=chance.randint(3, 6))) + "\n",
            published_at=moment if state is State.ARCHIVED else None,
            created_at=moment,
            updated_at=moment,
        )


class Vocabulary:
    """The words of one language, the common ones first."""

    def __init__(self, language: str, chance: random.Random) -> None:
        onsets, vowels = (sounds.split() for sounds in _SOUNDS[language])
        parts = (onsets, vowels, _ENDINGS[language].split(" "))
        made = {
            "".join(chance.choice(part) for _ in range(chance.choice((1, 2, 2, 3))) for part in parts)
            for _ in range(_WORDS)
        }
        self.words = sorted(made, key=lambda word: (len(word), word))
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))

    def some(self, chance: random.Random, count: int) -> list[str]:
        """Return words by chance, a common one more often than a rare one."""
        return chance.choices(self.words, cum_weights=self._weights, k=count)


def _paragraphs(language: str, chance: random.Random) -> tuple[Vocabulary, list[str]]:
    vocabulary = Vocabulary(language, chance)
    return vocabulary, [
        f"{' '.join(vocabulary.some(chance, chance.randint(30, 55))).capitalize()}." for _ in range(_PARAGRAPHS)
    ]
