"""The shared libraries of the system that Qt needs, and Debian's packages that bring them.

Standard library only: it runs before anything is installed.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence, Set
from dataclasses import dataclass

from newsdesk.app.long_command import Progress, last_lines, run, say

DRAWING = "drawing"
PREVIEW = "preview"
X11 = "X11"
WAYLAND = "Wayland"

# The libraries that Qt opens, each with its package. Without the first set nothing is drawn at all;
# each of the others serves one part, named as the reader of a message knows it.
_LIBRARIES = {
    DRAWING: """
        libEGL.so.1=libegl1 libGL.so.1=libgl1 libfontconfig.so.1=libfontconfig1
        libfreetype.so.6=libfreetype6 libglib-2.0.so.0=libglib2.0-0 libgthread-2.0.so.0=libglib2.0-0
        libxkbcommon.so.0=libxkbcommon0 libdbus-1.so.3=libdbus-1-3 libX11.so.6=libx11-6
        libstdc++.so.6=libstdc++6""",
    PREVIEW: """
        libnss3.so=libnss3 libnssutil3.so=libnss3 libsmime3.so=libnss3 libnspr4.so=libnspr4
        libasound.so.2=libasound2 libgbm.so.1=libgbm1 libdrm.so.2=libdrm2 libexpat.so.1=libexpat1
        libudev.so.1=libudev1 libXcomposite.so.1=libxcomposite1 libXdamage.so.1=libxdamage1
        libXext.so.6=libxext6 libXfixes.so.3=libxfixes3 libXrandr.so.2=libxrandr2
        libXrender.so.1=libxrender1 libXtst.so.6=libxtst6 libxkbfile.so.1=libxkbfile1
        libxcb.so.1=libxcb1 libxcb-dri3.so.0=libxcb-dri3-0 libgssapi_krb5.so.2=libgssapi-krb5-2
        libwayland-server.so.0=libwayland-server0""",
    X11: """
        libX11-xcb.so.1=libx11-xcb1 libxkbcommon-x11.so.0=libxkbcommon-x11-0
        libxcb-cursor.so.0=libxcb-cursor0 libxcb-glx.so.0=libxcb-glx0 libxcb-icccm.so.4=libxcb-icccm4
        libxcb-image.so.0=libxcb-image0 libxcb-keysyms.so.1=libxcb-keysyms1
        libxcb-randr.so.0=libxcb-randr0 libxcb-render.so.0=libxcb-render0
        libxcb-render-util.so.0=libxcb-render-util0 libxcb-shape.so.0=libxcb-shape0
        libxcb-shm.so.0=libxcb-shm0 libxcb-sync.so.1=libxcb-sync1 libxcb-util.so.1=libxcb-util1
        libxcb-xfixes.so.0=libxcb-xfixes0 libxcb-xkb.so.1=libxcb-xkb1""",
    WAYLAND: """
        libwayland-client.so.0=libwayland-client0 libwayland-cursor.so.0=libwayland-cursor0
        libwayland-egl.so.1=libwayland-egl1""",
}
# A Python built without ctypes can't look; then Qt itself says what it lacks.
_PROBE = """
import sys
try: import ctypes
except ImportError: sys.exit()
for name in sys.argv[1:]:
    try: ctypes.CDLL(name)
    except OSError: print(name)
"""
_PYTHON_PARTS = "Python"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One thing that the system lacks: for which part, its name, and Debian's package that has it."""

    part: str
    name: str
    package: str


def provide(parts: Set[str], *, python_too: bool) -> set[str]:
    """Install what the parts lack where that is allowed, else say how to; return the parts now whole.

    With ``python_too`` also what Python needs to make an environment.

    Raises:
        SystemExit: where without it nothing can start.
    """
    lacking = missing(parts, python_too=python_too)
    if not lacking:
        return set(parts)
    reason = install(sorted({one.package for one in lacking}))
    lacking = missing(parts, python_too=python_too)
    if lacking:
        names = _some_of(sorted(one.name for one in lacking))
        short = {one.part for one in lacking}
        if short & {DRAWING, _PYTHON_PARTS}:
            raise SystemExit(f"Newsdesk can't start here yet: this system lacks {names}.\n{reason}")
        say(f"going on, but {' and '.join(sorted(short))} may not work: this system lacks {names}.\n{reason}")
    return set(parts) - {one.part for one in lacking}


def _some_of(names: Sequence[str]) -> str:
    """Return the names as a phrase; where apt-get will name the packages, no more than four of them."""
    if len(names) <= 5 or shutil.which("apt-get") is None:
        return ", ".join(names)
    return f"{', '.join(names[:4])} and {len(names) - 4} more"


def missing(parts: Set[str], *, python_too: bool = False) -> list[Missing]:
    """Return what is not there, found by opening each library, not by asking a package manager."""
    rows = [(part, *pair.partition("=")[::2]) for part in sorted(parts) for pair in _LIBRARIES[part].split()]
    table = [Missing(part=part, name=name, package=package) for part, name, package in rows]
    absent: list[str] = []
    if table:
        # In a process of its own: what is opened only to see whether it is there would stay in this one.
        probe = [sys.executable, "-I", "-S", "-c", _PROBE, *(one.name for one in table)]
        absent = subprocess.run(probe, stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    lacking = [one for one in table if one.name in absent]
    importlib.invalidate_caches()
    if python_too and importlib.util.find_spec("ensurepip") is None:
        package = "python{}.{}-venv".format(*sys.version_info)
        lacking.append(Missing(part=_PYTHON_PARTS, name="Python's venv and ensurepip", package=package))
    return lacking


def install(packages: Sequence[str]) -> str:
    """Install Debian packages where this process may; return why it could not, or an empty text."""
    if shutil.which("apt-get") is None:
        return "It has no apt-get either: install the packages of your system that hold them."
    if os.geteuid() != 0:
        names = " ".join(_names_in_this_release(packages))
        return f"To install them: sudo apt-get install -y --no-install-recommends {names}"
    say(f"installing with apt-get: {' '.join(packages)}")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    # An index that can't be refreshed is no reason to stop: what it already names may be enough.
    run(["apt-get", "update", "-q"], Progress("reading the package lists"))
    command = ["apt-get", "install", "-q", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"]
    status, said = run([*command, *_names_in_this_release(packages)], Progress("installing system packages"))
    return f"apt-get could not install them:\n{last_lines(said)}" if status != 0 else ""


def _names_in_this_release(packages: Sequence[str]) -> list[str]:
    """Return the names as this release has them: since 2024 some carry the ending t64."""
    both = [form for name in packages for form in (name, f"{name}t64")]
    asked = subprocess.run(["apt-cache", "show", *both], capture_output=True, text=True, check=False)
    known = {line.removeprefix("Package: ") for line in asked.stdout.splitlines() if line.startswith("Package: ")}
    return [f"{name}t64" if f"{name}t64" in known else name for name in packages]
