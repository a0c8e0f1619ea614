"""Opens one window, lets it rest, and prints the megabytes it holds; run by ``benchmarks.memory``.

``python -m benchmarks.memory_probe bare|bare-web`` or ``… newsdesk|newsdesk-story|newsdesk-preview FOLDER``.
"""

import sys

_TABS = {"newsdesk": "", "newsdesk-story": "details", "newsdesk-preview": "preview"}


def main(window: str, folder: str = "") -> None:
    """Print what a window holds."""
    # Imported here: the workers that a window starts import this file too, and must stay as light as with main.py.
    from benchmarks import memory_windows

    if window in _TABS:
        print(memory_windows.newsdesk(folder, tab=_TABS[window]))
    else:
        print(memory_windows.bare(web=window == "bare-web"))


if __name__ == "__main__":
    main(*sys.argv[1:])
