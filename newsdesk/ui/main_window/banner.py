"""A quiet line across the window: what is the matter, the way out, and a button that takes it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from newsdesk.ui.problems import Problem
from newsdesk.ui.theme import dress, mark

_NEWS_MS = 8000


class Banner(QFrame):
    """Shows one problem at a time; writing goes on under it. News that needs no answer goes away after a while."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problemBanner")
        self.setProperty("role", "banner")
        self.setAccessibleName(self.tr("Message"))
        self._problem: Problem | None = None
        self._sign, self._text = QLabel(self), QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button, self._close = QPushButton(self), QToolButton(self)
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.setToolTip(self.tr("Close the message"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 10, 7)
        layout.setSpacing(10)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        layout.addWidget(self._close)
        dress(self._close, "x", "muted", 16)
        self._button.clicked.connect(self._on_remedy_clicked)
        self._close.clicked.connect(self.clear)
        self._done = QTimer(self, singleShot=True, interval=_NEWS_MS)
        self._done.timeout.connect(self.clear)
        self.hide()

    def show_problem(self, problem: Problem) -> None:
        """Show a problem in the place of the last one."""
        self._problem = problem
        tone = "bad" if problem.serious else "info"
        mark(self, tone=tone)
        dress(self._sign, "circle-alert" if problem.serious else "info", "bad" if problem.serious else "accent", 16)
        self._text.setText(f"{problem.text} {problem.way_out}".strip())
        self._button.setText(problem.button)
        self._button.setVisible(bool(problem.button))
        self.show()
        if problem.serious or problem.remedy is not None:
            self._done.stop()
        else:
            self._done.start()

    def clear(self) -> None:
        """Take the message away."""
        self._problem = None
        self.hide()

    def _on_remedy_clicked(self) -> None:
        problem = self._problem
        self.clear()
        if problem is not None and problem.remedy is not None:
            problem.remedy()
