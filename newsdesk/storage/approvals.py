"""Approvals: signatures that are only added; the last of each kind counts."""

from collections.abc import Sequence

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from newsdesk.domain.approvals import Approval, ApprovalKind
from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.ids import ArticleId, PersonId
from newsdesk.storage.tables import ApprovalRow, ArticleRow


class SqlApprovals:
    """The signatures, as one unit sees them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, approval: Approval) -> None:
        """Keep a signature; raises NotFoundError."""
        if self._session.scalar(select(ArticleRow.id).where(ArticleRow.id == approval.article_id)) is None:
            raise NotFoundError(kind="story", id=approval.article_id)
        self._session.execute(
            insert(ApprovalRow).values(
                article_id=approval.article_id,
                kind=str(approval.kind),
                signed_by=approval.signed_by,
                signed_at=approval.signed_at,
                content_hash=approval.content_hash,
            )
        )

    def of(self, article: ArticleId) -> Sequence[Approval]:
        """Return the last signature of each kind for a story, in the order in which they were given."""
        last = select(func.max(ApprovalRow.id)).where(ApprovalRow.article_id == article).group_by(ApprovalRow.kind)
        rows = self._session.scalars(select(ApprovalRow).where(ApprovalRow.id.in_(last)).order_by(ApprovalRow.id))
        return [
            Approval(
                article_id=ArticleId(row.article_id),
                kind=ApprovalKind(row.kind),
                signed_by=PersonId(row.signed_by),
                signed_at=row.signed_at,
                content_hash=row.content_hash,
            )
            for row in rows
        ]
