"""The sample: a newsroom to look at, its pictures credited, nothing in it that stops a story."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.domain.findings import blocking
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.summary import PhotoQuery
from newsdesk.services.newsroom import Newsroom
from newsdesk.services.sample import install_sample
from tests import corpus
from tests.builders import Clock, a_newsroom, codes

_SAMPLE = corpus.ROOT / "resources" / "sample"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Newsroom, dict[str, ArticleId]]]:
    """Yield a newsroom with the sample, and its stories by file."""
    newsroom = a_newsroom(tmp_path_factory.mktemp("sample") / "newsroom", Clock())
    yield newsroom, install_sample(newsroom, _SAMPLE)
    newsroom.close()


def test_every_story_of_the_sample_is_there(filled: tuple[Newsroom, dict[str, ArticleId]]) -> None:
    newsroom, stories = filled
    assert len(stories) == len(list((_SAMPLE / "articles").glob("*.md"))) == sum(
        newsroom.articles.counts_by_state().values()
    )


def test_the_sample_shows_several_states_and_all_three_languages(
    filled: tuple[Newsroom, dict[str, ArticleId]],
) -> None:
    newsroom, stories = filled
    kept = [newsroom.articles.get(id_) for id_ in stories.values()]
    assert {story.language for story in kept} == {"en", "sr-Latn", "sr-Cyrl"}
    assert {"draft", "published"} < {str(story.state) for story in kept}


def test_every_picture_of_the_sample_says_that_it_is_an_illustration(
    filled: tuple[Newsroom, dict[str, ArticleId]],
) -> None:
    newsroom, _ = filled
    photos = newsroom.photos.find(PhotoQuery())
    assert photos and all("Illustration" in newsroom.photos.credit_line(photo) for photo in photos)


def test_nothing_but_an_embargo_stops_a_story_of_the_sample(
    filled: tuple[Newsroom, dict[str, ArticleId]],
) -> None:
    newsroom, _ = filled
    assert codes(blocking(newsroom.checks.check_all())) <= {"EM01"}


def test_nothing_in_the_sample_is_in_doubt(filled: tuple[Newsroom, dict[str, ArticleId]]) -> None:
    newsroom, stories = filled
    assert [newsroom.articles.get(id_).questions for id_ in stories.values()] == [()] * len(stories)


def test_the_samples_edition_is_open_and_can_be_finished(filled: tuple[Newsroom, dict[str, ArticleId]]) -> None:
    newsroom, _ = filled
    (edition,) = newsroom.briefings.all()
    assert newsroom.briefings.finish(edition.id).number == 1


def test_the_samples_site_has_a_page_for_each_published_story(
    filled: tuple[Newsroom, dict[str, ArticleId]], tmp_path: Path
) -> None:
    newsroom, _ = filled
    report = newsroom.publishing.export_site(tmp_path / "site")
    pages = [file for file in report.files if any(part.split("-")[0].isdecimal() for part in Path(file).parts[-2:-1])]
    assert newsroom.articles.counts_by_state()["published"] <= len(pages)
