"""Findings: what a check has to say about a story, with its weight and the way out."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from newsdesk.domain.errors import PublicationBlockedError
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
    ``place`` names the field or panel of the window that mends it (``headline``, ``photos``, ``body``),
    ``command`` the words of the command line that do.
    """

    code: str
    severity: Severity
    article: ArticleId | None = None
    photo: PhotoId | None = None
    sentence: str = ""
    way_out: str = ""
    place: str = ""
    command: str = ""

    @property
    def text(self) -> str:
        """The sentence with its way out."""
        return f"{self.sentence} {self.way_out}".strip()


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that stop publication."""
    return tuple(finding for finding in findings if finding.severity is Severity.BLOCKS)


def require_clear(subject: str, findings: Iterable[Finding]) -> None:
    """Refuse to go on with a story or an edition while anything stops it.

    Raises:
        PublicationBlockedError: naming every stop, the ways out, and the commands that take them.
    """
    stops = blocking(findings)
    if stops:
        raise PublicationBlockedError(
            subject=subject,
            findings=" ".join(dict.fromkeys(stop.sentence for stop in stops)),
            ways_out=" ".join(dict.fromkeys(stop.way_out for stop in stops)),
            commands=tuple(dict.fromkeys(stop.command for stop in stops if stop.command)),
        )
