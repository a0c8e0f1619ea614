"""Findings: what a check has to say about a story, with its weight and the way out."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from newsdesk.domain.ids import ArticleId, PhotoId


class Severity(StrEnum):
    """How much a finding weighs."""

    BLOCKS = "blocks"
    SECOND_PERSON = "second_person"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One result of a check.

    ``code`` is stable; ``sentence`` says what is the matter and ``way_out`` what to do, in English;
    ``place`` names the field or panel that mends it (``headline``, ``photos``, ``details``, ``body``).
    """

    code: str
    severity: Severity
    article: ArticleId | None = None
    photo: PhotoId | None = None
    sentence: str = ""
    way_out: str = ""
    place: str = ""

    @property
    def text(self) -> str:
        """The sentence with its way out."""
        return f"{self.sentence} {self.way_out}".strip()


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that stop publication."""
    return tuple(finding for finding in findings if finding.severity is Severity.BLOCKS)
