"""Lines of text as they print: one space between words, patterns filled in."""

import re

from newsdesk.domain.publication import Publication
from newsdesk.export.labels import labels_in
from newsdesk.export.views import PhotoView

# What neither HTML nor XML 1.0 may hold, and marks of direction that would turn what follows.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LONGEST_DESCRIPTION = 300
# A stop ends a sentence where a capital follows, but not behind an initial or a title.
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s+[\"“„‘«(\[]?[^\W\d_])")
_SHORT_FORMS = frozenset(
    [
        *("mr", "mrs", "ms", "dr", "prof", "gen", "col", "maj", "sgt", "sen", "rep", "gov", "st", "vs"),
        *("jan", "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec", "dipl", "gđa", "sv", "br"),
    ]
)


def one_line(text: str) -> str:
    """Return a text on one line: single plain spaces, none at the edges, no control characters."""
    return " ".join(_UNPRINTABLE.sub("", text).split())


def page_title(headline: str, publication: Publication) -> str:
    """Return the title of a page by the publication's pattern, with one space at each side of its bar."""
    filled = publication.title_pattern.format(headline=headline, site=publication.name)
    return one_line(filled)


def caption_line(photo: PhotoView, publication: Publication) -> str:
    """Return caption and credit by the publication's pattern: ``Jens Stoltenberg (BETAPHOTO/MILOS MISKOV)``."""
    filled = publication.caption_pattern.format(caption=one_line(photo.caption), credit=photo.credit_line)
    return one_line(filled)


def label_of(photo: PhotoView, language: str) -> str:
    """Return the label of a picture that a machine made, nothing for any other."""
    return labels_in(language).machine_made if photo.label else ""


def first_sentence(text: str) -> str:
    """Return the first sentence of a line of text, all of it where no end is found."""
    for end in _SENTENCE_END.finditer(text):
        last_word = text[: end.start()].rpartition(" ")[2].casefold().strip("(“„\"‘«[")
        follower = text[end.end() :].lstrip(" \"“„‘«([")[:1]
        if follower.isupper() and len(last_word) > 1 and last_word not in _SHORT_FORMS:
            return text[: end.end()]
    return text


def shortened(text: str) -> str:
    """Return a description of at most 300 characters, cut between words."""
    line = one_line(text)
    if len(line) <= _LONGEST_DESCRIPTION:
        return line
    return f"{line[: _LONGEST_DESCRIPTION - 1].rsplit(' ', 1)[0]}…"
