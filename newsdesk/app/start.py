"""Where the program begins: a command, the window, or, without a display, the demonstration."""

import os
import sys
from collections.abc import Sequence

_DEMO = "newsdesk-demo"


def main(arguments: Sequence[str]) -> int:
    """Do what was asked for and return the exit status: 0 done, 1 refused, 2 wrong usage."""
    if not arguments and has_display():
        # Nothing to parse: the window does not wait for the parser.
        return _window("")
    from newsdesk.app.command_line import parse, run

    wanted = parse(arguments)
    if wanted.command:
        return run(wanted)
    if not has_display():
        print(f"There is no display here, so no window can open; the demo goes to {_DEMO}/.", file=sys.stderr)
        return run(parse(["demo", _DEMO, *(["--json"] if wanted.json else [])]))
    return _window(wanted.newsroom)


def _window(newsroom: str) -> int:
    # Imported here: a command needs no Qt.
    from newsdesk.app.window import open_window

    return open_window(newsroom)


def has_display() -> bool:
    """Tell whether a window can open: a display is named, or a platform of Qt is; elsewhere than Linux always."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))

