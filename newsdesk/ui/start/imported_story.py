"""One imported story on the import page: its fields with their marks, and its questions as cards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from newsdesk.text.blocks import BlockKind, word_count
from newsdesk.text.markdown_reader import read_markdown
from newsdesk.ui.theme import dress, mark

if TYPE_CHECKING:
    from newsdesk.services.intake import Imported, ReadFile


class ImportedStory(QWidget):
    """Answers are kept here until the story is; a question without one goes on with the story."""

    def __init__(self, read: ReadFile, zone: ZoneInfo, parent: QWidget) -> None:
        super().__init__(parent)
        assert read.imported is not None
        self.read = read
        self._imported = read.imported
        self.open_questions = list(read.imported.questions)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(9)
        name = QLabel(read.file.name, self)
        name.setProperty("role", "hint")
        layout.addWidget(name)
        layout.addWidget(self._fields(zone))
        for question in read.imported.questions:
            layout.addWidget(_Question(question, self))
        if read.imported.awaited_photo is not None:
            layout.addWidget(self._awaited_hint())

    def answered(self) -> Imported:
        """Return the story with only its open questions left."""
        return replace(self._imported, questions=tuple(self.open_questions))

    def answer(self, question: str) -> None:
        """Take note that a person answered a question."""
        if question in self.open_questions:
            self.open_questions.remove(question)

    def _fields(self, zone: ZoneInfo) -> QWidget:
        box = QWidget(self)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, 110)
        grid.setColumnStretch(1, 1)
        for row, (label, value, sign) in enumerate(self._facts(zone)):
            _add_row(grid, row, label, value, sign)
        return box

    def _facts(self, zone: ZoneInfo) -> list[tuple[str, str, str]]:
        found = self._imported
        blocks = read_markdown(found.body_markdown).blocks
        paragraphs = sum(block.kind is BlockKind.PARAGRAPH for block in blocks)
        body = self.tr("{paragraphs} paragraphs, {words} words").format(
            paragraphs=paragraphs, words=word_count(blocks)
        )
        published = ""
        if found.published_at is not None:
            place = zone.key.rpartition("/")[2].replace("_", " ")
            published = f"{found.published_at.astimezone(zone):%d.%m.%y, %H:%M} ({place})"
        facts = [
            (self.tr("Headline"), found.headline, "good"),
            (self.tr("Standfirst"), found.standfirst, "good"),
            (self.tr("Source"), found.source, "good"),
            (self.tr("Section"), found.section, "good"),
            (self.tr("Date, clock"), published, "good"),
            (self.tr("Byline"), found.byline, "good"),
            (self.tr("Body"), body, "good"),
        ]
        awaited = found.awaited_photo
        if awaited is not None:
            owed = "/".join(part for part in (awaited.agency, awaited.creator) if part)
            line = f"{awaited.caption} ({owed})" if owed else awaited.caption
            facts.append((self.tr("Photo awaited"), line.strip(), "warn"))
        left = ", ".join(_left_out(entry.what, entry.count) for entry in found.left_out)
        facts.append((self.tr("Left out"), left, ""))
        missing = self.tr("not found")
        wanted = {self.tr("Headline"), self.tr("Body")}
        shown = [fact for fact in facts if fact[1] or fact[0] in wanted]
        return [(label, value or missing, tone if value else "warn") for label, value, tone in shown]

    def _awaited_hint(self) -> QWidget:
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setProperty("tone", "warn")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(12, 9, 12, 9)
        rows.setSpacing(2)
        title = QLabel(self.tr("Attach the photo once the story is open"), card)
        words = QLabel(self.tr("Caption and credit will be offered with one click."), card)
        title.setProperty("role", "strong")
        words.setProperty("role", "hint")
        rows.addWidget(title)
        rows.addWidget(words)
        return card


class _Question(QFrame):
    """A question with its two answers; answered it says so and can be asked again."""

    def __init__(self, question: str, story: ImportedStory) -> None:
        super().__init__(story)
        self._question, self._story = question, story
        self.setProperty("role", "card")
        self.setProperty("tone", "warn")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 9, 12, 10)
        rows.setSpacing(6)
        words = QLabel(question, self)
        words.setProperty("role", "strong")
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self._answers = QHBoxLayout()
        self._answers.setSpacing(8)
        self._yes, self._later = QPushButton(self.tr("Yes"), self), QPushButton(self.tr("No, I will mend it"), self)
        self._said = QLabel(self)
        self._said.setProperty("role", "hint")
        for widget in (self._yes, self._later, self._said):
            self._answers.addWidget(widget)
        self._answers.addStretch(1)
        rows.addWidget(words)
        rows.addLayout(self._answers)
        self._said.hide()
        self._yes.clicked.connect(self._on_yes_clicked)
        self._later.clicked.connect(self._on_later_clicked)

    def _on_yes_clicked(self) -> None:
        self._story.answer(self._question)
        mark(self, tone="good")
        self._say(self.tr("Right as it is."))

    def _on_later_clicked(self) -> None:
        self._say(self.tr("Stays among the story's checks until it is mended."))

    def _say(self, words: str) -> None:
        self._yes.hide()
        self._later.hide()
        self._said.setText(words)
        self._said.show()


class RefusedFile(QFrame):
    """A file that was refused, with the reason."""

    def __init__(self, name: str, reason: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("tone", "bad")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 9, 12, 9)
        rows.setSpacing(2)
        title, words = QLabel(name, self), QLabel(reason, self)
        title.setProperty("role", "strong")
        words.setProperty("role", "hint")
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        rows.addWidget(title)
        rows.addWidget(words)


def _add_row(grid: QGridLayout, row: int, label: str, value: str, tone: str) -> None:
    parent = grid.parentWidget()
    name, words, sign = QLabel(label, parent), QLabel(value, parent), QLabel(parent)
    name.setProperty("role", "field")
    words.setWordWrap(True)
    words.setTextFormat(Qt.TextFormat.PlainText)
    if tone == "good":
        dress(sign, "check", "good", 15)
    elif tone == "warn":
        dress(sign, "ellipsis", "warn", 15)
    else:
        words.setProperty("role", "hint")
    rule = QFrame(parent)
    rule.setProperty("role", "line")
    rule.setFixedHeight(1)
    for column, widget in enumerate((name, words, sign)):
        grid.addWidget(widget, 2 * row, column, Qt.AlignmentFlag.AlignTop if column != 1 else Qt.AlignmentFlag(0))
    grid.setRowMinimumHeight(2 * row, 32)
    grid.addWidget(rule, 2 * row + 1, 0, 1, 3)


def _left_out(what: str, count: int) -> str:
    return what if count == 1 else f"{count} {what}"
