"""YAML front matter: the fields at the head of a Markdown file, every value as text."""

import json
import re
from dataclasses import dataclass

import yaml

from newsdesk.ingest.refusals import FrontMatterError

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.M)
_LINE_END = re.compile(r"[ \t]*(?:\r\n|\n|\r)")
_LOOKS_LIKE_FIELDS = re.compile(r"\s*(?:#.*\s+)*[\w\"'-]+[ \t]*:(?:\s|$)")
_LONGEST = 200_000
_DEEPEST = 20

Value = str | list["Value"] | dict[str, "Value"]


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields as they stand there, in their order, and where the body begins."""

    values: dict[str, Value]
    body_at: int


def read_front_matter(text: str, file: str) -> Fields | None:
    """Return the fields at the head of a text, or None where it begins with its body.

    One empty line below the closing fence belongs to neither.

    Raises:
        FrontMatterError: if the text between the fences is meant as fields but is not valid YAML.
    """
    opening = _FENCE.match(text)
    closing = _CLOSE.search(text, opening.end()) if opening else None
    if opening is None or closing is None or closing.start() - opening.end() > _LONGEST:
        return None
    source = text[opening.end() : closing.start()]
    if source.strip() and not _LOOKS_LIKE_FIELDS.match(source):
        return None
    values = _parsed(source, file)
    blank = _LINE_END.match(text, closing.end())
    return Fields(values, blank.end() if blank else closing.end())


def as_text(value: Value) -> str:
    """Return a value as text: lists and nested fields as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _parsed(source: str, file: str) -> dict[str, Value]:
    try:
        _check_shape(source, file)
        # BaseLoader builds nothing but texts, lists and mappings: no object of the file's choosing.
        found: object = yaml.load(source, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line if error.problem_mark else 0) + 2
        raise FrontMatterError(file=file, line=line, reason=error.problem or "it is no YAML") from error
    except yaml.YAMLError as error:
        raise FrontMatterError(file=file, line=1, reason="it holds characters that YAML does not allow") from error
    if found is None or found == "":
        return {}
    if not isinstance(found, dict):
        raise FrontMatterError(file=file, line=2, reason="it is no list of names and values")
    return {as_text(_value(key)): _value(value) for key, value in found.items()}


def _check_shape(source: str, file: str) -> None:
    depth = 0
    for event in yaml.parse(source, Loader=yaml.BaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        # References can grow ten lines into gigabytes.
        aliased = isinstance(event, yaml.AliasEvent)
        if aliased or depth > _DEEPEST:
            line = (event.start_mark.line if event.start_mark else 0) + 2
            reason = "references are not allowed" if aliased else "it is nested too deep"
            raise FrontMatterError(file=file, line=line, reason=reason)


def _value(found: object) -> Value:
    if isinstance(found, dict):
        return {as_text(_value(key)): _value(value) for key, value in found.items()}
    if isinstance(found, (list, tuple)):
        return [_value(entry) for entry in found]
    return str(found)
