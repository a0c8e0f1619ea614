"""Photos inside a text: a figure of the body is where a photo's use begins, changes and ends."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from newsdesk.domain.article import Article
from newsdesk.domain.errors import NotFoundError
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import Photo, PhotoUse
from newsdesk.domain.workflow import State
from newsdesk.services.store import Unit
from newsdesk.text.blocks import HARD_BREAK, Block, BlockKind, runs_of
from newsdesk.text.markdown_reader import read_markdown
from newsdesk.text.markdown_writer import write_markdown


def figures_in(markdown: str) -> tuple[PhotoId, ...]:
    """Return the photos that a body shows, in order, each once."""
    return tuple(_figures(markdown))


def with_inline_photos(unit: Unit, article: Article, before: str) -> Article:
    """Return the story with the uses that its figures ask for; ``before`` is the body that was kept last.

    A figure's words become its use's; a new figure brings a use, one that is gone takes its use along.
    A lead stays, and so does a photo that was attached without a figure. A figure that was there
    without a use stays so: an imported text names photos of another newsroom, which are not ours.
    """
    if article.body_markdown == before and not article.photos:
        return article
    figures = _figures(article.body_markdown)
    gone = set(_figures(before)) - set(figures)
    kept = [_following(use, figures) for use in article.photos if use.lead or use.photo not in gone]
    fresh = set(figures) - set(_figures(before)) - {use.photo for use in kept}
    known = unit.photos.get_many([photo for photo in figures if photo in fresh]) if fresh else {}
    added = [figures[photo] for photo in figures if photo in fresh and _may_come(photo, known, article)]
    uses = (*kept, *added)
    return article if uses == article.photos else replace(article, photos=uses)


def as_saved(unit: Unit, draft: Article) -> Article:
    """Return a draft with the uses that it will have once it is saved."""
    try:
        before = unit.articles.get(draft.id).body_markdown if draft.id else ""
    except NotFoundError:
        before = ""
    return with_inline_photos(unit, draft, before)


def with_figure_words(article: Article, use: PhotoUse) -> Article:
    """Return the story with a use's words in the figures that show its photo; a lead's words are its own."""
    if use.lead:
        return article

    def worded(block: Block) -> Block:
        if block.figure is None or block.figure.photo != use.photo:
            return block
        runs = block.runs if _caption(block) == use.caption else runs_of(" ".join(use.caption.split()))
        return replace(block, runs=runs, figure=replace(block.figure, alt=use.alt))

    return _rewritten(article, worded)


def without_figures(article: Article, photo: PhotoId) -> Article:
    """Return the story with the figures of a photo taken out of its text."""
    return _rewritten(article, lambda block: None if block.figure and block.figure.photo == photo else block)


def _rewritten(article: Article, change: Callable[[Block], Block | None]) -> Article:
    document = read_markdown(article.body_markdown)
    blocks = [changed for block in document.blocks if (changed := change(block)) is not None]
    if tuple(blocks) == document.blocks:
        return article
    return replace(article, body_markdown=write_markdown(blocks, document))


def _figures(markdown: str) -> dict[PhotoId, PhotoUse]:
    """Return the use that the first figure of each photo describes."""
    found: dict[PhotoId, PhotoUse] = {}
    if "media:" not in markdown:
        return found
    for block in read_markdown(markdown).blocks:
        if block.kind is BlockKind.FIGURE and block.figure is not None:
            photo = PhotoId(block.figure.photo)
            found.setdefault(photo, PhotoUse(photo=photo, caption=_caption(block), alt=block.figure.alt))
    return found


def _caption(block: Block) -> str:
    return " ".join(block.text.replace(HARD_BREAK, " ").split())


def _following(use: PhotoUse, figures: Mapping[PhotoId, PhotoUse]) -> PhotoUse:
    return use if use.lead else figures.get(use.photo, use)


def _may_come(photo: PhotoId, known: Mapping[PhotoId, Photo], article: Article) -> bool:
    """Published stories hold credited photos only; what is typed must be kept all the same, and the checks tell."""
    found = known.get(photo)
    if found is None:
        return False
    return article.state is not State.PUBLISHED or bool(found.credit.creator or found.credit.agency)
