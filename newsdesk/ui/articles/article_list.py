"""The list of stories with its heading, its filters and its search as one types."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from newsdesk.domain.ids import ArticleId
from newsdesk.domain.summary import ArticleQuery
from newsdesk.ui.articles.article_delegate import ArticleDelegate
from newsdesk.ui.articles.article_model import ArticleModel
from newsdesk.ui.articles.section_filters import SectionFilters
from newsdesk.ui.tasks import TaskRunner
from newsdesk.ui.theme import dress
from newsdesk.ui.widgets.empty_state import EmptyState
from newsdesk.ui.widgets.thumbnail_source import ThumbnailSource

_SEARCH_REST_MS = 60


class ArticleListView(QListView):
    """The rows; they are measured again when the list grows wider or narrower."""

    opened = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)


class ArticleList(QWidget):
    """Shows the stories of one view; wishes leave as signals."""

    story_chosen = Signal(object)
    story_entered = Signal()
    new_requested = Signal()
    failed = Signal(object)

    def __init__(self, tasks: TaskRunner, thumbnails: ThumbnailSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleList")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._query = ArticleQuery()
        self.model = ArticleModel(tasks, self)
        self._delegate = ArticleDelegate(thumbnails, self)
        self._title, self._count = QLabel(self), QLabel(self)
        self._search = QLineEdit(self)
        self._search_rest = QTimer(self, singleShot=True, interval=_SEARCH_REST_MS)
        self._filters = SectionFilters(self)
        self._view = ArticleListView(self)
        self._empty = EmptyState(self.tr("No stories here"), self.tr("Choose another view, or begin one."), self)
        self._wanted: ArticleId | None = None
        self._marking = False
        self._build()
        self._connect(thumbnails)

    def _build(self) -> None:
        self._title.setProperty("role", "title")
        self._count.setProperty("role", "hint")
        self._search.setPlaceholderText(self.tr("Search these stories"))
        self._search.setAccessibleName(self.tr("Search these stories"))
        self._search.setClearButtonEnabled(True)
        self._search.hide()
        self._find = QToolButton(self)
        dress(self._find, "search", "muted", 16)
        self._find.setToolTip(self.tr("Search these stories (Ctrl+F)"))
        self._find.setAccessibleName(self.tr("Search these stories"))
        self._find.setShortcut("Ctrl+F")
        self._find.setCheckable(True)
        head = QHBoxLayout()
        head.setSpacing(6)
        for label in (self._title, self._count):
            head.addWidget(label, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addStretch(1)
        head.addWidget(self._find)
        top = QVBoxLayout()
        top.setContentsMargins(14, 8, 10, 9)
        top.setSpacing(8)
        top.addLayout(head)
        top.addWidget(self._search)
        top.addWidget(self._filters)
        frame = QWidget(self)
        frame.setObjectName("listHead")
        frame.setLayout(top)
        self._prepare_view()
        self.setFocusProxy(self._view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget, stretch in ((frame, 0), (self._view, 1), (self._empty, 1)):
            layout.addWidget(widget, stretch)
        self._empty.hide()

    def _prepare_view(self) -> None:
        view = self._view
        view.setModel(self.model)
        view.setItemDelegate(self._delegate)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setMouseTracking(True)
        view.setAccessibleName(self.tr("Stories"))

    def _connect(self, thumbnails: ThumbnailSource) -> None:
        self._filters.section_chosen.connect(self._on_section_chosen)
        self._filters.without_photo_toggled.connect(self._on_without_photo_toggled)
        self._find.toggled.connect(self._on_search_toggled)
        self._search.textChanged.connect(self._search_rest.start)
        self._search_rest.timeout.connect(self._on_search_rested)
        self._search.returnPressed.connect(self._view.setFocus)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._search)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._on_search_left)
        self._view.selectionModel().currentChanged.connect(self._on_current_changed)
        self._view.opened.connect(self.story_entered)
        self._view.doubleClicked.connect(self.story_entered)
        self._empty.requested.connect(self.new_requested)
        self.model.loaded.connect(self._on_loaded)
        self.model.failed.connect(self.failed)
        thumbnails.arrived.connect(self._on_thumbnail_arrived)

    def sizeHint(self) -> QSize:
        return QSize(312, 600)

    def show_view(self, title: str, query: ArticleQuery) -> None:
        """Show the stories of a desk view under its title; the chosen section and words stay."""
        self._title.setText(title)
        kept = self._query
        self._query = replace(query, section=kept.section, words=kept.words, without_photo=kept.without_photo)
        self.model.show_query(self._query)

    def show_count(self, count: int) -> None:
        """Say how many stories the view holds."""
        self._count.setText(f"{count:,}")

    def set_sections(self, sections: Sequence[str]) -> None:
        """Offer these sections as filters."""
        self._filters.set_sections(sections)

    def set_time_zone(self, name: str) -> None:
        """Show times in a zone."""
        self._delegate.set_time_zone(name)
        self.model.set_time_zone(name)

    def select(self, article: ArticleId | None) -> None:
        """Mark a story without opening it again; it is marked later where its row is still to come."""
        self._wanted = article
        row = self.model.row_of(article) if article is not None else -1
        selection = self._view.selectionModel()
        if row < 0:
            selection.clear()
            return
        index = self.model.index(row, 0)
        if selection.currentIndex() != index:
            self._marking = True
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._marking = False

    def tell_chosen(self) -> None:
        """Tell again which story is chosen, for whoever could not hear it yet."""
        if self._wanted is not None:
            self.story_chosen.emit(self._wanted)

    def focus_search(self) -> None:
        """Open the search field and put the cursor into it."""
        self._find.setChecked(True)
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_thumbnail_arrived(self) -> None:
        # Asked for here only: Qt's view makes PySide load every kind of widget to name its viewport,
        # and the window would wait for that.
        self._view.viewport().update()

    def _on_section_chosen(self, section: str) -> None:
        self._query = replace(self._query, section=section)
        self.model.show_query(self._query)

    def _on_without_photo_toggled(self, wanted: bool) -> None:
        self._query = replace(self._query, without_photo=wanted)
        self.model.show_query(self._query)

    def _on_search_toggled(self, shown: bool) -> None:
        self._search.setVisible(shown)
        if shown:
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._search.clear()

    def _on_search_left(self) -> None:
        self._find.setChecked(False)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_search_rested(self) -> None:
        words = self._search.text().strip()
        if words != self._query.words:
            self._query = replace(self._query, words=words)
            self.model.show_query(self._query)

    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        # A row that a change takes away makes its neighbour current: nobody asked to open that one.
        if self._marking or self.model.is_settling:
            return
        summary = self.model.summary(current.row())
        if summary is not None:
            self._wanted = summary.id
            self.story_chosen.emit(summary.id)

    def _on_loaded(self) -> None:
        empty = self.model.rowCount() == 0
        self._view.setVisible(not empty)
        self._empty.setVisible(empty)
        if self._query.words:
            self._empty.show_as(self.tr("Nothing found"), self.tr("Try fewer or other words."))
        else:
            words = self.tr("Choose another view, or begin one.")
            self._empty.show_as(self.tr("No stories here"), words, self.tr("New story"))
        self.select(self._wanted)
