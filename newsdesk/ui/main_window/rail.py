"""The rail: the desk's views with their counts, the photo desk, the briefings."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from newsdesk.ui.main_window.desk_views import VIEWS, DeskView
from newsdesk.ui.theme import current_tokens, dress, interface_font, mark

NARROW, WIDE = 52, 204
_ICON = 18


class RailButton(QToolButton):
    """An icon, and in the wide rail its words; a count at its edge."""

    def __init__(self, icon_name: str, text: str, parent: QWidget, *, checkable: bool = True) -> None:
        super().__init__(parent)
        self._wide = False
        self._count, self._alert = 0, False
        self.setProperty("kind", "rail")
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_wide(False)
        dress(self, icon_name, "muted", _ICON)

    def set_wide(self, wide: bool) -> None:
        """Show the words beside the icon, or the icon alone."""
        self._wide = wide
        mark(self, state="wide" if wide else "")
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if wide else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(style)
        self.setSizePolicy(QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if wide:
            self.setMinimumSize(0, 32)
            self.setMaximumSize(WIDE, 32)
        else:
            self.setFixedSize(38, 38)

    def set_count(self, count: int, *, alert: bool = False) -> None:
        """Show a count; an alert is what stops publication."""
        self._count, self._alert = count, alert
        name = self.text()
        self.setAccessibleName(f"{name}, {count}" if count else name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._count:
            return
        tokens = current_tokens()
        text = str(self._count) if self._count < 1000 else "999+"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(interface_font(10 if not self._wide else 11, QFont.Weight.DemiBold))
        width = max(15.0, painter.fontMetrics().horizontalAdvance(text) + 7.0)
        top = (self.height() - 16) / 2 if self._wide else 0.0
        box = QRectF(self.width() - width - (8 if self._wide else 0), top, width, 16 if self._wide else 15)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._alert or not self._wide:
            painter.setBrush(QColor(tokens.bad if self._alert else tokens.badge))
            painter.drawRoundedRect(box, 7.5, 7.5)
        ink = tokens.on_bad if self._alert else tokens.on_badge if not self._wide else tokens.faint
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class Rail(QFrame):
    """Icons at the left; words too while no story needs the room."""

    view_chosen = Signal(object)
    new_requested = Signal()
    photos_requested = Signal()
    briefings_requested = Signal()
    theme_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._group = QButtonGroup(self)
        self._views: dict[str, RailButton] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(7, 10, 7, 10)
        self._layout.setSpacing(4)
        self._new = self._button("square-pen", self.tr("New story"), checkable=False)
        self._new.setToolTip(self.tr("New story (Ctrl+N)"))
        self._rule()
        for view in VIEWS:
            self._views[view.key] = self._view_button(view)
        self._rule()
        self._photos = self._button("images", self.tr("Photo desk"))
        self._briefings = self._button("book-open", self.tr("Briefings"))
        self._layout.addStretch(1)
        self._theme = self._button("moon", self.tr("Light or dark"), checkable=False)
        self._theme.setToolTip(self.tr("Light or dark (Ctrl+Shift+L)"))
        self._new.clicked.connect(self.new_requested)
        self._photos.clicked.connect(self.photos_requested)
        self._briefings.clicked.connect(self.briefings_requested)
        self._theme.clicked.connect(self.theme_requested)
        self._group.buttonClicked.connect(self._on_clicked)
        self.set_wide(False)

    def set_wide(self, wide: bool) -> None:
        """Unfold or fold the rail."""
        self.setFixedWidth(WIDE if wide else NARROW)
        for button in self._buttons():
            button.set_wide(wide)

    def show_counts(self, counts: Mapping[str, int], missing_credit: int) -> None:
        """Show how much each view holds; seldom used views appear with their first story."""
        for view in VIEWS:
            count = view.count(counts)
            button = self._views[view.key]
            button.set_count(count if view.key != "all" else 0)
            button.setVisible(view.always or count > 0 or button.isChecked())
        self._photos.set_count(missing_credit, alert=True)

    def choose(self, key: str) -> None:
        """Mark a view, ``photos`` or ``briefings`` as the chosen one."""
        button = {"photos": self._photos, "briefings": self._briefings}.get(key) or self._views[key]
        button.setChecked(True)

    def _buttons(self) -> list[RailButton]:
        return [self._new, *self._views.values(), self._photos, self._briefings, self._theme]

    def _view_button(self, view: DeskView) -> RailButton:
        button = self._button(view.icon, self.tr(view.title))
        button.setProperty("view", view.key)
        button.setVisible(view.always)
        return button

    def _button(self, icon_name: str, text: str, *, checkable: bool = True) -> RailButton:
        button = RailButton(icon_name, text, self, checkable=checkable)
        if checkable:
            self._group.addButton(button)
        self._layout.addWidget(button)
        return button

    def _rule(self) -> None:
        rule = QFrame(self)
        rule.setProperty("role", "line")
        rule.setFixedHeight(1)
        self._layout.addSpacing(3)
        self._layout.addWidget(rule)
        self._layout.addSpacing(3)

    def _on_clicked(self, button: QToolButton) -> None:
        for view in VIEWS:
            if self._views[view.key] is button:
                self.view_chosen.emit(view)
