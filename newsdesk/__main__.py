"""Start Newsdesk as ``python -m newsdesk``, the same as ``python3 main.py``."""

import sys
from pathlib import Path

from newsdesk.app import environment

if __name__ == "__main__":
    environment.prepare(Path(__file__).resolve().parent.parent, sys.orig_argv[1:])

    from newsdesk.app.start import main

    raise SystemExit(main(sys.argv[1:]))
