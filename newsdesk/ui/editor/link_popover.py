"""A small field at the selection for the address of a link; nothing else waits for it."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from newsdesk.ui.editor.link_targets import LinkRefusedError, clean_link
from newsdesk.ui.theme.icons import dress

WIDTH = 340


class LinkPopover(QFrame):
    """Enter links to the address, the button takes the link away, Esc closes."""

    link_chosen = Signal(str)
    link_removed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setProperty("role", "sheet")
        self.setFixedWidth(WIDTH)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        shadow.setColor(QColor(0, 0, 0, 60))
        self.setGraphicsEffect(shadow)
        self.address = QLineEdit(self)
        self.address.setPlaceholderText(self.tr("Web or e-mail address"))
        self.address.setAccessibleName(self.tr("Address of the link"))
        self._apply = self._button("check", self.tr("Link (Enter)"))
        self._remove = self._button("unlink", self.tr("Take the link away"))
        self._complaint = QLabel(self)
        self._complaint.setProperty("tone", "bad")
        self._complaint.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.address, 1)
        row.addWidget(self._apply)
        row.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(row)
        column.addWidget(self._complaint)
        self.address.returnPressed.connect(self._on_applied)
        self.address.textEdited.connect(self._complaint.hide)
        self._apply.clicked.connect(self._on_applied)
        self._remove.clicked.connect(self._on_removed)
        self.address.installEventFilter(self)
        self.hide()

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton(self)
        dress(button, icon)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def open_at(self, place: QPoint, href: str) -> None:
        """Show the field below a place in the parent, with the address of the link that is there."""
        self.address.setText(href)
        self._complaint.hide()
        self._remove.setVisible(bool(href))
        self.adjustSize()
        room = self._room.size()
        left = max(8, min(place.x() - 20, room.width() - self.width() - 8))
        fits = place.y() + 6 + self.height() < room.height()
        self.move(left, place.y() + 6 if fits else max(8, place.y() - 36 - self.height()))
        self.show()
        self.raise_()
        self.address.selectAll()
        self.address.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_up(self) -> None:
        """Go away and hand the focus back."""
        self.hide()
        self.closed.emit()

    def _on_applied(self) -> None:
        text = self.address.text().strip()
        if not text:
            self._on_removed()
            return
        try:
            href = clean_link(text)
        except LinkRefusedError as refusal:
            self._complaint.setText(str(refusal))
            self._complaint.show()
            self.adjustSize()
            return
        self.link_chosen.emit(href)
        self.close_up()

    def _on_removed(self) -> None:
        self.link_removed.emit()
        self.close_up()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            # Left for one of its own buttons it stays; left for the text it was not wanted.
            focus = self.window().focusWidget()
            if focus is None or not self.isAncestorOf(focus):
                self.hide()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        # What is not taken here must not reach the text behind.
        event.accept()
