"""Checks on a record: pure functions from a story, its photos and a clock to findings."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from newsdesk.domain.article import HEADLINE_LIMIT, STANDFIRST_LIMIT, Article
from newsdesk.domain.credit import Agency
from newsdesk.domain.findings import Finding, Severity
from newsdesk.domain.ids import PhotoId
from newsdesk.domain.photo import Photo, PhotoUse
from newsdesk.domain.publication import Publication
from newsdesk.domain.rights import RightsCategory

_PLACEHOLDER_NAMES = frozenset({"staff", "stringer", "name"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the checks may look at beside the story itself.

    ``credit_lines`` holds, for each photo, the line that will print, empty where none can; ``figures``
    the photos that the text shows; ``released`` the story as readers have it; ``second_person`` says
    that somebody else than the last editor is still to look at it.
    """

    photos: Mapping[PhotoId, Photo]
    credit_lines: Mapping[PhotoId, str]
    agencies: Mapping[str, Agency]
    publication: Publication
    has_body: bool
    now: datetime
    figures: tuple[PhotoId, ...] = ()
    released: Article | None = None
    second_person: bool = False


def check_article(article: Article, facts: Facts) -> tuple[Finding, ...]:
    """Return everything that stands against the story, blocks first."""
    findings = [*_text_findings(article, facts), *_awaited(article), *_embargo(article, facts)]
    for use in article.photos:
        findings.extend(check_use(use, facts))
    findings.extend(_strangers(article, facts))
    findings.extend(_question(question) for question in article.questions)
    findings.extend(_workflow_findings(article, facts))
    named = [replace(finding, article=article.id) for finding in findings]
    order = list(Severity)
    return tuple(sorted(named, key=lambda finding: order.index(finding.severity)))


def _block(code: str, sentence: str, way_out: str, place: str) -> Finding:
    return Finding(code=code, severity=Severity.BLOCKS, sentence=sentence, way_out=way_out, place=place)


def _notice(code: str, sentence: str, way_out: str, place: str) -> Finding:
    return Finding(code=code, severity=Severity.NOTICE, sentence=sentence, way_out=way_out, place=place)


def _text_findings(article: Article, facts: Facts) -> list[Finding]:
    findings = []
    if not article.headline.strip():
        findings.append(_block("TX01", "The headline is empty.", "Write one.", "headline"))
    if not facts.has_body:
        findings.append(_block("TX02", "The story has no text.", "Write at least one paragraph.", "body"))
    if not article.section.strip():
        findings.append(_block("TX03", "No section is chosen.", "Choose one under Details.", "section"))
    if not article.source.strip():
        findings.append(_block("TX04", "No source is named.", "Name one under Details.", "source"))
    if len(article.headline) > HEADLINE_LIMIT:
        over = len(article.headline) - HEADLINE_LIMIT
        findings.append(
            _notice("TX10", f"The headline is {over} letters over {HEADLINE_LIMIT}.", "Shorten it.", "headline")
        )
    if not article.standfirst.strip():
        findings.append(_notice("TX11", "There is no standfirst.", "Add one, or leave it.", "standfirst"))
    elif len(article.standfirst) > STANDFIRST_LIMIT:
        findings.append(
            _notice("TX12", f"The standfirst is longer than {STANDFIRST_LIMIT} letters.", "Shorten it.", "standfirst")
        )
    return findings


def _awaited(article: Article) -> list[Finding]:
    awaited = article.awaited_photo
    if awaited is None:
        return []
    name = f"“{awaited.caption}”" if awaited.caption else "A photo"
    makers = "/".join(filter(None, (awaited.agency, awaited.creator)))
    sentence = f"{name} ({makers}) is awaited from the photo desk." if makers else f"{name} is awaited."
    return [_notice("PN10", sentence, "Attach it as the lead photo.", "photos")]


def _embargo(article: Article, facts: Facts) -> list[Finding]:
    if article.embargo_until is None or article.embargo_until <= facts.now:
        return []
    way_out = "Wait, or change the embargo under Details."
    return [_block("EM01", "The story is under embargo.", way_out, "embargo_until")]


def _strangers(article: Article, facts: Facts) -> list[Finding]:
    """A figure whose photo the story does not have would print as nothing."""
    way_out = "Attach it, or take it out of the text."
    findings = []
    for photo in facts.figures:
        if article.use_of(photo) is None:
            sentence = f"The text shows photo {photo}, which the story doesn't have."
            findings.append(replace(_block("PG00", sentence, way_out, "body"), photo=photo))
    return findings


def _workflow_findings(article: Article, facts: Facts) -> list[Finding]:
    findings = []
    if facts.second_person:
        severity, way_out = Severity.SECOND_PERSON, "Ask somebody else to publish it"
        way_out += ", or give a written reason." if facts.publication.waiver_allowed else "."
        sentence = "You edited it last, and this newsroom wants a second person to publish."
        findings.append(Finding(code="WF01", severity=severity, sentence=sentence, way_out=way_out))
    if facts.released is not None and readers_see(article) != readers_see(facts.released):
        sentence = f"It was changed after it was released (version {article.version}); readers see it as it was."
        way_out = "Open it as an update, a correction or a refile, then publish it again."
        findings.append(_notice("WF02", sentence, way_out, "details"))
    return findings


def readers_see(article: Article) -> tuple[object, ...]:
    """Return what of a story its page shows, to tell whether a release still holds."""
    words = (article.headline, article.standfirst, article.section, article.source, article.byline, article.dateline)
    return (*words, article.language, article.access, article.body_markdown, article.photos, article.published_at)


def _question(question: str) -> Finding:
    return _notice("IM01", question, "Answer it in the window.", "questions")


def check_use(use: PhotoUse, facts: Facts) -> tuple[Finding, ...]:
    """Return what stands against one use of a photo (gate codes PG01 to PG11 and notices)."""
    photo = facts.photos.get(use.photo)
    if photo is None:
        missing = _block("PG00", f"Photo {use.photo} is not in this newsroom.", "Attach another.", "photos")
        return (replace(missing, photo=use.photo),)
    findings = [*_credit_findings(photo, facts), *_rights_findings(photo, facts), *_words_findings(use, photo, facts)]
    return tuple(replace(finding, photo=use.photo) for finding in findings)


def _credit_findings(photo: Photo, facts: Facts) -> list[Finding]:
    name = f"Photo {photo.id} ({photo.file_name})"
    findings = []
    if not facts.credit_lines.get(photo.id, ""):
        missing = _block("PG01", f"{name} has no credit.", "Name the photographer and the agency.", "photos")
        findings.append(replace(missing, command=f"photos credit {photo.id} --creator NAME --agency CODE"))
    elif photo.credit.agency and photo.credit.agency not in facts.agencies:
        way_out = "Choose a known agency, or add it with its pattern."
        findings.append(_block("PG02", f"{name} is credited to an agency that nobody knows.", way_out, "photos"))
    if photo.credit.creator.casefold() in _PLACEHOLDER_NAMES:
        sentence = f"“{photo.credit.creator}” is no photographer's name."
        findings.append(_notice("PN02", sentence, "Name the person.", "photos"))
    return findings


def _rights_findings(photo: Photo, facts: Facts) -> list[Finding]:
    name = f"Photo {photo.id} ({photo.file_name})"
    findings = []
    if not photo.rights.allow(facts.now):
        findings.append(_block("PG04", f"The rights of {name} do not cover today.", "Use another photo.", "photos"))
    embargo = photo.rights.embargo_until
    if embargo is not None and embargo > facts.now:
        findings.append(_block("PG05", f"{name} is under embargo.", "Wait, or use another photo.", "photos"))
    if photo.killed_reason:
        sentence = f"{name} was killed: {photo.killed_reason}"
        findings.append(_block("PG06", sentence, "Use another photo.", "photos"))
    if photo.rights.category is RightsCategory.UNKNOWN and photo.credit.parties and not photo.credit.agency:
        unset = _block("PG11", f"Nobody set the terms of {name}.", "Say on what terms it came.", "photos")
        findings.append(replace(unset, command=f"photos credit {photo.id} --creator NAME --terms staff"))
    return findings


def _words_findings(use: PhotoUse, photo: Photo, facts: Facts) -> list[Finding]:
    findings = []
    if not (use.alt.strip() or photo.alt_text.strip()):
        make = _block if facts.publication.alt_text_demanded else _notice
        sentence = f"Photo {photo.id} has no alternative text."
        findings.append(make("PN01", sentence, "Say in a sentence what it shows.", "photos"))
    if not use.caption.strip():
        findings.append(_notice("PN03", f"Photo {photo.id} has no caption.", "Say who or what it shows.", "photos"))
    return findings
