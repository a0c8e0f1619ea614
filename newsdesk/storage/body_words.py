"""What a body says in plain words, for the index and the word count."""

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyWords:
    """The plain text of a body, and how many words it has."""

    plain: str
    count: int


@lru_cache(maxsize=64)
def words_of(markdown: str) -> BodyWords:
    """Return the words of a body of Newsdesk Markdown."""
    # The Markdown library is loaded with the first save, not with the list of stories.
    from newsdesk.text.blocks import plain_text, word_count
    from newsdesk.text.markdown_reader import read_markdown

    blocks = read_markdown(markdown).blocks
    return BodyWords(plain=plain_text(blocks), count=word_count(blocks))
