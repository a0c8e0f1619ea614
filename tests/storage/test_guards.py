"""The rules that the database itself keeps, whoever asks."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy.exc import DBAPIError

from newsdesk.domain.article import Article
from newsdesk.domain.credit import Credit, Party, PartyKind, credit_of
from newsdesk.domain.photo import Photo
from newsdesk.domain.workflow import State
from newsdesk.storage.refusals import PublicationRefusedByDatabaseError, StorageFailedError
from newsdesk.storage.store import SqlStore
from tests.storage.builders import NOBODYS, UNCREDITED, Desk, a_photo, a_use, an_article

Sql = Callable[[str], list[tuple[object, ...]]]


def published(desk: Desk, photo: Photo) -> Article:
    story = desk.add(an_article(photos=(a_use(photo),)))
    return desk.save(replace(story, state=State.PUBLISHED))


def test_story_with_an_uncredited_photo_is_not_published(store: SqlStore, desk: Desk) -> None:
    story = desk.add(an_article(photos=(a_use(desk.photo(a_photo(credit=UNCREDITED))),)))
    with pytest.raises(PublicationRefusedByDatabaseError):
        desk.save(replace(story, state=State.PUBLISHED))
    with store.reading() as unit:
        assert unit.articles.get(story.id) == story


def test_story_with_credited_photos_is_published(desk: Desk) -> None:
    assert published(desk, desk.photo()).state is State.PUBLISHED


def test_second_photo_without_credit_is_refused_too(desk: Desk) -> None:
    photos = (a_use(desk.photo()), a_use(desk.photo(a_photo("b" * 64, credit=UNCREDITED)), lead=False))
    story = desk.add(an_article(photos=photos))
    with pytest.raises(PublicationRefusedByDatabaseError):
        desk.save(replace(story, state=State.PUBLISHED))


def test_who_passed_a_photo_on_is_no_credit(desk: Desk) -> None:
    passed = Credit(parties=(Party(kind=PartyKind.VIA, name="AP"),))
    story = desk.add(an_article(photos=(a_use(desk.photo(a_photo(credit=passed))),)))
    with pytest.raises(PublicationRefusedByDatabaseError):
        desk.save(replace(story, state=State.PUBLISHED))


def test_new_story_is_not_published_with_an_uncredited_photo(desk: Desk) -> None:
    photo = desk.photo(a_photo(credit=UNCREDITED))
    with pytest.raises(PublicationRefusedByDatabaseError):
        desk.add(an_article(state=State.PUBLISHED, photos=(a_use(photo),)))


def test_uncredited_photo_is_not_attached_to_a_published_story(desk: Desk) -> None:
    story = published(desk, desk.photo())
    bare = desk.photo(a_photo("b" * 64, credit=UNCREDITED))
    with pytest.raises(PublicationRefusedByDatabaseError):
        desk.save(replace(story, photos=(*story.photos, a_use(bare, lead=False))))


def test_credit_of_a_published_photo_is_not_taken_away(store: SqlStore, desk: Desk) -> None:
    photo = desk.photo()
    published(desk, photo)
    with pytest.raises(PublicationRefusedByDatabaseError):
        desk.save_photo(replace(photo, credit=UNCREDITED))
    with store.reading() as unit:
        assert unit.photos.get(photo.id) == photo


@pytest.mark.parametrize(
    "credit",
    [
        credit_of("Ana", ""),
        credit_of("", "AP"),
        Credit(parties=(Party(kind=PartyKind.VIA, name="AP"), Party(kind=PartyKind.AGENCY, name="EPA"))),
    ],
    ids=["photographer", "agency", "other order"],
)
def test_credit_of_a_published_photo_is_changed(desk: Desk, credit: Credit) -> None:
    turned = Credit(parties=(Party(kind=PartyKind.AGENCY, name="EPA"), Party(kind=PartyKind.VIA, name="AP")))
    photo = desk.photo(a_photo(credit=turned))
    published(desk, photo)
    assert desk.save_photo(replace(photo, credit=credit)).credit == credit


def test_photos_are_swapped_and_published_in_one_save(desk: Desk) -> None:
    bare, credited = desk.photo(a_photo(credit=UNCREDITED)), desk.photo(a_photo("b" * 64))
    story = desk.add(an_article(photos=(a_use(bare),)))
    saved = desk.save(replace(story, state=State.PUBLISHED, photos=(a_use(credited),)))
    assert saved.lead_photo == a_use(credited)


def test_reopened_story_takes_an_uncredited_photo_in_the_same_save(desk: Desk) -> None:
    story = published(desk, desk.photo())
    bare = desk.photo(a_photo("b" * 64, credit=UNCREDITED))
    saved = desk.save(replace(story, state=State.CORRECTING, photos=(a_use(bare),)))
    assert saved.state is State.CORRECTING


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles SET state = 'published' WHERE id = 2",
        "INSERT INTO article_photos VALUES (1, 2, 5, {false}, '', '')",
        "UPDATE article_photos SET photo_id = 2 WHERE article_id = 1",
        "DELETE FROM photo_credits",
        "UPDATE photo_credits SET kind = 'via'",
        "UPDATE photo_credits SET name = ' '",
    ],
)
def test_other_programs_are_refused_as_well(desk: Desk, sql: Sql, address: str, statement: str) -> None:
    published(desk, desk.photo())
    desk.add(an_article(photos=(a_use(desk.photo(a_photo("b" * 64, credit=UNCREDITED))),)))
    before = sql("SELECT * FROM photo_credits ORDER BY seq"), sql("SELECT article_id, photo_id FROM article_photos")
    with pytest.raises(DBAPIError):
        sql(statement.format(false="false" if address.startswith("postgresql") else "0"))
    after = sql("SELECT * FROM photo_credits ORDER BY seq"), sql("SELECT article_id, photo_id FROM article_photos")
    assert after == before


def test_story_has_one_lead_at_most(desk: Desk) -> None:
    photos = (a_use(desk.photo()), a_use(desk.photo(a_photo("b" * 64))))
    with pytest.raises(StorageFailedError):
        desk.add(an_article(photos=photos))


def test_photo_that_is_not_there_is_not_attached(desk: Desk) -> None:
    with pytest.raises(StorageFailedError):
        desk.add(an_article(photos=(replace(a_use(a_photo()), photo=NOBODYS),)))
