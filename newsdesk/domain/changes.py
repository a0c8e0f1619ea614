"""What a commit changed, by kind and id, and who did it."""

from dataclasses import dataclass, field

from newsdesk.domain.ids import ArticleId, BriefingId, PersonId, PhotoId


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The ids that one unit of work touched; published after its commit, never before."""

    actor: PersonId
    articles: frozenset[ArticleId] = field(default_factory=frozenset)
    photos: frozenset[PhotoId] = field(default_factory=frozenset)
    briefings: frozenset[BriefingId] = field(default_factory=frozenset)
    settings: bool = False
