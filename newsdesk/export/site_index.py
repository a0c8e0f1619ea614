"""What lists what: the fronts of a site, drawn from its stories."""

from collections.abc import Iterator
from functools import cached_property

from newsdesk.export.briefing import briefing_path, briefing_title
from newsdesk.export.faces import description
from newsdesk.export.feeds import Entry, story_entry
from newsdesk.export.fronts import Front, LinkGroup, Listed
from newsdesk.export.labels import labels_in
from newsdesk.export.moments import local, month
from newsdesk.export.page_parts import Link
from newsdesk.export.paths import language_path, latest_path, links_from
from newsdesk.export.structured_data import crumbs_of
from newsdesk.export.views import BriefingView, SiteView

FRONT_LENGTH = 20
SECTION_LENGTH = 50
FEED_LENGTH = 20


class SiteIndex:
    """The lists of a site: by language, section and month, and its editions."""

    def __init__(self, site: SiteView) -> None:
        self._site = site
        self.publication = site.publication
        self.languages = tuple(
            dict.fromkeys((site.publication.language, *(story.article.language for story in site.stories)))
        )

    @cached_property
    def _listed(self) -> dict[str, list[Listed]]:
        """The stories by language, newest first, each with what lists may say of it."""
        lists: dict[str, list[Listed]] = {language: [] for language in self.languages}
        for story in self._site.stories:
            words = description(story.article, self.publication)
            lists[story.article.language].append(Listed(story=story, words=words))
        return lists

    def newest(self, language: str, count: int) -> tuple[Listed, ...]:
        """Return the newest stories of a language."""
        return tuple(self._listed[language][:count])

    @cached_property
    def _all_fronts(self) -> tuple[Front, ...]:
        return tuple(front for language in self.languages for front in self._fronts_in(language))

    def fronts(self) -> tuple[Front, ...]:
        """Return every page that lists stories or editions."""
        return (*self._all_fronts, *self._edition_fronts())

    def entries(self) -> Iterator[Entry]:
        """Yield the sitemap's lines: fronts, stories, editions."""
        absolute = links_from("", self.publication).absolute
        for front in self.fronts():
            yield Entry(address=absolute(front.path))
        for story in self._site.stories:
            yield story_entry(story, self.publication)
        for briefing in self._site.briefings:
            yield Entry(address=absolute(briefing_path(briefing)))

    def _fronts_in(self, language: str) -> Iterator[Front]:
        labels = labels_in(language)
        home = language_path(language, self.publication.language)
        sections = self._sections(language)
        months = self._months(language)
        tops = tuple(Link(name=name, href=path) for path, (name, _) in sections.items() if self._depth(path, home) == 1)
        groups = self._edition_links(language)
        if months:
            links = self._month_links(months, home)[:12]
            if len(months) > len(links):
                links = (*links, Link(name=labels.by_month, href=f"{home}by-month/"))
            groups = (*groups, LinkGroup(title=labels.by_month, links=links))
        yield Front(
            path=home,
            title=self.publication.name,
            language=language,
            listed=self.newest(language, FRONT_LENGTH),
            more=groups,
            sections=(*tops, *self._other_languages(language)),
            front=home,
            quiet=True,
            pictured=True,
        )
        yield Front(
            path=latest_path(language, self.publication.language),
            title=labels.latest,
            language=language,
            listed=self.newest(language, SECTION_LENGTH),
            sections=tops,
        )
        for path, (name, listed) in sections.items():
            yield Front(
                path=path,
                title=name,
                language=language,
                listed=tuple(listed[:SECTION_LENGTH]),
                sections=tops,
                front=path,
                more=self._below(path, sections, labels.sections),
            )
        yield from self._month_fronts(language, home, months, tops)

    def _other_languages(self, language: str) -> tuple[Link, ...]:
        home = self.publication.language
        others = (other for other in self.languages if other != language)
        return tuple(Link(name=labels_in(other).language, href=language_path(other, home)) for other in others)

    def _depth(self, path: str, home: str) -> int:
        return path.removeprefix(home).count("/")

    def _sections(self, language: str) -> dict[str, tuple[str, list[Listed]]]:
        """Return, by path, each section's name and stories, in the order of the alphabet."""
        found: dict[str, tuple[str, list[Listed]]] = {}
        for entry in self._listed[language]:
            for name, path in crumbs_of(entry.story.article, self.publication):
                found.setdefault(path, (name, []))[1].append(entry)
        return dict(sorted(found.items()))

    def _below(
        self, path: str, sections: dict[str, tuple[str, list[Listed]]], title: str
    ) -> tuple[LinkGroup, ...]:
        inner = tuple(
            Link(name=name, href=below)
            for below, (name, _) in sections.items()
            if below.startswith(path) and below != path
        )
        return (LinkGroup(title=title, links=inner),) if inner else ()

    def _months(self, language: str) -> dict[str, list[Listed]]:
        months: dict[str, list[Listed]] = {}
        for entry in self._listed[language]:
            published = entry.story.article.published_at
            if published is not None:
                months.setdefault(month(published, self.publication.time_zone), []).append(entry)
        return dict(sorted(months.items(), reverse=True))

    def _month_links(self, months: dict[str, list[Listed]], home: str) -> tuple[Link, ...]:
        return tuple(
            Link(name=self._month_name(listed), href=f"{home}by-month/{key}/") for key, listed in months.items()
        )

    def _month_name(self, listed: list[Listed]) -> str:
        published = listed[0].story.article.published_at
        return f"{local(published, self.publication.time_zone):%m.%Y}" if published else ""

    def _month_fronts(
        self, language: str, home: str, months: dict[str, list[Listed]], tops: tuple[Link, ...]
    ) -> Iterator[Front]:
        if not months:
            return
        title = labels_in(language).by_month
        links = LinkGroup(title=title, links=self._month_links(months, home))
        yield Front(path=f"{home}by-month/", title=title, language=language, more=(links,), sections=tops)
        for key, listed in months.items():
            yield Front(
                path=f"{home}by-month/{key}/",
                title=self._month_name(listed),
                language=language,
                listed=tuple(listed),
                sections=tops,
            )

    def _edition_links(self, language: str) -> tuple[LinkGroup, ...]:
        editions = [briefing for briefing in self._site.briefings if briefing.language == language]
        if not editions:
            return ()
        every = Link(name=labels_in(language).all_briefings, href="briefings/")
        links = (*(self._edition_link(briefing) for briefing in editions[:5]), every)
        return (LinkGroup(title=labels_in(language).briefings, links=links),)

    def _edition_link(self, briefing: BriefingView) -> Link:
        return Link(name=f"{briefing_title(briefing)}, {briefing.date:%d.%m.%y}", href=briefing_path(briefing))

    def _edition_fronts(self) -> Iterator[Front]:
        editions = self._site.briefings
        if not editions:
            return
        language = self.publication.language
        series: dict[str, list[BriefingView]] = {}
        for briefing in editions:
            series.setdefault(briefing.series_slug, []).append(briefing)
        groups = tuple(
            LinkGroup(title=found[0].series, links=tuple(map(self._edition_link, found))) for found in series.values()
        )
        yield Front(path="briefings/", title=labels_in(language).briefings, language=language, more=groups)
        for (slug, found), group in zip(series.items(), groups, strict=True):
            yield Front(path=f"briefings/{slug}/", title=found[0].series, language=language, more=(group,))
