"""An agency's page as somebody copied it from a browser: read as lines, and as the story that stands behind it."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from newsdesk.domain.article import Article
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.domain.photo import PhotoUse
from newsdesk.export.page import story_path
from newsdesk.export.views import StoryView
from tests.export.builders import a_photo

_JUNK = ("info", "access_time")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyPage:
    """A copied page: its title, and its lines from headline to gate, freed of icon names and odd spaces."""

    title: str
    lines: tuple[str, ...]

    @property
    def moment(self) -> datetime:
        """The page's date and clock, in the agency's zone."""
        _, day, clock = self.lines[2].split(" | ")
        return datetime.strptime(f"{day} {clock}", "%d.%m.%y %H:%M").replace(tzinfo=ZoneInfo("Europe/Belgrade"))

    def story(self) -> StoryView:
        """Return the story that was published as this page, with its photo."""
        caption, _, credit = self.lines[3].partition(" (")
        agency, _, creator = credit.rstrip(")").partition("/")
        photo = replace(
            a_photo(),
            caption=caption,
            credit_line=f"({credit}",
            alt="",
            agency=agency,
            creator=creator.title(),
        )
        article = Article(
            id=ArticleId(1),
            version=1,
            headline=self.lines[0],
            source=self.lines[1].removeprefix("Source: "),
            section=self.lines[2].split(" | ")[0],
            published_at=self.moment,
            body_markdown="\n\n".join(self.lines[4:-6]) + "\n",
            photos=(PhotoUse(photo=PhotoId(7), lead=True, caption=caption),),
        )
        return StoryView(
            article=article, lead=photo, photos={photo.id: photo}, related=(), path=story_path(article)
        )


def read_agency_page(text: str) -> AgencyPage:
    """Return the page that a copied text shows, up to the last line of its gate."""
    cleaned = [" ".join(word for word in line.split() if word not in _JUNK) for line in text.splitlines()]
    title, *rest = [line for line in cleaned if line]
    return AgencyPage(title=title, lines=tuple(rest[: rest.index("Related Articles")]))
