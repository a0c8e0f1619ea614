"""Signatures: the last of each kind counts, and none goes."""

from collections.abc import Callable

import pytest
from sqlalchemy.exc import DBAPIError

from newsdesk.domain.approvals import Approval, ApprovalKind
from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.ids import ArticleId
from newsdesk.storage.store import SqlStore
from tests.storage.builders import NOW, Desk, later


def sign(store: SqlStore, desk: Desk, article: ArticleId, kind: ApprovalKind, minute: int = 0) -> Approval:
    approval = Approval(
        article_id=article, kind=kind, signed_by=desk.me, signed_at=later(minutes=minute), content_hash=f"{minute:064d}"
    )
    with store.unit() as unit:
        unit.approvals.add(approval)
    return approval


def test_last_of_each_kind_counts(store: SqlStore, desk: Desk) -> None:
    story = desk.add()
    sign(store, desk, story.id, ApprovalKind.COPY)
    photo = sign(store, desk, story.id, ApprovalKind.PHOTO, 1)
    copy = sign(store, desk, story.id, ApprovalKind.COPY, 2)
    sign(store, desk, desk.add().id, ApprovalKind.LEGAL, 3)
    with store.reading() as unit:
        assert unit.approvals.of(story.id) == [photo, copy]


def test_story_that_is_not_there_is_not_signed(store: SqlStore, desk: Desk) -> None:
    with pytest.raises(NotFoundError):
        sign(store, desk, ArticleId(404), ApprovalKind.COPY)


@pytest.mark.parametrize("statement", ["UPDATE approvals SET kind = 'legal'", "DELETE FROM approvals"])
def test_signatures_are_only_added(
    store: SqlStore, desk: Desk, sql: Callable[[str], list[tuple[object, ...]]], statement: str
) -> None:
    signed = sign(store, desk, desk.add(now=NOW).id, ApprovalKind.COPY)
    with pytest.raises(DBAPIError, match="append-only"):
        sql(statement)
    with store.reading() as unit:
        assert unit.approvals.of(signed.article_id) == [signed]
