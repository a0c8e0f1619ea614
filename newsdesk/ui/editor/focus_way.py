"""The way of the Tab key through the editor: tools, headline, standfirst, lead photo, body."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def takes_focus(widget: QWidget) -> bool:
    """Return whether Tab may stop at a widget."""
    stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return stops and widget.isEnabled() and widget.isVisible()


def step(root: QWidget, way: Sequence[QWidget], current: QWidget, forwards: bool) -> bool:
    """Move the focus one stop along the way, or out of ``root`` at its ends; return whether it moved.

    Qt's own order is that of the parents, and the body, on which the head lies, is the head's parent.
    """
    at = way.index(current)
    rest = way[at + 1 :] if forwards else way[:at][::-1]
    target = next((widget for widget in rest if takes_focus(widget)), None) or _outside(root, forwards)
    if target is None:
        return False
    target.setFocus(Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason)
    return True


def _outside(root: QWidget, forwards: bool) -> QWidget | None:
    """Return the next stop in the window that is not in ``root``."""
    each: QWidget | None = root
    while each is not None:
        each = each.nextInFocusChain() if forwards else each.previousInFocusChain()
        if each is None or each is root:
            return None
        if not root.isAncestorOf(each) and takes_focus(each):
            return each
    return None
