"""Where the four columns stand: rail, list, page, side, by the width of the window."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from newsdesk.ui.main_window.rail import NARROW, WIDE, Rail
from newsdesk.ui.theme import mark

EDITOR_LEAST = 560
RAIL_UNFOLDS, SIDE_STAYS, LIST_STAYS = 1600, 1280, 1000
_SIDE_MOST, _SIDE_LEAST, _DRAWER = 400, 352, 380
_LIST_ROOMY, _LIST = 312, 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of one moment, in pixels; a drawer lies over the page instead of beside it."""

    rail: int
    list_: int
    side: int
    list_drawer: bool
    side_drawer: bool
    rail_wide: bool


def columns(width: int, *, story_open: bool) -> Columns:
    """Return how wide each column is in a window ``width`` pixels wide."""
    wide = width >= RAIL_UNFOLDS or (not story_open and width >= LIST_STAYS)
    rail = WIDE if wide else NARROW
    list_ = _LIST_ROOMY if width >= SIDE_STAYS + 100 else _LIST
    side_drawer, list_drawer = width < SIDE_STAYS, width < LIST_STAYS
    room = width - rail - list_ - EDITOR_LEAST
    side = _DRAWER if side_drawer else max(_SIDE_LEAST, min(_SIDE_MOST, room))
    return Columns(
        rail=rail, list_=list_, side=side, list_drawer=list_drawer, side_drawer=side_drawer, rail_wide=wide
    )


class DeskLayout(QWidget):
    """Places the columns; a folded column comes back as a drawer over the page."""

    side_shown = Signal(bool)

    def __init__(self, rail: Rail, list_: QWidget, centre: QWidget, side: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._rail, self._list, self._centre, self._side = rail, list_, centre, side
        self._story_open = False
        self._list_wanted = True
        self._side_wanted = True
        self._list_drawn = False
        self._side_drawn = False
        self._full = False
        for widget in (centre, list_, side, rail):
            widget.setParent(self)

    def set_story_open(self, is_open: bool) -> None:
        """Make room for a story, or give it back."""
        self._story_open = is_open
        self._list_drawn = False
        self._place()

    def set_full(self, full: bool) -> None:
        """Give the centre the list's room too, for a page that needs it: start, briefing, photo desk."""
        self._full = full
        self._list_drawn = self._side_drawn = False
        self._place()

    def toggle_list(self) -> None:
        """Show or hide the list (F8)."""
        if self._columns().list_drawer:
            self._list_drawn = not self._list_drawn
        else:
            self._list_wanted = not self._list_wanted
        self._place()

    def toggle_side(self) -> None:
        """Show or hide the side (F9)."""
        if self._columns().side_drawer:
            self._side_drawn = not self._side_drawn
        else:
            self._side_wanted = not self._side_wanted
        self._place()

    def show_side(self) -> None:
        """Bring the side out, wherever it is."""
        if self._columns().side_drawer:
            self._side_drawn = True
        else:
            self._side_wanted = True
        self._place()

    def close_drawers(self) -> None:
        """Put away what lies over the page."""
        self._list_drawn = self._side_drawn = False
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _columns(self) -> Columns:
        return columns(self.width(), story_open=self._story_open and not self._full)

    def _place(self) -> None:
        now = self._columns()
        width, height = self.width(), self.height()
        list_shown = not self._full and (self._list_drawn if now.list_drawer else self._list_wanted)
        side_wanted = self._side_drawn if now.side_drawer else self._side_wanted
        side_shown = self._story_open and not self._full and side_wanted
        self._rail.set_wide(now.rail_wide)
        self._rail.setGeometry(0, 0, now.rail, height)
        left = now.rail
        self._list.setVisible(list_shown)
        if list_shown:
            self._list.setGeometry(left, 0, now.list_, height)
            left += 0 if now.list_drawer else now.list_
        right = width
        self._side.setVisible(side_shown)
        if side_shown:
            self._side.setGeometry(width - now.side, 0, now.side, height)
            right -= 0 if now.side_drawer else now.side
        self._centre.setGeometry(QRect(left, 0, max(0, right - left), height))
        self._raise_drawers(now)
        self.side_shown.emit(side_shown)

    def _raise_drawers(self, now: Columns) -> None:
        for widget, drawer in ((self._list, now.list_drawer), (self._side, now.side_drawer)):
            mark(widget, drawer=drawer)
            if drawer:
                widget.raise_()
