"""Which texts the page shows, which it was given, and which it gave: so that no echo resets it."""

from collections import deque

from PySide6.QtCore import QSignalBlocker

from newsdesk.domain.article import Article
from newsdesk.domain.ids import ArticleId
from newsdesk.text.markdown_reader import Document, read_markdown
from newsdesk.text.markdown_writer import write_markdown
from newsdesk.ui.editor.edited_text import EditedText
from newsdesk.ui.editor.growing_edit import GrowingEdit
from newsdesk.ui.editor.story_page import StoryPage

GIVEN = 64
"""How many texts that were given away, to be saved or looked at, are known again when they come back."""


class _Line:
    """A field of one line, and the text that it was given, whose spaces the field may not keep."""

    def __init__(self, field: GrowingEdit) -> None:
        self._field = field
        self._given, self._shown = "", ""

    def take(self, text: str) -> None:
        if text != self.give():
            blocker = QSignalBlocker(self._field)
            self._field.set_text(text)
            blocker.unblock()
            self._field.changed.emit(self._field.text())
        self._given, self._shown = text, self._field.text()

    def give(self) -> str:
        now = self._field.text()
        return self._given if now == self._shown else now


class StoryTexts:
    """Takes a story onto the page and gives its texts back."""

    def __init__(self, page: StoryPage) -> None:
        self._body = page.body
        self._headline = _Line(page.head.headline.field)
        self._standfirst = _Line(page.head.standfirst.field)
        self._source: Document = read_markdown("")
        self._id = ArticleId(0)
        self._base = EditedText()
        self._given: deque[EditedText] = deque(maxlen=GIVEN)
        self._is_new = True

    def take(self, article: Article, *, anew: bool = False) -> bool:
        """Show a story's texts; return whether the body was replaced.

        A story that brings the very texts that the page was shown last, or gave away since, is an
        echo of a save: what was typed meanwhile stays, with caret and undo. With ``anew`` nothing
        is taken for an echo.
        """
        texts = EditedText.of(article)
        same_story = article.id == self._id and not self._is_new
        replaced = False
        if anew or not same_story or not self._is_echo(texts):
            self._headline.take(texts.headline)
            self._standfirst.take(texts.standfirst)
            if not same_story or texts.body_markdown != self._markdown():
                self._show_body(texts.body_markdown, keep_place=same_story)
                replaced = True
            self._given.clear()
        self._base, self._id, self._is_new = texts, article.id, False
        return replaced

    def _is_echo(self, texts: EditedText) -> bool:
        if texts in self._given:
            # Saves come back in the order in which they went out: older ones are past.
            while self._given.popleft() != texts:
                pass
            return True
        return texts == self._base

    def _show_body(self, markdown: str, *, keep_place: bool) -> None:
        place, scrolled = self._body.textCursor().position(), self._body.page_bar.value()
        self._source = read_markdown(markdown)
        self._body.set_body(self._source.blocks)
        if keep_place:
            cursor = self._body.textCursor()
            cursor.setPosition(min(place, self._body.document().characterCount() - 1))
            self._body.setTextCursor(cursor)
            self._body.page_bar.setValue(scrolled)
        else:
            self._body.page_bar.setValue(self._body.page_bar.minimum())

    def give(self) -> EditedText:
        """Return the texts as they stand on the page."""
        found = EditedText(
            headline=self._headline.give(), standfirst=self._standfirst.give(), body_markdown=self._markdown()
        )
        if not self._given or self._given[-1] != found:
            self._given.append(found)
        return found

    def _markdown(self) -> str:
        blocks = self._body.blocks()
        if blocks == self._source.blocks:
            return self._source.source
        return write_markdown(blocks, self._source)

    def is_dirty(self) -> bool:
        """Return whether the page says something else than the story that was shown last."""
        lines = (self._headline.give(), self._standfirst.give())
        if lines != (self._base.headline, self._base.standfirst):
            return True
        return self._markdown() != self._base.body_markdown
