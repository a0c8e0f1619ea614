"""The window's inside: the columns, the bars, and what every wiring works with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from newsdesk.ui.actions import ActionTable
from newsdesk.ui.articles.article_list import ArticleList
from newsdesk.ui.change_signals import ChangeSignals
from newsdesk.ui.main_window.banner import Banner
from newsdesk.ui.main_window.desk_layout import DeskLayout
from newsdesk.ui.main_window.desk_views import VIEWS, DeskView
from newsdesk.ui.main_window.palette import Palette
from newsdesk.ui.main_window.rail import Rail
from newsdesk.ui.main_window.side import Side
from newsdesk.ui.main_window.status_line import StatusLine
from newsdesk.ui.main_window.top_bar import TopBar
from newsdesk.ui.problems import Problems
from newsdesk.ui.tasks import TaskRunner
from newsdesk.ui.widgets.dropped_files import dropped_files
from newsdesk.ui.widgets.empty_state import EmptyState
from newsdesk.ui.widgets.thumbnail_source import ThumbnailSource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdesk.domain.summary import ArticleSummary
    from newsdesk.services.newsroom import Newsroom


class Door(Protocol):
    """Who opens newsrooms: the program, which knows what stands behind them."""

    def glimpse(self, address: str) -> Sequence[ArticleSummary]:
        """Return the newest stories at an address if they can be told at once; runs off the window's thread."""
        ...

    def open(self, address: str) -> Newsroom:
        """Open the newsroom at an address; runs off the window's thread."""
        ...

    def install_sample(self, newsroom: Newsroom) -> None:
        """Fill an empty newsroom with the sample; runs off the window's thread."""
        ...

    def label(self, address: str) -> str:
        """Return how the status line names a newsroom."""
        ...


class Frame(QWidget):
    """Holds the parts and moves between places; what is shown in them is the wirings' work."""

    newsroom_requested = Signal(str)
    theme_requested = Signal()
    story_wanted = Signal()
    files_dropped = Signal(object)
    view_shown = Signal(object)

    def __init__(self, door: Door, parent: QWidget) -> None:
        super().__init__(parent)
        self.door = door
        self.tasks = TaskRunner(self)
        self.changes = ChangeSignals(self)
        self.problems = Problems(self)
        self.commands = ActionTable(self)
        self.thumbnails = ThumbnailSource(self.tasks, self)
        self.view: DeskView = VIEWS[0]
        self.setAcceptDrops(True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.top_bar, self.banner, self.status = TopBar(self), Banner(self), StatusLine(self)
        self.rail, self.side = Rail(self), Side(self)
        self.list = ArticleList(self.tasks, self.thumbnails, self)
        self.centre = QStackedWidget(self)
        words = self.tr("Or begin one with Ctrl+N, or bring one in with Ctrl+O.")
        self.nothing_open = EmptyState(self.tr("Choose a story"), words, self.centre)
        self.centre.addWidget(self.nothing_open)
        self.desk = DeskLayout(self.rail, self.list, self.centre, self.side, self)
        self.palette_sheet = Palette(list(self.commands), self.desk)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget, stretch in ((self.top_bar, 0), (self.banner, 0), (self.desk, 1), (self.status, 0)):
            layout.addWidget(widget, stretch)
        self.list.show_view(self.tr(self.view.title), self.view.query)
        self.rail.choose(self.view.key)

    def _connect(self) -> None:
        self.rail.view_chosen.connect(self.show_view)
        self.rail.theme_requested.connect(self.theme_requested)
        self.top_bar.search_requested.connect(self.palette_sheet.open)
        self.problems.raised.connect(self.banner.show_problem)
        self.problems.cleared.connect(self.banner.clear)
        self.list.failed.connect(self.problems.show)
        self.commands["view.search"].triggered.connect(self.palette_sheet.open)
        self.commands["view.list"].triggered.connect(self.desk.toggle_list)
        self.commands["view.side"].triggered.connect(self.desk.toggle_side)
        self.commands["view.theme"].triggered.connect(self.theme_requested)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files that no panel took for itself are stories to bring in."""
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def show_view(self, view: DeskView) -> None:
        """Show the stories of a desk view, and the open story or nothing beside them."""
        self.view = view
        self.rail.choose(view.key)
        self.desk.set_full(False)
        self.story_wanted.emit()
        self.list.show_view(self.tr(view.title), view.query)
        self.view_shown.emit(view)

    def show_drafts(self) -> None:
        """Show the drafts, where new stories stand."""
        self.show_view(next(view for view in VIEWS if view.key == "draft"))

    def show_centre(self, widget: QWidget, *, full: bool = False) -> None:
        """Bring a page to the centre; a full one takes the list's room too."""
        if self.centre.indexOf(widget) < 0:
            self.centre.addWidget(widget)
        self.centre.setCurrentWidget(widget)
        self.desk.set_full(full)
        self.top_bar.set_story_shown(not full)
        self.status.set_story_shown(not full)
