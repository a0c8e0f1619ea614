"""The second pair of eyes: who wrote last, and whether somebody else has looked since."""

import re

from newsdesk.domain.article import Article
from newsdesk.domain.ids import PersonId
from newsdesk.domain.workflow import MOVES, State
from newsdesk.services.store import Unit

_VERBS = frozenset(move.verb for move in MOVES)
_ASKED_IN = frozenset({State.DRAFT, State.REVIEW, State.READY, State.SCHEDULED, State.CORRECTING})


def second_person_missing(unit: Unit, article: Article, actor: PersonId) -> bool:
    """Tell whether ``actor`` wrote last in a story that is on its way out, so that somebody else must publish it.

    Moves are no writing. A scheduled story was looked at when it was scheduled; only what was written
    since asks again.
    """
    if not article.id or article.state not in _ASKED_IN:
        return False
    for version in unit.articles.versions(article.id):
        verb = re.split(r"[:(]", version.why)[0].strip()
        if verb == "schedule" and article.state is State.SCHEDULED:
            return False
        if verb not in _VERBS:
            return version.by == actor
    return False
