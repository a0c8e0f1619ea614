"""The History panel: every version with who, when and why; one can be brought back as a new version."""

from collections.abc import Sequence
from itertools import zip_longest
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from newsdesk.domain.summary import Version
from newsdesk.ui.history.version_row import VersionRow
from newsdesk.ui.widgets.layouts import clear_layout
from newsdesk.ui.widgets.panel_column import PanelColumn

MOST = 100


class HistoryPanel(PanelColumn):
    """A row a version, newest first, at most the last hundred."""

    restore_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("History"))
        self._shown: tuple[tuple[Version, ...], str] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.column.addLayout(self._rows)
        self.column.addStretch(1)
        self.show_versions((), "UTC")

    def show_versions(self, versions: Sequence[Version], time_zone: str) -> None:
        """Show a story's versions, newest first, with times in a zone; the same ones again change nothing."""
        if (tuple(versions), time_zone) == self._shown:
            return
        self._shown = (tuple(versions), time_zone)
        clear_layout(self._rows)
        zone = ZoneInfo(time_zone)
        for number, (version, older) in enumerate(zip_longest(versions[:MOST], versions[1 : MOST + 1])):
            if version is None:
                break
            grown = version.word_count - older.word_count if older is not None else None
            row = VersionRow(version, grown, zone, self.body, newest=number == 0)
            row.restore_requested.connect(self.restore_requested)
            self._rows.addWidget(row)
        if not versions:
            self._say(self.tr("Every version of the story will stand here."))
        elif len(versions) > MOST:
            self._say(self.tr("Older versions are kept, but not shown."))

    def _say(self, text: str) -> None:
        words = QLabel(text, self.body)
        words.setProperty("role", "hint")
        words.setWordWrap(True)
        self._rows.addWidget(words)
