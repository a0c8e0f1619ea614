"""One finding as a card: what is the matter, and a way out that can be pressed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from newsdesk.domain.findings import Finding, Severity
from newsdesk.ui.widgets.card import Card
from newsdesk.ui.widgets.wrapped_button import WrappedButton

_TONES = {Severity.BLOCKS: "bad", Severity.SECOND_PERSON: "warn", Severity.NOTICE: "note"}


class FindingCard(Card):
    """A coloured edge, a sentence and its way out; a question of the import has two answers instead."""

    place_requested = Signal(str)
    question_answered = Signal(str, bool)

    def __init__(self, finding: Finding, parent: QWidget, *, question: bool = False) -> None:
        super().__init__(parent, _TONES[finding.severity])
        self._finding = finding
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 9, 12, 10)
        layout.setSpacing(8 if question else 2)
        sentence = QLabel(finding.sentence, self)
        sentence.setProperty("role", "strong")
        sentence.setWordWrap(True)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        layout.addWidget(sentence)
        if question:
            layout.addLayout(self._answers())
        elif finding.way_out:
            layout.addWidget(self._way_out())

    def _way_out(self) -> QWidget:
        if not self._finding.place:
            words = QLabel(self._finding.way_out, self)
            words.setProperty("role", "hint")
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
            return words
        link = WrappedButton(self, self._finding.way_out)
        name = self.tr("{sentence} {way_out}")
        link.setAccessibleName(name.format(sentence=self._finding.sentence, way_out=self._finding.way_out))
        link.clicked.connect(self._on_link_clicked)
        return link

    def _answers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, answer in ((self.tr("Yes, it is right"), True), (self.tr("No, I will change it"), False)):
            button = QPushButton(text, self)
            button.setProperty("answer", answer)
            name = self.tr("{question} {answer}")
            button.setAccessibleName(name.format(question=self._finding.sentence, answer=text))
            button.clicked.connect(self._on_answer_clicked)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _on_link_clicked(self) -> None:
        self.place_requested.emit(self._finding.place)

    def _on_answer_clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self.question_answered.emit(self._finding.sentence, bool(button.property("answer")))
