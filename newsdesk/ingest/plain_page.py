"""Plain text in: an agency page saved as text, or a headline with paragraphs."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newsdesk.ingest import questions
from newsdesk.ingest.agency_lines import Line, Role, read_agency_page
from newsdesk.ingest.agency_record import agency_record, counted, story_markdown
from newsdesk.ingest.imported import Imported
from newsdesk.ingest.language import guess_language
from newsdesk.ingest.odd_spaces import count_odd, tidy
from newsdesk.ingest.refusals import EmptyFileError, NoStoryError
from newsdesk.ingest.setting import Setting
from newsdesk.text.blocks import Block, paragraph

_LINE_END = re.compile(r"\r\n|\r|\n|\x0b|\x0c|\x85|\u2028|\u2029")
_HEADLINE_LIMIT = 160
_WRAP_WIDTHS = range(40, 101)
_FULL_STOP = re.compile(r"[.!?…]['\"”’»)]*$")


def read_plain_page(text: str, setting: Setting) -> Imported:
    """Return the record of a plain text.

    Raises:
        EmptyFileError: if there is nothing but space in it.
        NoStoryError: if an agency page has no story below its header.
    """
    groups = _groups(text)
    if not groups:
        raise EmptyFileError(file=setting.file)
    lines = [Line(line) for group in groups for line in group]
    page = read_agency_page(lines, setting.publication, setting.agencies, strict=False)
    if page is None:
        return _ordinary_text(groups, text, setting)
    page.left_out["odd spaces"] += count_odd(text)
    story = [
        paragraph(line.text)
        for line, role in zip(lines, page.roles, strict=True)
        if role in (Role.STORY, Role.DOUBTFUL)
    ]
    if not story:
        raise NoStoryError(file=setting.file)
    return agency_record(page, story, setting, kind="text")


def _groups(text: str) -> list[list[str]]:
    """Return the lines between empty ones, spaces tidied and lines that a program broke joined again."""
    groups: list[list[str]] = [[]]
    for line in map(tidy, _LINE_END.split(text)):
        if line:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    full = [group for group in groups if group]
    width = max((len(line) for group in full for line in group), default=0)
    return [_joined(group, width) for group in full] if width in _WRAP_WIDTHS else full


def _joined(group: Sequence[str], width: int) -> list[str]:
    """Join a line to the one above it where its first word would not have fitted there."""
    joined = [group[0]]
    for above, line in pairwise(group):
        if len(above) + 1 + len(line.split(" ", 1)[0]) > width:
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _ordinary_text(groups: list[list[str]], text: str, setting: Setting) -> Imported:
    asked: list[str] = []
    headline, story = _headline(groups, asked)
    blocks: list[Block] = [paragraph(line) for group in story for line in group]
    language = guess_language(text) or setting.publication.language
    return Imported(
        kind="text",
        headline=headline,
        language=language,
        body_markdown=story_markdown(blocks, language),
        questions=tuple(asked),
        left_out=counted(Counter({"odd spaces": count_odd(text)})),
    )


def _headline(groups: list[list[str]], asked: list[str]) -> tuple[str, list[list[str]]]:
    """Take the first lines as the headline where they look like one; ask wherever they don't quite."""
    first = groups[0]
    if len(groups) == 1 and len(first) == 1:
        asked.append(questions.HEADLINE_MISSING)
        return "", groups
    alone = len(groups) > 1 and len(first) <= 3
    headline = " ".join(first) if alone else first[0]
    rest = groups[1:] if alone else [first[1:], *groups[1:]]
    if len(headline) > _HEADLINE_LIMIT:
        asked.append(questions.HEADLINE_MISSING)
        return "", groups
    if not alone or len(first) > 1 or _FULL_STOP.search(headline):
        asked.append(questions.is_headline(headline))
    return headline, [group for group in rest if group]
