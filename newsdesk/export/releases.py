"""Releases of a site: built beside the one that readers see, then switched to at once."""

import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import IO

from newsdesk.export.refusals import NotASiteError, SiteBusyError

MARKER = ".newsdesk-site"
KEPT = 3
"""How many releases stay on disk, the newest included."""

_MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a release holds: files by path with their SHA-256, stories' paths by id, and where old paths lead."""

    files: Mapping[str, str] = field(default_factory=dict)
    stories: Mapping[str, str] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> str:
        """Return the manifest as it is kept."""
        kept = {"files": self.files, "stories": self.stories, "redirects": self.redirects}
        return json.dumps(kept, ensure_ascii=False, indent=0, sort_keys=True)


def read_manifest(path: Path) -> Manifest:
    """Return a manifest that ``as_json`` wrote."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    return Manifest(files=kept["files"], stories=kept["stories"], redirects=kept["redirects"])


class SiteFolder:
    """The folder of a site: ``releases/N/`` and ``public``, which is the live one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._releases = folder / "releases"
        self.public = folder / "public"

    @contextmanager
    def claimed(self) -> Iterator[None]:
        """Hold the folder for one export, made and marked as a site first where it is new or empty.

        Raises:
            NotASiteError: if it holds something else.
            SiteBusyError: if another export holds it.
        """
        marker = self.folder / MARKER
        if self.folder.exists() and not marker.exists() and (not self.folder.is_dir() or any(self.folder.iterdir())):
            raise NotASiteError(folder=self.folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        with marker.open("a+b") as held:
            if not _lock(held):
                raise SiteBusyError(folder=self.folder)
            yield

    def last(self) -> tuple[Path, Manifest] | None:
        """Return the newest whole release and its manifest, None before the first."""
        whole = self._whole()
        return (whole[-1], read_manifest(whole[-1] / _MANIFEST)) if whole else None

    def begin(self) -> "Release":
        """Open the next release; half ones that a killed export left, and old ones, go first."""
        whole = self._whole()
        live = self.public.resolve().parent if self.public.is_symlink() else None
        for release in self._numbered():
            if release not in whole[-(KEPT - 1) :] and release.resolve() != live:
                shutil.rmtree(release)
        number = max((int(release.name) for release in whole), default=0) + 1
        return Release(self._releases / str(number), self.last())

    def switch(self, release: "Release") -> None:
        """Make a finished release the live one: by one link, or file by file where there are no links."""
        if not self.public.is_dir() or self.public.is_symlink():
            passing = self.folder / "public.next"
            passing.unlink(missing_ok=True)
            try:
                passing.symlink_to(Path("releases") / release.folder.name / "public", target_is_directory=True)
            except (OSError, NotImplementedError):
                # FAT, network shares and Windows without the right to make links.
                self.public.unlink(missing_ok=True)
            else:
                passing.replace(self.public)
                return
        self._replace_files(release)

    def _replace_files(self, release: "Release") -> None:
        """Copy in the order of the release: assets, stories, fronts; deletions last, so that no link breaks."""
        for path in release.files:
            target, new = self.public / path, (release.public / path).read_bytes()
            if target.is_file() and target.read_bytes() == new:
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            passing = target.with_name(f"{target.name}.next")
            passing.write_bytes(new)
            passing.replace(target)
        for old in sorted(self.public.rglob("*"), reverse=True):
            if old.is_file() and old.relative_to(self.public).as_posix() not in release.files:
                old.unlink()
            elif old.is_dir() and not any(old.iterdir()):
                old.rmdir()

    def _numbered(self) -> list[Path]:
        if not self._releases.is_dir():
            return []
        found = [entry for entry in self._releases.iterdir() if entry.name.isdecimal() and entry.is_dir()]
        return sorted(found, key=lambda entry: int(entry.name))

    def _whole(self) -> list[Path]:
        return [release for release in self._numbered() if (release / _MANIFEST).is_file()]


class Release:
    """A release being built; what did not change since the one before is linked from it, or copied."""

    def __init__(self, folder: Path, before: tuple[Path, Manifest] | None) -> None:
        self.folder = folder
        self.public = folder / "public"
        self.files: dict[str, str] = {}
        self.written = 0
        self.unchanged = 0
        self._before = before[1] if before else Manifest()
        self._old_public = before[0] / "public" if before else None
        self.public.mkdir(parents=True)

    @property
    def removed(self) -> int:
        """How many files of the release before this one no longer has."""
        return len(self._before.files.keys() - self.files.keys())

    def add(self, path: str, content: bytes) -> None:
        """Add a file: written where its content is new, taken from the release before where it is not."""
        digest = sha256(content).hexdigest()
        old = self._old(path)
        if old is not None and self._before.files[path] == digest and old.stat().st_size == len(content):
            self._take(path, old, digest)
            return
        target = self._target(path)
        target.write_bytes(content)
        self.files[path] = digest
        self.written += 1

    def add_known(self, path: str) -> bool:
        """Add a file whose name stands for its content, without reading it; False where no release has it."""
        old = self._old(path)
        if old is None:
            return False
        self._take(path, old, self._before.files[path])
        return True

    def finish(self, stories: Mapping[str, str], redirects: Mapping[str, str]) -> None:
        """Declare the release whole."""
        manifest = Manifest(files=self.files, stories=stories, redirects=redirects)
        passing = self.folder / f"{_MANIFEST}.next"
        passing.write_text(manifest.as_json(), encoding="utf-8")
        passing.replace(self.folder / _MANIFEST)

    def drop(self) -> None:
        """Take away a release that was not finished."""
        shutil.rmtree(self.folder)
        if not any(self.folder.parent.iterdir()):
            self.folder.parent.rmdir()

    def _old(self, path: str) -> Path | None:
        if self._old_public is None or path not in self._before.files:
            return None
        old = self._old_public / path
        return old if old.is_file() else None

    def _take(self, path: str, old: Path, digest: str) -> None:
        target = self._target(path)
        try:
            os.link(old, target)
        except OSError:
            # No links here, or too many to one file.
            shutil.copy2(old, target)
        self.files[path] = digest
        self.unchanged += 1

    def _target(self, path: str) -> Path:
        target = self.public / path
        target.parent.mkdir(parents=True, exist_ok=True)
        return target


def _lock(held: IO[bytes]) -> bool:
    """Lock an open file until it is closed; False where somebody else has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
