"""The bar across the top: the name, the search, the story's next move, the person."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from newsdesk.ui.main_window.next_moves import NextMove
from newsdesk.ui.theme import dress


class TopBar(QFrame):
    """Always there; the buttons at the right follow the open story."""

    search_requested = Signal()
    move_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setFixedHeight(48)
        self._name, self._publication = QLabel(self.tr("Newsdesk"), self), QLabel(self)
        self._name.setProperty("role", "brand")
        self._publication.setProperty("role", "hint")
        self._search = QPushButton(self.tr("Search stories and commands"), self)
        self._search.setProperty("kind", "search")
        self._search.setAccessibleName(self.tr("Search stories and commands"))
        self._search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._search.setMaximumWidth(400)
        self._search.setMinimumWidth(120)
        self._key = QLabel(self.tr("Ctrl K"), self._search)
        self._key.setProperty("role", "kbd")
        inner = QHBoxLayout(self._search)
        inner.setContentsMargins(0, 0, 10, 0)
        inner.addStretch(1)
        inner.addWidget(self._key)
        self._back, self._forward = QPushButton(self), QPushButton(self)
        self._forward.setProperty("kind", "primary")
        self._more = QToolButton(self)
        self._more.setAccessibleName(self.tr("More moves"))
        self._more.setToolTip(self.tr("More moves"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._more.setMenu(self._menu)
        self._person = QLabel(self)
        self._person.setProperty("role", "avatar")
        self._person.setFixedSize(26, 26)
        self._person.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(10)
        layout.addWidget(self._name)
        layout.addWidget(self._publication)
        layout.addStretch(1)
        layout.addWidget(self._search, 4)
        layout.addStretch(1)
        for widget in (self._back, self._forward, self._more, self._person):
            layout.addWidget(widget)
        self._moves: tuple[NextMove, ...] = ()
        self._to_fix, self._shown = 0, True
        self._search.clicked.connect(self.search_requested)
        self._back.clicked.connect(self._on_back_clicked)
        self._forward.clicked.connect(self.press_forward)
        self._menu.triggered.connect(self._on_menu_triggered)
        dress(self._search, "search", "muted", 16)
        dress(self._more, "ellipsis", "muted", 16)
        self.show_moves((), 0)

    def show_publication(self, name: str) -> None:
        """Name the publication."""
        self._publication.setText(name)

    def show_person(self, initials: str, name: str) -> None:
        """Show who is at work."""
        self._person.setText(initials)
        self._person.setToolTip(name)
        self._person.setAccessibleName(name)
        self._person.setVisible(bool(initials))

    def show_moves(self, moves: Sequence[NextMove], to_fix: int) -> None:
        """Offer the moves of a story: the way on first, the way back second, the others in a menu."""
        self._moves, self._to_fix = tuple(moves), to_fix
        offered = self._moves if self._shown else ()
        on = next((move for move in offered if move.forward), None)
        back = next((move for move in offered if move.back), None)
        self._forward.setVisible(on is not None)
        self._back.setVisible(back is not None)
        if on is not None:
            text = self.tr("{move} · {count} to fix").format(move=on.text, count=to_fix) if to_fix else on.text
            self._forward.setText(text)
            self._forward.setToolTip(self.tr("{move} (Ctrl+Enter)").format(move=on.text))
        if back is not None:
            self._back.setText(back.text)
        self._menu.clear()
        for move in offered:
            if not move.forward and not move.back:
                self._menu.addAction(move.text).setData(move)
        self._more.setVisible(not self._menu.isEmpty())

    def set_story_shown(self, shown: bool) -> None:
        """Hide the moves while another page than the story fills the centre."""
        self._shown = shown
        self.show_moves(self._moves, self._to_fix)

    def press_forward(self) -> None:
        """Ask for the story's way on, as the button does."""
        self._emit_first(lambda move: move.forward)

    def _on_back_clicked(self) -> None:
        self._emit_first(lambda move: move.back)

    def _on_menu_triggered(self, action: QAction) -> None:
        self.move_requested.emit(action.data())

    def _emit_first(self, fits: Callable[[NextMove], bool]) -> None:
        for move in self._moves:
            if fits(move):
                self.move_requested.emit(move)
                return
