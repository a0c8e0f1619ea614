"""Signing approvals and saying which of them still hold."""

from collections.abc import Sequence

from newsdesk.domain.approvals import Approval, ApprovalKind, covered_hash, is_stale
from newsdesk.domain.errors import InvalidValueError
from newsdesk.domain.ids import ArticleId
from newsdesk.services.session import Session


class ApprovalService:
    """The wishes of those who answer for a text."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def sign(self, article: ArticleId, kind: str) -> Approval:
        """Sign an approval for the story as it stands.

        Raises:
            NotFoundError: if there is no such story.
            InvalidValueError: if there is no approval of that kind.
        """
        if kind not in set(ApprovalKind):
            raise InvalidValueError(field="an approval", value=kind, allowed=", ".join(ApprovalKind))
        with self._session.store.unit() as unit:
            story = unit.articles.get(article)
            approval = Approval(
                article_id=article,
                kind=ApprovalKind(kind),
                signed_by=self._session.actor.id,
                signed_at=self._session.now(),
                content_hash=covered_hash(story, ApprovalKind(kind)),
            )
            unit.approvals.add(approval)
        self._session.tell(articles=[article])
        return approval

    def of(self, article: ArticleId) -> Sequence[tuple[Approval, bool, str]]:
        """Return the signatures on a story, each with whether it is stale and who signed."""
        with self._session.store.reading() as unit:
            story = unit.articles.get(article)
            names = {person.id: person.initials for person in unit.settings.people()}
            return [
                (approval, is_stale(approval, story), names.get(approval.signed_by, ""))
                for approval in unit.approvals.of(article)
            ]
