"""One file to one record: read under a cap, decoded, told apart by content and then by suffix."""

import os
import re
import stat
from collections.abc import Iterable
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

from newsdesk.domain.credit import Agency
from newsdesk.domain.credit_patterns import by_code
from newsdesk.domain.publication import Publication
from newsdesk.ingest import questions
from newsdesk.ingest.decoding import decode
from newsdesk.ingest.front_matter import read_front_matter
from newsdesk.ingest.imported import FileKind, Imported
from newsdesk.ingest.markdown_file import read_markdown_file
from newsdesk.ingest.plain_page import read_plain_page
from newsdesk.ingest.refusals import (
    EmptyFileError,
    ImportTooLargeError,
    NoStoryError,
    NotTextError,
    UnreadableFileError,
)
from newsdesk.ingest.saved_page import read_saved_page
from newsdesk.ingest.setting import Setting

BYTES_LIMIT = 20 * 1024 * 1024
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_XML_START = re.compile(r"\s*(?:<\?xml|<(?:rss|feed|nitf|newsml|newsitem|svg)\b)", re.I)
_HTML_TAG = re.compile(r"<(?:p|div|article|section|h[1-6]|table|ul|span|a\s)[^<>]{0,500}>", re.I)
_PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml"})
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown"})
_TAGS_OF_A_PAGE = 8


def read_file(path: Path, *, publication: Publication, agencies: Iterable[Agency]) -> Imported:
    """Return the record of a saved page, a plain text or a Markdown file.

    Raises:
        NewsdeskError: one of ``newsdesk.ingest.refusals``, naming the file.
    """
    setting = Setting(publication=publication, agencies=by_code(agencies), file=path.name or str(path))
    data = _unpacked(_bytes_of(path, setting.file), setting.file)
    if not data.strip():
        raise EmptyFileError(file=setting.file)
    decoded = decode(data, setting.file)
    if not decoded.text.strip("\ufeff \t\r\n\f\v\x1a\u00a0"):
        raise EmptyFileError(file=setting.file)
    readers = {"page": read_saved_page, "text": read_plain_page, "markdown": read_markdown_file}
    record = readers[kind_of(decoded.text, path.suffix.lower(), setting.file)](decoded.text, setting)
    if decoded.doubtful:
        record = replace(record, questions=(*record.questions, questions.is_spelled_right(decoded.doubtful)))
    return record


def kind_of(text: str, suffix: str, file: str) -> FileKind:
    """Return how a text is to be read: its content decides, then the suffix of its name.

    Raises:
        NoStoryError: if it is XML, but no page.
    """
    if _HTML_START.match(text[:20_000]):
        return "page"
    if _XML_START.match(text):
        raise NoStoryError(file=file)
    if suffix in _MARKDOWN_SUFFIXES:
        return "markdown"
    if suffix in _PAGE_SUFFIXES:
        return "page"
    if read_front_matter(text, file) is not None:
        return "markdown"
    return "page" if len(_HTML_TAG.findall(text[:20_000])) >= _TAGS_OF_A_PAGE else "text"


def _bytes_of(path: Path, file: str) -> bytes:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise UnreadableFileError(file=file, reason="it is a folder")
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableFileError(file=file, reason="it is no ordinary file")
        with path.open("rb") as opened:
            data = opened.read(BYTES_LIMIT + 1)
    except FileNotFoundError as error:
        raise UnreadableFileError(file=file, reason="there is no such file") from error
    except PermissionError as error:
        raise UnreadableFileError(file=file, reason="you have no permission to read it") from error
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else "its name is not valid"
        raise UnreadableFileError(file=file, reason=reason) from error
    if len(data) > BYTES_LIMIT:
        raise ImportTooLargeError(file=file, limit=f"{BYTES_LIMIT >> 20} MB")
    return data


def _unpacked(data: bytes, file: str) -> bytes:
    """Return the page inside a web archive (MHTML, RFC 2557), or the data as it is."""
    if b"mime-version:" not in data[:2000].lower() or b"multipart/related" not in data[:2000].lower():
        return data
    message = message_from_bytes(data, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return content
    raise NotTextError(file=file, found="a web archive without a page")
