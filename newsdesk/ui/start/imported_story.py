"""One imported story on the import page: its fields with their marks, and its questions as cards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from newsdesk.text.blocks import BlockKind, word_count
from newsdesk.text.markdown_reader import read_markdown
from newsdesk.ui.start.import_question import ImportQuestion
from newsdesk.ui.theme import dress
from newsdesk.ui.widgets.card import Card

if TYPE_CHECKING:
    from newsdesk.services.intake import Imported, ReadFile

_LABEL_WIDTH, _ROW_PADDING = 110, 7


class ImportedStory(QWidget):
    """Answers are kept here until the story is; a question without one goes on with the story."""

    def __init__(self, read: ReadFile, zone: ZoneInfo, parent: QWidget) -> None:
        super().__init__(parent)
        assert read.imported is not None
        self.read = read
        self._imported = read.imported
        self._settled: set[str] = set()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        name = QLabel(read.file.name, self)
        name.setProperty("role", "muted")
        layout.addWidget(name)
        layout.addWidget(self._fields(zone))
        for question in read.imported.questions:
            card = ImportQuestion(question, self)
            card.answered.connect(self._on_answered)
            card.taken_back.connect(self._settled.discard)
            layout.addWidget(card)
        if read.imported.awaited_photo is not None:
            title = self.tr("Attach the photo once the story is open")
            words = self.tr("Caption and credit will be offered with one click.")
            layout.addWidget(NoteCard(title, words, "warn", self))

    @property
    def open_questions(self) -> tuple[str, ...]:
        """The questions that nobody settled yet."""
        return tuple(question for question in self._imported.questions if question not in self._settled)

    def answered(self) -> Imported:
        """Return the story with only its open questions left."""
        return replace(self._imported, questions=self.open_questions)

    def _on_answered(self, question: str, right: bool) -> None:
        if right:
            self._settled.add(question)

    def _fields(self, zone: ZoneInfo) -> QWidget:
        box = QWidget(self)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for row, (label, value, sign) in enumerate(self._facts(zone)):
            _add_row(grid, row, label, value, sign)
        return box

    def _facts(self, zone: ZoneInfo) -> list[tuple[str, str, str]]:
        found = self._imported
        published = ""
        if found.published_at is not None:
            text = self.tr("{moment} ({place})")
            place = zone.key.rpartition("/")[2].replace("_", " ")
            published = text.format(moment=f"{found.published_at.astimezone(zone):%d.%m.%y, %H:%M}", place=place)
        facts = [
            (self.tr("Headline"), found.headline, "good"),
            (self.tr("Standfirst"), found.standfirst, "good"),
            (self.tr("Source"), found.source, "good"),
            (self.tr("Section"), found.section, "good"),
            (self.tr("Date, clock"), published, "good"),
            (self.tr("Byline"), found.byline, "good"),
            (self.tr("Body"), self._body(), "good"),
        ]
        awaited = found.awaited_photo
        if awaited is not None:
            owed = "/".join(part for part in (awaited.agency, awaited.creator) if part)
            line = f"{awaited.caption} ({owed})" if owed else awaited.caption
            facts.append((self.tr("Photo awaited"), line.strip(), "warn"))
        left = ", ".join(_left_out(entry.what, entry.count) for entry in found.left_out)
        facts.append((self.tr("Left out"), left, ""))
        wanted = {self.tr("Headline"), self.tr("Body")}
        shown = [fact for fact in facts if fact[1] or fact[0] in wanted]
        return [(label, value or self.tr("not found"), tone if value else "warn") for label, value, tone in shown]

    def _body(self) -> str:
        blocks = read_markdown(self._imported.body_markdown).blocks
        paragraphs = sum(block.kind is BlockKind.PARAGRAPH for block in blocks)
        counted = self.tr("1 paragraph") if paragraphs == 1 else self.tr("%n paragraphs", "", paragraphs)
        words = self.tr("{paragraphs}, {words} words")
        return words.format(paragraphs=counted, words=f"{word_count(blocks):,}") if blocks else ""


class NoteCard(Card):
    """Two lines: what is the matter, and what comes of it."""

    def __init__(self, title: str, words: str, tone: str, parent: QWidget) -> None:
        super().__init__(parent, tone)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 10, 12, 11)
        rows.setSpacing(2)
        for text, role in ((title, "strong"), (words, "muted")):
            label = QLabel(text, self)
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            rows.addWidget(label)


def _add_row(grid: QGridLayout, row: int, label: str, value: str, tone: str) -> None:
    parent = grid.parentWidget()
    name, words, sign = QLabel(label, parent), QLabel(value, parent), QLabel(parent)
    name.setProperty("role", "muted")
    words.setWordWrap(True)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    if tone == "good":
        dress(sign, "check", "good", 16)
    elif tone == "warn":
        dress(sign, "ellipsis", "warn", 16)
    else:
        words.setProperty("role", "muted")
    rule = QFrame(parent)
    rule.setProperty("role", "line")
    rule.setFixedHeight(1)
    for column, widget in enumerate((name, words, sign)):
        widget.setContentsMargins(0, _ROW_PADDING, 0, _ROW_PADDING)
        alignment = Qt.AlignmentFlag(0) if column == 1 else Qt.AlignmentFlag.AlignTop
        grid.addWidget(widget, 2 * row, column, alignment)
    grid.addWidget(rule, 2 * row + 1, 0, 1, 3)


def _left_out(what: str, count: int) -> str:
    return what if count == 1 else f"{count} {what}"
