"""Commits as signals: what a service changed, told in the window's thread."""

from PySide6.QtCore import QObject, Qt, Signal, Slot

from newsdesk.domain.changes import Changes


class ChangeSignals(QObject):
    """Turns ``Changes`` from any thread into signals; each carries a frozenset of ids."""

    articles_changed = Signal(object)
    photos_changed = Signal(object)
    briefings_changed = Signal(object)
    settings_changed = Signal()
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def hear(self, changes: Changes) -> None:
        """Take changes in, from whatever thread committed them."""
        self._arrived.emit(changes)

    @Slot(object)
    def _on_arrived(self, changes: Changes) -> None:
        if changes.articles:
            self.articles_changed.emit(changes.articles)
        if changes.photos:
            self.photos_changed.emit(changes.photos)
        if changes.briefings:
            self.briefings_changed.emit(changes.briefings)
        if changes.settings:
            self.settings_changed.emit()
