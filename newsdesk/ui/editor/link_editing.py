"""The field for a link's address, opened at the caret and applied to the text."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from newsdesk.ui.editor.body_edit import BodyEdit
from newsdesk.ui.editor.commands import caret_state, set_link
from newsdesk.ui.editor.link_popover import LinkPopover


class LinkEditing(QObject):
    """Joins the field to the body: what is chosen there is set here."""

    def __init__(self, body: BodyEdit, ground: QWidget) -> None:
        """Let the field float over ``ground``, in which the body lies."""
        super().__init__(ground)
        self._body, self._ground = body, ground
        self.popover = LinkPopover(ground)
        self.popover.link_chosen.connect(self._on_link_chosen)
        self.popover.link_removed.connect(self._on_link_removed)

    def open_field(self) -> None:
        """Open the field below the caret, with the address of the link that is there."""
        place = self._body.viewport().mapTo(self._ground, self._body.cursorRect().bottomLeft())
        self.popover.open_at(place, caret_state(self._body.textCursor()).href)

    def _on_link_chosen(self, href: str) -> None:
        self._body.apply(lambda cursor: set_link(cursor, href))

    def _on_link_removed(self) -> None:
        self._body.apply(lambda cursor: set_link(cursor, ""))
