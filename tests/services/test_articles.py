"""Writing: drafts, saves that lose nobody's words, history, copies."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.domain.article import Article
from newsdesk.domain.changes import Changes
from newsdesk.domain.errors import NotFoundError, RevisionClashError, StoryClosedError
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.domain.summary import ArticleQuery
from newsdesk.domain.workflow import State
from newsdesk.services.newsroom import Newsroom
from tests.builders import BODY, PARAGRAPHS, Clock, a_newsroom, edited, published, taken_in, written
from tests.storage.conftest import own_schema


def test_a_new_draft_has_the_publications_language_section_and_source(either: Newsroom) -> None:
    draft = either.articles.create()
    assert (draft.state, draft.language, draft.section, draft.source, draft.revision) == (
        State.DRAFT,
        "en",
        "Archive / News",
        "Beta",
        1,
    )


def test_a_saved_story_reads_back_as_it_was_saved(either: Newsroom) -> None:
    story = written(either, byline="Ђорђе Šćepanović", note_to_editors="  spaces stay  ")
    assert either.articles.get(story.id) == story


def test_saving_without_a_change_makes_no_version(either: Newsroom) -> None:
    story = written(either)
    assert either.articles.save(story, base=story) == story
    assert len(either.articles.history(story.id)) == 2


def test_saving_without_a_change_tells_nobody(newsroom: Newsroom) -> None:
    story = written(newsroom)
    heard: list[Changes] = []
    newsroom.events.subscribe(heard.append)
    newsroom.articles.save(story, base=story)
    assert heard == []


def test_each_save_says_who_changed_what_and_tells_it_after_the_commit(newsroom: Newsroom) -> None:
    story = written(newsroom)
    seen: list[str] = []
    newsroom.events.subscribe(lambda changes: seen.append(newsroom.articles.get(*changes.articles).headline))
    edited(newsroom, story, headline="After the commit")
    newest = newsroom.articles.history(story.id)[0]
    assert (seen, newest.by_name, newest.why) == (["After the commit"], "Mara", "save")


def test_two_people_change_two_paragraphs_and_nothing_is_lost(either: Newsroom) -> None:
    base = written(either)
    either.articles.save(replace(base, body_markdown=BODY.replace(PARAGRAPHS[0], "Theirs.")), base=base)
    saved = either.articles.save(replace(base, body_markdown=BODY.replace(PARAGRAPHS[2], "Mine.")), base=base)
    assert saved.body_markdown == f"Theirs.\n\n{PARAGRAPHS[1]}\n\nMine.\n"


def test_two_people_change_two_fields_and_nothing_is_lost(either: Newsroom) -> None:
    base = written(either)
    either.articles.save(replace(base, headline="Theirs"), base=base)
    saved = either.articles.save(replace(base, standfirst="Mine"), base=base)
    assert (saved.headline, saved.standfirst) == ("Theirs", "Mine")


def test_a_clash_is_refused_and_nothing_is_saved(either: Newsroom) -> None:
    base = written(either)
    theirs = either.articles.save(replace(base, headline="Theirs"), base=base)
    with pytest.raises(RevisionClashError):
        either.articles.save(replace(base, headline="Mine", standfirst="Mine too"), base=base)
    assert either.articles.get(base.id) == theirs


def test_a_clash_names_both_revisions(newsroom: Newsroom) -> None:
    base = written(newsroom)
    edited(newsroom, base, headline="Theirs")
    with pytest.raises(RevisionClashError) as caught:
        edited(newsroom, base, headline="Mine")
    assert (caught.value.fields["expected"], caught.value.fields["found"]) == (base.revision, base.revision + 1)


def test_a_save_never_moves_a_story(either: Newsroom) -> None:
    story = written(either)
    saved = either.articles.save(replace(story, state=State.PUBLISHED, version=4, headline="Sneaked"), base=story)
    assert (saved.state, saved.version, saved.headline) == (State.DRAFT, 0, "Sneaked")


def test_a_save_after_somebody_moved_the_story_keeps_the_move(either: Newsroom) -> None:
    base = written(either)
    either.articles.move(base.id, State.READY)
    saved = either.articles.save(replace(base, headline="Typed meanwhile"), base=base)
    assert (saved.state, saved.headline) == (State.READY, "Typed meanwhile")


def test_saving_a_story_that_is_not_there_is_refused(newsroom: Newsroom) -> None:
    with pytest.raises(NotFoundError):
        newsroom.articles.save(Article(id=ArticleId(404)), base=Article(id=ArticleId(404)))


@pytest.mark.parametrize("state", [State.KILLED, State.WITHDRAWN])
def test_the_record_of_a_story_that_was_taken_back_stays_as_it_is(newsroom: Newsroom, state: State) -> None:
    story = published(newsroom)
    gone = newsroom.articles.move(story.id, state, words={"reason": "It was wrong."}).article
    with pytest.raises(StoryClosedError):
        edited(newsroom, gone, headline="Another")
    assert newsroom.articles.get(story.id) == gone


def test_snapshots_of_one_writing_hand_fold_into_one_version(newsroom: Newsroom, clock: Clock) -> None:
    story = written(newsroom)
    for word in ("A", "Ab", "Abc"):
        clock.forward(seconds=1)
        story = newsroom.articles.save(replace(story, headline=word), base=story, why="snapshot")
    assert [version.why for version in newsroom.articles.history(story.id)] == ["snapshot", "save", "create"]


def test_an_older_version_comes_back_as_a_new_one(either: Newsroom) -> None:
    old = written(either)
    edited(either, old, headline="Worse", body_markdown="Worse.\n")
    back = either.articles.restore(old.id, old.revision)
    assert (back.headline, back.body_markdown, back.revision) == (old.headline, old.body_markdown, old.revision + 2)


def test_what_readers_were_told_is_not_restored_away(newsroom: Newsroom) -> None:
    draft = written(newsroom)
    newsroom.articles.move(draft.id, State.PUBLISHED)
    back = newsroom.articles.restore(draft.id, draft.revision)
    assert (back.version, back.published_at is not None) == (1, True)


def test_a_change_of_a_published_story_makes_it_an_update(newsroom: Newsroom, tmp_path: Path) -> None:
    photo = taken_in(newsroom, tmp_path, "a.jpg").id
    draft = written(newsroom)
    newsroom.articles.move(draft.id, State.PUBLISHED)
    assert newsroom.articles.attach(draft.id, photo, lead=True).state is State.CORRECTING


def test_a_restored_version_keeps_a_photo_that_stood_beside_its_text(newsroom: Newsroom, tmp_path: Path) -> None:
    lead, beside = (taken_in(newsroom, tmp_path, name).id for name in ("a.jpg", "b.jpg"))
    story = newsroom.articles.attach(written(newsroom).id, lead, lead=True)
    old = newsroom.articles.attach(story.id, beside, lead=False)
    edited(newsroom, old, body_markdown=f"{BODY}\n![x](media:{beside})\n")
    back = newsroom.articles.restore(old.id, old.revision)
    assert back.photos == old.photos


def test_a_copy_is_a_draft_of_its_own_that_nobody_has_read(newsroom: Newsroom) -> None:
    story = published(newsroom)
    copy = newsroom.articles.copy(story)
    assert copy.id != story.id and copy.uri != story.uri
    assert (copy.state, copy.version, copy.published_at, copy.body_markdown) == (
        State.DRAFT,
        0,
        None,
        story.body_markdown,
    )


def test_stories_are_counted_and_listed_by_state(either: Newsroom) -> None:
    written(either)
    published(either)
    assert either.articles.counts_by_state() == {"draft": 1, "published": 1}
    drafts = ArticleQuery(states=frozenset({State.DRAFT}))
    assert [row.state for row in either.articles.page(drafts).rows] == [State.DRAFT]


def test_sections_are_those_in_use_and_the_publications_own(newsroom: Newsroom) -> None:
    written(newsroom, section="Sport")
    assert newsroom.articles.sections() == ["Archive / News", "Sport"]


def test_stories_are_found_in_both_scripts(either: Newsroom) -> None:
    story = written(either, headline="Šabac dobija novu ćupriju", language="sr-Latn")
    found = either.articles.page(ArticleQuery(words="шабац ћуприја")).rows
    assert [row.id for row in found] == [story.id]


def test_two_people_are_two_actors(tmp_path: Path) -> None:
    folder = tmp_path / "newsroom"
    mara, ana = a_newsroom(folder), a_newsroom(folder, account="ana")
    try:
        story = edited(ana, written(mara), headline="By Ana")
        names = [version.by_name for version in mara.articles.history(story.id)]
    finally:
        mara.close()
        ana.close()
    assert names == ["Ana", "Mara", "Mara"]


def test_a_photo_that_is_not_there_is_not_attached(newsroom: Newsroom) -> None:
    story = written(newsroom)
    with pytest.raises(NotFoundError):
        newsroom.articles.attach(story.id, PhotoId(404), lead=True)
    assert newsroom.articles.get(story.id) == story


def test_many_people_writing_at_once_lose_nobodys_words(either: Newsroom) -> None:
    fields = ("headline", "standfirst", "byline", "dateline", "slugline", "source", "section", "note_to_editors")
    base = written(either)

    def write(field: str) -> None:
        for turn in range(4):
            seen = either.articles.get(base.id)
            edited(either, seen, **{field: f"{field} {turn}"})

    with ThreadPoolExecutor(len(fields)) as pool:
        for done in [pool.submit(write, field) for field in fields]:
            done.result()
    kept = either.articles.get(base.id)
    assert [getattr(kept, field) for field in fields] == [f"{field} 3" for field in fields]
    assert kept.revision == base.revision + 4 * len(fields)


def test_two_programs_writing_one_story_on_a_server_lose_nobodys_words(
    postgres_url: str, tmp_path: Path
) -> None:
    with own_schema(postgres_url) as address:
        rooms = [a_newsroom(tmp_path / name, address=address, account=name) for name in ("mara", "ana")]
        base = written(rooms[0])

        def write(room: Newsroom, field: str) -> None:
            for turn in range(10):
                seen = room.articles.get(base.id)
                edited(room, seen, **{field: f"{field} {turn}"})

        with ThreadPoolExecutor(2) as pool:
            work = [pool.submit(write, room, field) for room, field in zip(rooms, ("byline", "dateline"), strict=True)]
            for done in work:
                done.result()
        kept = rooms[0].articles.get(base.id)
        for room in rooms:
            room.close()
    assert (kept.byline, kept.dateline, kept.revision) == ("byline 9", "dateline 9", base.revision + 20)
