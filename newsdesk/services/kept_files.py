"""A folder of things that were made once and are only read from then on; it can be emptied at any time."""

import logging
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

_LOG = logging.getLogger(__name__)


class KeptFiles:
    """Files by name, two letters of it as their folder; any thread and any process may ask at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read_or_make(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Return the file of that name, made now if it never was; without room to keep it, it is made each time."""
        kept = self._folder / name[:2] / name
        try:
            return kept.read_bytes()
        except OSError:
            # Not made yet, or not to be read: made again either way.
            content = make()
        try:
            kept.parent.mkdir(parents=True, exist_ok=True)
            # Renamed into place, so that a killed program never leaves half a picture under a good name.
            handle, passing = tempfile.mkstemp(prefix=".", dir=kept.parent)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(content)
                Path(passing).replace(kept)
            except OSError:
                Path(passing).unlink(missing_ok=True)
                raise
        except OSError as problem:
            _LOG.warning("A picture could not be kept in %s: %s", self._folder, problem)
        return content
