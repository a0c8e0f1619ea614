"""The head of the photo desk: which photos, how large, and the way to take more in."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSlider, QVBoxLayout, QWidget

from newsdesk.domain.summary import PhotoQuery
from newsdesk.ui.theme import dress

_REST_MS = 150
_SEARCH_WIDTH = 320
_LEAST_TILE, _TILE, _MOST_TILE = 120, 168, 320


class DeskHead(QWidget):
    """Tells the query 150 ms after the last key, and at once when a filter is chosen."""

    query_changed = Signal(object)
    take_in_requested = Signal()
    tile_chosen = Signal(int)
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._query = PhotoQuery()
        self._title, self._search = QLabel(self.tr("Photo desk"), self), QLineEdit(self)
        self._take_in = QPushButton(self.tr("Take photos in…"), self)
        self._filters = QButtonGroup(self)
        self._all, self._missing = self._chip(), self._chip()
        self._size = QSlider(Qt.Orientation.Horizontal, self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._build()
        self._connect()
        self.show_counts(0, 0)

    def _build(self) -> None:
        self._title.setProperty("role", "title")
        self._search.setPlaceholderText(self.tr("Search photos"))
        self._search.setAccessibleName(self.tr("Search the photo desk"))
        self._search.setToolTip(self.tr("Words of the caption, people, photographers, agencies"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(_SEARCH_WIDTH)
        self._take_in.setToolTip(self.tr("Take photos in; or drop or paste them here"))
        self._all.setChecked(True)
        self._size.setRange(_LEAST_TILE, _MOST_TILE)
        self._size.setValue(_TILE)
        self._size.setFixedWidth(112)
        self._size.setPageStep(40)
        self._size.setSingleStep(20)
        self._size.setAccessibleName(self.tr("Size of the pictures"))
        self._size.setToolTip(self.tr("Size of the pictures"))
        top, below = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._search, 3)
        top.addWidget(self._take_in)
        below.setSpacing(8)
        below.addWidget(self._all)
        below.addWidget(self._missing)
        below.addStretch(1)
        for sign, side in (("image", 12), (None, 0), ("image", 18)):
            below.addWidget(self._sign(sign, side) if sign else self._size)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 20, 6)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addLayout(below)

    def _chip(self) -> QPushButton:
        chip = QPushButton(self)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        self._filters.addButton(chip)
        return chip

    def _sign(self, name: str, side: int) -> QLabel:
        label = QLabel(self)
        dress(label, name, "faint", side)
        return label

    def _connect(self) -> None:
        self._search.textChanged.connect(self._rest.start)
        self._search.returnPressed.connect(self._on_entered)
        self._rest.timeout.connect(self._ask)
        self._missing.toggled.connect(self._ask)
        self._size.valueChanged.connect(self.tile_chosen)
        self._take_in.clicked.connect(self.take_in_requested)

    @property
    def query(self) -> PhotoQuery:
        """Which photos are asked for."""
        return self._query

    def show_missing(self, missing: bool) -> None:
        """Choose the photos without a credit, or all."""
        (self._missing if missing else self._all).setChecked(True)

    def show_counts(self, total: int, missing: int) -> None:
        """Say how many photos there are, and how many lack a credit."""
        self._all.setText(self.tr("All · {count}").format(count=f"{total:,}"))
        self._missing.setText(self.tr("Missing credit · {count}").format(count=f"{missing:,}"))

    def _ask(self) -> None:
        self._rest.stop()
        query = PhotoQuery(words=self._search.text().strip(), missing_credit=self._missing.isChecked())
        if query != self._query:
            self._query = query
            self.query_changed.emit(query)

    def _on_entered(self) -> None:
        self._ask()
        self.entered.emit()
