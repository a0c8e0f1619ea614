"""Start Newsdesk: its window, or with a command the command line."""

import sys
from pathlib import Path

from newsdesk.app import environment

if __name__ == "__main__":
    environment.prepare(Path(__file__).resolve().parent, sys.orig_argv[1:])

    # Only now: the environment that holds what this needs has just been made sure of.
    from newsdesk.app.start import main

    raise SystemExit(main(sys.argv[1:]))
