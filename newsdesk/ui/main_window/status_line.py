"""The line at the foot: saved or not, words and reading time, slow work with its cancel, the database."""

from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from newsdesk.ui.theme import mark

_SHOWN_AFTER_MS = 400


class StatusLine(QFrame):
    """Tells, never asks; the one button cancels the work that is shown."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setFixedHeight(28)
        self._dot, self._saved, self._words = QLabel(self), QLabel(self), QLabel(self)
        self._work, self._bar = QLabel(self), QProgressBar(self)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._database = QLabel(self)
        self._dot.setFixedSize(8, 8)
        self._dot.setProperty("role", "dot")
        self._bar.setFixedSize(120, 6)
        self._bar.setTextVisible(False)
        self._cancel.setProperty("kind", "link")
        self._late = QTimer(self, singleShot=True, interval=_SHOWN_AFTER_MS)
        self._late.timeout.connect(self._show_work)
        self._cancel.clicked.connect(self.cancel_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(6)
        for widget in (self._dot, self._saved):
            layout.addWidget(widget)
        layout.addSpacing(10)
        layout.addWidget(self._words)
        layout.addStretch(1)
        for worker in (self._work, self._bar, self._cancel):
            layout.addWidget(worker)
        layout.addSpacing(10)
        layout.addWidget(self._database)
        self.show_no_story()
        self.end_work()

    def show_saved(self, moment: datetime) -> None:
        """Say that everything typed was saved at a moment (local time)."""
        self._say_saved("good", self.tr("Saved {clock}").format(clock=moment.strftime("%H:%M:%S")))

    def show_unsaved(self) -> None:
        """Say that a save is on its way."""
        self._say_saved("warn", self.tr("Saving…"))

    def show_save_failed(self) -> None:
        """Say that the last save failed and is tried again."""
        self._say_saved("bad", self.tr("Not saved, trying again"))

    def show_words(self, words: int, seconds: int) -> None:
        """Show a story's length and its reading time."""
        minutes, rest = divmod(seconds, 60)
        time = self.tr("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
        self._words.setText(self.tr("{words} words · {time}").format(words=f"{words:,}", time=time))

    def show_no_story(self) -> None:
        """Clear what belongs to a story."""
        self._saved.clear()
        self.set_story_shown(False)

    def set_story_shown(self, shown: bool) -> None:
        """Hide what belongs to a story while another page fills the centre."""
        for widget in (self._dot, self._saved, self._words):
            widget.setVisible(shown and bool(self._saved.text()))

    def show_database(self, text: str, tip: str) -> None:
        """Name the newsroom."""
        self._database.setText(text)
        self._database.setToolTip(tip)

    def show_work(self, text: str, done: int = 0, total: int = 0) -> None:
        """Show slow work once it has gone on for a moment; ``total`` 0 means nobody knows how much."""
        self._work.setText(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if not self._work.isVisible() and not self._late.isActive():
            self._late.start()

    def end_work(self) -> None:
        """The slow work is over."""
        self._late.stop()
        for widget in (self._work, self._bar, self._cancel):
            widget.hide()

    def _show_work(self) -> None:
        for widget in (self._work, self._bar, self._cancel):
            widget.show()

    def _say_saved(self, tone: str, text: str) -> None:
        self._saved.setText(text)
        mark(self._dot, tone=tone)
        for widget in (self._dot, self._saved, self._words):
            widget.show()
