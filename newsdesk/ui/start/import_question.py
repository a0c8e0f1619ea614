"""A question of the import, as a card with two answers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from newsdesk.ui.widgets.card import Card
from newsdesk.ui.widgets.wrapped_button import WrappedButton


class ImportQuestion(Card):
    """``answered`` carries the question and whether all is right; a new answer can be given at any time."""

    answered = Signal(str, bool)
    taken_back = Signal(str)

    def __init__(self, question: str, parent: QWidget) -> None:
        super().__init__(parent, "warn")
        self._question = question
        words = QLabel(question, self)
        words.setProperty("role", "strong")
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self._said = QLabel(self)
        self._said.setProperty("role", "hint")
        self._yes, self._no = QPushButton(self.tr("Yes"), self), QPushButton(self.tr("No, I will change it"), self)
        self._again = WrappedButton(self, self.tr("Change the answer"))
        for button in (self._yes, self._no, self._again):
            name = self.tr("{question} {answer}")
            button.setAccessibleName(name.format(question=question, answer=button.text()))
        answers = QHBoxLayout()
        answers.setSpacing(8)
        for widget in (self._yes, self._no, self._said, self._again):
            answers.addWidget(widget)
        answers.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 10, 12, 11)
        rows.setSpacing(6)
        rows.addWidget(words)
        rows.addLayout(answers)
        self._yes.clicked.connect(self._on_yes_clicked)
        self._no.clicked.connect(self._on_no_clicked)
        self._again.clicked.connect(self._on_again_clicked)
        self._show_answer("")

    def _show_answer(self, words: str) -> None:
        self._said.setText(words)
        for widget in (self._said, self._again):
            widget.setVisible(bool(words))
        for button in (self._yes, self._no):
            button.setVisible(not words)

    def _on_yes_clicked(self) -> None:
        self.set_tone("good")
        self._show_answer(self.tr("Right as it is."))
        self._again.setFocus()
        self.answered.emit(self._question, True)

    def _on_no_clicked(self) -> None:
        self._show_answer(self.tr("Stays among the story's checks."))
        self._again.setFocus()
        self.answered.emit(self._question, False)

    def _on_again_clicked(self) -> None:
        self.set_tone("warn")
        self._show_answer("")
        self._yes.setFocus()
        self.taken_back.emit(self._question)
