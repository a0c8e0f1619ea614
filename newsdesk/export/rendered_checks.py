"""Checks that read the finished page, not the form: credits beside photos, nothing from behind the gate."""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import unquote

from lxml import html as lxml_html
from lxml.html import HtmlElement

from newsdesk.domain.article import Access
from newsdesk.domain.findings import Finding, Severity
from newsdesk.domain.ids import PhotoId
from newsdesk.export.faces import plain_body
from newsdesk.export.labels import LABELS
from newsdesk.export.views import PhotoView, StoryView
from newsdesk.export.wording import one_line
from newsdesk.text.blocks import photos_in, plain_text

_RUN = 6
"""How many words in a row give a text away."""

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+")
_WAY_OUT = "Name the photographer and the agency under Photos, then try again."


def check_rendered(html: str, story: StoryView) -> tuple[Finding, ...]:
    """Return what stands against letting this public page out.

    PG00: the text holds a photo that the story doesn't have. PG03: a photo on the page lacks its
    credit, has it twice, or nobody knows whose it is. PG07: a picture that a machine made lacks its
    label. GT01: the page of a gated story holds text from behind the gate.
    """
    page = lxml_html.document_fromstring(html)
    findings = [*_strangers(story), *_photo_findings(page, story)]
    if story.article.access is not Access.OPEN and _leaks(html, page, story):
        findings.append(_block("GT01", "The page shows text from behind the gate.", "Take it out of what is open."))
    return tuple(replace(finding, article=story.article.id) for finding in findings)


def _block(code: str, sentence: str, way_out: str, photo: PhotoId | None = None) -> Finding:
    place = "photos" if code.startswith("PG") else "body"
    return Finding(
        code=code, severity=Severity.BLOCKS, sentence=sentence, way_out=way_out, photo=photo, place=place
    )


def _strangers(story: StoryView) -> Iterable[Finding]:
    for number in photos_in(plain_body(story.article)):
        if PhotoId(number) not in story.photos:
            sentence = f"The text shows photo {number}, which the story doesn't have."
            yield _block("PG00", sentence, "Attach it, or take it out of the text.", PhotoId(number))


def _photo_findings(page: HtmlElement, story: StoryView) -> Iterable[Finding]:
    owners = {size.file_name: photo for photo in story.photos.values() for size in photo.renditions}
    if story.lead is not None:
        owners.update({size.file_name: story.lead for size in story.lead.renditions})
    for image in page.iter("img"):
        name = PurePosixPath(unquote(image.get("src", ""))).name
        photo = owners.get(name)
        if photo is None:
            yield _block("PG03", f"The page shows a picture, {name}, that nobody is credited for.", _WAY_OUT)
        else:
            yield from _caption_findings(image, photo)


def _caption_findings(image: HtmlElement, photo: PhotoView) -> Iterable[Finding]:
    caption = _caption_beside(image)
    times = caption.count(one_line(photo.credit_line)) if photo.credit_line else 0
    if times == 0:
        sentence = f"The page shows photo {photo.id} without its credit."
        yield _block("PG03", sentence, _WAY_OUT, photo.id)
    elif times > 1:
        sentence = f"The page credits photo {photo.id} {times} times."
        yield _block("PG03", sentence, "Take the credit out of the caption; it prints by itself.", photo.id)
    if photo.label and not any(labels.machine_made in caption for labels in LABELS.values()):
        sentence = f"A machine made photo {photo.id}, and the page doesn't say so."
        yield _block("PG07", sentence, "Use another photo, or report this: the label prints by itself.", photo.id)


def _caption_beside(image: HtmlElement) -> str:
    figure = next(image.iterancestors("figure"), None)
    captions = [] if figure is None else list(figure.iter("figcaption"))
    return one_line(" ".join(caption.text_content() for caption in captions))


def _leaks(html: str, page: HtmlElement, story: StoryView) -> bool:
    """Tell whether words in a row from behind the gate stand anywhere in the file, comments and attributes included."""
    article = story.article
    body = plain_text(plain_body(article))
    visible = " ".join(part.text_content() for part in page.find_class("body"))
    if article.access is Access.MEMBERS and visible.strip():
        return True
    if visible.strip() and one_line(body) in one_line(visible):
        return True
    said = [article.headline, article.standfirst, visible, *(photo.caption for photo in story.photos.values())]
    said += [link.headline for link in story.related]
    secret = _runs(body).difference(*map(_runs, said))
    plain = unescape(html)
    return bool(secret & (_runs(plain) | _runs(_TAG.sub(" ", plain))))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return {tuple(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1)}
