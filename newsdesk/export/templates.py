"""The templates, and the files that go with them: stylesheet and loader, named by their content."""

from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, cast

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "templates"

_MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript"}


class FigureMacro(Protocol):
    """The macro that draws a photo with caption and credit."""

    def __call__(self, photo: object) -> Markup:
        """Return the figure's HTML."""
        ...


@lru_cache(maxsize=1)
def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def rendered(template: str, **views: object) -> str:
    """Return a filled template; values are escaped, and one that is missing is an error of ours."""
    return _environment().get_template(template).render(**views)


@lru_cache(maxsize=1)
def figure_macro() -> FigureMacro:
    """Return the macro of ``figure.html.jinja``, for figures inside a body."""
    return cast(FigureMacro, _environment().get_template("figure.html.jinja").module.figure)  # type: ignore[attr-defined]


@lru_cache(maxsize=1)
def assets() -> Mapping[str, bytes]:
    """Return the files that pages link to, by the name that stands under ``assets/``."""
    found = {}
    for source in ("site.css", "latest.js"):
        content = (FOLDER / source).read_bytes()
        stem, _, suffix = source.rpartition(".")
        found[f"{stem}-{sha256(content).hexdigest()[:8]}.{suffix}"] = content
    return MappingProxyType(found)


def asset_name(suffix: str) -> str:
    """Return the name of the stylesheet (``.css``) or the loader (``.js``)."""
    return next(name for name in assets() if name.endswith(suffix))


def asset(name: str) -> tuple[bytes, str] | None:
    """Return content and media type of one of the template's own files, or None where it is none of them."""
    content = assets().get(name)
    return None if content is None else (content, _MEDIA_TYPES[Path(name).suffix])
