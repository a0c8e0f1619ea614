"""Puts a newsroom together; the one place that knows which storage stands behind it.

Imported when first needed, never before the window's first paint: the database library alone
costs more than the window.
"""

import getpass
import os
from contextlib import ExitStack
from pathlib import Path

from newsdesk.app.paths import is_shared, newsroom_folder, server_address, shared_folder
from newsdesk.domain.errors import InvalidValueError
from newsdesk.services.newsroom import Newsroom
from newsdesk.services.store import Store
from newsdesk.storage.engine import open_store

_PHOTO_STORE = "photos.store"


def open_newsroom(address: str, *, create: bool = True, photos: str = "") -> Newsroom:
    """Open the newsroom in a folder or at a PostgreSQL address; an absent folder becomes an empty newsroom.

    ``photos`` names the folder of a shared newsroom's originals; it is remembered in its settings.

    Raises:
        NewsdeskError: if it can't be opened; nothing is changed then.
    """
    shared = is_shared(address)
    home = shared_folder(address) if shared else newsroom_folder(address)
    store: Store = open_store(server_address(address) if shared else home, create=create)
    with ExitStack() as undo:
        undo.callback(store.close)
        account = _account()
        folder = _photo_folder(store, home, photos)
        newsroom = Newsroom(store, folder, home / "cache", account=account, name=_name(account))
        undo.pop_all()
    return newsroom


def _photo_folder(store: Store, home: Path, wanted: str) -> Path:
    if wanted:
        folder = _folder_of(wanted)
        with store.unit() as unit:
            unit.settings.set(_PHOTO_STORE, str(folder))
        return folder
    with store.reading() as unit:
        kept = unit.settings.all().get(_PHOTO_STORE, "")
    own = home / "photos"
    if not kept:
        return own
    # A backup brings the originals along; where it was restored, the store that they came from may be far away.
    return own if own.is_dir() and not Path(kept).is_dir() else Path(kept)


def _folder_of(address: str) -> Path:
    try:
        return newsroom_folder(address).resolve()
    except InvalidValueError as problem:
        allowed = "a folder, as a path or as file:///…"
        raise InvalidValueError(field="--photos", value=address, allowed=allowed) from problem


def _account() -> str:
    try:
        return getpass.getuser()
    except (ImportError, OSError, KeyError):
        # Without a password database (Windows, some containers) and without a variable that names anybody.
        return f"user-{os.getuid()}" if hasattr(os, "getuid") else "editor"


def _name(account: str) -> str:
    """Return the person's full name where the system knows one, else the account's."""
    try:
        import pwd

        full = pwd.getpwnam(account).pw_gecos.split(",")[0].strip()
    except (ImportError, KeyError):
        full = ""
    return full or account
