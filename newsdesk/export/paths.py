"""Where things stand on the site, and how one page leads to another."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from newsdesk.domain.article import LANGUAGES, Article, Section
from newsdesk.domain.publication import Publication
from newsdesk.text.typography import slug

_RESERVED = frozenset(
    {"assets", "briefings", "by-month", "feeds", "latest", "login", "photos", "register", "subscription"}
    | {language.casefold() for language in LANGUAGES}
)

_SAFE = "/?=&%:+,;@~"


def story_path(article: Article, home: str = "en") -> str:
    """Return the path of a story's page, ``archive/news/{id}-{slug}/``, without a slash before it.

    ``home`` is the publication's own language; stories in another stand under ``{language}/``.
    """
    return f"{section_path(article.section, article.language, home)}{article.id}-{slug(article.headline)}/"


def section_path(section: str, language: str, home: str = "en") -> str:
    """Return the path of a section's front, ``archive/news/``; of the language's own front where it has no name."""
    names = [slug(name, fallback="section") for name in Section.parse(section).names]
    if names and names[0] in _RESERVED:
        names[0] = f"{names[0]}-section"
    return language_path(language, home) + "".join(f"{name}/" for name in names)


def language_path(language: str, home: str) -> str:
    """Return where the pages of a language begin: at the root for the publication's own."""
    return "" if language == home else f"{language}/"


def latest_fragment(language: str) -> str:
    """Return the path of the list that every page of a language loads."""
    return f"_latest/{language}.html"


def root_of(path: str) -> str:
    """Return the way from a page back to the root: ``../../../`` for a story's."""
    return "../" * path.count("/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The links of one page.

    ``root`` leads to the site's root: ``../../../``, ``/``, or a whole address; ``assets`` to
    stylesheet, loader and photos, which stand elsewhere where a page is exported alone.
    """

    root: str
    assets: str
    publication: Publication

    def to(self, path: str) -> str:
        """Return the link to a page; whole addresses are kept.

        Folders get their ``index.html`` where the link is relative, so that the site opens from a disk.
        """
        if "://" in path:
            return path
        target = self.root + quote(path.lstrip("/"), safe=_SAFE)
        is_folder = path.endswith("/") or not path
        return f"{target}index.html" if is_folder and "://" not in self.root else target

    def asset(self, name: str) -> str:
        """Return the link to a file of the template's own."""
        return f"{self.assets}assets/{name}"

    def photo(self, file_name: str) -> str:
        """Return the link to a rendition."""
        return f"{self.assets}photos/{quote(file_name)}"

    def absolute(self, path: str) -> str:
        """Return the address under which the world knows a path of the site."""
        return f"{self.publication.site_address}/{quote(path.lstrip('/'))}"

    def gate(self, target: str, path: str) -> str:
        """Return the link to one of the gate's targets; it says where to come back to."""
        link = self.to(target)
        return f"{link}{'&' if '?' in link else '?'}{urlencode({'return': self.absolute(path)})}"


def links_from(path: str, publication: Publication) -> Links:
    """Return the relative links of the page that stands at a path."""
    return Links(root=root_of(path), assets=root_of(path), publication=publication)


def latest_path(language: str, home: str) -> str:
    """Return the path of a language's list of the newest stories."""
    return f"{language_path(language, home)}latest/"


def feed_path(front: str) -> str:
    """Return the path of the feed that belongs to a front: ``feeds/archive-news.xml``, ``feeds/all.xml``."""
    return f"feeds/{front.strip('/').replace('/', '-') or 'all'}.xml"
