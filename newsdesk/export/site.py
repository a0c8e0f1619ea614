"""The site: every page that readers may see, built as a release and switched to at once."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from newsdesk.export.files import ReadRendition
from newsdesk.export.refusals import ExportCancelledError, ExportFailedError
from newsdesk.export.releases import Manifest, Release, SiteFolder
from newsdesk.export.report import ExportReport
from newsdesk.export.site_plan import PlannedFile, plan_site, redirects_after
from newsdesk.export.templates import asset
from newsdesk.export.views import SiteView

__all__ = ["asset", "build_site"]


def build_site(
    site: SiteView,
    out: Path,
    read_rendition: ReadRendition,
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ExportReport:
    """Build ``out/releases/N/public`` and make ``out/public`` show it.

    Until the switch readers see the release before; a stopped or failed build leaves it live and
    takes the half one away. ``progress`` is told the files done and all files.

    Raises:
        NotASiteError: if ``out`` holds something that is no site of ours.
        SiteBusyError: if another export writes to it.
        ExportCancelledError: if ``cancelled`` said so.
        ExportFailedError: if a file can't be written.
    """
    folder = SiteFolder(out)
    try:
        with folder.claimed():
            last = folder.last()
            redirects = redirects_after(last[1] if last else Manifest(), site)
            plan = plan_site(site, read_rendition, redirects)
            release = folder.begin()
            with ExitStack() as undo:
                # Whatever stops the build, Ctrl-C too, no half release may stay behind.
                undo.callback(release.drop)
                _fill(release, plan, out, progress, cancelled)
                release.finish({str(story.article.id): story.path for story in site.stories}, redirects)
                undo.pop_all()
            folder.switch(release)
    except OSError as problem:
        raise ExportFailedError(folder=out, reason=problem.strerror or str(problem)) from problem
    files = tuple(str(folder.public / path) for path in release.files)
    return ExportReport(
        files=files, written=release.written, unchanged=release.unchanged, removed=release.removed
    )


def _fill(
    release: Release,
    plan: tuple[PlannedFile, ...],
    out: Path,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> None:
    for done, file in enumerate(plan):
        if cancelled():
            raise ExportCancelledError(folder=out)
        progress(done, len(plan))
        if not (file.named_by_content and release.add_known(file.path)):
            release.add(file.path, file.content())
    progress(len(plan), len(plan))
