"""What the editor gives back: the texts of a story as they stand on the page."""

from dataclasses import dataclass

from newsdesk.domain.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedText:
    """The three texts of a story that are written on the page."""

    headline: str = ""
    standfirst: str = ""
    body_markdown: str = ""

    @classmethod
    def of(cls, article: Article) -> "EditedText":
        """Return the texts of a story."""
        return cls(headline=article.headline, standfirst=article.standfirst, body_markdown=article.body_markdown)
