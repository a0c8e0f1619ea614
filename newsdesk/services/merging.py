"""Two people saved the same story: what of both can be kept."""

from dataclasses import fields, replace

from newsdesk.domain.article import Article
from newsdesk.text.merge import merge_bodies

_KEPT_BY_THE_STORE = frozenset({"id", "uri", "revision", "created_at", "updated_at", "updated_by"})


def merge_articles(base: Article, mine: Article, theirs: Article) -> Article | None:
    """Return ``theirs`` with my changes since ``base``, or None where both changed the same thing.

    Fields are merged one by one, the body paragraph by paragraph. State and version follow ``theirs``:
    a move is never undone by a save.
    """
    body = merge_bodies(base.body_markdown, mine.body_markdown, theirs.body_markdown)
    if body is None:
        return None
    taken: dict[str, object] = {"body_markdown": body}
    for field in fields(Article):
        name = field.name
        if name in _KEPT_BY_THE_STORE or name == "body_markdown":
            continue
        old, my, their = (getattr(article, name) for article in (base, mine, theirs))
        if my in (old, their):
            continue
        if their != old:
            return None
        taken[name] = my
    return replace(theirs, **taken)  # type: ignore[arg-type]
