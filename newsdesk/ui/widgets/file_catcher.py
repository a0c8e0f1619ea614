"""Files that somebody drops or pastes onto a widget."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from newsdesk.ui.widgets.dropped_files import dropped_files


class FileCatcher(QObject):
    """Watches a widget: ``caught`` carries the paths, ``hovering`` tells that files hang over it."""

    caught = Signal(object)
    hovering = Signal(bool)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._hovers = False
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if isinstance(event, QDragMoveEvent) and event.type() is QEvent.Type.DragMove and self._hovers:
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            return self._drop(event)
        if event.type() is QEvent.Type.DragLeave:
            self._hover(False)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return event.matches(QKeySequence.StandardKey.Paste) and self._paste()
        return super().eventFilter(watched, event)

    def _enter(self, event: QDragEnterEvent) -> bool:
        if not dropped_files(event.mimeData()):
            return False
        event.acceptProposedAction()
        self._hover(True)
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self._hover(False)
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.caught.emit(files)
        return bool(files)

    def _hover(self, hovers: bool) -> None:
        if hovers != self._hovers:
            self._hovers = hovers
            self.hovering.emit(hovers)

    def _paste(self) -> bool:
        data = QApplication.clipboard().mimeData()
        files = dropped_files(data) if data is not None else []
        if files:
            self.caught.emit(files)
        return bool(files)
