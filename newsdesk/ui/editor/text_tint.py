"""Colours of words, laid over the text without being in it: a theme changes them and no undo knows."""

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from newsdesk.ui.editor.body_format import BodyPart, href_of, part_of
from newsdesk.ui.theme.tokens import Tokens


class TextTint(QSyntaxHighlighter):
    """Colours links, captions and raw blocks."""

    def __init__(self, document: QTextDocument, colours: Tokens) -> None:
        super().__init__(document)
        self._link = QTextCharFormat()
        self._quiet = QTextCharFormat()
        self._take(colours)

    def recolour(self, colours: Tokens) -> None:
        """Take another theme's colours."""
        self._take(colours)
        self.rehighlight()

    def _take(self, colours: Tokens) -> None:
        self._link.setForeground(QColor(colours.accent))
        self._quiet.setForeground(QColor(colours.muted))

    def highlightBlock(self, text: str) -> None:
        if not text:
            return
        block = self.currentBlock()
        if part_of(block) in (BodyPart.CAPTION, BodyPart.RAW):
            self.setFormat(0, block.length(), self._quiet)
        start = block.position()
        each = block.begin()
        while not each.atEnd():
            fragment = each.fragment()
            if href_of(fragment.charFormat()):
                self.setFormat(fragment.position() - start, fragment.length(), self._link)
            each += 1
