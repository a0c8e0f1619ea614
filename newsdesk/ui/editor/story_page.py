"""The paper: kicker, headline, standfirst, lead photo and body, as one page that scrolls."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.ui.editor.body_edit import BodyEdit
from newsdesk.ui.editor.document_builder import SIDE_MARGIN
from newsdesk.ui.editor.growing_edit import GrowingEdit
from newsdesk.ui.editor.headline_edit import HeadlineEdit
from newsdesk.ui.editor.kicker_line import KickerLine
from newsdesk.ui.editor.lead_card import LeadCard
from newsdesk.ui.editor.standfirst_edit import StandfirstEdit
from newsdesk.ui.theme.current import current_tokens


class PageHead(QWidget):
    """What stands above the body; it lies on the body's own paper and scrolls with it."""

    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.kicker = KickerLine(self)
        self.headline = HeadlineEdit(self)
        self.standfirst = StandfirstEdit(self)
        self.lead = LeadCard(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_MARGIN, 20, SIDE_MARGIN, 12)
        column.setSpacing(8)
        for part in (self.kicker, self.headline, self.standfirst, self.lead):
            column.addWidget(part)
        self.setAutoFillBackground(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        # What this does not take would go to the body beneath it.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.recolour()

    def recolour(self) -> None:
        """Take the theme's colours."""
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.Window, QColor(current_tokens().paper))
        self.setPalette(colours)
        self.headline.field.recolour()
        self.standfirst.field.recolour()
        self.update()

    def wanted_height(self) -> int:
        """Return the height that everything takes, in pixels."""
        return self.sizeHint().height()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()


class StoryPage(QObject):
    """Joins the head to the body: one width, one scroll bar, one way through with the keys."""

    def __init__(self, body: BodyEdit) -> None:
        super().__init__(body)
        self.body = body
        self.head = PageHead(body.viewport())
        self.head.resized.connect(self.place_head)
        body.column_moved.connect(self.place_head)
        body.scrolled.connect(self._on_scrolled)
        body.left_upwards.connect(self.focus_standfirst)
        headline, standfirst = self.head.headline.field, self.head.standfirst.field
        headline.left_downwards.connect(self.focus_standfirst)
        standfirst.left_downwards.connect(self.focus_body)
        standfirst.left_upwards.connect(self.focus_headline)
        headline.focused.connect(self._show_top)
        standfirst.focused.connect(self._show_top)
        self.place_head()

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops on the page, in order."""
        head = self.head
        return [head.headline.field, head.standfirst.field, head.lead, head.lead.attach, self.body]

    def place_head(self) -> None:
        """Give the head the column's width, and the page the head's height."""
        head, body = self.head, self.body
        head.resize(body.column_width(), head.height())
        layout = head.layout()
        if layout is not None:
            layout.activate()
        height = head.wanted_height()
        head.resize(body.column_width(), height)
        body.page_bar.set_head_height(height)
        self._on_scrolled(body.page_bar.value())

    def _on_scrolled(self, value: int) -> None:
        self.head.move(0, -value - self.body.page_bar.head_height())

    def show_top(self) -> None:
        """Scroll to the head's upper edge."""
        self.body.page_bar.setValue(self.body.page_bar.minimum())

    def _show_top(self) -> None:
        self.show_top()

    def focus_headline(self) -> None:
        """Put the caret into the headline."""
        self._focus(self.head.headline.field)

    def focus_standfirst(self) -> None:
        """Put the caret into the standfirst."""
        self._focus(self.head.standfirst.field)

    def _focus(self, field: GrowingEdit) -> None:
        self.show_top()
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_body(self) -> None:
        """Put the caret into the body."""
        self.body.setFocus(Qt.FocusReason.TabFocusReason)
        self.body.ensureCursorVisible()
