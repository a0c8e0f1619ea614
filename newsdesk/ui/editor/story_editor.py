"""The editor of one story: tools, the strip that the window fills, and the page."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from newsdesk.domain.article import Article
from newsdesk.text.blocks import Block, word_count
from newsdesk.ui.editor.body_edit import BodyEdit
from newsdesk.ui.editor.body_painter import FigureFacts
from newsdesk.ui.editor.commands import insert_figure
from newsdesk.ui.editor.edited_text import EditedText
from newsdesk.ui.editor.focus_way import step
from newsdesk.ui.editor.lead_card import LeadFacts
from newsdesk.ui.editor.link_editing import LinkEditing
from newsdesk.ui.editor.story_page import StoryPage
from newsdesk.ui.editor.story_texts import StoryTexts
from newsdesk.ui.editor.text_actions import TextActions
from newsdesk.ui.editor.toolbar import EditorToolbar
from newsdesk.ui.theme.current import current_tokens
from newsdesk.ui.theme.fonts import load_fonts

REST_MS = 150
"""How long the text rests, in milliseconds, before its blocks are told to the preview."""

CARET_MS = 30
"""How long after the caret's last move the tools follow it, in milliseconds."""

LANGUAGE_NAMES = {"en": "English", "sr-Latn": "Srpski", "sr-Cyrl": "Српски"}


class StoryEditor(QWidget):
    """Shows a story and lets it be written; keeps nothing, tells what changed, and is asked for the texts."""

    edited = Signal()
    blocks_changed = Signal(object)
    photo_requested = Signal()
    lead_requested = Signal()
    paste_refused = Signal(object)
    undo_available = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_fonts()
        self.body = BodyEdit(current_tokens(), self)
        self.page = StoryPage(self.body)
        self.text_actions = TextActions(self.body)
        self.toolbar = EditorToolbar(self.text_actions, self)
        self.link = LinkEditing(self.body, self)
        self._texts = StoryTexts(self.page)
        self._strip: QWidget | None = None
        self._showing = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.toolbar)
        self._column.addWidget(self.body, 1)
        self._rest = _timer(REST_MS, self)
        self._rest.timeout.connect(self._on_rested)
        self._caret = _timer(CARET_MS, self)
        self._caret.timeout.connect(self.text_actions.follow)
        self._connect()

    def _connect(self) -> None:
        body, head = self.body, self.page.head
        body.edited.connect(self._on_body_edited)
        body.paste_refused.connect(self.paste_refused)
        body.left_by_tab.connect(self.focusNextPrevChild)
        body.undoAvailable.connect(self.undo_available)
        body.cursorPositionChanged.connect(self._caret.start)
        body.currentCharFormatChanged.connect(self._caret.start)
        head.headline.field.changed.connect(self._tell_edit)
        head.standfirst.field.changed.connect(self._tell_edit)
        head.lead.photo_requested.connect(self.lead_requested)
        head.lead.opened.connect(self.lead_requested)
        self.text_actions.photo_requested.connect(self.photo_requested)
        self.text_actions.link_requested.connect(self.link.open_field)
        self.link.popover.closed.connect(self.page.focus_body)
        names = ("cut", "copy", "paste", "paste_plain", "select_all", "link")
        body.set_menu_actions([self.text_actions[f"text.{name}"] for name in names])

    def actions(self) -> list[QAction]:
        """Return the commands on the text, for the window's menus."""
        return self.text_actions.all()

    def set_strip(self, widget: QWidget) -> None:
        """Put the window's strip with the story's facts between the tools and the page."""
        if self._strip is not None:
            self._column.removeWidget(self._strip)
            self._strip.setParent(None)
        self._strip = widget
        self._column.insertWidget(1, widget)

    def show_article(self, article: Article, *, anew: bool = False) -> None:
        """Show a story; where it is the echo of a save, caret, undo and what was typed since stay.

        With ``anew``, as for a version that is restored, its texts replace the page's in any case.
        """
        head = self.page.head
        head.kicker.show_facts((article.slugline, article.section, article.dateline, article.source))
        self.toolbar.show_language(LANGUAGE_NAMES.get(article.language, article.language))
        self._showing = True
        replaced = self._texts.take(article, anew=anew)
        self._showing = False
        if replaced:
            self._rest.start()
            self.text_actions.follow()

    def article_fields(self) -> EditedText:
        """Return the texts as they stand; of the body what was not edited keeps its bytes."""
        return self._texts.give()

    def is_dirty(self) -> bool:
        """Return whether the page says something else than the story that was shown last."""
        return self._texts.is_dirty()

    def blocks(self) -> tuple[Block, ...]:
        """Return the body as it stands."""
        return self.body.blocks()

    def word_count(self) -> int:
        """Return how many words the body has."""
        return word_count(self.body.blocks())

    def insert_figure(self, photo_id: int, alt: str = "", caption: str = "") -> None:
        """Put a photo into the text, below the paragraph at the caret."""
        self.body.apply(lambda cursor: insert_figure(cursor, photo_id, alt, caption))

    def set_lead(self, facts: LeadFacts | None) -> None:
        """Show the photo above the story, the place that waits for one, or neither."""
        self.page.head.lead.show_facts(facts)
        self.page.place_head()

    def set_figure_facts(self, callback: FigureFacts) -> None:
        """Ask ``callback`` for the pictures and the credit lines of figures, now and from now on."""
        self.body.painting.facts = callback
        self.body.painting.forget_pictures()
        self.body.viewport().update()

    def focus_headline(self) -> None:
        """Put the caret into the headline."""
        self.page.focus_headline()

    def focus_body(self) -> None:
        """Put the caret into the body."""
        self.page.focus_body()

    def apply_theme(self) -> None:
        """Take the colours of the theme that the program wears now."""
        self.body.recolour(current_tokens())
        self.page.head.recolour()
        self.page.head.lead.update()

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: N802
        current = self.focusWidget()
        way = [*self.toolbar.findChildren(QToolButton), *self.page.stops()]
        if current not in way:
            return super().focusNextPrevChild(forwards)
        return step(self, way, current, forwards)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.body.painting.colours is not current_tokens():
            self.apply_theme()

    def _on_body_edited(self) -> None:
        self._rest.start()
        self._tell_edit()

    def _tell_edit(self) -> None:
        # A story that is being put on the page is no edit: half of the one before still stands there.
        if not self._showing:
            self.edited.emit()

    def _on_rested(self) -> None:
        self.blocks_changed.emit(self.body.blocks())


def _timer(milliseconds: int, parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer
