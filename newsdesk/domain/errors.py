"""Refusals: what was refused, as data, with a plain sentence and a way out."""

from typing import ClassVar


class NewsdeskError(Exception):
    """A refusal whose facts are in ``fields`` and whose words come from ``sentence`` and ``way_out``.

    A subclass words itself once, in English, with named fields; the window translates the two
    templates and fills in the same fields.
    """

    sentence: ClassVar[str] = "Newsdesk could not do that."
    way_out: ClassVar[str] = ""

    def __init__(self, **fields: object) -> None:
        super().__init__()
        self.fields: dict[str, object] = fields

    @property
    def commands(self) -> tuple[str, ...]:
        """The words of the command line that lead out, where there are any."""
        found = self.fields.get("commands")
        return tuple(str(command) for command in found) if isinstance(found, tuple) else ()

    def __str__(self) -> str:
        text = self.sentence.format_map(self.fields)
        return f"{text} {self.way_out.format_map(self.fields)}" if self.way_out else text

    def __reduce__(self) -> tuple[object, ...]:
        # Refusals cross process borders: workers that read files raise them, the window shows them.
        return (_rebuild, (type(self), self.fields))


def _rebuild(kind: type[NewsdeskError], fields: dict[str, object]) -> NewsdeskError:
    return kind(**fields)


class NotFoundError(NewsdeskError):
    """There is no such thing; ``kind`` and ``id`` say which."""

    sentence = "There is no {kind} {id} in this newsroom."


class RevisionClashError(NewsdeskError):
    """Somebody saved first; fields: ``kind``, ``id``, ``expected``, ``found``."""

    sentence = "Somebody else changed {kind} {id} meanwhile (revision {found}, you had {expected})."
    way_out = "Read it again, then repeat the change."


class SameWordsChangedError(RevisionClashError):
    """Two people changed the same field or paragraph: trying again would not help."""


class MoveRefusedError(NewsdeskError):
    """A state can't be reached from here; fields: ``state``, ``target``, ``reachable``."""

    sentence = "A story that is {state} can't become {target}."
    way_out = "From here it can become: {reachable}."


class MissingReasonError(NewsdeskError):
    """A move asks for words that were not given; fields: ``verb``, ``needed``."""

    sentence = "To {verb} a story, say: {needed}."


class NotAllowedError(NewsdeskError):
    """The actor's roles do not hold this right; fields: ``person``, ``verb``, ``roles``."""

    sentence = "{person} may not {verb} a story."
    way_out = "It takes one of these roles: {roles}."


class PublicationBlockedError(NewsdeskError):
    """Findings stand in the way; fields: ``subject``, ``findings`` (sentences), ``ways_out``, ``commands``."""

    sentence = "{subject} can't go on: {findings}"
    way_out = "{ways_out}"


class StoryClosedError(NewsdeskError):
    """The record of a story stays as it is; fields: ``article``, ``state``."""

    sentence = "Story {article} is {state}, so its record can't change any more."
    way_out = "Keep the text as a new story instead."


class InvalidValueError(NewsdeskError):
    """A value does not fit its field; fields: ``field``, ``value``, ``allowed``."""

    sentence = "{value} is no value for {field}."
    way_out = "It takes {allowed}."
