"""Photos: what is kept of them, and finding them."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from newsdesk.domain.credit import Credit, Party, PartyKind, credit_of
from newsdesk.domain.errors import InvalidValueError, NotFoundError, RevisionClashError
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import Photo
from newsdesk.domain.rights import Rights, RightsCategory
from newsdesk.domain.summary import PhotoQuery
from newsdesk.storage.store import SqlStore
from tests.storage.builders import NOBODYS, NOW, UNCREDITED, Desk, a_photo, a_use, an_article, later


def shown(store: SqlStore, query: PhotoQuery, offset: int = 0, limit: int = 50) -> list[PhotoId]:
    with store.reading() as unit:
        return [photo.id for photo in unit.photos.find(query, offset, limit)]


def some(desk: Desk, credits: Sequence[Credit]) -> list[Photo]:
    return [desk.photo(a_photo(f"{number:064d}", credit=credit)) for number, credit in enumerate(credits)]


def test_every_field_comes_back(store: SqlStore, desk: Desk) -> None:
    parties = (
        Party(kind=PartyKind.CREATOR, name="Милош Мишковић"),
        Party(kind=PartyKind.AGENCY, name="BETAPHOTO"),
        Party(kind=PartyKind.VIA, name="AP"),
    )
    rights = Rights(
        category=RightsCategory.CONTRACT,
        usage_terms="One use",
        valid_from=NOW,
        valid_to=later(days=9),
        embargo_until=later(days=1),
        assumed=True,
    )
    photo = desk.photo(
        a_photo(
            credit=Credit(parties=parties),
            creator_as_read="Miloš",
            agency_as_read="Beta",
            headline="Bridge",
            description="A bridge",
            alt_text="Bridge at dusk",
            copyright="© Beta",
            character_set="cp1250",
            digital_source_type="digitalCapture",
            taken_at=later(days=-1),
            rights=rights,
            killed_reason="wrong bridge",
            focal_x=0.25,
            focal_y=1.0,
        )
    )
    assert (photo.revision, photo.added_at, photo.added_by) == (1, NOW, desk.me)
    with store.reading() as unit:
        assert unit.photos.get(photo.id) == photo


def test_party_without_a_name_is_left_out(desk: Desk) -> None:
    nameless = Credit(parties=(Party(kind=PartyKind.CREATOR, name="  "), Party(kind=PartyKind.AGENCY, name="AP")))
    assert desk.photo(a_photo(credit=nameless)).credit == credit_of("", "AP")


def test_raw_metadata_comes_back(store: SqlStore, desk: Desk) -> None:
    photo = desk.photo(raw='{"Iptc.Application2.Byline": "Miloš"}')
    with store.reading() as unit:
        assert unit.photos.raw_metadata(photo.id) == '{"Iptc.Application2.Byline": "Miloš"}'


def test_photo_is_known_by_its_hash(store: SqlStore, desk: Desk) -> None:
    photo = desk.photo()
    with store.reading() as unit:
        assert (unit.photos.by_sha256(photo.sha256), unit.photos.by_sha256("c" * 64)) == (photo, None)


def test_saved_photo_comes_back(store: SqlStore, desk: Desk) -> None:
    saved = desk.save_photo(replace(desk.photo(), description="Other", credit=credit_of("", "AP")))
    with store.reading() as unit:
        assert (unit.photos.get(saved.id), saved.revision) == (saved, 2)


def test_save_over_somebody_elses_is_refused(desk: Desk) -> None:
    photo = desk.photo()
    desk.save_photo(replace(photo, description="Theirs"))
    with pytest.raises(RevisionClashError) as refusal:
        desk.save_photo(replace(photo, description="Mine"))
    assert (refusal.value.fields["kind"], refusal.value.fields["found"]) == ("photo", 2)


def test_photo_that_is_not_there_is_refused(store: SqlStore, desk: Desk) -> None:
    with store.reading() as unit, pytest.raises(NotFoundError):
        unit.photos.get(NOBODYS)
    with pytest.raises(NotFoundError):
        desk.save_photo(a_photo(id=NOBODYS, revision=1))


def test_many_are_read_at_once_and_missing_ones_left_out(store: SqlStore, desk: Desk) -> None:
    photos = some(desk, [UNCREDITED, credit_of("Ana", "AP")])
    with store.reading() as unit:
        found = unit.photos.get_many([NOBODYS, *(photo.id for photo in photos)])
    assert found == {photo.id: photo for photo in photos}


def test_newest_come_first_page_by_page(store: SqlStore, desk: Desk) -> None:
    ids = [photo.id for photo in some(desk, [UNCREDITED] * 5)][::-1]
    assert [shown(store, PhotoQuery(), offset, 2) for offset in (0, 2, 4)] == [ids[:2], ids[2:4], ids[4:]]


def test_those_without_credit_are_found(store: SqlStore, desk: Desk) -> None:
    passed = Credit(parties=(Party(kind=PartyKind.VIA, name="AP"),))
    photos = some(desk, [UNCREDITED, credit_of("Ana", ""), credit_of("", "AP"), passed])
    assert shown(store, PhotoQuery(missing_credit=True)) == [photos[3].id, photos[0].id]
    with store.reading() as unit:
        assert unit.photos.count(PhotoQuery(missing_credit=True)) == 2


def test_credited_name_is_found(store: SqlStore, desk: Desk) -> None:
    bare, credited = some(desk, [UNCREDITED, UNCREDITED])
    desk.save_photo(replace(credited, credit=credit_of("Đorđe Savić", "AP")))
    assert shown(store, PhotoQuery(words="Ђорђе сав")) == [credited.id]
    assert bare.id in shown(store, PhotoQuery(words="bridge"))


@pytest.mark.parametrize("words", ["100%", "%", "_", "b_idge", "\\"])
def test_signs_of_a_pattern_mean_nothing(store: SqlStore, desk: Desk, words: str) -> None:
    desk.photo()
    with store.reading() as unit:
        assert unit.photos.count(PhotoQuery(words=words)) == len(unit.photos.find(PhotoQuery(words=words), 0, 9))


def test_stories_that_use_a_photo_are_named(store: SqlStore, desk: Desk) -> None:
    photo = desk.photo()
    stories = [desk.add(an_article(photos=(a_use(photo),))).id for _ in range(2)]
    desk.add()
    with store.reading() as unit:
        assert unit.photos.uses(photo.id) == stories


def test_text_that_no_database_can_keep_is_refused(desk: Desk) -> None:
    with pytest.raises(InvalidValueError):
        desk.photo(a_photo(description="a\x00b"))
