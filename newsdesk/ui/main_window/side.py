"""The side: one panel at a time under a row of tabs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsdesk.ui.theme import mark


class Side(QFrame):
    """Tabs by key; a tab can carry a count."""

    tab_shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self._tabs: dict[str, QPushButton] = {}
        self._badges: dict[str, QLabel] = {}
        self._pages: dict[str, QWidget] = {}
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget(self)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(18)
        self._row.addStretch(1)
        head = QFrame(self)
        head.setObjectName("sideTabs")
        head.setFixedHeight(42)
        head.setLayout(self._row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._stack, 1)
        self._group.buttonToggled.connect(self._on_toggled)

    def add(self, key: str, title: str, page: QWidget, shortcut: str) -> None:
        """Add a panel behind a tab."""
        tab = QPushButton(title, self)
        tab.setProperty("kind", "tab")
        tab.setProperty("key", key)
        tab.setCheckable(True)
        tab.setToolTip(f"{title} ({shortcut})")
        tab.setCursor(Qt.CursorShape.PointingHandCursor)
        badge = QLabel(self)
        badge.setProperty("role", "badge")
        badge.hide()
        pair = QHBoxLayout()
        pair.setSpacing(6)
        pair.addWidget(tab)
        pair.addWidget(badge)
        self._row.insertLayout(len(self._tabs), pair)
        self._tabs[key], self._badges[key], self._pages[key] = tab, badge, page
        self._group.addButton(tab)
        self._stack.addWidget(page)
        if len(self._tabs) == 1:
            tab.setChecked(True)

    def show_tab(self, key: str) -> None:
        """Bring a panel to the front."""
        self._tabs[key].setChecked(True)

    def current(self) -> str:
        """Return the key of the panel in front, empty before the first."""
        tab = self._group.checkedButton()
        return str(tab.property("key")) if tab else ""

    def set_badge(self, key: str, count: int, *, serious: bool = False) -> None:
        """Show a count beside a tab, or none."""
        badge = self._badges[key]
        badge.setText(str(count))
        badge.setVisible(count > 0)
        mark(badge, tone="bad" if serious else "warn")

    def _on_toggled(self, tab: QPushButton, checked: bool) -> None:
        if checked:
            key = str(tab.property("key"))
            self._stack.setCurrentWidget(self._pages[key])
            self.tab_shown.emit(key)
