"""What an import brought: each story with what was read, what was left out, and what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from newsdesk.ui.start.imported_story import ImportedStory, NoteCard
from newsdesk.ui.widgets.layouts import clear_layout

if TYPE_CHECKING:
    from newsdesk.services.intake import ReadFile

_WIDTH = 640


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file to keep, with the questions that nobody answered yet."""

    read: ReadFile
    questions: tuple[str, ...]


class ImportPage(QScrollArea):
    """Shows what was read before anything is kept; Enter presses the button in focus, Escape discards."""

    kept = Signal(object)
    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importPage")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        body = QWidget(self)
        column = QWidget(body)
        column.setMaximumWidth(_WIDTH)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(column, 100)
        middle.addStretch(1)
        outer = QVBoxLayout(body)
        outer.setContentsMargins(48, 48, 48, 40)
        outer.addLayout(middle)
        outer.addStretch(1)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        self._title = QLabel(column)
        self._title.setProperty("role", "opening")
        self._stories = QVBoxLayout()
        self._stories.setSpacing(24)
        self._discard, self._keep = QPushButton(self.tr("Discard"), column), QPushButton(column)
        self._keep.setProperty("kind", "primary")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self._discard)
        foot.addWidget(self._keep)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addLayout(self._stories)
        rows.addLayout(head)
        rows.addLayout(foot)
        self.setWidget(body)
        body.setAutoFillBackground(False)
        self._panels: list[ImportedStory] = []
        self._discard.clicked.connect(self.discarded)
        self._keep.clicked.connect(self._on_keep_clicked)

    def show_results(self, results: Sequence[ReadFile], time_zone: str) -> None:
        """Show what files held, in their order."""
        clear_layout(self._stories)
        self._panels = []
        zone = ZoneInfo(time_zone)
        for result in results:
            if result.imported is None:
                self._stories.addWidget(NoteCard(result.file.name, str(result.refusal), "bad", self))
                continue
            panel = ImportedStory(result, zone, self)
            self._panels.append(panel)
            self._stories.addWidget(panel)
        stories = len(self._panels)
        questions = sum(len(panel.open_questions) for panel in self._panels)
        self._title.setText(self._heading(stories, questions))
        self._keep.setVisible(stories > 0)
        self._keep.setText(self.tr("Open the story") if stories == 1 else self.tr("Keep %n stories", "", stories))
        self._discard.setText(self.tr("Discard") if stories else self.tr("Close"))
        self.verticalScrollBar().setValue(0)
        (self._keep if stories else self._discard).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.discarded.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            pressed = self.focusWidget()
            if isinstance(pressed, QPushButton):
                pressed.click()
        else:
            super().keyPressEvent(event)

    def _heading(self, stories: int, questions: int) -> str:
        if not stories:
            return self.tr("Nothing could be imported")
        counted = self.tr("1 story") if stories == 1 else self.tr("%n stories", "", stories)
        if not questions:
            return self.tr("Imported: {stories}").format(stories=counted)
        asked = self.tr("1 question") if questions == 1 else self.tr("%n questions", "", questions)
        return self.tr("Imported: {stories}, {questions}").format(stories=counted, questions=asked)

    def _on_keep_clicked(self) -> None:
        self.kept.emit(
            [
                KeptFile(read=replace(panel.read, imported=panel.answered()), questions=panel.open_questions)
                for panel in self._panels
            ]
        )
