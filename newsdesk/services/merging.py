"""Two people saved the same story: what of both can be kept."""

from dataclasses import fields, replace

from newsdesk.domain.article import Article
from newsdesk.domain.photo import PhotoUse
from newsdesk.text.merge import merge_bodies

_MOVES_ONLY = frozenset({"state", "version", "reopened_as", "corrections", "scheduled_at"})
"""What moves change and nothing else does: no save goes past the checks or undoes a step."""

_KEPT_BY_THE_STORE = frozenset({"id", "uri", "revision", "created_at", "updated_at", "updated_by"}) | _MOVES_ONLY


def as_edited(article: Article, stored: Article) -> Article:
    """Return what an editor wants, with all that is not an editor's to set as it is stored."""
    return replace(article, **{name: getattr(stored, name) for name in _KEPT_BY_THE_STORE})


def merge_articles(base: Article, mine: Article, theirs: Article) -> Article | None:
    """Return ``theirs`` with my changes since ``base``, or None where both changed the same thing.

    Fields are merged one by one, the body paragraph by paragraph, photos use by use, questions one by
    one. State and version follow ``theirs``: a move is never undone by a save.
    """
    body = merge_bodies(base.body_markdown, mine.body_markdown, theirs.body_markdown)
    uses = _merged_uses(base.photos, mine.photos, theirs.photos)
    if body is None or uses is None:
        return None
    questions = _merged_questions(base.questions, mine.questions, theirs.questions)
    taken: dict[str, object] = {"body_markdown": body, "photos": uses, "questions": questions}
    for field in fields(Article):
        name = field.name
        if name in _KEPT_BY_THE_STORE or name in taken:
            continue
        old, my, their = (getattr(article, name) for article in (base, mine, theirs))
        if my in (old, their):
            continue
        if their != old:
            return None
        taken[name] = my
    return replace(theirs, **taken)  # type: ignore[arg-type]


def _merged_uses(
    base: tuple[PhotoUse, ...], mine: tuple[PhotoUse, ...], theirs: tuple[PhotoUse, ...]
) -> tuple[PhotoUse, ...] | None:
    if mine == base:
        return theirs
    old, my, their = ({use.photo: use for use in uses} for uses in (base, mine, theirs))
    merged = dict(their)
    for photo in dict.fromkeys((*old, *my)):
        if my.get(photo) in (old.get(photo), their.get(photo)):
            continue
        if their.get(photo) != old.get(photo):
            return None
        wanted = my.get(photo)
        if wanted is None:
            merged.pop(photo, None)
        else:
            merged[photo] = wanted
    if sum(use.lead for use in merged.values()) > 1:
        return None
    return tuple(sorted(merged.values(), key=lambda use: not use.lead))


def _merged_questions(base: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """A question that either answered is answered."""
    left = [asked for asked in theirs if asked in mine or asked not in base]
    return (*left, *(asked for asked in mine if asked not in base and asked not in theirs))
