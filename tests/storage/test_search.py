"""Search: both scripts, cases, beginnings, anything typed."""

import json
from dataclasses import replace

import pytest

from newsdesk.domain.summary import ArticleQuery, PhotoQuery
from newsdesk.domain.workflow import State
from newsdesk.storage import sqlite_search
from newsdesk.storage.search_terms import asked
from newsdesk.storage.store import SqlStore
from tests import corpus
from tests.storage.builders import Desk, a_photo, a_use, an_article


def found(store: SqlStore, words: str, **limits: object) -> list[int]:
    query = ArticleQuery(words=words, **limits)  # type: ignore[arg-type]
    with store.reading() as unit:
        rows = unit.articles.page(query, None, 50).rows
        assert unit.articles.count(query) == len(rows)
    return [row.id for row in rows]


def every_page(store: SqlStore, words: str, limit: int) -> list[int]:
    listed: list[int] = []
    after = None
    while True:
        with store.reading() as unit:
            page = unit.articles.page(ArticleQuery(words=words), after, limit)
        listed += [row.id for row in page.rows]
        after = page.following
        if after is None:
            return listed


@pytest.mark.parametrize("query", ["vucic", "Вучић", "Вучића", "Vučićem", "VUČIĆU", "vuč", "вуч"])
def test_name_is_found_in_both_scripts_and_all_cases(store: SqlStore, desk: Desk, query: str) -> None:
    headlines = {
        "Vučić u Nišu": "sr-Latn",
        "Вучић у Нишу": "sr-Cyrl",
        "Susret s Vučićem": "sr-Latn",
        "О Вучићу": "sr-Cyrl",
        "Vučić in Brussels": "en",
    }
    stories = {desk.add(an_article(headline=said, language=language)).id for said, language in headlines.items()}
    desk.add(an_article(headline="Something else"))
    assert set(found(store, query)) == stories


@pytest.mark.parametrize("query", ["Đorđević", "Djordjevic", "dordevic", "Ђорђевић"])
def test_dj_is_written_in_many_ways(store: SqlStore, desk: Desk, query: str) -> None:
    story = desk.add(an_article(headline="Đorđević returns"))
    assert found(store, query) == [story.id]


@pytest.mark.parametrize("query", ["governments", "government's", "government’s decision", "decided govern", "GOVERN"])
def test_english_words_are_found_by_their_stem(store: SqlStore, desk: Desk, query: str) -> None:
    story = desk.add(an_article(headline="Government decides on decisions"))
    assert found(store, query) == [story.id]


@pytest.mark.parametrize("query", ["b", "bel", "belg", "belgrad", "river belg"])
def test_last_word_may_be_a_beginning(store: SqlStore, desk: Desk, query: str) -> None:
    story = desk.add(an_article(headline="River rises in Belgrade"))
    assert found(store, query) == [story.id]


def test_finished_word_is_no_beginning(store: SqlStore, desk: Desk) -> None:
    desk.add(an_article(headline="River rises in Belgrade"))
    assert found(store, "belg ") == []


def test_all_words_must_be_there(store: SqlStore, desk: Desk) -> None:
    both = desk.add(an_article(headline="Storm", body_markdown="The harbour closes."))
    desk.add(an_article(headline="Storm", body_markdown="The airport closes."))
    assert found(store, "harbour storm") == [both.id]


@pytest.mark.parametrize("field", ["headline", "standfirst", "byline", "dateline", "slugline", "body_markdown"])
def test_words_of_the_story_are_searched(store: SqlStore, desk: Desk, field: str) -> None:
    story = desk.add(an_article(**{field: "Quetzalcoatl"}))
    assert found(store, "quetzalcoatl") == [story.id]


def test_captions_are_searched(store: SqlStore, desk: Desk) -> None:
    story = desk.add(an_article(photos=(a_use(desk.photo(), caption="Quetzalcoatl"),)))
    assert found(store, "quetzalcoatl") == [story.id]


def test_marks_of_the_body_part_no_word(store: SqlStore, desk: Desk) -> None:
    story = desk.add(an_article(body_markdown="Quet**zal**coatl"))
    assert found(store, "quetzalcoatl") == [story.id]


def test_headline_weighs_more_than_body(store: SqlStore, desk: Desk) -> None:
    headline = desk.add(an_article(headline="Harbour news", body_markdown="Nothing of it here at all."))
    body = desk.add(an_article(headline="Other news", body_markdown="The harbour and the harbour again."))
    assert found(store, "harbour") == [headline.id, body.id]


def test_saved_words_are_found_and_old_ones_no_more(store: SqlStore, desk: Desk) -> None:
    story = desk.save(replace(desk.add(an_article(headline="Harbour")), headline="Airport"))
    assert (found(store, "airport"), found(store, "harbour")) == ([story.id], [])


def test_search_keeps_to_the_other_limits(store: SqlStore, desk: Desk) -> None:
    desk.add(an_article(headline="Harbour"))
    story = desk.add(an_article(headline="Harbour", state=State.REVIEW, section="Sport"))
    assert found(store, "harbour", states=frozenset({State.REVIEW}), section="Sport") == [story.id]


@pytest.mark.parametrize("words", ["", " ", '"', "*", "--", "(", "🙂"])
def test_search_without_a_word_shows_everything(store: SqlStore, desk: Desk, words: str) -> None:
    story = desk.add()
    assert found(store, words) == [story.id]


@pytest.mark.parametrize(
    "words",
    ['Vucic"', "NATO OR", "headline:NATO", "NEAR(", "a^b", "-NATO", "{x}:y", "NATO:*", "'NATO' & !b", "\\", "x\x00"],
)
def test_syntax_is_taken_as_words(store: SqlStore, desk: Desk, words: str) -> None:
    desk.add(an_article(headline="NATO or Vucic"))
    found(store, words)


def test_operator_is_a_word_like_others(store: SqlStore, desk: Desk) -> None:
    desk.add(an_article(headline="NATO talks"))
    both = desk.add(an_article(headline="NATO and others"))
    assert found(store, "NATO AND") == [both.id]


def test_hostile_queries_are_no_errors(store: SqlStore, desk: Desk) -> None:
    desk.add(an_article(headline="NATO and Vučić on co-operation"))
    for words in json.loads(corpus.path("data", "hostile", "text", "fts_queries.json").read_text("utf-8")):
        found(store, words)


def test_pages_of_a_search_hold_every_match_once(store: SqlStore, desk: Desk) -> None:
    stories = {desk.add(an_article(headline=f"Harbour {number}")).id for number in range(7)}
    listed = every_page(store, "harbour", 3)
    assert (len(listed), set(listed)) == (7, stories)


@pytest.mark.parametrize("limit", [1, 3, 50])
def test_broad_search_holds_every_match_once(
    store: SqlStore, desk: Desk, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    monkeypatch.setattr(sqlite_search, "_WINDOW", 4)
    headlines = ["Harbour", "Airport", "Airport", "Harbour"] * 4
    stories = [desk.add(an_article(headline=headline, body_markdown="The harbour.")).id for headline in headlines]
    listed = every_page(store, "harbour", limit)
    assert sorted(listed) == stories


def test_old_headline_comes_before_new_bodies_in_a_broad_search(
    store: SqlStore, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_search, "_WINDOW", 4)
    story = desk.add(an_article(headline="Harbour", body_markdown="Nothing."))
    for _ in range(9):
        desk.add(an_article(headline="Airport", body_markdown="The harbour."))
    assert found(store, "harbour")[0] == story.id


def test_endless_text_is_indexed_as_far_as_it_goes(store: SqlStore, desk: Desk) -> None:
    body = " ".join(f"слово{number:x}број" for number in range(90_000))
    story = desk.add(an_article(body_markdown=body))
    assert found(store, "slovo1broj") == [story.id]


def test_photos_are_found_by_their_words(store: SqlStore, desk: Desk) -> None:
    photo = desk.photo(a_photo(description="Председник Вучић у Нишу"))
    desk.photo(a_photo("b" * 64, description="A bridge"))
    with store.reading() as unit:
        for words in ("vucic", "Vučića", "nis", "predsednika vuč", "Miskovic vucic"):
            assert [one.id for one in unit.photos.find(PhotoQuery(words=words), 0, 9)] == [photo.id]


def test_word_asked_twice_counts_once() -> None:
    assert len(asked("a a a A á")) == 1
