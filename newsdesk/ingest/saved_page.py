"""A saved page in: by its agency's layout where it has one, else by what its structure says."""

from collections import Counter
from collections.abc import Callable, Sequence

from lxml.html import HtmlElement

from newsdesk.ingest import questions
from newsdesk.ingest.agency_lines import AgencyPage, Role, read_agency_page
from newsdesk.ingest.agency_record import agency_record, awaited_photo, counted, story_markdown
from newsdesk.ingest.agency_words import SOURCE_LINE, folded
from newsdesk.ingest.imported import Imported
from newsdesk.ingest.language import tag_for
from newsdesk.ingest.page_dates import published_at
from newsdesk.ingest.page_facts import PageFacts, read_facts
from newsdesk.ingest.page_headline import choose_headline
from newsdesk.ingest.page_junk import AGENCY_KINDS, strip_junk
from newsdesk.ingest.page_lines import Leaf, leaves
from newsdesk.ingest.page_photos import read_photos
from newsdesk.ingest.page_story import blocks_between, or_told_elsewhere
from newsdesk.ingest.page_tree import body_of, give_paragraphs, parse_page, split_headers, strip_dead_parts
from newsdesk.ingest.refusals import ImportTooLargeError, NoStoryError
from newsdesk.ingest.setting import Setting
from newsdesk.ingest.story_lines import add_lead, choose_lines
from newsdesk.ingest.story_place import Weights, find_story, weights_of
from newsdesk.text.blocks import plain_text
from newsdesk.text.html_reader import MOST_CHARACTERS, HtmlTooLargeError

_ABOVE_SOURCE = 12
"""An agency's headline stands at most so many lines above the source where no heading is marked."""


def read_saved_page(source: str, setting: Setting) -> Imported:
    """Return the record of a saved page.

    Raises:
        PageTooDeepError: if its elements are nested beyond reason.
        NoStoryError: if it holds no running text.
        ImportTooLargeError: if the story alone is longer than any story.
    """
    left_out: Counter[str] = Counter()
    root = parse_page(source, setting.file)
    facts = read_facts(root, source)
    body = body_of(root)
    strip_dead_parts(root, left_out)
    give_paragraphs(body)
    split_headers(body, SOURCE_LINE)
    left_out["odd spaces"] += _odd_spaces(body)
    strip_junk(body, _weigher(body), left_out, only=AGENCY_KINDS)
    lines = leaves(body)
    try:
        record = _agency_page(body, lines, facts, setting, left_out)
        return record if record is not None else _ordinary_page(body, lines, facts, setting, left_out)
    except HtmlTooLargeError as error:
        raise ImportTooLargeError(file=setting.file, limit=f"{MOST_CHARACTERS:,} characters") from error


def _odd_spaces(body: HtmlElement) -> int:
    """Count the unbreakable spaces alone: doubled ones mean nothing in HTML."""
    return sum(text.count("\u00a0") for text in body.itertext())


def _weigher(body: HtmlElement) -> Callable[[HtmlElement], float]:
    weights: Weights = weights_of(leaves(body))
    return lambda element: weights.get(element, 0.0)


def _agency_page(
    body: HtmlElement, lines: Sequence[Leaf], facts: PageFacts, setting: Setting, left_out: Counter[str]
) -> Imported | None:
    source = next((index for index, leaf in enumerate(lines) if SOURCE_LINE.fullmatch(leaf.text)), -1)
    if source < 0:
        return None
    marked = [index for index in range(source) if lines[index].heading == 1]
    start = marked[-1] if marked else max(0, source - _ABOVE_SOURCE)
    told = lines[start:]
    page = read_agency_page([leaf.as_line() for leaf in told], setting.publication, setting.agencies, strict=True)
    if page is None:
        return None
    kept = [leaf for leaf, role in zip(told, page.roles, strict=True) if role in (Role.STORY, Role.DOUBTFUL)]
    if not kept:
        raise NoStoryError(file=setting.file)
    page.left_out.update(left_out)
    page.left_out["navigation"] += start
    _shown_photos(page, body, facts, setting)
    return agency_record(
        page, blocks_between(kept, facts.address), setting, kind="page", declared_language=facts.language
    )


def _shown_photos(page: AgencyPage, body: HtmlElement, facts: PageFacts, setting: Setting) -> None:
    """Look for the photo in the page's figures where no line of it was a caption."""
    if not page.captions:
        page.captions.extend(read_photos(body, facts, setting.agencies, page.questions))


def _ordinary_page(
    body: HtmlElement, lines: Sequence[Leaf], facts: PageFacts, setting: Setting, left_out: Counter[str]
) -> Imported:
    asked: list[str] = []
    headline = choose_headline(facts, lines, asked)
    strip_junk(body, _weigher(body), left_out)
    lines = leaves(body)
    place = find_story(lines, facts.body)
    inside = [] if place is None else [leaf for leaf in lines if _stands_in(leaf.element, place)]
    above = lines[: lines.index(inside[0])] if inside else lines
    chosen = choose_lines(inside, headline, facts.body, left_out)
    add_lead(chosen, above, headline)
    around = body if place is None else _around(place)
    above = lines[: lines.index(chosen.kept[0])] if chosen.kept else lines
    captions = [
        (caption, credit)
        for caption, credit in read_photos(around, facts, setting.agencies, asked)
        if credit is not None or folded(caption) != folded(headline)
    ]
    moment = published_at(facts, around, above, setting, asked)
    story = or_told_elsewhere(blocks_between(chosen.kept, facts.address), facts, asked)
    if not story:
        raise NoStoryError(file=setting.file)
    asked.extend(questions.is_part_of_story(leaf.text) for leaf in chosen.doubtful)
    language = tag_for(facts.language, plain_text(story)) or setting.publication.language
    return Imported(
        kind="page",
        headline=headline,
        standfirst=chosen.standfirst,
        source=facts.site,
        section=facts.section,
        byline=", ".join(facts.authors),
        language=language,
        published_at=moment,
        body_markdown=story_markdown(story, language),
        awaited_photo=awaited_photo(captions, left_out),
        questions=tuple(dict.fromkeys(asked)),
        left_out=counted(left_out),
    )


def _stands_in(element: HtmlElement, place: HtmlElement) -> bool:
    return element is place or any(ancestor is place for ancestor in element.iterancestors())


def _around(place: HtmlElement) -> HtmlElement:
    """Return the part of the page where the story's own photo stands: its article, or two elements up."""
    above = [ancestor for ancestor in (place, *place.iterancestors()) if ancestor.tag != "html"]
    article = next((ancestor for ancestor in above if ancestor.tag in ("article", "main")), None)
    return article if article is not None else above[min(2, len(above) - 1)]
