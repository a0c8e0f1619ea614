"""A newsroom as a whole: its person, its changes told, its end."""

from pathlib import Path

from newsdesk.domain.changes import Changes
from newsdesk.domain.people import ALL_ROLES
from newsdesk.services.newsroom import Newsroom
from tests.builders import a_newsroom, taken_in, written


def test_whoever_opens_a_newsroom_first_has_every_role_in_it(either: Newsroom) -> None:
    assert (either.actor.name, either.actor.initials, either.actor.roles) == ("Mara", "M", ALL_ROLES)


def test_the_same_account_is_the_same_person_again(tmp_path: Path) -> None:
    people = []
    for _ in range(2):
        newsroom = a_newsroom(tmp_path / "newsroom")
        people.append(newsroom.actor)
        newsroom.close()
    assert people[0] == people[1]


def test_changes_name_their_actor_and_what_they_touched(newsroom: Newsroom, tmp_path: Path) -> None:
    heard: list[Changes] = []
    newsroom.events.subscribe(heard.append)
    story = written(newsroom)
    photo = taken_in(newsroom, tmp_path, credited=False)
    newsroom.articles.attach(story.id, photo.id, lead=True)
    assert [(set(changes.articles), set(changes.photos)) for changes in heard] == [
        ({story.id}, set()),
        ({story.id}, set()),
        (set(), {photo.id}),
        ({story.id}, {photo.id}),
    ]
    assert {changes.actor for changes in heard} == {newsroom.actor.id}


def test_a_newsroom_may_be_closed_twice(tmp_path: Path) -> None:
    newsroom = a_newsroom(tmp_path / "newsroom")
    newsroom.close()
    newsroom.close()
